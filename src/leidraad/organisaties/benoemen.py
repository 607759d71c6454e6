"""What a function asks of its holder: titles, units and the independence of the FG. No database."""

import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from leidraad.organisaties.rechten import ROL_VAN_FUNCTIE, Rol
from leidraad.referentie import lijst

Periode = tuple[date | None, date | None]

# AVG 38 lid 6: whoever decides or carries out cannot supervise the same gemeente.
_BOTST_MET_FG = {
    functie
    for functie, rol in ROL_VAN_FUNCTIE.items()
    if rol in (Rol.PRIVACY_OFFICER, Rol.BEHEERDER, Rol.MANAGER)
}
# These may lead the whole gemeente; every other leader or coordinator leads one unit.
_OOK_ZONDER_EENHEID = {"directeur", "gemeentesecretaris"}


def sleutel(tekst: str) -> str:
    """A word without capitals, accents, hyphens and double spaces: how titles and names are compared."""
    plat = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode()
    return " ".join(plat.replace("_", " ").replace("-", " ").casefold().split())


def herken_functie(titel: str, op: date) -> str | None:
    """The code of a title in the list of functions on day `op`, or None when the title is unknown."""
    return _titels(op).get(sleutel(titel))


@lru_cache(maxsize=8)
def _titels(op: date) -> dict[str, str]:
    functies = lijst("functies", op)
    titels = {sleutel(naam): item.code for item in functies for naam in (item.naam, *item.herkenning)}
    return titels | {sleutel(item.code): item.code for item in functies}


def vraagt_eenheid(functie: str) -> bool:
    """Whether this function only exists for a unit, not for the whole gemeente."""
    leidt = ROL_VAN_FUNCTIE.get(functie) in (Rol.MANAGER, Rol.COORDINATOR)
    return leidt and functie not in _OOK_ZONDER_EENHEID


def overlapt(a: Periode, b: Periode) -> bool:
    """Whether two periods share a day; both ends count, an empty end is open."""
    return (a[0] or date.min) <= (b[1] or date.max) and (b[0] or date.min) <= (a[1] or date.max)


def fg_botsing(functie: str, periode: Periode, andere: Iterable[tuple[str, Periode]], gemeente: str) -> str:
    """Why this function cannot go together with the others of the same person in the same gemeente.

    An FG is never also Privacy Officer, beheerder or manager of that gemeente on the same day (norm 4.5.1;
    AVG 38 lid 6, Wpg 36). Empty when nothing clashes.
    """
    for anders, zijn_periode in andere:
        paar = {functie, anders}
        if "fg" in paar and paar & _BOTST_MET_FG and overlapt(periode, zijn_periode):
            titel = next(iter(paar - {"fg"})).replace("_", " ")
            return (
                f"De FG is onafhankelijk en mag in {gemeente} niet tegelijk {titel} zijn"
                " (AVG artikel 38, lid 6). Kies iemand anders of een periode die niet overlapt."
            )
    return ""
