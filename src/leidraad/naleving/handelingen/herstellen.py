"""Give out the work that a shortfall asks for, and take it back when the shortfall is gone."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime

from django.db import transaction

from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.dossiers.handelingen import laat_taak_vervallen, noteer, open_taak, vergrendel
from leidraad.dossiers.models import Dossier, Taak
from leidraad.dossiers.werk import eind_van
from leidraad.naleving.handelingen.normdossier import open_normdossier
from leidraad.naleving.handelingen.taaksoorten import HERSTEL, hersteltaaksoort, norm_van_taak
from leidraad.naleving.register import NORMDOSSIERS
from leidraad.naleving.toetsen import toets_van
from leidraad.normen.norm import Norm, normen
from leidraad.organisaties.models import Gemeente, Persoon
from leidraad.organisaties.rechten import Lid, Recht, mag, mag_in


@transaction.atomic
def open_hersteltaak(
    gemeente: Gemeente,
    norm: Norm,
    *,
    dossier: Dossier | None,
    aan: Persoon | None,
    uiterlijk: date,
    pad: str = "",
    door: Lid,
    nu: datetime,
) -> Taak:
    """Open the task to put a shortfall right: on its own dossier, or on the dossier of the norm.

    `aan` is the responsible person, if there is one. Raises GeenRecht for who may not see the norms there,
    Geweigerd when the day has passed or when the dossier does not fall short (any more).
    """
    if uiterlijk < door.op:
        raise Geweigerd("Kies een dag die nog komt.")
    if dossier is None:
        eis(mag_in(door, Recht.NALEVING, gemeente.pk))
        dossier = open_normdossier(gemeente, norm, door=door, nu=nu).dossier
    else:
        eis(mag(door, Recht.NALEVING, dossier))
        _eis_tekort(gemeente, norm, dossier, nu)
    dossier = vergrendel(dossier.pk)
    soort = hersteltaaksoort(norm, pad=pad)
    taak = open_taak(dossier, soort, uiterlijk=eind_van(uiterlijk), toegewezen=aan, door=door, nu=nu)
    details = {"norm": norm.nummer, "uiterlijk": uiterlijk.isoformat(), "toegewezen": aan and aan.pk}
    noteer(dossier, "hersteltaak_geopend", recht=Recht.NALEVING, details=details, door=door, nu=nu)
    return taak


def _eis_tekort(gemeente: Gemeente, norm: Norm, dossier: Dossier, nu: datetime) -> None:
    toets = toets_van(norm.nummer)
    pad = toets.populatie.dossier if toets else ""
    bevindingen = toets.bevindingen(nu, gemeente.pk).filter(**{pad: dossier.pk}) if toets and pad else None
    if bevindingen is None or not bevindingen.exists():
        raise Geweigerd("Dit dossier voldoet al aan de norm. Er is geen taak nodig.")


@transaction.atomic
def ruim_hersteltaken_op(nu: datetime) -> int:
    """Let the open tasks lapse of which the shortfall is gone; returns how many. Safe to run again."""
    per_norm: dict[str, list[Taak]] = defaultdict(list)
    for taak in Taak.objects.open().filter(soort__startswith=HERSTEL).select_related("dossier"):
        per_norm[norm_van_taak(taak.soort)].append(taak)
    klaar = 0
    for nummer, taken in per_norm.items():
        toets = toets_van(nummer)
        if nummer not in normen() or toets is None or not toets.populatie.dossier:
            continue
        pad = toets.populatie.dossier
        nog = set(
            toets.bevindingen(nu)
            .filter(**{f"{pad}__in": [taak.dossier_id for taak in taken]})
            .values_list(pad, flat=True)
        )
        for taak in taken:
            # A task on the dossier of the norm itself stays until somebody ticks it off.
            if taak.dossier_id not in nog and taak.dossier.soort != NORMDOSSIERS.code:
                klaar += laat_taak_vervallen(taak.dossier, taak.soort, nu=nu)
    return klaar
