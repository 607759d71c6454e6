"""A date with a time in one field, in Dutch local time."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone

_NEDERLAND = ZoneInfo("Europe/Amsterdam")
_VORMEN = ("%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%d-%m-%Y %H:%M")
# Before this day there was no AVG and so no duty that a moment could start.
_EERSTE = datetime(2018, 5, 25, tzinfo=_NEDERLAND)
FOUT = "Vul een datum en een tijd in, zoals 23-11-2026 09:30."


class Momentinvoer(forms.DateTimeInput):
    """A field for date and time. What is no moment is shown as plain text: a date picker would lose it."""

    def __init__(self) -> None:
        super().__init__(format=_VORMEN[0], attrs={"autocomplete": "off"})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Choose the kind of input by the value."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        tekst = context["widget"]["value"] or ""
        goed = not tekst or re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?", tekst)
        context["widget"]["type"] = "datetime-local" if goed else "text"
        return context


class Moment(forms.DateTimeField):
    """A moment since the AVG and not in the future.

    In the night that the clock goes back an hour exists twice: the first of the two counts, which starts a
    term at its earliest.
    """

    widget = Momentinvoer

    def __init__(self, *, ook_toekomst: bool = False, **kwargs: Any) -> None:
        super().__init__(**{"error_messages": {"required": FOUT}, **kwargs})
        self.ook_toekomst = ook_toekomst

    def to_python(self, value: Any) -> datetime | None:
        """The typed moment with its time zone. Raises ValidationError in plain Dutch."""
        if not value:
            return None
        moment = value if isinstance(value, datetime) else self._lees(str(value).strip())
        if moment < _EERSTE:
            raise forms.ValidationError("Dit moment ligt voor 25 mei 2018. Kijk de datum na.")
        if not self.ook_toekomst and moment > timezone.now():
            raise forms.ValidationError("Dit moment ligt in de toekomst. Kijk de datum en de tijd na.")
        return moment

    def _lees(self, tekst: str) -> datetime:
        for vorm in _VORMEN:
            try:
                return datetime.strptime(tekst, vorm).replace(tzinfo=_NEDERLAND)
            except ValueError:
                continue
        raise forms.ValidationError(FOUT)
