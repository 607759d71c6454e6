"""Draws a form field: label, hint, error and input. In Python, since a page can hold a hundred of them."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from leidraad.ui.velden import Veld

_NIETS = SafeString("")
_ONGELDIG = " utrecht-form-field--invalid"


def teken_veld(veld: Veld) -> SafeString:
    """The field as a labelled input, a labelled tick box, or a fieldset with options."""
    return _TEKENAARS[veld.soort](veld, _ONGELDIG if veld.fouten else "", _teksten(veld))


def _invoer(veld: Veld, ongeldig: str, teksten: SafeString) -> SafeString:
    return format_html(
        '<div class="utrecht-form-field ld-veld {}{}">'
        '<label class="utrecht-form-label" for="{}">{}</label>{}{}</div>',
        veld.breedte,
        ongeldig,
        veld.gebonden.id_for_label,
        _opschrift(veld),
        teksten,
        veld.invoer,
    )


def _vinkje(veld: Veld, ongeldig: str, teksten: SafeString) -> SafeString:
    return format_html(
        '<div class="utrecht-form-field ld-veld{}">'
        '<div class="ld-optie">{}<label for="{}">{}</label></div>{}</div>',
        ongeldig,
        veld.invoer,
        veld.gebonden.id_for_label,
        _opschrift(veld),
        teksten,
    )


def _opties(veld: Veld, ongeldig: str, teksten: SafeString) -> SafeString:
    beschreven = (
        format_html(' aria-describedby="{}"', veld.beschreven_door) if veld.beschreven_door else _NIETS
    )
    return format_html(
        '<fieldset class="utrecht-form-field ld-veld ld-opties{}" id="{}" tabindex="-1"{}>'
        '<legend class="utrecht-form-label">{}</legend>{}{}</fieldset>',
        ongeldig,
        veld.gebonden.auto_id,
        beschreven,
        _opschrift(veld),
        teksten,
        format_html_join(
            "\n",
            '<div class="ld-optie">{}<label for="{}">{}</label></div>',
            ((optie.tag(), optie.id_for_label, optie.choice_label) for optie in veld.opties),
        ),
    )


def _opschrift(veld: Veld) -> SafeString:
    """The label, and in words whether the field is needed."""
    plicht = format_html(' <span class="ld-plicht">({})</span>', veld.plicht) if veld.plicht else _NIETS
    return format_html("{}{}", veld.label, plicht)


def _teksten(veld: Veld) -> SafeString:
    """The hint and the errors, with the ids by which the input refers to them."""
    hint = fouten = _NIETS
    if veld.hint:
        hint = format_html(
            '<div class="utrecht-form-field-description ld-hint" id="{}_helptext">{}</div>',
            veld.gebonden.auto_id,
            veld.hint,
        )
    if veld.fouten:
        fouten = format_html(
            '<div class="utrecht-form-field-error-message ld-veldfout" id="{}_error">{}</div>',
            veld.gebonden.auto_id,
            format_html_join(
                "", '<p><span class="verborgen-tekst">Fout:</span> {}</p>', ((fout,) for fout in veld.fouten)
            ),
        )
    return hint + fouten


_TEKENAARS = {"invoer": _invoer, "vinkje": _vinkje, "opties": _opties}
