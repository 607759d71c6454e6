"""How the units of a gemeente do: per unit, with all below it, how many norms are met and who answers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from leidraad.naleving.eenheidkeuze import Eenheidkeuze, kies_eenheid
from leidraad.naleving.peilen import Uitslagen, peil_eenheden
from leidraad.naleving.toegang import Blik, blik_op
from leidraad.naleving.views.kader import kader
from leidraad.naleving.weergave import Samenvatting, vat_samen
from leidraad.normen.oordeel import Oordeel, oordeel_over
from leidraad.normen.toets import Telling
from leidraad.organisaties.models import Eenheid
from leidraad.organisaties.verantwoordelijkheid import Verantwoordelijke, alle_verantwoordelijken

# Who answers for a unit of this kind (policy 4.2–4.4); any other unit is led as a team.
_LEIDT = {
    Eenheid.Soort.ORGANISATIE.value: "directeur",
    Eenheid.Soort.CLUSTER.value: "directeur",
    Eenheid.Soort.AFDELING.value: "afdelingsmanager",
}
_TEAM = "teammanager"


@dataclass(frozen=True)
class Regel:
    """One unit at its depth in the tree, with the verdicts on it and everything below it."""

    eenheid: Eenheid
    diepte: int
    samenvatting: Samenvatting
    wie: Verantwoordelijke

    @property
    def inspringing(self) -> range:
        """As many steps as the unit is deep."""
        return range(self.diepte)

    @property
    def niet_gehaald(self) -> int:
        """How many norms are not met."""
        return self.samenvatting.aantallen.get(Oordeel.NIET_GEHAALD, 0)


@login_required
@require_safe
def eenheden(request: HttpRequest, gemeente: str) -> HttpResponse:
    """The units in the order of the tree; for a manager her own."""
    blik, nu = blik_op(request, gemeente), timezone.now()
    keuze = kies_eenheid(blik, "")
    per_eenheid = peil_eenheden(blik.gemeente.pk, nu, keuze.tellen)
    zonder = per_eenheid.get(None, {}) if blik.heel else {}
    context = {
        **kader(blik, "eenheden"),
        "regels": _regels(keuze, per_eenheid, blik),
        "zonder": vat_samen(zonder.values()),
    }
    return render(request, "naleving/eenheden.html", context)


def _regels(keuze: Eenheidkeuze, per_eenheid: Mapping[int | None, Uitslagen], blik: Blik) -> list[Regel]:
    """The units that can be chosen, each with the figures of all below it: three queries."""
    tellingen = _met_onderliggende(keuze, per_eenheid)
    wie = alle_verantwoordelijken([e for e, _ in keuze.takken], {*_LEIDT.values(), _TEAM}, blik.lid.op)
    return [
        Regel(eenheid, diepte, _vat_samen(tellingen[eenheid.pk]), wie[eenheid.pk][_rol(eenheid)])
        for eenheid, diepte in keuze.takken
    ]


def _rol(eenheid: Eenheid) -> str:
    return _LEIDT.get(eenheid.soort, _TEAM)


def _met_onderliggende(
    keuze: Eenheidkeuze, per_eenheid: Mapping[int | None, Uitslagen]
) -> dict[int, dict[str, Telling]]:
    """The figures per norm of every unit, each counted for the units above it as well."""
    uit: dict[int, dict[str, Telling]] = defaultdict(dict)
    for pk, uitslagen in per_eenheid.items():
        for hoger in keuze.keten(pk) if pk is not None else ():
            tot_nu = uit[hoger]
            for norm, uitslag in uitslagen.items():
                telling = Telling(uitslag.totaal, uitslag.tekort)
                tot_nu[norm] = tot_nu.get(norm, Telling()) + telling
    return uit


def _vat_samen(tellingen: Mapping[str, Telling]) -> Samenvatting:
    return Samenvatting(Counter(oordeel_over(t.totaal, t.tekort) for t in tellingen.values()))
