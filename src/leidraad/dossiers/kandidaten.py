"""Who can be given a task: the people whose function lets them do it. wijs_toe decides in the end."""

from datetime import date

from leidraad.dossiers.models import Dossier, Taak
from leidraad.organisaties.models import Eenheid, Functievervulling, Overdracht
from leidraad.organisaties.rechten import (
    BEHANDELAAR,
    INTERN,
    ROL_VAN_FUNCTIE,
    ROLLEN,
    Recht,
    Rol,
)

_HELE_GEMEENTE = {Rol.PRIVACY_OFFICER, Rol.FG, Rol.CISO, Rol.BEHEERDER}


def kandidaten(taak: Taak, op: date) -> list[tuple[int, str]]:
    """The people who may do this task, each with the function that lets her, by name: three queries."""
    dossier, recht = taak.dossier, Recht(taak.recht)
    keten = _boven(dossier)
    uit: dict[int, tuple[str, str]] = {}
    if recht in BEHANDELAAR and dossier.behandelaar is not None:
        uit[dossier.behandelaar.pk] = (dossier.behandelaar.naam, "behandelaar")
    functies = Functievervulling.objects.geldig_op(op).filter(
        gemeente=dossier.gemeente_id, functie__in=ROL_VAN_FUNCTIE, persoon__is_active=True
    )
    for f in functies.select_related("persoon").order_by("pk"):
        rol = ROL_VAN_FUNCTIE[f.functie]
        if _kan(rol, recht, dossier) and (rol in _HELE_GEMEENTE or f.eenheid_id in keten):
            uit.setdefault(f.persoon_id, (f.persoon.naam, f.titel))
    if _kan(Rol.UITVOERDER, recht, dossier):
        for o in (
            Overdracht.objects.geldig_op(op)
            .filter(
                eenheid__in=keten, functie__in=Functievervulling.objects.geldig_op(op), aan__is_active=True
            )
            .select_related("aan")
        ):
            uit.setdefault(o.aan_id, (o.aan.naam, "uitvoerder"))
    return sorted(
        ((pk, f"{naam} ({functie})") for pk, (naam, functie) in uit.items()),
        key=lambda paar: paar[1].casefold(),
    )


def _kan(rol: Rol, recht: Recht, dossier: Dossier) -> bool:
    rechten = ROLLEN[rol]
    return recht in rechten and (dossier.vertrouwelijkheid == INTERN or Recht.LEZEN_VERTROUWELIJK in rechten)


def _boven(dossier: Dossier) -> set[int]:
    """The unit of the dossier and every unit above it."""
    boven = dict(Eenheid.objects.filter(gemeente=dossier.gemeente_id).values_list("pk", "bovenliggend"))
    keten: set[int] = set()
    hier = dossier.eenheid_id
    while hier is not None and hier not in keten:
        keten.add(hier)
        hier = boven.get(hier)
    return keten
