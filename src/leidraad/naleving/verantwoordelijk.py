"""Who is responsible for a norm: per row that falls short the holder of the function (policy chapter 4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from leidraad.normen.norm import Norm
from leidraad.organisaties.models import Eenheid, Functievervulling, Gemeente
from leidraad.organisaties.verantwoordelijkheid import alle_verantwoordelijken
from leidraad.referentie import lijst

# A role of the policy that follows the tree of units.
BELEIDSROL = {"tm": "teammanager", "am": "afdelingsmanager", "dir": "directeur", "mw": "teammanager"}
# A role that one function carries for the whole gemeente; the secretary acts for the college.
GEMEENTEROL = {"po": "privacy_officer", "fg": "fg", "ciso": "ciso", "col": "gemeentesecretaris"}


@dataclass(frozen=True)
class Wie:
    """The responsible function and its holder; `reden` says why there is none. Names are for staff only."""

    functie: str
    naam: str = ""
    persoon: int | None = None
    eenheid: str = ""
    reden: str = ""


def wie_voor_eenheden(norm: Norm, eenheden: Iterable[Eenheid], op: date) -> dict[int, Wie]:
    """Per unit who is responsible for this norm there: three queries, whatever the number of units."""
    rol = BELEIDSROL.get(norm.rol)
    if rol is None:
        return {}
    return _houders(eenheden, rol, norm.rolnaam, op)


def _houders(eenheden: Iterable[Eenheid], rol: str, rolnaam: str, op: date) -> dict[int, Wie]:
    gevonden = alle_verantwoordelijken(eenheden, [rol], op)
    uit = {}
    for eenheid, per_rol in gevonden.items():
        v = per_rol[rol]
        houder = v.functievervulling
        uit[eenheid] = Wie(
            houder.titel if houder else rolnaam,
            v.naam,
            houder.persoon_id if houder else None,
            v.eenheid.naam if v.eenheid else "",
            v.reden,
        )
    return uit


def leiding_van(eenheden: Iterable[Eenheid], op: date) -> dict[int, Wie]:
    """Per unit who leads it and so answers for its dossiers (policy 4.4): three queries."""
    return _houders(eenheden, "teammanager", "Teammanager", op)


def wie_voor_gemeente(norm: Norm, gemeente: Gemeente, op: date) -> Wie:
    """Who is responsible for this norm in the gemeente as a whole: one query.

    For a role that follows the units this is the function by its local name, without a holder. Privacy
    Officers carry theirs together: all are named.
    """
    titel, code = functie_van(norm, gemeente, op), GEMEENTEROL.get(norm.rol)
    if code is None:
        return Wie(titel)
    houders = dict(
        Functievervulling.objects.geldig_op(op)
        .filter(gemeente=gemeente, functie=code)
        .order_by("persoon__naam")
        .values_list("persoon", "persoon__naam")
    )
    if not houders:
        return Wie(titel, reden=f"De gemeente heeft geen {_functienaam(code, op)}.")
    if len(houders) == 1:
        [(persoon, naam)] = houders.items()
        return Wie(titel, naam, persoon)
    # A team carries it together: several Privacy Officers are ordinary.
    samen = norm.rol == "po"
    namen = ", ".join(houders.values()) if samen else ""
    return Wie(titel, namen, reden="" if samen else f"Er is meer dan één {_functienaam(code, op)}.")


def functie_van(norm: Norm, gemeente: Gemeente, op: date) -> str:
    """The responsible function as this gemeente calls it, without its holder: no query."""
    if norm.rol in BELEIDSROL:
        return lokale_titel(norm, gemeente, op)
    code = GEMEENTEROL.get(norm.rol)
    if code is None:
        return norm.rolnaam
    naam = _functienaam(code, op)
    return f"{norm.rolnaam} ({naam} namens het college)" if norm.rol == "col" else naam


def _functienaam(code: str, op: date) -> str:
    return str(lijst("functies", op)[code].naam)


def lokale_titel(norm: Norm, gemeente: Gemeente, op: date) -> str:
    """What the function is called in this gemeente, such as teamleider for teammanager in Leiderdorp."""
    rol, structuur = BELEIDSROL[norm.rol], lijst("beleidsrollen", op).get(gemeente.slug)
    if norm.rol == "mw" or structuur is None:
        return norm.rolnaam
    stappen = structuur.rollen[rol]["stappen"]
    code = stappen[0]["functies"][0] if stappen else ""
    item = lijst("functies", op).get(code)
    return item.naam if item else norm.rolnaam
