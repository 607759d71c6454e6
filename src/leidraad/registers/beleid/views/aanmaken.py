"""Make a document, and copy one to other gemeenten."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from leidraad.dossiers.forms import probeer
from leidraad.dossiers.fouten import GeenRecht, Geweigerd
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.rechten import Lid
from leidraad.registers.beleid import handelingen
from leidraad.registers.beleid.forms.aanmaken import KopieerForm, NieuwForm
from leidraad.registers.beleid.inhoud import Inhoud
from leidraad.registers.beleid.models import Beleidsstuk, Beleidsversie
from leidraad.registers.beleid.regels.verwachten import verwachte_stukken
from leidraad.registers.beleid.views.laden import adres, gepost, kader, stuk_voor
from leidraad.registers.beleid.views.lijst import gemeenten_om_te_maken
from leidraad.registers.beleid.views.volgende import gemeenten_om_te_kopieren

_INHOUD = ("naam", "soort", "verwacht", "eigenaar", "omschrijving")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """The short form; after it the text. `?gemeente=` and `?verwacht=` fill it in."""
    lid = lid_bij(request)
    if not gemeenten_om_te_maken(lid):
        raise GeenRecht(
            "Uw functie geeft u niet het recht een beleidsstuk te maken. Vraag de Privacy Officer."
        )
    formulier = NieuwForm(gepost(request), lid=lid, initial=_begin(request.GET.get("verwacht", ""), lid))
    if request.method != "POST":
        gekozen = request.GET.get("gemeente", "")
        for code, (gemeente, eenheid) in formulier.plekken.items():
            if gemeente.slug == gekozen and eenheid is None:
                formulier.initial["plek"] = code
    gemaakt: list[Beleidsstuk] = []
    if request.method == "POST" and probeer(
        formulier, lambda schoon: gemaakt.append(_maak(formulier, schoon, lid))
    ):
        [stuk] = gemaakt
        messages.success(request, f"Het stuk heeft nummer {stuk.dossier.nummer}. Schrijf nu de tekst.")
        return redirect(adres("versie_bewerken", stuk.dossier, 1))
    context = {"formulier": formulier, "lijst_url": reverse("beleid:lijst")}
    return render(request, "beleid/nieuw.html", context)


def _begin(code: str, lid: Lid) -> dict[str, Any]:
    """What the list of expected documents knows of one of them."""
    item = verwachte_stukken(lid.op).get(code)
    if item is None:
        return {}
    return {"naam": item.naam, "soort": item.soort, "verwacht": code, "eigenaar": item.eigenaar}


def _maak(formulier: NieuwForm, schoon: dict[str, Any], lid: Lid) -> Beleidsstuk:
    gemeente, eenheid = formulier.plekken[schoon["plek"]]
    inhoud = Inhoud(**{naam: schoon[naam] for naam in _INHOUD})
    try:
        return handelingen.maak_stuk(
            gemeente=gemeente, eenheid=eenheid, inhoud=inhoud, door=lid, nu=timezone.now()
        )
    except GeenRecht as fout:
        # What was typed stays on the page.
        raise Geweigerd(str(fout)) from fout


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def kopieren(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """Give the newest version to other gemeenten, as a concept that their own college adopts."""
    stuk, lid = stuk_voor(request, gemeente, nummer), lid_bij(request)
    mogelijk = sorted(gemeenten_om_te_kopieren(lid, stuk.dossier))
    if not mogelijk:
        raise GeenRecht("Uw functie geeft u niet het recht een beleidsstuk te maken in een andere gemeente.")
    formulier = KopieerForm(gepost(request), gemeenten=mogelijk)
    kopieen: list[Beleidsversie] = []
    if request.method == "POST" and probeer(
        formulier,
        lambda schoon: kopieen.extend(
            handelingen.kopieer_naar(
                stuk=stuk, gemeenten=list(schoon["gemeenten"]), door=lid, nu=timezone.now()
            )
        ),
    ):
        namen = ", ".join(f"{k.stuk.dossier.gemeente} ({k.stuk.dossier.nummer})" for k in kopieen)
        messages.success(request, f"Gekopieerd als concept naar {namen}.")
        return redirect(adres("detail", stuk.dossier))
    context = kader(stuk, "Kopiëren naar andere gemeenten") | {
        "formulier": formulier,
        "knoptekst": "Kopiëren",
        "uitleg": "De nieuwste versie komt er als concept te staan. Het besluit gaat niet mee: elke gemeente "
        "stelt het stuk zelf vast.",
    }
    return render(request, "beleid/stap.html", context)
