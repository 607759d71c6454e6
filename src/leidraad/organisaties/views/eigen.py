"""What concerns the signed-in person herself: her functions, her rights, and the tasks she hands over."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leidraad.organisaties.forms import OverdrachtForm, probeer
from leidraad.organisaties.handelingen import draag_over, neem_terug
from leidraad.organisaties.models import Eenheid, Functievervulling, Overdracht
from leidraad.organisaties.rechten import ROLLEN, Lid, Recht
from leidraad.organisaties.toegang import lid_bij

_UITLEG = {
    Recht.LEZEN: "dossiers lezen",
    Recht.LEZEN_VERTROUWELIJK: "vertrouwelijke dossiers lezen",
    Recht.AANMAKEN: "dossiers aanmaken",
    Recht.BEWERKEN: "dossiers bewerken",
    Recht.OPMERKEN: "opmerkingen plaatsen",
    Recht.MELDEN: "een datalek melden",
    Recht.TOETSEN: "dossiers toetsen",
    Recht.VASTSTELLEN: "dossiers vaststellen",
    Recht.PUBLICEREN: "dossiers openbaar maken",
    Recht.ADVISEREN_PO: "adviseren als Privacy Officer",
    Recht.ADVISEREN_FG: "adviseren als FG",
    Recht.IMPORTEREN: "een register importeren",
    Recht.EXPORTEREN: "gegevens exporteren",
    Recht.JOURNAAL: "het journaal lezen",
    Recht.OVERDRAGEN: "taken overdragen",
    Recht.NALEVING: "zien hoe het met de normen staat",
    Recht.ORGANISATIE_INZIEN: "de organisatie inzien",
    Recht.BEHEREN: "personen, functies en eenheden beheren",
}


@login_required
@require_GET
def mijn_gegevens(request: HttpRequest) -> HttpResponse:
    """My functions, what I may do, and the tasks that were handed to me."""
    lid = lid_bij(request)
    functies = Functievervulling.objects.geldig_op(lid.op).filter(persoon=lid.persoon_id)
    ontvangen = Overdracht.objects.geldig_op(lid.op).filter(aan=lid.persoon_id)
    context = {
        "functies": functies.select_related("gemeente", "eenheid"),
        "rechten": _rechten(lid),
        "ontvangen": ontvangen.select_related("eenheid__gemeente", "functie__persoon"),
        "mag_overdragen": bool(lid.gemeenten(Recht.OVERDRAGEN)),
    }
    return render(request, "organisaties/mijn_gegevens.html", context)


def _rechten(lid: Lid) -> list[tuple[str, list[str]]]:
    """Each role once, with what it may do in plain words."""
    rollen = {b.rol: b.functie for b in lid.bevoegdheden}
    return [
        (functie.replace("_", " ").capitalize(), [_UITLEG[recht] for recht in Recht if recht in ROLLEN[rol]])
        for rol, functie in rollen.items()
    ]


@login_required
@require_http_methods(["GET", "POST"])
def overdrachten(request: HttpRequest) -> HttpResponse:
    """The tasks that a manager lets others carry out; she stays responsible (norm 4.4.9)."""
    lid = lid_bij(request)
    if not lid.gemeenten(Recht.OVERDRAGEN):
        raise PermissionDenied("Alleen een leidinggevende kan taken overdragen.")
    form = OverdrachtForm(request.POST or None, lid=lid)
    if request.method == "POST":
        nieuw = probeer(
            form,
            lambda: draag_over(
                functie=_eigen_functie(lid, form.cleaned_data["eenheid"]),
                **form.cleaned_data,
                door=lid,
                nu=timezone.now(),
            ),
        )
        if nieuw:
            messages.success(request, f"{nieuw.aan.naam} voert de taak uit. U blijft verantwoordelijk.")
            return redirect("organisaties:overdrachten")
    gegeven = Overdracht.objects.filter(functie__persoon=lid.persoon_id)
    context = {
        "form": form,
        "lopend": gegeven.geldig_op(lid.op).select_related("aan", "eenheid"),
        "voorbij": gegeven.filter(tot__lt=lid.op).select_related("aan", "eenheid")[:50],
    }
    return render(request, "organisaties/overdrachten.html", context)


def _eigen_functie(lid: Lid, eenheid: Eenheid) -> Functievervulling:
    """The function by which she leads this unit: the one nearest above it in the tree."""
    leidt = {b.functie for b in lid.met(Recht.OVERDRAGEN) if b.geldt_voor(eenheid.gemeente_id, eenheid.pk)}
    functies = Functievervulling.objects.geldig_op(lid.op).filter(
        persoon=lid.persoon_id, gemeente=eenheid.gemeente_id, functie__in=leidt
    )
    per_eenheid: dict[int | None, Functievervulling] = {functie.eenheid_id: functie for functie in functies}
    boven = dict(Eenheid.objects.filter(gemeente=eenheid.gemeente_id).values_list("pk", "bovenliggend"))
    hier: int | None = eenheid.pk
    # The form offers only units under one of her functions, so this walk ends at that function.
    while hier not in per_eenheid:
        hier = boven[hier] if hier else None
    return per_eenheid[hier]


@login_required
@require_POST
def overdracht_terugnemen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a task back."""
    lid = lid_bij(request)
    overdracht = get_object_or_404(
        Overdracht.objects.geldig_op(lid.op).select_related("functie", "eenheid"),
        pk=pk,
        functie__persoon=lid.persoon_id,
    )
    neem_terug(overdracht=overdracht, door=lid, nu=timezone.now())
    messages.success(request, "U hebt de taak teruggenomen.")
    return redirect("organisaties:overdrachten")
