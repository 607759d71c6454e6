"""Leaf through a list: one page of it, its rows, and the ways to the same list elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import Model, QuerySet
from django.http import QueryDict
from django.urls import reverse

from leidraad.dossiers.register import Register
from leidraad.organisaties.models import Gemeente

PER_PAGINA = 25
_Model = TypeVar("_Model", bound=Model)


def bladzijde(gevonden: Sequence[int], nummer: str) -> Page[Any]:
    """The asked page; the nearest one when there is no such page, the first when it is no number."""
    bladen: Paginator[Any] = Paginator(gevonden, PER_PAGINA)
    gevraagd = int(nummer) if nummer.isascii() and nummer.isdecimal() and len(nummer) < 7 else 1
    try:
        return bladen.page(gevraagd)
    except EmptyPage:
        return bladen.page(bladen.num_pages if gevraagd > 1 else 1)


def in_volgorde(rijen: QuerySet[_Model], pks: Sequence[int]) -> list[_Model]:
    """The rows with these keys, in this order; what is gone meanwhile is left out."""
    gevonden = rijen.in_bulk(pks)
    return [gevonden[pk] for pk in pks if pk in gevonden]


def zonder_pagina(query: QueryDict) -> QueryDict:
    """The selection and the order of an address, from the first page on."""
    over = query.copy()
    over.pop("pagina", None)
    return over


def gemeentewissel(register: Register, gemeenten: Sequence[Gemeente]) -> list[dict[str, str]]:
    """The switch between municipalities, from what the page has loaded already; none without a choice."""
    if len(gemeenten) < 2:
        return []
    url = reverse(f"{register.code}:lijst")
    return [{"naam": g.naam, "slug": g.slug, "url": f"{url}?gemeente={g.slug}"} for g in gemeenten]
