"""Form fields that never lose what was typed and only refuse what is impossible."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from leidraad.dossiers.formulieren.keuzes import Keuzes
from leidraad.referentie import Lijst

type_keuzes = Iterable[tuple[str, Any]]
# Control characters cannot be stored or shown; tab and newline are text.
_STUURTEKENS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def schone_tekst(waarde: object) -> str:
    """Text as it is stored: without control characters and outer white space, lines ended by a newline."""
    tekst = _STUURTEKENS.sub("", str(waarde or ""))
    return tekst.replace("\r\n", "\n").replace("\r", "\n").strip()


class Tekst(forms.CharField):
    """Free text. The browser gets no maximum: it would cut off a pasted text without a word."""

    def __init__(self, label: str, maximum: int, *, hulp: str = "", regels: int = 0) -> None:
        widget = forms.Textarea(attrs={"rows": regels}) if regels else forms.TextInput()
        super().__init__(label=label, required=False, help_text=hulp, widget=widget)
        self.maximum, self.eenregelig = maximum, not regels
        # Django's own check on NUL would refuse what schone_tekst simply removes.
        self.validators = []

    def to_python(self, value: object) -> str:
        """Clean the text; ValidationError when it is too long."""
        tekst = schone_tekst(value)
        if self.eenregelig:
            tekst = " ".join(tekst.split())
        if len(tekst) > self.maximum:
            raise ValidationError(
                f"Deze tekst is te lang: {_getal(len(tekst))} tekens. Er passen er "
                f"{_getal(self.maximum)} in. Maak de tekst korter; wat u hebt ingevuld staat hier nog."
            )
        return tekst


def _getal(getal: int) -> str:
    return f"{getal:,}".replace(",", ".")


class Link(Tekst):
    """A web address; `www.leiden.nl` becomes https://www.leiden.nl."""

    def to_python(self, value: object) -> str:
        """Complete and check the address."""
        link = super().to_python(value)
        if link and "://" not in link:
            link = f"https://{link}"
        if link:
            try:
                URLValidator(schemes=["http", "https"])(link)
            except ValidationError:
                raise ValidationError(
                    "Dit is geen goede link. Schrijf hem zo: https://www.leiden.nl/privacy"
                ) from None
        return link


class Datuminvoer(forms.DateInput):
    """A date field. What is no date is shown as plain text, because a date picker would show nothing."""

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Choose the kind of input by the value."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        tekst = context["widget"]["value"] or ""
        context["widget"]["type"] = "date" if not tekst or re.fullmatch(r"\d{4}-\d\d-\d\d", tekst) else "text"
        return context


class Datum(forms.DateField):
    """A day, as a date picker sends it or as people type it; `verleden` refuses a day after today."""

    def __init__(self, label: str, *, hulp: str = "", verleden: bool = False) -> None:
        super().__init__(
            label=label,
            required=False,
            help_text=hulp,
            widget=Datuminvoer(),
            input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y"],
            error_messages={"invalid": "Dit is geen bestaande datum. Schrijf hem zo: 23-11-2026."},
        )
        self.verleden = verleden
        self.vandaag = date.max

    def voor(self, keuzes: Keuzes, waarde: Any) -> None:
        """Know which day it is."""
        self.vandaag = keuzes.op

    def to_python(self, value: Any) -> date | None:
        """Read the day; ValidationError for a day that cannot be."""
        dag: date | None = super().to_python(schone_tekst(value) if isinstance(value, str) else value)
        if dag and not 1800 <= dag.year <= 2200:
            raise ValidationError(f"Het jaar {dag.year} kan niet kloppen.")
        if dag and self.verleden and dag > self.vandaag:
            raise ValidationError("Deze dag ligt in de toekomst. Vul een dag in die al is geweest.")
        return dag


class Keuze(forms.ChoiceField):
    """One of a list, or not chosen yet. A stored value that has left the list stays choosable."""

    def __init__(
        self, label: str, keuzes: type_keuzes = (), *, hulp: str = "", leeg: str = "Nog niet gekozen"
    ) -> None:
        super().__init__(label=label, required=False, help_text=hulp)
        self.leeg = leeg
        self.error_messages["invalid_choice"] = "‘%(value)s’ bestaat niet (meer). Kies opnieuw."
        self.zet(keuzes)

    def zet(self, keuzes: type_keuzes, *, ook: str = "") -> None:
        """Set the choices; `ook` is the stored value."""
        lijst = list(keuzes)
        bekend = {c for code, naam in lijst for c in _codes(code, naam)}
        if ook and ook not in bekend:
            lijst.append((ook, f"{ook} (staat niet in de lijst)"))
        self.choices = [("", self.leeg), *lijst]


def _codes(code: str, naam: object) -> list[str]:
    return [c for c, _ in naam] if isinstance(naam, (list, tuple)) else [code]


class JaNee(forms.TypedChoiceField):
    """Yes, no, or not known yet."""

    def __init__(self, label: str, *, hulp: str = "") -> None:
        super().__init__(
            label=label,
            required=False,
            help_text=hulp,
            choices=[("ja", "Ja"), ("nee", "Nee"), ("", "Nog niet bekend")],
            coerce=lambda waarde: waarde == "ja",
            empty_value=None,
            widget=forms.RadioSelect,
        )

    def prepare_value(self, value: Any) -> Any:
        """Show a stored yes or no as its choice."""
        return {True: "ja", False: "nee", None: ""}.get(value, value)


class Aankruis(forms.BooleanField):
    """A tick."""

    def __init__(self, label: str, *, hulp: str = "") -> None:
        super().__init__(label=label, required=False, help_text=hulp)


class Verwijzing(Keuze):
    """Another row of the same dossier, by its number."""

    def zet_rijen(self, rijen: Sequence[tuple[int, str]]) -> None:
        """Set the rows that can be chosen."""
        self.zet((str(regel), naam) for regel, naam in rijen)

    def clean(self, value: Any) -> int | None:
        """Return the number of the row, or None."""
        tekst = super().clean(value)
        return int(tekst) if tekst else None


class Zoeklijst(Tekst):
    """One item of a long list, found by typing its code or name; works without JavaScript (datalist)."""

    def __init__(self, label: str, lijst: str, maximum: int = 300, *, hulp: str = "") -> None:
        super().__init__(label, maximum, hulp=hulp)
        self.lijst = lijst
        self.items: Lijst | None = None
        self.widget.attrs["list"] = f"lijst-{lijst}"
        self.widget.attrs["autocomplete"] = "off"

    def voor(self, keuzes: Keuzes, waarde: Any) -> None:
        """Read the list under the law of the day."""
        self.items = keuzes.lijst(self.lijst)

    def to_python(self, value: object) -> str:
        """Return the code; ValidationError with the nearest names when nothing fits."""
        tekst = super().to_python(value)
        if not tekst or self.items is None or tekst in self.items:
            return tekst
        kern = tekst.split(" – ")[0].strip()
        if kern in self.items:
            return kern
        op_naam = {item.naam.lower(): item.code for item in self.items}
        if code := op_naam.get(tekst.lower()) or self.items.get(tekst.upper()):
            return code if isinstance(code, str) else code.code
        lijkt = difflib.get_close_matches(tekst.lower(), op_naam, n=3, cutoff=0.6)
        namen = ", ".join(self.items[op_naam[naam]].naam for naam in lijkt)
        raise ValidationError(
            f"‘{tekst[:60]}’ staat niet in de lijst."
            + (f" Bedoelt u: {namen}?" if namen else " Kies uit de lijst.")
        )

    def prepare_value(self, value: Any) -> Any:
        """Show a stored code with its name."""
        if self.items is None or not isinstance(value, str) or value not in self.items:
            return value
        naam = self.items[value].naam
        return naam if self.lijst == "landen" else f"{value} – {naam}"


class Getal(forms.Field):
    """A whole number as people write it: 1200, 1.200 or 1 200. Rules say which numbers are absurd."""

    _MEEST = 2_000_000_000

    def __init__(self, label: str, *, hulp: str = "") -> None:
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        super().__init__(label=label, required=False, help_text=hulp, widget=widget)

    def to_python(self, value: object) -> int | None:
        """Read the number; ValidationError when it is none, or does not fit."""
        tekst = schone_tekst(value)
        if not tekst:
            return None
        if not re.fullmatch(r"-?\d{1,3}(?:[. ]\d{3})*|-?\d{1,12}", tekst, re.ASCII):
            raise ValidationError("Vul een heel getal in, zonder woorden. Bijvoorbeeld: 1200.")
        getal = int(re.sub(r"[. ]", "", tekst))
        if abs(getal) > self._MEEST:
            raise ValidationError("Dit getal is te groot. Kijk het na.")
        return getal

    def prepare_value(self, value: Any) -> Any:
        """Show nothing for no number."""
        return "" if value is None else value
