"""How a version reads on the screen."""

from __future__ import annotations

from datetime import date

from django import template

from leidraad.registers.beleid.begrippen import Stand
from leidraad.registers.beleid.models import Beleidsversie
from leidraad.registers.beleid.weergave import functienaam

register = template.Library()


@register.filter
def stand_op(versie: Beleidsversie, op: date) -> Stand:
    """Where a version stands on a day."""
    return versie.stand(op)


@register.filter
def functie_op(code: str, op: date) -> str:
    """The name of the function that adopted a version; an old decision reads with the names of today."""
    return functienaam(code, op)
