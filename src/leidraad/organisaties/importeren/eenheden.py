"""The file of units: add, change, and end what vanished."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from leidraad.organisaties.benoemen import sleutel
from leidraad.organisaties.handelingen import beeindigd
from leidraad.organisaties.importeren.basis import Afgekeurd, Invoer, naam_uit, naamsleutel, periode, te_veel
from leidraad.organisaties.importeren.lezen import Rij
from leidraad.organisaties.models import Eenheid, Gemeente

BESTAND = "eenheden"
_SOORTEN = {sleutel(waarde): waarde for waarde in Eenheid.Soort.values}
# A unit within its gemeente.
Sleutel = tuple[int, str]


@dataclass(frozen=True)
class Regel:
    """A row that can be used."""

    rij: int
    gemeente: Gemeente
    naam: str
    soort: str
    boven: str
    van: date | None
    tot: date | None

    @property
    def sleutel(self) -> Sleutel:
        """Which unit this row is about."""
        return self.gemeente.pk, naamsleutel(self.naam)

    @property
    def boven_sleutel(self) -> Sleutel:
        """Which unit it hangs under."""
        return self.gemeente.pk, naamsleutel(self.boven)


def verwerk_eenheden(rijen: list[Rij], invoer: Invoer) -> None:
    """Bring the units of the gemeenten in this file in line with it."""
    invoer.rapport.tel(BESTAND, "gelezen", aantal=len(rijen))
    gemeenten: dict[int, Gemeente] = {}
    behouden: set[Sleutel] = set()
    regels = _lees(rijen, invoer, gemeenten, behouden)
    bestaand = {
        (e.gemeente_id, naamsleutel(e.naam)): e for e in Eenheid.objects.filter(gemeente__in=gemeenten)
    }
    lagen = _in_lagen(regels, {s: e for s, e in bestaand.items() if s in behouden}, invoer, behouden)
    _beeindig({r.sleutel for laag in lagen for r in laag} | behouden, bestaand, gemeenten, invoer)
    _bewaar(lagen, bestaand, invoer)


def _lees(
    rijen: list[Rij], invoer: Invoer, gemeenten: dict[int, Gemeente], behouden: set[Sleutel]
) -> dict[Sleutel, Regel]:
    """The usable rows. A unit whose row is refused stays as it is: `behouden`."""
    regels: dict[Sleutel, Regel] = {}
    for rij in rijen:
        gemeente = None
        try:
            gemeente = invoer.gemeente(rij)
            gemeenten[gemeente.pk] = gemeente
            regel = _regel(rij, gemeente)
            eerder = regels.setdefault(regel.sleutel, regel)
            if eerder is not regel:
                _dubbel(regel, eerder, invoer)
        except Afgekeurd as fout:
            invoer.rapport.fout(BESTAND, rij.nummer, fout.kolom, str(fout))
            if gemeente:
                behouden.add((gemeente.pk, naamsleutel(rij["eenheid"])))
    return regels


def _regel(rij: Rij, gemeente: Gemeente) -> Regel:
    naam = naam_uit(rij, "eenheid", "De naam van de eenheid")
    if not (soort := _SOORTEN.get(sleutel(rij["soort"]))):
        keuze = ", ".join(_SOORTEN)
        raise Afgekeurd("soort", f"De soort ‘{rij['soort']}’ is onbekend. Kies uit: {keuze}.")
    if naamsleutel(rij["bovenliggend"]) == naamsleutel(naam):
        raise Afgekeurd("bovenliggend", f"{naam} hangt onder zichzelf.")
    van, tot = periode(rij)
    return Regel(rij.nummer, gemeente, naam, soort, rij["bovenliggend"], van, tot)


def _dubbel(regel: Regel, eerder: Regel, invoer: Invoer) -> None:
    zelfde = (regel.soort, regel.boven_sleutel, regel.van, regel.tot) == (
        eerder.soort, eerder.boven_sleutel, eerder.van, eerder.tot,
    )  # fmt: skip
    if not zelfde:
        reden = f"{regel.naam} staat ook op rij {eerder.rij}, met andere gegevens. Rij {eerder.rij} telt."
        raise Afgekeurd("eenheid", reden)
    melding = f"{regel.naam} staat ook op rij {eerder.rij}. Deze rij is overgeslagen."
    invoer.rapport.waarschuw(BESTAND, regel.rij, "eenheid", melding)


def _in_lagen(
    regels: dict[Sleutel, Regel], vast: dict[Sleutel, Eenheid], invoer: Invoer, behouden: set[Sleutel]
) -> list[list[Regel]]:
    """Order the rows so that a parent comes before what hangs under it; refuse what hangs under nothing."""
    lagen: list[list[Regel]] = []
    open_, klaar = dict(regels), set(vast)
    while laag := [r for r in open_.values() if not r.boven or r.boven_sleutel in klaar]:
        lagen.append(laag)
        klaar |= {r.sleutel for r in laag}
        for regel in laag:
            del open_[regel.sleutel]
    for regel in open_.values():
        behouden.add(regel.sleutel)
        invoer.rapport.fout(BESTAND, regel.rij, "bovenliggend", _waarom_los(regel, open_))
    return lagen


def _waarom_los(regel: Regel, open_: dict[Sleutel, Regel]) -> str:
    pad = [regel]
    while (boven := open_.get(pad[-1].boven_sleutel)) and boven not in pad:
        pad.append(boven)
    if boven is regel:
        return f"De eenheden vormen een kring: {' → '.join(r.naam for r in [*pad, regel])}."
    if len(pad) == 1:
        return f"De bovenliggende eenheid ‘{regel.boven}’ staat niet (goed) in het bestand."
    return f"{regel.naam} hangt onder {regel.boven}, en die rij is afgekeurd."


def _bewaar(lagen: list[list[Regel]], bestaand: dict[Sleutel, Eenheid], invoer: Invoer) -> None:
    """Layer by layer, so that every new parent has its id before its children need it."""
    gewijzigd: list[Eenheid] = []
    for laag in lagen:
        nieuw: dict[Sleutel, Eenheid] = {}
        for regel in laag:
            boven = bestaand[regel.boven_sleutel] if regel.boven else None
            eenheid = bestaand.get(regel.sleutel)
            if eenheid is None:
                nieuw[regel.sleutel] = Eenheid(
                    gemeente=regel.gemeente, naam=regel.naam, soort=regel.soort, bovenliggend=boven,
                    van=regel.van, tot=regel.tot,
                )  # fmt: skip
            else:
                anders = _wijzig(eenheid, regel, boven)
                gewijzigd += [eenheid] if anders else []
                invoer.rapport.tel(BESTAND, "bijgewerkt" if anders else "ongewijzigd", regel.gemeente.slug)
        Eenheid.objects.bulk_create(nieuw.values(), batch_size=1000)
        bestaand |= nieuw
        for eenheid in nieuw.values():
            invoer.rapport.tel(BESTAND, "aangemaakt", eenheid.gemeente.slug)
    Eenheid.objects.bulk_update(gewijzigd, ["soort", "bovenliggend", "van", "tot"], batch_size=500)


def _wijzig(eenheid: Eenheid, regel: Regel, boven: Eenheid | None) -> bool:
    """Take over the row; an empty start date keeps the known one. Tells whether anything changed."""
    # A known start after the end in the file would make an impossible period: then the start is unknown.
    van = regel.van or (eenheid.van if not (eenheid.van and regel.tot and regel.tot < eenheid.van) else None)
    waarden = (regel.soort, boven and boven.pk, van, regel.tot)
    if waarden == (eenheid.soort, eenheid.bovenliggend_id, eenheid.van, eenheid.tot):
        return False
    eenheid.soort, eenheid.bovenliggend, eenheid.van, eenheid.tot = regel.soort, boven, van, regel.tot
    return True


def _beeindig(
    genoemd: set[Sleutel], bestaand: dict[Sleutel, Eenheid], gemeenten: dict[int, Gemeente], invoer: Invoer
) -> None:
    """End the units that are no longer in the file; nothing is deleted."""
    op, einde = invoer.op, []
    lopend: dict[int, dict[Sleutel, Eenheid]] = defaultdict(dict)
    for s, e in bestaand.items():
        if e.tot is None or e.tot >= op:
            lopend[s[0]][s] = e
    for pk, gemeente in gemeenten.items():
        oud = lopend[pk]
        weg = [e for s, e in oud.items() if s not in genoemd]
        invoer.rapport.geblokkeerd += te_veel(gemeente.naam, "eenheden", len(weg), len(oud))
        invoer.rapport.tel(BESTAND, "beeindigd", gemeente.slug, len(weg))
        einde += weg
    for eenheid in einde:
        eenheid.van, eenheid.tot = beeindigd(eenheid.van, op)
    Eenheid.objects.bulk_update(einde, ["van", "tot"], batch_size=500)
