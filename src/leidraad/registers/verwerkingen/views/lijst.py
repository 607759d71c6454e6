"""The list of verwerkingen, and the export of exactly what it shows."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import EmptyPage, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import cached_property
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
MEESTE_TELLEN = 1000


class Bladen(Paginator):  # type: ignore[type-arg]
    """Pages over a list of which only the first thousand rows are counted: counting all takes too long."""

    @cached_property
    def count(self) -> int:
        """The number of rows, but never more than a thousand and one."""
        bladeren: QuerySet[Dossier] = self.object_list  # type: ignore[assignment]
        return bladeren.order_by()[: MEESTE_TELLEN + 1].count()

    @property
    def meer(self) -> bool:
        """Whether there are more rows than were counted."""
        return bool(self.count > MEESTE_TELLEN)


@login_required
@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    """The verwerkingen that this person may see, by the filters of the address."""
    lid = lid_bij(request)
    selectie = Selectie.uit(request.GET, lid)
    gemeenten = list(Gemeente.objects.filter(pk__in=lid.gemeenten()).only("naam", "slug"))
    formulier = Filterformulier(selectie, gemeenten, _eenheden(selectie, gemeenten))
    bladen = Bladen(_rijen(selectie), PER_PAGINA)
    pagina = _bladzijde(bladen, request.GET.get("pagina", "1"))
    for dossier in pagina.object_list:
        _verrijk(dossier, lid)
    zonder_pagina = request.GET.copy()
    zonder_pagina.pop("pagina", None)
    zonder_pagina["mijn"] = selectie.mijn or "alles"
    context = {
        "selectie": selectie,
        "telling": _telling(bladen),
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


def _rijen(selectie: Selectie) -> QuerySet[Dossier]:
    """Only the columns that the table shows."""
    return (
        selectie.dossiers()
        .select_related("gemeente", "eenheid", "behandelaar", "verwerking")
        .only(
            "nummer", "titel", "soort", "gewijzigd_op", "herzien_voor", "vertrouwelijkheid",
            "gemeente__naam", "gemeente__slug", "eenheid__naam", "behandelaar__naam",
            "verwerking__status", "verwerking__gevoeligheid", "verwerking__volledigheid",
            "verwerking__openbaarheid", "verwerking__geldende_versie",
        )
    )  # fmt: skip


def _bladzijde(bladen: Bladen, nummer: str) -> Any:
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


def _telling(bladen: Bladen) -> str:
    if bladen.meer:
        return "Meer dan 1.000 verwerkingen. Zoek of filter om de lijst korter te maken."
    return "1 verwerking" if bladen.count == 1 else f"{bladen.count} verwerkingen"


def _verrijk(dossier: Any, lid: Lid) -> None:
    """Say in words what the row shows: the class, how urgent the review is, and whether it is public."""
    verwerking = dossier.verwerking
    dossier.klassenaam = klassen(lid.op).get(verwerking.gevoeligheid, "")
    dossier.openbaar = (
        Openbaarheid.label_van(verwerking.openbaarheid) if verwerking.geldende_versie_id else "Nog niet"
    )
    dagen = (dossier.herzien_voor - lid.op).days if dossier.herzien_voor else None
    if dagen is not None and dagen < _DRINGEND_DAGEN:
        dossier.dringend, dossier.kleur = ("Verlopen", "rood") if dagen < 0 else ("Binnenkort", "oranje")


def klassen(op: date) -> dict[str, str]:
    """The names of the classes of sensitivity."""
    return dict(referentielijst("gevoeligheidsklassen", op).keuzes())
