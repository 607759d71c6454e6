"""Draws form widgets in Python: the same HTML as Django's own templates, without one template per option.

A filter bar with a list of units draws hundreds of options; as templates these would cost
more than the page itself.
"""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

Widget = Mapping[str, Any]
_WIDGETS = "django/forms/widgets/"


class Tekenaar(DjangoTemplates):
    """The form renderer (FORM_RENDERER): the common widgets in Python, every other one by its template."""

    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> SafeString:
        """The HTML of one widget, form or formset."""
        teken = _TEKENAARS.get(template_name)
        html = teken(context["widget"]) if teken else super().render(template_name, context, request)
        return mark_safe(html)  # noqa: S308 - drawn below with every value escaped, or by a template


def _veilig(waarde: object) -> str:
    """The value as HTML: escaped, unless it is HTML already. format_html does the same, five times slower."""
    tekst = waarde if isinstance(waarde, str) else str(waarde)
    return tekst if isinstance(tekst, SafeString) else escape(tekst)


def _attributen(attrs: Mapping[str, Any]) -> str:
    """HTML attributes, each with a space before it; True stands alone and False is left out."""
    return "".join(
        f" {_veilig(naam)}" if waarde is True else f' {_veilig(naam)}="{_veilig(waarde)}"'
        for naam, waarde in attrs.items()
        if waarde is not False
    )


def _invoer(widget: Widget) -> str:
    waarde = "" if widget["value"] is None else f' value="{_veilig(widget["value"])}"'
    soort, naam = _veilig(widget["type"]), _veilig(widget["name"])
    return f'<input type="{soort}" name="{naam}"{waarde}{_attributen(widget["attrs"])}>'


def _optie(widget: Widget) -> str:
    """One radio button or checkbox of a group; its label is around it unless the caller draws the label."""
    if not widget.get("wrap_label"):
        return _invoer(widget)
    adres = widget["attrs"].get("id")
    voor = f' for="{_veilig(adres)}"' if adres else ""
    return f"<label{voor}>{_invoer(widget)} {_veilig(widget['label'])}</label>"


def _keuzelijst(widget: Widget) -> str:
    groepen = (
        f'<optgroup label="{_veilig(naam)}">{_keuzes(opties)}</optgroup>' if naam else _keuzes(opties)
        for naam, opties, _ in widget["optgroups"]
    )
    kop = f'<select name="{_veilig(widget["name"])}"{_attributen(widget["attrs"])}>'
    return f"{kop}{''.join(groepen)}</select>"


def _keuzes(opties: list[Widget]) -> str:
    return "\n".join(
        f'<option value="{_veilig(optie["value"])}"{_attributen(optie["attrs"])}>'
        f"{_veilig(optie['label'])}</option>"
        for optie in opties
    )


def _tekstvak(widget: Widget) -> str:
    kop = f'<textarea name="{_veilig(widget["name"])}"{_attributen(widget["attrs"])}>'
    # The first line break belongs to the tag, not to the text.
    return f"{kop}\n{_veilig(widget['value'] or '')}</textarea>"


_TEKENAARS: dict[str, Callable[[Widget], str]] = {
    **{
        f"{_WIDGETS}{soort}.html": _invoer
        for soort in ("text", "number", "email", "url", "password", "hidden", "date", "datetime", "time",
                      "checkbox", "file")
    },
    f"{_WIDGETS}radio_option.html": _optie,
    f"{_WIDGETS}checkbox_option.html": _optie,
    f"{_WIDGETS}select.html": _keuzelijst,
    f"{_WIDGETS}textarea.html": _tekstvak,
}  # fmt: skip
