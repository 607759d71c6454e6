"""The tags that divide a page: heading, columns, cards, label and value rows."""

from datetime import date, datetime
from typing import Any

from django import template
from django.template import Context
from django.templatetags.static import static
from django.utils.html import conditional_escape, format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe

from leidraad.ui import opmaak
from leidraad.ui.teken import teken
from leidraad.ui.themas import letters, thema_van

register = template.Library()
_ZIJKOLOM = "_zijkolom"


@register.simple_block_tag
def paginakop(
    content: str,
    titel: str,
    *,
    aantal: int | None = None,
    nummer: str = "",
    status: str = "",
    toelichting: str = "",
) -> SafeString:
    """The heading of a page: what it is, its state, and on the right the one next action."""
    return teken(
        "paginakop",
        titel=titel,
        aantal=aantal,
        nummer=nummer,
        status=status,
        toelichting=toelichting,
        acties=content.strip() and content,
    )


@register.simple_block_tag(takes_context=True)
def zijkolom(context: Context, content: str) -> SafeString:
    """The column beside the content of a tweekolom: term, responsible person, what is missing, links."""
    html = format_html('<aside class="ld-zijkolom" aria-label="Meer over deze pagina">{}</aside>', content)
    kolommen = context.get(_ZIJKOLOM)
    if kolommen is None:
        return html
    kolommen.append(html)
    return SafeString("")


class _Tweekolom(template.Node):
    """Collects the side columns inside it and puts them beside the rest."""

    def __init__(self, inhoud: template.NodeList) -> None:
        self.inhoud = inhoud

    def render(self, context: Context) -> SafeString:
        """The main column with the side column beside it."""
        kolommen: list[SafeString] = []
        with context.push(**{_ZIJKOLOM: kolommen}):
            inhoud = self.inhoud.render(context)
        return format_html(
            '<div class="ld-tweekolom"><div class="ld-hoofdkolom">{}</div>{}</div>',
            inhoud,
            mark_safe("".join(kolommen)),  # noqa: S308 - each one is safe already
        )


@register.tag
def tweekolom(parser: template.base.Parser, token: template.base.Token) -> _Tweekolom:
    """Content with a side column; on a narrow screen the side column follows below."""
    inhoud = parser.parse(("endtweekolom",))
    parser.delete_first_token()
    return _Tweekolom(inhoud)


@register.simple_block_tag
def kaart(content: str, kop: str = "", *, niveau: int = 2, soort: str = "") -> SafeString:
    """A quiet block with a heading, mostly in the side column; soort="nadruk" for what must be done."""
    return teken("kaart", inhoud=content, kop=kop, niveau=min(max(niveau, 2), 4), nadruk=soort == "nadruk")


@register.simple_block_tag
def definitielijst(content: str) -> SafeString:
    """Rows of label and value."""
    return format_html('<dl class="ld-gegevens">{}</dl>', content)


def _waarde(waarde: Any) -> SafeString:
    """A value as one reads it: dates in full, ja or nee, lines kept, and never an empty place."""
    if isinstance(waarde, bool):
        return conditional_escape(opmaak.ja_nee(waarde))
    if isinstance(waarde, datetime):
        return conditional_escape(opmaak.moment(waarde))
    if isinstance(waarde, date):
        return conditional_escape(opmaak.datum(waarde))
    if waarde is None or str(waarde).strip() == "":
        return format_html('<span class="rustig">{}</span>', "Niet ingevuld")
    tekst = waarde if isinstance(waarde, SafeString) else str(waarde)
    if "\n" in tekst and not isinstance(tekst, SafeString):
        return mark_safe(linebreaks(tekst, autoescape=True))  # noqa: S308 - linebreaks escapes
    return conditional_escape(tekst)


@register.simple_tag
def gegeven(label: str, waarde: Any) -> SafeString:
    """One row of a definitielijst."""
    return format_html("<div><dt>{}</dt><dd>{}</dd></div>", label, _waarde(waarde))


@register.simple_block_tag
def gegevenblok(content: str, label: str) -> SafeString:
    """One row of a definitielijst with HTML as its value."""
    return format_html("<div><dt>{}</dt><dd>{}</dd></div>", label, content)


@register.simple_tag
def themastijl(gemeente: Any = None) -> SafeString:
    """The stylesheet with the colours of a gemeente; the standard ones when it has none of its own."""
    slug = thema_van(str(getattr(gemeente, "slug", "") or ""))
    return format_html('<link rel="stylesheet" href="{}">', static(f"ui/themas/{slug}.css"))


@register.inclusion_tag("ui/onderdelen/beeldmerk.html")
def beeldmerk(naam: str = "") -> dict[str, str]:
    """A neutral mark with the first letters of a name; no official logo."""
    return {"letters": letters(naam or "Leidraad")}
