"""Draws form widgets in Python: the same HTML as Django's own templates, without one template per option.

A filter bar with a list of units draws hundreds of options; as templates these would cost
more than the page itself.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.html import conditional_escape, format_html, format_html_join
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
        if teken:
            return teken(context["widget"])
        return mark_safe(super().render(template_name, context, request))  # noqa: S308 - a template escapes


def attributen(attrs: Mapping[str, Any]) -> SafeString:
    """HTML attributes, each with a space before it; True stands alone and False is left out."""
    return format_html_join(
        "",
        "{}",
        (
            [format_html(" {}", naam) if waarde is True else format_html(' {}="{}"', naam, str(waarde))]
            for naam, waarde in attrs.items()
            if waarde is not False
        ),
    )


def _invoer(widget: Widget) -> SafeString:
    waarde = widget["value"]
    return format_html(
        '<input type="{}" name="{}"{}{}>',
        widget["type"],
        widget["name"],
        "" if waarde is None else format_html(' value="{}"', str(waarde)),
        attributen(widget["attrs"]),
    )


def _optie(widget: Widget) -> SafeString:
    """One radio button or checkbox of a group; its label is around it unless the caller draws the label."""
    if not widget.get("wrap_label"):
        return _invoer(widget)
    adres = widget["attrs"].get("id")
    voor = format_html(' for="{}"', adres) if adres else ""
    return format_html("<label{}>{} {}</label>", voor, _invoer(widget), widget["label"])


def _keuzelijst(widget: Widget) -> SafeString:
    groepen = (
        [
            format_html('<optgroup label="{}">{}</optgroup>', naam, _keuzes(opties))
            if naam
            else _keuzes(opties)
        ]
        for naam, opties, _ in widget["optgroups"]
    )
    return format_html(
        '<select name="{}"{}>{}</select>',
        widget["name"],
        attributen(widget["attrs"]),
        format_html_join("", "{}", groepen),
    )


def _keuzes(opties: list[Widget]) -> SafeString:
    return format_html_join(
        "\n",
        '<option value="{}"{}>{}</option>',
        ((str(optie["value"]), attributen(optie["attrs"]), optie["label"]) for optie in opties),
    )


def _tekstvak(widget: Widget) -> SafeString:
    # The first line break belongs to the tag, not to the text.
    return format_html(
        '<textarea name="{}"{}>\n{}</textarea>',
        widget["name"],
        attributen(widget["attrs"]),
        conditional_escape(widget["value"] or ""),
    )


_TEKENAARS: dict[str, Callable[[Widget], SafeString]] = {
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
