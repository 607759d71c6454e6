"""What breaches have in common, as charts with tables beside them (norm 4.4.6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.db.models import Case, F, OuterRef, Subquery, When
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from leidraad.dossiers.bestanden import als_csv, als_xlsx
from leidraad.dossiers.formulieren.velden import Datuminvoer
from leidraad.dossiers.fouten import GeenRecht
from leidraad.dossiers.models import Termijn
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.datalekken.begrippen import Oorzaak, SoortIncident, Status
from leidraad.registers.datalekken.klokbeeld import duur
from leidraad.registers.datalekken.patronen import GEEN, Geval, gemiddelde_tot_melding, kruistabel, op_tijd
from leidraad.registers.datalekken.selectie import Selectie
from leidraad.registers.datalekken.taaksoorten import KLOK
from leidraad.registers.datalekken.uitwisseling.exporteren import FORMATEN

_VORMEN = {"csv": als_csv, "xlsx": als_xlsx}
_OORZAKEN, _SOORTEN = dict(Oorzaak.keuzes()), dict(SoortIncident.keuzes())


class Periodeformulier(forms.Form):
    """Which municipality, and from when until when."""

    gemeente = forms.ChoiceField(label="Gemeente", required=False)
    van = forms.DateField(label="Gemeld vanaf", widget=Datuminvoer, required=False)
    tot = forms.DateField(label="Gemeld tot en met", widget=Datuminvoer, required=False)

    def __init__(self, selectie: Selectie, gemeenten: list[Gemeente]) -> None:
        super().__init__(initial={naam: getattr(selectie, naam) for naam in ("gemeente", "van", "tot")})
        keuzes = [("", "Alle gemeenten"), *((g.slug, g.naam) for g in gemeenten)]
        self.fields["gemeente"].choices = keuzes  # type: ignore[attr-defined]


@login_required
@require_safe
def patronen(request: HttpRequest) -> HttpResponse:
    """The charts over everything this person may see: the same number of queries however much that is."""
    lid, nu = lid_bij(request), timezone.now()
    selectie = Selectie.uit(request.GET, lid, nu)
    gemeenten = list(Gemeente.objects.filter(pk__in=lid.gemeenten(Recht.LEZEN_VERTROUWELIJK)))
    gevallen = lees_gevallen(selectie, Recht.LEZEN)
    gemiddeld, (goed, totaal) = gemiddelde_tot_melding(gevallen), op_tijd(gevallen)
    context = {
        "formulier": Periodeformulier(selectie, gemeenten),
        "aantal": len(gevallen),
        "tabellen": _tabellen(gevallen),
        "gemiddeld": duur(gemiddeld) if gemiddeld is not None else "",
        "op_tijd": goed,
        "gemeld": totaal,
        "procent": round(100 * goed / totaal) if totaal else None,
        "uitvoer": _VORMEN if lid.gemeenten(Recht.EXPORTEREN) else (),
    }
    return render(request, "datalekken/patronen.html", context)


def _tabellen(gevallen: list[Geval]) -> list[Any]:
    if not gevallen:
        return []
    return [
        kruistabel("Oorzaak", gevallen, lambda g: g.oorzaak),
        kruistabel("Soort incident", gevallen, lambda g: g.soort),
        kruistabel("Eenheid", gevallen, lambda g: g.eenheid),
    ]


@login_required
@require_safe
def exporteren(request: HttpRequest, formaat: str) -> StreamingHttpResponse:
    """The same counts as a file: per quarter, municipality, unit, cause and kind."""
    if formaat not in _VORMEN:
        raise Http404
    lid, nu = _exporteur(request), timezone.now()
    gevallen = lees_gevallen(Selectie.uit(request.GET, lid, nu), Recht.EXPORTEREN)
    naam = f"patronen-datalekken-{timezone.localdate(nu).isoformat()}.{formaat}"
    antwoord = StreamingHttpResponse(_VORMEN[formaat](_rijen(gevallen)), content_type=FORMATEN[formaat][0])
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord


def _exporteur(request: HttpRequest) -> Lid:
    lid = lid_bij(request)
    if not lid.gemeenten(Recht.EXPORTEREN):
        raise GeenRecht("Uw functie geeft u niet het recht om te exporteren.")
    return lid


def _rijen(gevallen: list[Geval]) -> Iterator[list[str]]:
    telling: dict[tuple[str, ...], int] = {}
    for g in gevallen:
        sleutel = (g.kwartaal, g.gemeente, g.eenheid or GEEN, g.oorzaak or GEEN, g.soort or GEEN)
        telling[sleutel] = telling.get(sleutel, 0) + 1
    yield ["Kwartaal", "Gemeente", "Eenheid", "Oorzaak", "Soort incident", "Aantal"]
    yield from ([*sleutel, str(telling[sleutel])] for sleutel in sorted(telling))


def lees_gevallen(selectie: Selectie, recht: Recht) -> list[Geval]:
    """What counts of every breach of the selection, in one query. What was no breach does not count."""
    gehaald = Termijn.objects.filter(
        dossier=OuterRef("pk"), soort=KLOK.code, gehaald_op__isnull=False, buitengrens__isnull=False
    )
    # Judged in the database: two moments fewer to read for every row.
    oordeel = Case(When(gehaald_op__lte=F("buitengrens"), then=True), default=False)
    rijen = (
        selectie.dossiers(recht)
        .exclude(datalek__status=Status.GEEN_DATALEK)
        .annotate(op_tijd=Subquery(gehaald.annotate(oordeel=oordeel).values("oordeel")[:1]))
        .order_by()
        .values_list(
            "datalek__gemeld_op", "gemeente__naam", "eenheid__naam", "datalek__oorzaak",
            "datalek__soort_incident", "datalek__ontdekt_op", "datalek__intern_gemeld_op", "op_tijd",
        )
    )  # fmt: skip
    zone = timezone.get_current_timezone()
    return [_geval(zone, *rij) for rij in rijen]


def _geval(
    zone: tzinfo,
    gemeld_op: datetime,
    gemeente: str,
    eenheid: str | None,
    oorzaak: str,
    soort: str,
    ontdekt_op: datetime | None,
    intern_gemeld_op: datetime | None,
    op_tijd: bool | None,
) -> Geval:
    return Geval(
        dag=gemeld_op.astimezone(zone),
        gemeente=gemeente,
        eenheid=eenheid or "",
        oorzaak=_OORZAKEN.get(oorzaak, ""),
        soort=_SOORTEN.get(soort, ""),
        ontdekt_op=ontdekt_op,
        intern_gemeld_op=intern_gemeld_op,
        op_tijd=op_tijd,
    )
