"""The parts of the report about figures: the trend, the breaches, the register and the policy."""

from __future__ import annotations

from datetime import date

from leidraad.naleving.rapport.inhoud import Kwartaal, Meting, Rapport
from leidraad.ui.opmaak import datum
from leidraad.ui.papier.blokken import Alinea, Balk, Blok, Grafiek, Kolom, Kop, Lijst, Tabel, Tint

_MAANDEN = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_NIET_GEMETEN = "niet gemeten"


def trend(rapport: Rapport) -> tuple[Blok, ...]:
    """How it went in the past year, a gap shown as a gap."""
    kop = Kop("Gaat het beter of slechter?")
    gemeten = [m for m in rapport.trend if m.gehaald is not None]
    if len(gemeten) < 2:
        return kop, Alinea("Wij meten dit nog maar kort. In een later rapport ziet u hier hoe het gaat.")
    gaten = len(rapport.trend) - len(gemeten)
    uitleg = "Elke staaf is één dag. Onderin staan de normen die zijn gehaald. Daarboven staat wat nog mist."
    if gaten:
        uitleg += " Is er op een dag niet gemeten? Dan staat daar geen staaf."
    return (
        kop,
        Alinea(uitleg),
        Grafiek(
            "De normen in het laatste jaar",
            alt="; ".join(_meting_in_woorden(m) for m in rapport.trend),
            legenda=(("Gehaald", Tint.GOED), ("Niet gehaald", Tint.SLECHT)),
            balken=tuple(Balk(_maand(m), _delen(m)) for m in rapport.trend),
            staand=True,
        ),
        Tabel(
            "De cijfers bij deze grafiek",
            (Kolom("Dag", 30), Kolom("Gehaald", 17, getal=True), Kolom("Gemeten", 17, getal=True)),
            tuple((datum(m.dag), _getal(m.gehaald), _getal(m.beoordeeld)) for m in rapport.trend),
        ),
    )


def _delen(meting: Meting) -> tuple[int, ...]:
    if meting.gehaald is None or meting.beoordeeld is None:
        return ()
    return meting.gehaald, meting.beoordeeld - meting.gehaald


def _maand(meting: Meting) -> str:
    return f"{_MAANDEN[meting.dag.month - 1]}\n{meting.dag.year}"


def _getal(waarde: int | None) -> str:
    return _NIET_GEMETEN if waarde is None else str(waarde)


def _meting_in_woorden(meting: Meting) -> str:
    if meting.gehaald is None:
        return f"{datum(meting.dag)}: {_NIET_GEMETEN}"
    return f"{datum(meting.dag)}: {meting.gehaald} van {meting.beoordeeld} gehaald"


def datalekken(rapport: Rapport) -> tuple[Blok, ...]:
    """The breaches per quarter, and what was done (AVG art. 33, 34)."""
    kwartalen = rapport.datalekken
    kop = Kop("Datalekken")
    uitleg = Alinea(
        "Bij een datalek zijn gegevens van mensen kwijt. Of iemand kon ze zien die dat niet mag. "
        "Is er een risico voor mensen? Dan meldt de gemeente het binnen 72 uur bij de Autoriteit "
        "Persoonsgegevens (AP). Is het risico hoog? Dan vertelt zij het ook aan de mensen zelf."
    )
    if not any(k.aantal for k in kwartalen):
        geen = "In het laatste jaar zijn er geen datalekken vastgelegd. Dat is niet altijd goed nieuws. "
        return kop, uitleg, Alinea(geen + "Misschien weten medewerkers niet dat zij een lek moeten melden.")
    return (
        kop,
        uitleg,
        Grafiek(
            "Datalekken per kwartaal",
            alt="; ".join(f"{k.naam}: {k.aantal}" for k in kwartalen),
            legenda=(("Datalekken", Tint.MERK),),
            balken=tuple(Balk(k.kort, (k.aantal,)) for k in kwartalen),
        ),
        Tabel(
            "Wat de gemeente deed",
            (
                Kolom("Kwartaal", 25), Kolom("Datalekken", 13, getal=True),
                Kolom("Moest naar de AP", 12, getal=True), Kolom("Gemeld bij de AP", 12, getal=True),
                Kolom("Te laat of niet", 11, getal=True),
                Kolom("Hoog risico", 11, getal=True), Kolom("Mensen ingelicht", 14, getal=True),
            ),
            tuple(_kwartaal(k, rapport.dag) for k in kwartalen),
        ),
    )  # fmt: skip


def _kwartaal(k: Kwartaal, dag: date) -> tuple[str, ...]:
    te_laat = str(k.te_laat) if k.te_melden else "–"
    ingelicht = f"{k.ingelicht} van {k.hoog_risico}" if k.hoog_risico else "–"
    naam = k.naam if k.laatste_dag <= dag else f"{k.naam} (nog bezig)"
    return naam, str(k.aantal), str(k.te_melden), str(k.gemeld), te_laat, str(k.hoog_risico), ingelicht


def register_en_beleid(rapport: Rapport) -> tuple[Blok, ...]:
    """Whether the books are in order: the register of processing and the documents of the policy."""
    if rapport.register is None and rapport.beleid is None:
        return (
            Kop("De boeken op orde"),
            Alinea("Dit rapport gaat over een dag die voorbij is. Van die dag is dit niet bewaard."),
        )
    return Kop("De boeken op orde"), *_register(rapport), *_beleid(rapport)


def _register(rapport: Rapport) -> tuple[Blok, ...]:
    stand = rapport.register
    if stand is None:
        return ()
    return (
        Kop("Het register van verwerkingen", 2),
        Alinea(
            "In dit register staat waarvoor de gemeente gegevens van mensen gebruikt. "
            "Dat moet van de wet. Mensen kunnen het openbare deel lezen op de website."
        ),
        Tabel(
            "Het register in cijfers",
            (Kolom("Wat", 42), Kolom("Aantal", 14, getal=True)),
            (
                ("Vastgesteld", str(stand.vastgesteld)),
                ("Daarvan openbaar", str(stand.openbaar)),
                ("Daarvan te lang niet bekeken", str(stand.te_herzien)),
                ("Nog niet klaar", str(stand.in_voorbereiding)),
            ),
        ),
    )


def _beleid(rapport: Rapport) -> tuple[Blok, ...]:
    stand = rapport.beleid
    if stand is None:
        return ()
    blokken: list[Blok] = [
        Kop("Het beleid", 2),
        Tabel(
            "Het beleid in cijfers",
            (Kolom("Wat", 42), Kolom("Aantal", 14, getal=True)),
            (
                ("Stukken die nu gelden", str(stand.geldend)),
                ("Daarvan te lang niet bekeken", str(stand.te_beoordelen)),
                ("Stukken die nog ontbreken", str(len(stand.ontbreekt))),
            ),
        ),
    ]
    if stand.ontbreekt:
        blokken += [Alinea("Deze stukken ontbreken nog:"), Lijst(stand.ontbreekt)]
    return tuple(blokken)
