"""Dated lists of law and code values: a dossier is read under the list that was in force on its day."""

from leidraad.referentie.lezen import (
    Item,
    Lijst,
    NietGeldig,
    OnbekendeCode,
    OnbekendeLijst,
    ReferentieFout,
    lijst,
    lijsten,
)

__all__ = [
    "Item",
    "Lijst",
    "NietGeldig",
    "OnbekendeCode",
    "OnbekendeLijst",
    "ReferentieFout",
    "lijst",
    "lijsten",
]
