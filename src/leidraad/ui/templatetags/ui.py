"""The component tags and filters, available in every template."""

from datetime import date, datetime
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.template import Context
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from leidraad.ui import figuren, indeling, opmaak
from leidraad.ui.statussen import status_uiterlijk
from leidraad.ui.teken import teken
from leidraad.ui.veldbeeld import teken_veld
from leidraad.ui.velden import veld

register = template.Library()
register.tags.update(indeling.register.tags | figuren.register.tags)

for filter_ in (opmaak.datum, opmaak.korte_datum, opmaak.moment, opmaak.ja_nee):
    register.filter(filter_.__name__, filter_)

_ONDERDELEN = "ui/onderdelen/"
_KNOPPEN = {
    "primair": "nl-button nl-button--primary",
    "secundair": "nl-button nl-button--secondary",
    "subtiel": "nl-button nl-button--subtle",
    "gevaar": "nl-button nl-button--secondary nl-button--negative",
}
_MELDINGEN = {
    "info": ("Let op", "utrecht-alert--info"),
    "ok": ("Gelukt", "utrecht-alert--ok"),
    "waarschuwing": ("Waarschuwing", "utrecht-alert--warning"),
    "fout": ("Er ging iets mis", "utrecht-alert--error"),
}
# The words of Django's message levels.
_NIVEAUS = {"success": "ok", "warning": "waarschuwing", "error": "fout"}


def _query(context: Context) -> QueryDict:
    """The query of the current page, to change; empty when there is no request."""
    verzoek = context.get("request")
    return verzoek.GET.copy() if verzoek else QueryDict(mutable=True)


@register.inclusion_tag(f"{_ONDERDELEN}knop.html")
def knop(
    tekst: str,
    soort: str = "secundair",
    *,
    url: str = "",
    naam: str = "",
    waarde: str = "",
    id: str = "",  # noqa: A002 - the name of the HTML attribute
    bevestig: str = "",
    formulier: str = "",
    uitgeschakeld: bool = False,
) -> dict[str, Any]:
    """A submit button, or with `url` a link that looks like one."""
    return locals() | {"klasse": _KNOPPEN[soort]}


@register.inclusion_tag(f"{_ONDERDELEN}postknop.html", takes_context=True)
def postknop(
    context: Context,
    tekst: str,
    url: str,
    soort: str = "secundair",
    *,
    naam: str = "",
    waarde: str = "",
    bevestig: str = "",
) -> dict[str, Any]:
    """One button that does something by itself: its own small POST form."""
    return locals() | {"csrf_token": context.get("csrf_token")}


@register.simple_block_tag
def knoppenrij(content: str) -> SafeString:
    """Buttons beside each other."""
    return format_html('<div class="ld-knoppenrij">{}</div>', content)


@register.simple_block_tag
def melding(content: str, soort: str = "info", kop: str = "") -> SafeString:
    """A message to the reader: info, ok, waarschuwing or fout."""
    soort = _NIVEAUS.get(soort, soort)
    aanduiding, klasse = _MELDINGEN.get(soort, _MELDINGEN["info"])
    return teken("melding", inhoud=content, kop=kop, aanduiding=aanduiding, klasse=klasse, soort=soort)


@register.inclusion_tag(f"{_ONDERDELEN}leegte.html")
def leegte(kop: str, uitleg: str = "", *, actie: str = "", url: str = "") -> dict[str, Any]:
    """What to show where there is nothing yet: why, and how to begin."""
    return locals()


@register.simple_tag
def formulierveld(
    gebonden: BoundField,
    *,
    label: str = "",
    hint: str = "",
    nodig: str = "",
    breed: bool = False,
    kort: bool = False,
) -> SafeString:
    """A form field with label, hint, error and input tied together."""
    if gebonden.is_hidden:
        return gebonden.as_widget()
    return teken_veld(veld(gebonden, label=label, hint=hint, nodig=nodig, breed=breed, kort=kort))


@register.inclusion_tag(f"{_ONDERDELEN}foutoverzicht.html")
def foutoverzicht(*formulieren: Any) -> dict[str, Any]:
    """All errors of the forms (and formsets) on top of the page, each a link to its field."""
    algemeen: list[str] = []
    per_veld: list[tuple[BoundField, str]] = []
    for deel in formulieren:
        if not isinstance(deel, BaseForm):
            algemeen += map(str, deel.non_form_errors())
        for formulier in [deel] if isinstance(deel, BaseForm) else deel.forms:
            algemeen += map(str, formulier.non_field_errors())
            per_veld += [(v, str(fout)) for v in formulier for fout in v.errors]
    return {"algemeen": algemeen, "per_veld": per_veld, "aantal": len(algemeen) + len(per_veld)}


@register.simple_block_tag
def veldgroep(content: str, legende: str, uitleg: str = "") -> SafeString:
    """Fields that belong together, with one heading."""
    return teken("veldgroep", inhoud=content, legende=legende, uitleg=uitleg)


@register.simple_tag
def verborgen(naam: str, waarde: Any) -> SafeString:
    """A hidden input."""
    return format_html('<input type="hidden" name="{}" value="{}">', naam, waarde)


@register.simple_block_tag
def tabel(content: str, bijschrift: str, *, zichtbaar: bool = False, smal: bool = False) -> SafeString:
    """A quiet table that becomes a stack of cards on a phone; every cell carries its data-label."""
    return teken("tabel", inhoud=content, bijschrift=bijschrift, zichtbaar=zichtbaar, smal=smal)


@register.inclusion_tag(f"{_ONDERDELEN}sorteerkop.html", takes_context=True)
def sorteerkop(
    context: Context, label: str, veldnaam: str, *, getal: bool = False, param: str = "sorteer"
) -> dict[str, Any]:
    """A column heading that sorts; the rest of the query stays."""
    query = _query(context)
    nu = query.get(param, "")
    richting = {veldnaam: "ascending", f"-{veldnaam}": "descending"}.get(nu, "")
    query[param] = f"-{veldnaam}" if richting == "ascending" else veldnaam
    query.pop("pagina", None)
    return {"label": label, "richting": richting, "getal": getal, "adres": f"?{query.urlencode()}"}


@register.inclusion_tag(f"{_ONDERDELEN}paginering.html", takes_context=True)
def paginering(context: Context, pagina: Page[Any], *, param: str = "pagina") -> dict[str, Any]:
    """Links to the other pages of a list."""
    query = _query(context)

    def adres(nummer: int) -> str:
        query[param] = str(nummer)
        return f"?{query.urlencode()}"

    nummers = pagina.paginator.get_elided_page_range(pagina.number, on_each_side=1, on_ends=1)
    links = [(n, adres(n) if isinstance(n, int) else "") for n in nummers]
    return {
        "pagina": pagina,
        "links": links,
        "vorige": adres(pagina.previous_page_number()) if pagina.has_previous() else "",
        "volgende": adres(pagina.next_page_number()) if pagina.has_next() else "",
    }


@register.simple_block_tag(takes_context=True)
def filterbalk(
    context: Context,
    content: str,
    *,
    zoek: BoundField | None = None,
    vouw: bool = False,
    behalve: str = "",
    aantal: int | None = None,
    wissen: str = "",
) -> SafeString:
    """The search and filter form above a list: GET, so that every view of it has an address.

    With `zoek` that field always shows, and the other fields fold away on a narrow screen behind the
    number that is chosen; with `vouw` all fields do. `behalve` names parameters that are no filter, and
    `aantal` says how many are chosen, the search word included, when the query cannot tell.
    """
    query = _query(context)
    sorteer = query.get("sorteer", "")
    gekozen = {naam for naam, w in query.items() if w and naam not in {"pagina", "sorteer", *behalve.split()}}
    gezocht = zoek is not None and zoek.html_name in gekozen
    aantal = (len(gekozen) if aantal is None else aantal) - gezocht
    verzoek = context.get("request")
    return teken(
        "filterbalk",
        inhoud=content,
        zoek=zoek,
        vouw=vouw or zoek,
        aantal=aantal,
        sorteer=sorteer,
        gekozen=gekozen,
        wissen=wissen or (verzoek.path if verzoek else "?"),
    )


@register.simple_tag(takes_context=True)
def query_vervang(context: Context, **waarden: Any) -> str:
    """The current query with these parameters replaced; None removes one."""
    query = _query(context)
    for naam, waarde in waarden.items():
        if waarde is None:
            query.pop(naam, None)
        else:
            query[naam] = str(waarde)
    return f"?{query.urlencode()}"


@register.inclusion_tag(f"{_ONDERDELEN}tabs.html")
def tabs(label: str, onderdelen: list[dict[str, Any]]) -> dict[str, Any]:
    """Links between the parts of one thing; the current part is marked."""
    return {"label": label, "onderdelen": onderdelen}


@register.simple_tag
def statusbadge(status: str, *, label: str = "", soort: str = "") -> SafeString:
    """A status in words, with a colour that says the same."""
    tekst, kleur = status_uiterlijk(str(status), label, soort)
    return format_html('<span class="nl-data-badge ld-status ld-status--{}">{}</span>', kleur, tekst)


@register.simple_tag
def aantal(waarde: int) -> SafeString:
    """A small number beside a word."""
    return format_html('<span class="nl-number-badge">{}</span>', waarde)


@register.simple_tag
def termijn(tot: date | datetime | None, *, vandaag: date | None = None, af: bool = False) -> SafeString:
    """A deadline: date, remaining time in words and a colour that says the same."""
    if not tot:
        return format_html('<span class="rustig">{}</span>', "Geen termijn")
    dag = opmaak.als_dag(tot)
    rest, klem = ("afgerond", "af") if af else opmaak.resterend(dag, vandaag or timezone.localdate())
    # A clock in hours can end in the middle of the day.
    if klem == "vandaag" and isinstance(tot, datetime) and tot <= timezone.now():
        rest, klem = "te laat", "te_laat"
    return format_html(
        '<span class="ld-termijn ld-termijn--{}"><time datetime="{}">{}</time> '
        '<span class="ld-termijn__rest">{}</span></span>',
        klem,
        dag.isoformat(),
        opmaak.datum(tot),
        rest,
    )


@register.inclusion_tag(f"{_ONDERDELEN}broodkruimel.html")
def broodkruimel(*delen: str) -> dict[str, Any]:
    """Where am I: label, url, label, url, and last the label of this page."""
    paren = list(zip(delen[::2], delen[1::2], strict=False))
    return {"links": paren, "hier": delen[-1] if len(delen) % 2 else ""}


@register.inclusion_tag(f"{_ONDERDELEN}tijdlijn.html")
def tijdlijn(items: list[dict[str, Any]]) -> dict[str, Any]:
    """What happened, newest as given first."""
    return {"items": items}
