"""The text of a version as safe HTML: what somebody typed never becomes a script or a picture from afar."""

from __future__ import annotations

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

# The text stands under a heading of the page, so its own highest heading, whatever that is, comes below it.
_HOOGSTE, _LAAGSTE = 3, 6
_TAGS = {
    "a", "blockquote", "br", "code", "em", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_markdown = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


def als_html(tekst: str) -> SafeString:
    """Markdown as HTML with only plain elements: HTML in the text is shown as the characters it is.

    Links lead only to http, https and mailto, and tell nobody where the reader came from.
    """
    delen = _markdown.parse(tekst)
    koppen = [deel for deel in delen if deel.type in ("heading_open", "heading_close")]
    hoogste = min((int(kop.tag[1:]) for kop in koppen), default=1)
    for kop in koppen:
        kop.tag = f"h{min(int(kop.tag[1:]) - hoogste + _HOOGSTE, _LAAGSTE)}"
    html = _markdown.renderer.render(delen, _markdown.options, {})
    schoon = nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
    return mark_safe(schoon)  # noqa: S308 - nh3 has just taken out everything that is not plain
