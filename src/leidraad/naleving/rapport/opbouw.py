"""The report in reading order: what a lay reader needs first comes first, the details last."""

from __future__ import annotations

from leidraad.naleving.rapport.boodschap import kernboodschap, vragen
from leidraad.naleving.rapport.delen import datalekken, register_en_beleid, trend
from leidraad.naleving.rapport.inhoud import Doelgroep, Rapport, Tekort
from leidraad.naleving.rapport.woorden import (
    BEGRIPPEN,
    ONDERDELEN,
    OORDELEN,
    UITLEG_OORDELEN,
    VERANTWOORDING,
)
from leidraad.naleving.toetsen import attest_van
from leidraad.naleving.uitslag import Uitslag
from leidraad.naleving.verklaringen import functies_in_woorden
from leidraad.normen.oordeel import Oordeel
from leidraad.ui.opmaak import datum, telwoord
from leidraad.ui.papier.blokken import (
    Alinea,
    Balk,
    Begrippen,
    Blok,
    Document,
    Grafiek,
    Inhoudsopgave,
    Kader,
    Kengetallen,
    Kolom,
    Kop,
    Lijst,
    NieuwBlad,
    Tabel,
)

_TEAMS = 3
_GEEN_AFSPRAAK = "Nog niet afgesproken"
_TINTEN = dict(OORDELEN.values())


def document(rapport: Rapport) -> Document:
    """The whole report, for PDF and Word alike."""
    gemeente = f"Gemeente {rapport.gemeente}"
    voor = Doelgroep.label_van(rapport.doelgroep)
    return Document(
        titel="Hoe gaan wij om met gegevens van mensen?",
        ondertitel=f"Rapport over privacy voor: {voor}. Stand op {datum(rapport.dag)}.",
        afzender=gemeente,
        voet=f"{gemeente}, rapport over privacy, {datum(rapport.dag)}",
        thema=rapport.thema,
        gemaakt_op=rapport.gemaakt_op,
        blokken=(
            *_eerste_blad(rapport),
            NieuwBlad(),
            *_stand(rapport),
            *trend(rapport),
            *_tekorten(rapport),
            *datalekken(rapport),
            *register_en_beleid(rapport),
            *_slot(rapport),
        ),
    )


def _eerste_blad(rapport: Rapport) -> tuple[Blok, ...]:
    getallen = [
        (f"{rapport.gehaald} van {rapport.beoordeeld}" if rapport.beoordeeld else "0", "normen gehaald"),
        (str(len(rapport.tekorten)), "normen niet gehaald"),
        (str(len(rapport.zonder_afspraak)), "daarvan zonder afspraak"),
    ]
    if rapport.datalekken:
        getallen.append((str(sum(k.aantal for k in rapport.datalekken)), "datalekken in het laatste jaar"))
    return (
        Kader("In het kort", kernboodschap(rapport)),
        Kengetallen(tuple(getallen)),
        Kop("Wat wij van u vragen"),
        Lijst(vragen(rapport)),
        Inhoudsopgave("Wat staat waar?"),
    )


def _stand(rapport: Rapport) -> tuple[Blok, ...]:
    rijen = [
        (naam, [len(rapport.met(oordeel, hoofdstuk=nummer)) for oordeel in OORDELEN])
        for nummer, naam in rapport.hoofdstukken
    ]
    # A verdict that no norm has needs no column: the fewer the better to read.
    telt = [plek for plek, oordeel in enumerate(OORDELEN) if rapport.met(oordeel)]
    namen = [list(OORDELEN.values())[plek] for plek in telt]
    som = tuple(str(len(rapport.met(oordeel))) for oordeel in OORDELEN)
    return (
        Kop("Hoe staat de gemeente ervoor?"),
        Alinea(
            "De gemeente heeft in haar privacybeleid afspraken gemaakt. Zo'n afspraak noemen wij een norm. "
            f"Er zijn {len(rapport.uitslagen)} normen. Bij elke norm staat een van deze oordelen:"
        ),
        Begrippen(UITLEG_OORDELEN),
        Grafiek(
            "De normen per hoofdstuk van het beleid",
            alt="; ".join(
                f"{naam}: " + ", ".join(f"{aantallen[plek]} {_klein(plek)}" for plek in telt)
                for naam, aantallen in rijen
            ),
            legenda=tuple(namen),
            balken=tuple(Balk(naam, tuple(aantallen[p] for p in telt)) for naam, aantallen in rijen),
        ),
        Tabel(
            "Het aantal normen per oordeel",
            (Kolom("Hoofdstuk van het beleid", 33), *(Kolom(naam, 13, getal=True) for naam, _ in namen)),
            (
                *((naam, *(str(aantallen[p]) for p in telt)) for naam, aantallen in rijen),
                ("Samen", *(som[p] for p in telt)),
            ),
        ),
    )


def _klein(plek: int) -> str:
    return list(OORDELEN.values())[plek][0].lower()


def _tekorten(rapport: Rapport) -> tuple[Blok, ...]:
    kop = Kop("Wat nog niet goed gaat")
    open_ = _nog_niet_bekend(rapport)
    if not rapport.tekorten:
        return kop, Alinea("Van de normen die wij konden meten, is er geen die niet wordt gehaald."), *open_
    met_teams = any(_teams(rapport, tekort) for tekort in rapport.tekorten)
    return (
        kop,
        Alinea(
            "Deze normen haalt de gemeente niet. Wat het zwaarst weegt, staat bovenaan."
            + (" Achter een team staat hoe vaak het daar misgaat." if met_teams else "")
        ),
        Tabel(
            "De normen die niet worden gehaald",
            (
                Kolom("Wat de norm vraagt", 33), Kolom("Wat er mist", 30), Kolom("Verantwoordelijk", 21),
                Kolom("Klaar op", 16),
            ),
            tuple(_tekort(rapport, tekort) for tekort in rapport.tekorten),
        ),
        *open_,
    )  # fmt: skip


def _tekort(rapport: Rapport, tekort: Tekort) -> tuple[str, ...]:
    uitslag = tekort.uitslag
    mist = uitslag.uitleg
    if uitslag.totaal > 1:
        mist = f"{mist} Bij {uitslag.tekort} van de {uitslag.totaal}."
    wie = "\n".join(deel for deel in (rapport.functie(uitslag), _teams(rapport, tekort)) if deel)
    klaar = datum(tekort.klaar_op) if tekort.klaar_op else _GEEN_AFSPRAAK
    if tekort.klaar_op and tekort.afgesproken < uitslag.tekort:
        klaar += f"\nvoor {tekort.afgesproken} van de {uitslag.tekort}"
    if tekort in rapport.over_tijd:
        klaar += "\nDeze dag is voorbij."
    return _norm(uitslag), mist, wie, klaar


def _nog_niet_bekend(rapport: Rapport) -> tuple[Blok, ...]:
    """What may be right or wrong: a statement that is missing, or an empty register."""
    blokken: list[Blok] = []
    if nodig := rapport.met(Oordeel.ATTEST_NODIG):
        blokken.append(
            Tabel(
                "Hier moet nog iemand verklaren hoe het staat",
                (Kolom("Wat de norm vraagt", 70), Kolom("Wie verklaart", 30)),
                tuple((_norm(u), _wie_verklaart(rapport, u)) for u in nodig),
            )
        )
    if niets := rapport.met(Oordeel.NOG_NIETS_VASTGELEGD):
        hoeveel = telwoord(len(niets), "norm", "normen")
        blokken.append(Alinea(f"Bij {hoeveel} is nog niets vastgelegd. Welke dat zijn, staat in de bijlage."))
    return tuple(blokken)


def _wie_verklaart(rapport: Rapport, uitslag: Uitslag) -> str:
    """The function that states it, which can be another one than the function that carries the norm."""
    attest = attest_van(uitslag.norm.nummer)
    return functies_in_woorden(attest, rapport.dag) if attest else rapport.functie(uitslag)


def _teams(rapport: Rapport, tekort: Tekort) -> str:
    """Where it goes wrong most. The raad checks the college, not a team; the college asks the team."""
    if rapport.doelgroep != Doelgroep.COLLEGE:
        return ""
    meer = len(tekort.eenheden) - _TEAMS
    rest = f" en {telwoord(meer, 'ander team', 'andere teams')}" if meer > 0 else ""
    return ", ".join(f"{naam} ({aantal})" for naam, aantal in tekort.eenheden[:_TEAMS]) + rest


def _norm(uitslag: Uitslag) -> str:
    # The word and its number stay on one line.
    return f"{uitslag.norm.tekst} (norm\xa0{uitslag.norm.nummer})"


def _slot(rapport: Rapport) -> tuple[Blok, ...]:
    later: dict[str, list[str]] = {}
    for uitslag in rapport.met(Oordeel.NOG_NIET_GEBOUWD):
        later.setdefault(uitslag.norm.module, []).append(uitslag.norm.nummer)
    niet = (
        Tabel(
            "De normen die wij nog niet kunnen meten",
            (Kolom("Onderdeel", 36), Kolom("Aantal", 10, getal=True), Kolom("Nummers", 54)),
            tuple((ONDERDELEN.get(m, m.capitalize()), str(len(n)), ", ".join(n)) for m, n in later.items()),
        ),
    )
    return (
        Kop("Hoe dit rapport is gemaakt"),
        Lijst(VERANTWOORDING),
        *(niet if later else ()),
        Kop("Moeilijke woorden"),
        Begrippen(BEGRIPPEN),
        Kop("Bijlage: alle normen die te meten zijn"),
        *_bijlage(rapport),
    )


def _bijlage(rapport: Rapport) -> tuple[Blok, ...]:
    gemeten = [oordeel for oordeel in OORDELEN if oordeel is not Oordeel.NOG_NIET_GEBOUWD]
    kolommen = (
        Kolom("Wat de norm vraagt", 48), Kolom("Oordeel", 18, tinten=_TINTEN),
        Kolom("In orde", 13, getal=True), Kolom("Verantwoordelijk", 21),
    )  # fmt: skip
    return tuple(
        Tabel(
            f"Hoofdstuk {nummer}: {naam}",
            kolommen,
            tuple(
                (_norm(u), OORDELEN[u.oordeel][0], _in_orde(u), rapport.functie(u)) for u in normen
            ),
        )
        for nummer, naam in rapport.hoofdstukken
        if (normen := rapport.met(*gemeten, hoofdstuk=nummer))
    ) or (Alinea("Er zijn nog geen normen te meten."),)  # fmt: skip


def _in_orde(uitslag: Uitslag) -> str:
    return f"{uitslag.voldoet} van {uitslag.totaal}" if uitslag.totaal else "–"
