"""Prepares a Django form field for the screen: classes, and hint and error tied to the input."""

from dataclasses import dataclass, field

from django import forms
from django.forms.boundfield import BoundField, BoundWidget

KLASSEN: tuple[tuple[type[forms.Widget], str], ...] = (
    # A CheckboxSelectMultiple is a RadioSelect to Django, so it comes first.
    (forms.CheckboxSelectMultiple, "utrecht-checkbox"),
    (forms.RadioSelect, "utrecht-radio-button"),
    (forms.CheckboxInput, "utrecht-checkbox"),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (forms.Textarea, "utrecht-textarea utrecht-textarea--html-textarea"),
    (forms.FileInput, "ld-bestand"),
    (forms.Widget, "utrecht-textbox utrecht-textbox--html-input"),
)
FOUT_KLASSEN = {
    "utrecht-select": "utrecht-select--invalid",
    "utrecht-textarea": "utrecht-textarea--invalid",
    "utrecht-textbox": "utrecht-textbox--invalid",
}


@dataclass
class Veld:
    """One form field ready to be drawn."""

    gebonden: BoundField
    soort: str
    label: str
    hint: str
    plicht: str
    breedte: str
    fouten: list[str]
    beschreven_door: str
    invoer: str = ""
    opties: list[BoundWidget] = field(default_factory=list)


def klasse_van(widget: forms.Widget) -> str:
    """The component class of a widget."""
    return next(klasse for soort, klasse in KLASSEN if isinstance(widget, soort))


def _hint(gebonden: BoundField, hint: str) -> str:
    """The explanation below the label; a date says how to write it."""
    if hint or gebonden.help_text:
        return hint or str(gebonden.help_text)
    if isinstance(gebonden.field.widget, forms.DateInput):
        return "Bijvoorbeeld 23-11-2026"
    if isinstance(gebonden.field.widget, forms.DateTimeInput):
        return "Bijvoorbeeld 23-11-2026 09:15"
    return ""


def _plicht(gebonden: BoundField, nodig: str) -> str:
    """The mark behind the label: what is needed now, or only for a later step."""
    if nodig:
        return f"nodig voor {nodig}"
    return "verplicht" if gebonden.field.required else ""


def _breedte(gebonden: BoundField, breed: bool, kort: bool) -> str:
    """How wide the input is drawn: as wide as what one types in it."""
    kort = kort or isinstance(gebonden.field.widget, (forms.DateInput, forms.NumberInput, forms.TimeInput))
    return "ld-veld--breed" if breed else "ld-veld--kort" if kort else ""


def veld(
    gebonden: BoundField, *, label: str = "", hint: str = "", nodig: str = "", breed: bool, kort: bool
) -> Veld:
    """Give a bound field its classes and tie hint and errors to it with aria-describedby."""
    widget = gebonden.field.widget
    # The server judges, in Dutch and losing nothing; the browser would do it in its own language.
    gebonden.form.use_required_attribute = False
    klasse = klasse_van(widget)
    if gebonden.errors:
        klasse += " " + FOUT_KLASSEN.get(klasse.split()[0], "")
    klasse = f"{widget.attrs.get('class', '')} {klasse}".strip()
    uitleg = _hint(gebonden, hint)
    uit = Veld(
        gebonden=gebonden,
        soort="invoer",
        label=label or str(gebonden.label),
        hint=uitleg,
        plicht=_plicht(gebonden, nodig),
        breedte=_breedte(gebonden, breed, kort),
        fouten=[str(fout) for fout in gebonden.errors],
        beschreven_door=_beschreven_door(gebonden, uitleg),
    )
    if isinstance(widget, forms.RadioSelect):
        uit.soort = "opties"
        uit.opties = list(gebonden.subwidgets)
        for optie in uit.opties:
            optie.data["attrs"]["class"] = klasse
        return uit
    if isinstance(widget, forms.CheckboxInput):
        uit.soort = "vinkje"
    uit.invoer = gebonden.as_widget(attrs=_attributen(gebonden, uit, klasse))
    return uit


def _beschreven_door(gebonden: BoundField, hint: str) -> str:
    """The ids of the hint and the error that belong to a field."""
    delen = [f"{gebonden.auto_id}_helptext"] if hint else []
    return " ".join([*delen, f"{gebonden.auto_id}_error"] if gebonden.errors else delen)


def _attributen(gebonden: BoundField, uit: Veld, klasse: str) -> dict[str, str | bool]:
    """The attributes of the input itself."""
    attributen: dict[str, str | bool] = {"class": klasse}
    # A form of a library repeats its label inside the input; the label is enough.
    gebonden.field.widget.attrs.pop("placeholder", None)
    if uit.beschreven_door:
        attributen["aria-describedby"] = uit.beschreven_door
    if gebonden.field.required:
        attributen["aria-required"] = "true"
    if isinstance(gebonden.field.widget, forms.NumberInput):
        # A browser empties a number input that holds a word, and the user would not see what went wrong.
        gebonden.field.widget.input_type = "text"
        attributen["inputmode"] = "numeric"
    if isinstance(gebonden.field.widget, forms.Textarea):
        attributen.setdefault("rows", str(min(int(gebonden.field.widget.attrs.get("rows", 4)), 8)))
    return attributen
