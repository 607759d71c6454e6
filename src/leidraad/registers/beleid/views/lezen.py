"""What people must read: their own page, and how many have read it (policy 4.8)."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.rechten import Lid, Recht, mag, mag_in
from leidraad.registers.beleid import handelingen
from leidraad.registers.beleid import kennisname as lezers
from leidraad.registers.beleid.models import Beleidsversie, Kennisname
from leidraad.registers.beleid.opmaak import als_html
from leidraad.registers.beleid.views.dossier import tabbladen
from leidraad.registers.beleid.views.laden import adres, kader, overzicht_van, stuk_voor, versie_van

_PER_PAGINA = 25


@dataclass(frozen=True)
class Leesstuk:
    """One version to read, with its text on the screen."""

    versie: Beleidsversie
    tekst: SafeString
    url: str
    gelezen_url: str


@login_required
@require_safe
def te_lezen(request: HttpRequest) -> HttpResponse:
    """What this person must still read, and what she has read."""
    lid = lid_bij(request)
    open_versies = lezers.te_lezen(lid).select_related("bestand")
    gelezen = Kennisname.objects.filter(persoon=lid.persoon_id).order_by("-op", "-pk")
    gelezen = gelezen.select_related("versie__stuk__dossier__gemeente").defer("versie__tekst")
    context = {
        "stukken": [_leesstuk(versie) for versie in open_versies],
        "pagina": Paginator(gelezen, _PER_PAGINA).get_page(request.GET.get("pagina")),
        "zichtbaar": lid.gemeenten(Recht.LEZEN),
    }
    return render(request, "beleid/te_lezen.html", context)


def _leesstuk(versie: Beleidsversie) -> Leesstuk:
    dossier = versie.stuk.dossier
    return Leesstuk(
        versie,
        als_html(versie.tekst),
        adres("detail", dossier),
        adres("gelezen", dossier, versie.nummer),
    )


@login_required
@require_POST
def gelezen(request: HttpRequest, gemeente: str, nummer: str, versie: int) -> HttpResponse:
    """She has read this version. Twice is once."""
    gekozen = versie_van(stuk_voor(request, gemeente, nummer), versie)
    try:
        handelingen.neem_kennis(versie=gekozen, door=lid_bij(request), nu=timezone.now())
    except Geweigerd as weigering:
        messages.error(request, str(weigering))
    else:
        messages.success(
            request, f"Dank u wel. Wij weten nu dat u ‘{gekozen.stuk.dossier.titel}’ hebt gelezen."
        )
    return redirect("beleid:te_lezen")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def kennisname(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """How many people have read it, per unit; names only for who leads them. Ask it, or stop asking."""
    stuk, lid = stuk_voor(request, gemeente, nummer), lid_bij(request)
    beeld = overzicht_van(stuk, request)
    versie = beeld.getoond
    if versie is not None:
        versie.stuk = stuk
    if request.method == "POST":
        eis(mag(lid, Recht.BEWERKEN, stuk.dossier))
        if versie is None or request.POST.get("versie") != str(versie.pk):
            messages.error(request, "Er is intussen een andere versie. Kijk of u die wilt laten lezen.")
        else:
            vraagt = request.POST.get("vraagt") == "ja"
            handelingen.vraag_kennisname(versie=versie, vraagt=vraagt, door=lid, nu=timezone.now())
            messages.success(request, _gevraagd(vraagt))
        return redirect(adres("kennisname", stuk.dossier))
    loopt = versie is not None and versie == beeld.geldend and versie.vraagt_kennisname
    context = kader(stuk, "Kennisname") | {
        "versie": versie,
        "beeld": beeld,
        "tabbladen": tabbladen(stuk, "kennisname"),
        "cijfers": _cijfers(versie, lid) if versie and loopt else [],
        "mensen": lezers.mensen(versie, lid) if versie and loopt else [],
        "mag_bewerken": bool(mag(lid, Recht.BEWERKEN, stuk.dossier)),
    }
    return render(request, "beleid/kennisname.html", context)


def _cijfers(versie: Beleidsversie, lid: Lid) -> list[lezers.Cijfer]:
    """The whole for everybody; a unit of two people says who did, so only for who answers for that unit."""
    gemeente = versie.stuk.dossier.gemeente_id
    return [
        cijfer
        for cijfer in lezers.cijfers(versie, lid.op)
        if cijfer.eenheid is None or mag_in(lid, Recht.NALEVING, gemeente, cijfer.eenheid.pk)
    ]


def _gevraagd(vraagt: bool) -> str:
    if vraagt:
        return "Medewerkers zien dit stuk nu op hun pagina ‘Te lezen’ zodra de versie geldt."
    return "Medewerkers hoeven dit stuk niet meer te lezen."
