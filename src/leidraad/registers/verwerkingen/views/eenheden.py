"""Units without verwerkingen, who is responsible, and the statement that there are none (norm 1.1.4)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.dossiers.toegang import lid_bij
from leidraad.normen.toets import Rijen
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.organisaties.verantwoordelijkheid import verantwoordelijken_voor
from leidraad.registers.verwerkingen.forms.eenheden import GeenVerwerkingenForm
from leidraad.registers.verwerkingen.handelingen import mag_verklaren, verklaar_geen_verwerkingen
from leidraad.registers.verwerkingen.models import GeenVerwerkingen
from leidraad.registers.verwerkingen.toetsen.populaties import EENHEDEN
from leidraad.registers.verwerkingen.toetsen.volledig import zonder_verwerkingen


@login_required
@require_safe
def eenheden(request: HttpRequest) -> HttpResponse:
    """The units of this person that have no running verwerkingen; what this person can do first."""
    lid, nu = lid_bij(request), timezone.now()
    rijen = list(_leesbaar(lid, nu).filter(zonder_verwerkingen(nu)).order_by("gemeente__naam", "naam"))
    verklaard = _verklaringen([eenheid.pk for eenheid in rijen], lid.op)
    wie = verantwoordelijken_voor(rijen, "teammanager", lid.op)
    regels = [
        {
            "eenheid": eenheid,
            "wie": wie[eenheid.pk],
            "verklaring": verklaard.get(eenheid.pk),
            "mag": bool(mag_verklaren(lid, eenheid)),
        }
        for eenheid in rijen
    ]
    context = {
        "regels": sorted(regels, key=lambda regel: (regel["verklaring"] is not None, not regel["mag"])),
        "open": sum(regel["verklaring"] is None for regel in regels),
        "meer_gemeenten": len({eenheid.gemeente_id for eenheid in rijen}) > 1,
    }
    return render(request, "verwerkingen/eenheden.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def eenheid(request: HttpRequest, pk: int) -> HttpResponse:
    """State that one unit has no verwerkingen. A unit that this person does not read, does not exist."""
    lid, nu = lid_bij(request), timezone.now()
    gekozen = get_object_or_404(_leesbaar(lid, nu), pk=pk)
    eis(mag_verklaren(lid, gekozen))
    formulier = GeenVerwerkingenForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and formulier.is_valid():
        try:
            verklaar_geen_verwerkingen(eenheid=gekozen, door=lid, nu=nu, **formulier.cleaned_data)
        except Geweigerd as geweigerd:
            for reden in geweigerd.redenen:
                formulier.add_error(None, reden)
        else:
            messages.success(request, f"U hebt verklaard dat {gekozen.naam} geen verwerkingen heeft.")
            return redirect("verwerkingen:eenheden")
    context: dict[str, Any] = {
        "eenheid": gekozen,
        "formulier": formulier,
        "eenheden_url": reverse("verwerkingen:eenheden"),
        "verklaring": _verklaringen([gekozen.pk], lid.op).get(gekozen.pk),
    }
    return render(request, "verwerkingen/eenheid.html", context)


def _leesbaar(lid: Lid, nu: datetime) -> Rijen:
    """The units at the bottom of the tree that this person may read."""
    hier = Q(pk__in=[])
    for bevoegdheid in lid.met(Recht.LEZEN):
        plek = Q(gemeente=bevoegdheid.gemeente_id)
        if bevoegdheid.eenheden is not None:
            plek &= Q(pk__in=sorted(bevoegdheid.eenheden))
        hier |= plek
    return EENHEDEN.van(nu).filter(hier).select_related("gemeente")


def _verklaringen(eenheden: list[int], op: date) -> dict[int, GeenVerwerkingen]:
    """The newest statement that holds today, by unit."""
    geldig = GeenVerwerkingen.objects.geldig_op(op).filter(eenheid__in=eenheden).order_by("van", "pk")
    return {verklaring.eenheid_id: verklaring for verklaring in geldig}
