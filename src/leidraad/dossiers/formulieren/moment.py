"""A moment as people in the Netherlands write it, also in the night that the clock changes."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from leidraad.dossiers.formulieren.velden import schone_tekst

NEDERLAND = ZoneInfo("Europe/Amsterdam")
# Before this day there was no AVG and so no duty that a moment could start.
_AVG = datetime(2018, 5, 25, tzinfo=NEDERLAND)
_KIEZER = "%Y-%m-%dT%H:%M"
_GETYPT = re.compile(
    r"(?P<dag>\d{1,2})[-/.](?P<maand>\d{1,2})[-/.](?P<jaar>\d{4})[ ,]+(?:om )?"
    r"(?P<uur>\d{1,2})[:.](?P<minuut>\d\d)(?: ?uur)?[ ,(]*(?P<welke>zomertijd|wintertijd)?\)?",
    re.ASCII | re.IGNORECASE,
)
_GEKOZEN = re.compile(
    r"(?P<jaar>\d{4})-(?P<maand>\d\d)-(?P<dag>\d\d)[T ](?P<uur>\d\d):(?P<minuut>\d\d)(?::\d\d(?:\.\d+)?)?"
    r"[ ,(]*(?P<welke>zomertijd|wintertijd)?\)?",
    re.ASCII | re.IGNORECASE,
)
_ZOMER, _WINTER = "zomertijd", "wintertijd"
ONLEESBAAR = "Vul een datum en een tijd in. Schrijf het zo: 23-11-2026 14:30."


class Momentinvoer(forms.DateTimeInput):
    """A date-and-time picker; plain text for what it cannot show, such as an hour that came twice."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Choose the kind of input by the value."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        tekst = context["widget"]["value"] or ""
        kiezer = not tekst or bool(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d", tekst))
        if kiezer and (dubbel := _dubbel_uur(tekst)):
            kiezer = False
            context["widget"]["value"] = f"{dubbel:%d-%m-%Y %H:%M}"
        context["widget"]["type"] = "datetime-local" if kiezer else "text"
        return context

    def format_value(self, value: Any) -> str | None:
        """A stored moment in Dutch time; typed text as it was typed."""
        if not isinstance(value, datetime):
            return value or None
        hier = value.astimezone(NEDERLAND)
        if _is_dubbel(hier.replace(tzinfo=None)):
            return f"{hier:%d-%m-%Y %H:%M} {_WINTER if hier.fold else _ZOMER}"
        return f"{hier:{_KIEZER}}"


class Moment(forms.Field):
    """A moment in Dutch time. Of the hour that comes twice a year it must be said which one.

    With `verplicht` it cannot stay empty; with `geweest` it lies between the start of the AVG and now.
    """

    widget = Momentinvoer

    def __init__(self, label: str, *, hulp: str = "", verplicht: bool = False, geweest: bool = False) -> None:
        fouten = {"required": ONLEESBAAR}
        super().__init__(label=label, required=verplicht, help_text=hulp, error_messages=fouten)
        self.geweest = geweest

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """A browser must not offer the moments of other forms."""
        return {"autocomplete": "off"}

    def to_python(self, value: Any) -> datetime | None:
        """Read the moment; ValidationError for one that cannot be."""
        if isinstance(value, datetime):
            return value
        tekst = schone_tekst(value)
        if not tekst:
            return None
        delen = _GEKOZEN.fullmatch(tekst) or _GETYPT.fullmatch(tekst)
        if delen is None:
            raise ValidationError(ONLEESBAAR)
        try:
            moment = datetime(*(int(delen[deel]) for deel in ("jaar", "maand", "dag", "uur", "minuut")))  # type: ignore[arg-type]  # noqa: DTZ001
        except ValueError:
            raise ValidationError(f"Deze datum of tijd bestaat niet. {ONLEESBAAR}") from None
        if not 1900 <= moment.year <= 2200:
            raise ValidationError(f"Het jaar {moment.year} kan niet kloppen.")
        return _met_zone(moment, (delen["welke"] or "").lower())

    def validate(self, value: datetime | None) -> None:
        """ValidationError when it must be filled in, or cannot have been yet."""
        super().validate(value)
        if value is None or not self.geweest:
            return
        if value < _AVG:
            raise ValidationError("Dit moment ligt voor 25 mei 2018. Kijk de datum na.")
        if value > timezone.now():
            raise ValidationError("Dit moment ligt in de toekomst. Kijk de datum en de tijd na.")


def _met_zone(moment: datetime, welke: str) -> datetime:
    if not _bestaat(moment):
        raise ValidationError(
            f"Deze tijd bestond niet: op {moment:%d-%m-%Y} ging de klok van 02:00 meteen naar 03:00 uur."
        )
    if _is_dubbel(moment) and not welke:
        hier = f"{moment:%d-%m-%Y %H:%M}"
        raise ValidationError(
            f"Die nacht ging de klok terug, dus dit uur kwam twee keer voor. Zet erachter welke u bedoelt: "
            f"‘{hier} {_ZOMER}’ is de eerste keer, ‘{hier} {_WINTER}’ de tweede keer."
        )
    fold = 1 if _is_dubbel(moment) and welke == _WINTER else 0
    # In UTC: two moments of one local zone are compared by the clock on the wall, also when that went back.
    return moment.replace(tzinfo=NEDERLAND, fold=fold).astimezone(UTC)


def _dubbel_uur(tekst: str) -> datetime | None:
    """What a picker sent, when that clock time came twice."""
    try:
        moment = datetime.fromisoformat(tekst)
    except ValueError:
        return None
    return moment if _is_dubbel(moment) else None


def _is_dubbel(moment: datetime) -> bool:
    """Whether this clock time came twice."""
    return _bestaat(moment) and _uur(moment, 0) != _uur(moment, 1)


def _bestaat(moment: datetime) -> bool:
    """Whether the clock ever showed this: it skips an hour in spring."""
    return bool(_uur(moment, 0) >= _uur(moment, 1))


def _uur(moment: datetime, fold: int) -> Any:
    return moment.replace(tzinfo=NEDERLAND, fold=fold).utcoffset()
