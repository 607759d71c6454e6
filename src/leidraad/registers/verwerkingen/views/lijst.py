"""The list of verwerkingen, and the export of exactly what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leidraad.dossiers.lijsten.bladeren import bladzijde, gemeentewissel, in_volgorde, zonder_pagina
from leidraad.dossiers.models import Dossier
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.referentie import lijst as referentielijst
from leidraad.registers.verwerkingen.begrippen import Openbaarheid
from leidraad.registers.verwerkingen.forms.filteren import KOLOMMEN, STANDAARD_KOLOMMEN, Filterformulier
from leidraad.registers.verwerkingen.register import VERWERKINGEN
from leidraad.registers.verwerkingen.selectie import ALLES, Selectie

FORMATEN = (("csv", "CSV"), ("xlsx", "Excel"), ("json", "JSON"), ("jsonld", "JSON-LD"))
_DRINGEND_DAGEN = 60
# More rows than this are not counted or leafed through: that takes too long.
MEESTE = 1000


@login_required
@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    """The verwerkingen that this person may see, by the filters of the address."""
    lid = lid_bij(request)
    selectie = Selectie.uit(request.GET, lid)
    gemeenten = list(Gemeente.objects.filter(pk__in=lid.gemeenten()).only("naam", "slug"))
    formulier = Filterformulier(selectie, gemeenten)
    gevonden = selectie.nummers(MEESTE + 1)
    pagina = bladzijde(gevonden, request.GET.get("pagina", ""))
    pagina.object_list = [_verrijk(dossier, lid) for dossier in _rijen(list(pagina))]
    uitvoer = zonder_pagina(request.GET)
    uitvoer["mijn"] = selectie.mijn or ALLES
    context = {
        "selectie": selectie,
        "telling": _telling(len(gevonden)),
        "formaten": FORMATEN,
        "uitvoerquery": f"?{uitvoer.urlencode()}",
        "formulier": formulier,
        "gekozen": formulier.gekozen(request.GET),
        "kolommen": (kolommen := gekozen_kolommen(request, gemeenten)),
        "kolomkeuze": [(code, label, code in kolommen) for code, label in KOLOMMEN.items()],
        "pagina": pagina,
        "nieuw": bool(lid.gemeenten(Recht.AANMAKEN)),
        "exporteren": bool(lid.gemeenten(Recht.EXPORTEREN)),
        "importeren": bool(lid.gemeenten(Recht.IMPORTEREN)),
        "gemeenten": gemeentewissel(VERWERKINGEN, gemeenten),
        "gemeente": next((g for g in gemeenten if g.slug == selectie.gemeente), None),
    }
    return render(request, "verwerkingen/lijst.html", context)


def _rijen(pks: Sequence[int]) -> list[Dossier]:
    """These dossiers in this order, with only the columns that the table shows."""
    dossiers = Dossier.objects.select_related("gemeente", "eenheid", "behandelaar", "verwerking").only(
        "nummer", "titel", "soort", "gewijzigd_op", "herzien_voor", "vertrouwelijkheid",
        "gemeente__naam", "gemeente__slug", "eenheid__naam", "behandelaar__naam",
        "verwerking__status", "verwerking__gevoeligheid", "verwerking__volledigheid",
        "verwerking__openbaarheid", "verwerking__geldende_versie",
    )  # fmt: skip
    return in_volgorde(dossiers, pks)


def gekozen_kolommen(request: HttpRequest, gemeenten: list[Gemeente]) -> list[str]:
    """The columns of the address, in the order of the table; without any the usual ones."""
    gevraagd = set(request.GET.getlist("kolom")) & KOLOMMEN.keys()
    if not gevraagd:
        gevraagd = set(STANDAARD_KOLOMMEN) - ({"gemeente"} if len(gemeenten) == 1 else set())
    return [code for code in KOLOMMEN if code in gevraagd]


def _telling(aantal: int) -> str:
    if aantal > MEESTE:
        return "Meer dan 1.000 verwerkingen. Zoek of filter om de lijst korter te maken."
    return "1 verwerking" if aantal == 1 else f"{aantal} verwerkingen"


def _verrijk(dossier: Any, lid: Lid) -> Any:
    """Say in words what the row shows: the class, how urgent the review is, and whether it is public."""
    verwerking = dossier.verwerking
    dossier.klassenaam = klassen(lid.op).get(verwerking.gevoeligheid, "")
    dossier.openbaar = (
        Openbaarheid.label_van(verwerking.openbaarheid) if verwerking.geldende_versie_id else "Nog niet"
    )
    dagen = (dossier.herzien_voor - lid.op).days if dossier.herzien_voor else None
    if dagen is not None and dagen < _DRINGEND_DAGEN:
        dossier.dringend, dossier.kleur = ("Verlopen", "rood") if dagen < 0 else ("Binnenkort", "oranje")
    return dossier


def klassen(op: date) -> dict[str, str]:
    """The names of the classes of sensitivity."""
    return dict(referentielijst("gevoeligheidsklassen", op).keuzes())
