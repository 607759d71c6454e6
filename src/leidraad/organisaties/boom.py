"""The organisation tree of a gemeente as one ordered list, with who is there and who is responsible."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from leidraad.organisaties.models import Eenheid, Functievervulling, Gemeente
from leidraad.organisaties.regels import BELEIDSROLLEN
from leidraad.organisaties.verantwoordelijkheid import Verantwoordelijke, alle_verantwoordelijken


@dataclass(frozen=True)
class Tak:
    """One unit at its depth in the tree."""

    eenheid: Eenheid
    diepte: int
    functies: list[Functievervulling]
    verantwoordelijken: dict[str, Verantwoordelijke]

    @property
    def inspringing(self) -> range:
        """As many steps as the unit is deep."""
        return range(self.diepte)


@dataclass(frozen=True)
class Boom:
    """All units that are valid on a day, parents before children, and the functions of the whole gemeente."""

    takken: list[Tak] = field(default_factory=list)
    hele_gemeente: list[Functievervulling] = field(default_factory=list)
    heeft_fg: bool = False


def organisatieboom(gemeente: Gemeente, op: date) -> Boom:
    """The tree on day `op`, in five queries. A unit in a loop or under an ended unit is shown at the top."""
    eenheden = {e.pk: e for e in Eenheid.objects.geldig_op(op).filter(gemeente=gemeente)}
    functies: dict[int | None, list[Functievervulling]] = defaultdict(list)
    vervullingen = Functievervulling.objects.geldig_op(op).filter(gemeente=gemeente)
    for f in vervullingen.select_related("persoon").order_by("functie", "persoon__naam"):
        functies[f.eenheid_id].append(f)
    wie = alle_verantwoordelijken(eenheden.values(), BELEIDSROLLEN, op)
    heeft_fg = any(f.functie == "fg" for hier in functies.values() for f in hier)
    boom = Boom(hele_gemeente=functies[None], heeft_fg=heeft_fg)
    for eenheid, diepte in volgorde(eenheden):
        boom.takken.append(Tak(eenheid, diepte, functies[eenheid.pk], wie[eenheid.pk]))
    return boom


def volgorde(eenheden: dict[int, Eenheid]) -> list[tuple[Eenheid, int]]:
    """These units, each with its depth: parents before children, brothers in the given order."""
    kinderen: dict[int | None, list[Eenheid]] = defaultdict(list)
    for e in eenheden.values():
        kinderen[e.bovenliggend_id if e.bovenliggend_id in eenheden else None].append(e)
    uit: list[tuple[Eenheid, int]] = []
    gezien: set[int] = set()

    def neem(begin: list[Eenheid]) -> None:
        wacht = [(e, 0) for e in reversed(begin)]
        while wacht:
            e, diepte = wacht.pop()
            if e.pk not in gezien:
                gezien.add(e.pk)
                uit.append((e, diepte))
                wacht += [(kind, diepte + 1) for kind in reversed(kinderen[e.pk])]

    neem(kinderen[None])
    # What is left hangs in a loop.
    neem([e for e in eenheden.values() if e.pk not in gezien])
    return uit
