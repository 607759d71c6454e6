"""What has been kept long enough: a Privacy Officer looks and decides; nothing disappears by itself."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from leidraad.dossiers.fouten import GeenRecht, Geweigerd
from leidraad.dossiers.models import Dossier
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.datalekken.bewaren import regel, verlopen
from leidraad.registers.datalekken.handelingen import vernietig
from leidraad.registers.datalekken.views.laden import adres, datalek_voor, kader

_MEESTE = 200


@login_required
@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    """What may go now, and what went before with its proof in the journaal."""
    lid = lid_bij(request)
    if not lid.gemeenten(Recht.TOETSEN):
        raise GeenRecht("Alleen een Privacy Officer vernietigt datalekken.")
    context = {
        "verlopen": _mijn(verlopen(lid.op), lid)[:_MEESTE],
        "vernietigd": _mijn(Dossier.objects.filter(datalek__vernietigd_op__isnull=False), lid)
        .select_related("datalek")
        .order_by("-datalek__vernietigd_op")[:_MEESTE],
        "regel": regel(lid.op),
    }
    return render(request, "datalekken/bewaartermijn.html", context)


def _mijn(dossiers: QuerySet[Dossier], lid: Lid) -> QuerySet[Dossier]:
    """Those on which this person may decide."""
    return dossiers.filter(pk__in=Dossier.objects.waarop(lid, Recht.TOETSEN).values("pk")).select_related(
        "gemeente", "eenheid"
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def een(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Say what goes and what stays, and do it only after a clear yes."""
    datalek = datalek_voor(request, gemeente, nummer, Recht.TOETSEN)
    lid, nu = lid_bij(request), timezone.now()
    if request.method == "POST" and request.POST.get("zeker") == "ja":
        try:
            vernietig(datalek=datalek, door=lid, nu=nu)
        except Geweigerd as weigering:
            messages.error(request, str(weigering))
            return redirect(adres("detail", datalek.dossier))
        messages.success(
            request, f"{datalek.dossier.nummer} is vernietigd. Het bewijs staat in het journaal."
        )
        return redirect("datalekken:bewaartermijn")
    mag_weg = verlopen(lid.op).filter(pk=datalek.pk).first()
    context = {
        **kader(datalek, nu, "Vernietigen"),
        "mag_weg": mag_weg,
        "regel": regel(lid.op),
        "niet_bevestigd": request.method == "POST",
    }
    return render(request, "datalekken/vernietigen.html", context)
