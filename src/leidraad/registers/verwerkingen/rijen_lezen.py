"""All rows of verwerkingen in one query, whatever the number of lists: every row travels as one JSON object.

Ten queries, one per list, would be half of what a dossier page may cost.
"""

from __future__ import annotations

import typing
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import JSONObject

from leidraad.registers.verwerkingen import inhoud as i
from leidraad.registers.verwerkingen import models as m

Lijsten = Mapping[str, tuple[type[Any], type[m.Rij], dict[str, str]]]


def lees_rijen(pks: Sequence[int], lijsten: Lijsten) -> dict[int, dict[str, Any]]:
    """Per verwerking the rows of each list by its name, as values of `inhoud`, in order of their number."""
    delen = [_van_lijst(naam, pks, lijsten) for naam in lijsten]
    delen += [_systemen(pks), _noodzaken(pks)]
    gelezen: dict[int, dict[str, list[Any]]] = {pk: defaultdict(list) for pk in pks}
    for naam, pk, rij in delen[0].union(*delen[1:], all=True):
        gelezen[pk][naam].append(rij)
    klassen = {naam: klasse for naam, (klasse, _, _) in lijsten.items()} | {"systemen": i.Systeem}
    return {pk: _als_waarden(per_lijst, klassen) for pk, per_lijst in gelezen.items()}


def _van_lijst(naam: str, pks: Sequence[int], lijsten: Lijsten) -> Any:
    klasse, model, verwijzingen = lijsten[naam]
    kolommen = {
        f.name: f"{f.name}__regel" if f.name in verwijzingen else f.name
        for f in fields(klasse)
        if f.name != "noodzaken"
    }
    return _als_json(naam, model._default_manager.filter(verwerking__in=pks), "verwerking_id", kolommen)


def _systemen(pks: Sequence[int]) -> Any:
    kolommen = {"regel": "regel", "naam": "systeem__naam", "leverancier": "systeem__leverancier"}
    return _als_json(
        "systemen", m.Systeemgebruik.objects.filter(verwerking__in=pks), "verwerking_id", kolommen
    )


def _noodzaken(pks: Sequence[int]) -> Any:
    kolommen = {"gegeven": "gegeven__regel", "doel": "doel__regel", "waarom": "waarom"}
    rijen = m.Noodzaak.objects.filter(gegeven__verwerking__in=pks)
    return _als_json("noodzaken", rijen, "gegeven__verwerking_id", kolommen)


def _als_json(naam: str, rijen: QuerySet[Any], verwerking: str, kolommen: dict[str, str]) -> Any:
    return (
        rijen.order_by()
        .annotate(
            van_lijst=Value(naam, output_field=CharField()),
            van_verwerking=F(verwerking),
            als_json=JSONObject(**{sleutel: F(kolom) for sleutel, kolom in kolommen.items()}),
        )
        .values_list("van_lijst", "van_verwerking", "als_json")
    )


def _als_waarden(per_lijst: dict[str, list[dict[str, Any]]], klassen: dict[str, type[Any]]) -> dict[str, Any]:
    noodzaken = defaultdict(list)
    for rij in sorted(per_lijst.pop("noodzaken", ()), key=lambda rij: rij["doel"]):
        noodzaken[rij["gegeven"]].append(i.Noodzaak(doel=rij["doel"], waarom=rij["waarom"]))
    uit: dict[str, Any] = {}
    for naam, klasse in klassen.items():
        rijen = sorted(per_lijst.get(naam, ()), key=lambda rij: rij["regel"])
        if klasse is i.Gegeven:
            rijen = [rij | {"noodzaken": tuple(noodzaken[rij["regel"]])} for rij in rijen]
        uit[naam] = tuple(klasse(**_met_typen(klasse, rij)) for rij in rijen)
    return uit


def _met_typen(klasse: Any, rij: dict[str, Any]) -> dict[str, Any]:
    """JSON has no dates, and SQLite no yes and no: give both back their type."""
    for veld, soort in _typen(klasse):
        if (waarde := rij[veld]) is not None:
            rij[veld] = bool(waarde) if soort is bool else date.fromisoformat(waarde)
    return rij


@cache
def _typen(klasse: Hashable) -> tuple[tuple[str, type], ...]:
    hints = typing.get_type_hints(klasse)
    gezocht = ((veld, soort) for veld, hint in hints.items() for soort in (typing.get_args(hint) or (hint,)))
    return tuple((veld, soort) for veld, soort in gezocht if soort in (bool, date))
