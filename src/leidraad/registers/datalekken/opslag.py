"""The content of a breach as columns and rows, and back. Only handelingen call what writes here."""

from __future__ import annotations

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
    eigen: dict[str, Any] = {veld: getattr(datalek, veld) for veld in _EIGEN}
    for naam, (klasse, model) in _LIJSTEN.items():
        kolommen = [veld for veld in vars(klasse(regel=0)) if veld != "regel"]
        rijen = model.objects.filter(datalek=datalek).values_list("regel", *kolommen)
        eigen[naam] = tuple(klasse(**dict(zip(("regel", *kolommen), rij, strict=True))) for rij in rijen)
    factoren = i.Factoren(**{naam: getattr(datalek, naam) for naam in i.FACTOREN})
    return i.Inhoud(naam=datalek.dossier.titel, factoren=factoren, **eigen)


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
