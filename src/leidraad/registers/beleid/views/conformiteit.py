"""Check a version against the ten principles of the policy, in as many sittings as it takes (norm 1.1.5)."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from leidraad.dossiers.forms import probeer
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.rechten import Recht
from leidraad.registers.beleid import handelingen
from leidraad.registers.beleid.forms.conformiteit import ConformiteitForm
from leidraad.registers.beleid.opmaak import als_html
from leidraad.registers.beleid.overzicht import als_oordelen
from leidraad.registers.beleid.regels.conformiteit import moet_getoetst, nog_te_toetsen
from leidraad.registers.beleid.views.laden import adres, gepost, kader, overzicht_van, stuk_voor, versie_van


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def conformiteit(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """The form with ten principles, beside the text that is judged."""
    stuk, lid = stuk_voor(request, gemeente, nummer, Recht.TOETSEN), lid_bij(request)
    gekozen = overzicht_van(stuk, request).te_toetsen
    if gekozen is None or not moet_getoetst(stuk.soort):
        messages.info(request, "Van dit stuk hoeft nu niets te worden getoetst.")
        return redirect(adres("detail", stuk.dossier))
    versie = versie_van(stuk, gekozen.nummer)
    formulier = ConformiteitForm(gepost(request), op=lid.op, oordelen=als_oordelen(versie))
    # What was judged is the version that the page showed.
    ander = request.method == "POST" and request.POST.get("versie") != str(versie.pk)
    if ander:
        formulier.is_valid()
        formulier.add_error(None, "Er is intussen een andere versie. Lees haar, en sla uw oordeel dan op.")
    if (
        request.method == "POST"
        and not ander
        and probeer(
            formulier,
            lambda schoon: handelingen.toets_conformiteit(
                versie=versie, oordelen=formulier.oordelen(), door=lid, nu=timezone.now()
            ),
        )
    ):
        nog = len(nog_te_toetsen(formulier.oordelen(), lid.op))
        messages.success(
            request, "Opgeslagen. " + (f"Nog {nog} te toetsen." if nog else "Alles is getoetst.")
        )
        return redirect(adres("detail", stuk.dossier))
    context = kader(stuk, "Toetsen aan de uitgangspunten") | {
        "formulier": formulier,
        "versie": versie,
        "tekst": als_html(versie.tekst),
    }
    return render(request, "beleid/conformiteit.html", context)
