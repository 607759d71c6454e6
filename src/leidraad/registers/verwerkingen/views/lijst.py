"""The list of verwerkingen, and the export of exactly what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import EmptyPage, Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from leidraad.dossiers.models import Dossier
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.models import Eenheid, Gemeente
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.referentie import lijst as referentielijst
from leidraad.registers.verwerkingen.begrippen import Openbaarheid
from leidraad.registers.verwerkingen.forms.filteren import KOLOMMEN, STANDAARD_KOLOMMEN, Filterformulier
from leidraad.registers.verwerkingen.selectie import Selectie

PER_PAGINA = 25
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
    formulier = Filterformulier(selectie, gemeenten, _eenheden(selectie, gemeenten))
    # One query finds, sorts and counts; of the page itself the rows are read.
    gevonden = list(selectie.dossiers().values_list("pk", flat=True)[: MEESTE + 1])
    pagina = _bladzijde(Paginator(gevonden, PER_PAGINA), request.GET.get("pagina", "1"))
    pagina.object_list = [_verrijk(dossier, lid) for dossier in _rijen(list(pagina.object_list))]
    zonder_pagina = request.GET.copy()
    zonder_pagina.pop("pagina", None)
    zonder_pagina["mijn"] = selectie.mijn or "alles"
    context = {
        "selectie": selectie,
        "telling": _telling(len(gevonden)),
        "formaten": FORMATEN,
        "uitvoerquery": f"?{zonder_pagina.urlencode()}",
        "formulier": formulier,
        "gekozen": formulier.gekozen(request.GET),
        "kolommen": (kolommen := gekozen_kolommen(request, gemeenten)),
        "kolomkeuze": [(code, label, code in kolommen) for code, label in KOLOMMEN.items()],
        "pagina": pagina,
        "nieuw": bool(lid.gemeenten(Recht.AANMAKEN)),
        "exporteren": bool(lid.gemeenten(Recht.EXPORTEREN)),
        "importeren": bool(lid.gemeenten(Recht.IMPORTEREN)),
        "gemeenten": _wissel(gemeenten),
        "gemeente": next((g for g in gemeenten if g.slug == selectie.gemeente), None),
    }
    return render(request, "verwerkingen/lijst.html", context)


def _rijen(pks: Sequence[int]) -> list[Dossier]:
    """These dossiers in this order, with only the columns that the table shows."""
    dossiers = (
        Dossier.objects.select_related("gemeente", "eenheid", "behandelaar", "verwerking")
        .only(
            "nummer", "titel", "soort", "gewijzigd_op", "herzien_voor", "vertrouwelijkheid",
            "gemeente__naam", "gemeente__slug", "eenheid__naam", "behandelaar__naam",
            "verwerking__status", "verwerking__gevoeligheid", "verwerking__volledigheid",
            "verwerking__openbaarheid", "verwerking__geldende_versie",
        )
        .in_bulk(pks)
    )  # fmt: skip
    return [dossiers[pk] for pk in pks if pk in dossiers]


def _bladzijde(bladen: Paginator[int], nummer: str) -> Page[Any]:
    """The asked page; the nearest one when there is no such page."""
    try:
        return bladen.page(int(nummer) if nummer.isascii() and nummer.isdecimal() and len(nummer) < 7 else 1)
    except EmptyPage:
        return bladen.page(bladen.num_pages if int(nummer) > 1 else 1)


def _eenheden(selectie: Selectie, gemeenten: list[Gemeente]) -> list[Eenheid]:
    """The units to filter on: of the chosen municipality, or of all that this person serves."""
    keuze = [g for g in gemeenten if not selectie.gemeente or g.slug == selectie.gemeente]
    return list(Eenheid.objects.filter(gemeente__in=keuze).only("naam", "gemeente_id").order_by("naam"))


def gekozen_kolommen(request: HttpRequest, gemeenten: list[Gemeente]) -> list[str]:
    """The columns of the address, in the order of the table; without any the usual ones."""
    gevraagd = set(request.GET.getlist("kolom")) & KOLOMMEN.keys()
    if not gevraagd:
        gevraagd = set(STANDAARD_KOLOMMEN) - ({"gemeente"} if len(gemeenten) == 1 else set())
    return [code for code in KOLOMMEN if code in gevraagd]


def _wissel(gemeenten: list[Gemeente]) -> list[dict[str, str]]:
    """The switch between municipalities, from what this page has loaded already."""
    if len(gemeenten) < 2:
        return []
    url = reverse("verwerkingen:lijst")
    return [{"naam": g.naam, "slug": g.slug, "url": f"{url}?gemeente={g.slug}"} for g in gemeenten]


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
