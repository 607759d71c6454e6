"""The content of a breach as columns and rows, and back. Only handelingen call what writes here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from leidraad.registers.datalekken import inhoud as i
from leidraad.registers.datalekken import models as m

_LIJSTEN: dict[str, tuple[type[Any], type[Any]]] = {
    "betrokkenen": (i.Getroffenen, m.Getroffenen),
    "gegevens": (i.GelektGegeven, m.GelektGegeven),
}
_EIGEN = tuple(veld for veld in i.VELDEN if veld != "naam")


def lees(datalek: m.Datalek) -> i.Inhoud:
    """The content of one breach, in two queries."""
    return lees_alle([datalek])[datalek.pk]


def lees_alle(datalekken: Sequence[m.Datalek]) -> dict[int, i.Inhoud]:
    """The content of many breaches, by their id, in two queries. Their dossiers must be loaded."""
    rijen = {naam: _rijen(naam, [d.pk for d in datalekken]) for naam in _LIJSTEN}
    inhouden = {}
    for datalek in datalekken:
        velden: dict[str, Any] = {veld: getattr(datalek, veld) for veld in _EIGEN}
        velden |= {naam: tuple(per_datalek[datalek.pk]) for naam, per_datalek in rijen.items()}
        factoren = i.Factoren(**{naam: getattr(datalek, naam) for naam in i.FACTOREN})
        inhouden[datalek.pk] = i.Inhoud(naam=datalek.dossier.titel, factoren=factoren, **velden)
    return inhouden


def _rijen(naam: str, pks: list[int]) -> dict[int, list[Any]]:
    """The rows of one list, by the id of their breach and in their own order."""
    klasse, model = _LIJSTEN[naam]
    kolommen = ["regel", *(veld for veld in vars(klasse(regel=0)) if veld != "regel")]
    uit: dict[int, list[Any]] = defaultdict(list)
    for pk, *waarden in model.objects.filter(datalek__in=pks).values_list("datalek_id", *kolommen):
        uit[pk].append(klasse(**dict(zip(kolommen, waarden, strict=True))))
    return uit


def zet_velden(datalek: m.Datalek, nieuw: i.Inhoud) -> None:
    """Put the single fields and the factors on the breach, without saving it."""
    for veld in _EIGEN:
        setattr(datalek, veld, getattr(nieuw, veld))
    for naam in i.FACTOREN:
        setattr(datalek, naam, getattr(nieuw.factoren, naam))


def bewaar_rijen(datalek: m.Datalek, oud: i.Inhoud, nieuw: i.Inhoud) -> None:
    """Write the lists that differ."""
    for naam, (_, model) in _LIJSTEN.items():
        if getattr(oud, naam) == getattr(nieuw, naam):
            continue
        model.objects.filter(datalek=datalek).delete()
        model.objects.bulk_create(model(datalek=datalek, **vars(rij)) for rij in getattr(nieuw, naam))
