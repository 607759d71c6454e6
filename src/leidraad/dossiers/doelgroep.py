"""Whose work it is: more people may do something than are expected to do it.

Rights say who may (rechten.mag). A Privacy Officer may edit every verwerking of a municipality, but a draft
that was sent back is the work of the unit. Here is only who is expected; it never gives anybody a right.
"""

from collections.abc import Iterable
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
    q = Q(pk__in=[])
    for recht in Recht:
        rollen = rollen_voor(recht)
        for leidend in (True, False):
            deel = tuple(b for b in lid.met(recht) if b.rol in rollen and (b.rol is Rol.MANAGER) == leidend)
            if not deel:
                continue
            hier = waarop_q(Lid(lid.persoon_id, lid.naam, lid.op, deel), recht, "dossier__")
            if alleen_eigen and leidend:
                hier &= _dichtst_bij(lid)
            if alleen_eigen and recht is Recht.BEWERKEN:
                hier &= Q(dossier__behandelaar=None)
            q |= Q(recht=recht.value) & hier
    return q | Q(recht=Recht.BEWERKEN.value, dossier__behandelaar=lid.persoon_id)


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
