"""Answers that everybody may keep: the same page for all, without session, cookie or message in it."""

import hashlib
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response, patch_vary_headers

_EVEN = "public, max-age=300"
MEDIATYPEN = {
    "json": "application/json",
    "jsonld": "application/ld+json",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def pagina(request: HttpRequest, sjabloon: str, gegevens: dict[str, Any]) -> HttpResponseBase:
    """A page rendered without context processors, so that nothing of a visitor can get into it."""
    html = render_to_string(sjabloon, {"request": request, **gegevens})
    return houdbaar(request, HttpResponse(html))


def als_json(request: HttpRequest, gegevens: dict[str, Any], formaat: str = "json") -> HttpResponseBase:
    """Data for machines, readable for people too."""
    antwoord = JsonResponse(
        gegevens,
        content_type=MEDIATYPEN[formaat],
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )
    # Open data: any website may read it from a browser.
    antwoord["Access-Control-Allow-Origin"] = "*"
    return houdbaar(request, antwoord)


def houdbaar(request: HttpRequest, antwoord: HttpResponse) -> HttpResponseBase:
    """Let caches keep the answer for five minutes; who has it already gets 304 Not Modified."""
    antwoord["ETag"] = f'"{hashlib.sha256(antwoord.content).hexdigest()[:32]}"'
    antwoord["Cache-Control"] = _EVEN
    patch_vary_headers(antwoord, ["Accept"])
    return get_conditional_response(request, etag=antwoord["ETag"], response=antwoord) or antwoord


def bestand(stukken: Iterator[bytes], formaat: str, naam: str) -> StreamingHttpResponse:
    """A file of any size, sent while it is being made."""
    antwoord = StreamingHttpResponse(stukken, content_type=MEDIATYPEN[formaat])
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}.{formaat}"'
    antwoord["Cache-Control"] = _EVEN
    antwoord["Access-Control-Allow-Origin"] = "*"
    return antwoord
