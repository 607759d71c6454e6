"""Whose work it is: more people may do something than are expected to do it.

Rights say who may (rechten.mag). A Privacy Officer may edit every verwerking of a municipality, but a draft
that was sent back is the work of the unit. Here is only who is expected; it never gives anybody a right.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Q

from leidraad.dossiers.models.dossier import Dossier, waarop_q
from leidraad.organisaties.leden import lid_van
from leidraad.organisaties.models import Functievervulling, Persoon
from leidraad.organisaties.rechten import INTERN, ROL_VAN_FUNCTIE, ROLLEN, Lid, Recht, Rol, mag
from leidraad.organisaties.verantwoordelijkheid import verantwoordelijke

_DOOR: dict[Recht, frozenset[Rol]] = {
    Recht.TOETSEN: frozenset({Rol.PRIVACY_OFFICER}),
    Recht.PUBLICEREN: frozenset({Rol.PRIVACY_OFFICER}),
    Recht.ADVISEREN_PO: frozenset({Rol.PRIVACY_OFFICER}),
    Recht.ADVISEREN_FG: frozenset({Rol.FG}),
    Recht.VASTSTELLEN: frozenset({Rol.MANAGER}),
    Recht.BEWERKEN: frozenset({Rol.MANAGER, Rol.COORDINATOR, Rol.UITVOERDER}),
}
_LEIDT = [functie for functie, rol in ROL_VAN_FUNCTIE.items() if rol is Rol.MANAGER]


def rollen_voor(recht: Recht) -> frozenset[Rol]:
    """The roles that are expected to do what needs `recht`; without a choice here everybody who may."""
    return _DOOR.get(recht) or frozenset(rol for rol, rechten in ROLLEN.items() if recht in rechten)


def team_q(lid: Lid, *, alleen_eigen: bool) -> Q:
    """The tasks that are expected from the roles of `lid`, as a condition on Taak.

    With `alleen_eigen` not what somebody nearer does: the behandelaar of the dossier, or for a manager the
    manager of the unit itself.
    """
    per_regel: dict[Q, list[str]] = {}
    for recht in Recht:
        for regel in _regels(lid, recht, alleen_eigen):
            per_regel.setdefault(regel, []).append(recht.value)
    q = Q(recht=Recht.BEWERKEN.value, dossier__behandelaar=lid.persoon_id)
    for regel, rechten in per_regel.items():
        q |= Q(recht__in=rechten) & regel
    return q


def _regels(lid: Lid, recht: Recht, alleen_eigen: bool) -> Iterator[Q]:
    """The dossiers on which `recht` is expected from `lid`: as a manager, and in her other roles."""
    rollen = rollen_voor(recht)
    for leidend in (True, False):
        deel = tuple(b for b in lid.met(recht) if b.rol in rollen and (b.rol is Rol.MANAGER) == leidend)
        if not deel:
            continue
        regel = waarop_q(Lid(lid.persoon_id, lid.naam, lid.op, deel), recht, "dossier__")
        if alleen_eigen and leidend:
            regel &= _dichtst_bij(lid)
        if alleen_eigen and recht is Recht.BEWERKEN:
            regel &= Q(dossier__behandelaar=None)
        yield regel


def _dichtst_bij(lid: Lid) -> Q:
    """This person leads the unit herself, or nobody else does."""
    leiding = Functievervulling.objects.geldig_op(lid.op).filter(
        eenheid=OuterRef("dossier__eenheid"), functie__in=_LEIDT
    )
    return Exists(leiding.filter(persoon=lid.persoon_id)) | ~Exists(leiding)


def ontvangers(dossier: Dossier, recht: Recht, op: date) -> list[Persoon]:
    """The people to tell about work that needs `recht` on this dossier, as far as they may do it.

    Privacy Officers or FG: all of the municipality. Deciding: the responsible manager. Editing: the
    behandelaar, else the coordinators of the unit, else the responsible manager. Nobody is an answer too.
    """
    mensen = list(_kandidaten(dossier, recht, op))
    if dossier.vertrouwelijkheid == INTERN:
        return mensen
    return [mens for mens in mensen if mag(lid_van(mens, op), recht, dossier)]


def _kandidaten(dossier: Dossier, recht: Recht, op: date) -> Iterable[Persoon]:
    rollen = rollen_voor(recht)
    if Rol.MANAGER not in rollen:
        functies = [functie for functie, rol in ROL_VAN_FUNCTIE.items() if rol in rollen - {Rol.MEDEWERKER}]
        return _met_functie(functies, op, gemeente=dossier.gemeente_id)
    if recht is not Recht.VASTSTELLEN:
        if dossier.behandelaar is not None:
            return [dossier.behandelaar]
        if dossier.eenheid_id and (
            coordinatoren := _met_functie(["coordinator"], op, eenheid=dossier.eenheid_id)
        ):
            return coordinatoren
    if dossier.eenheid is None:
        return []
    wie = verantwoordelijke(dossier.eenheid, "teammanager", op).functievervulling
    return [wie.persoon] if wie else []


def _met_functie(functies: list[str], op: date, **waar: int | None) -> list[Persoon]:
    vervuld = Functievervulling.objects.geldig_op(op).filter(functie__in=functies, **waar)
    return list(Persoon.objects.filter(is_active=True, pk__in=vervuld.values("persoon")))
