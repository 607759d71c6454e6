"""What every staff page shows around its content: navigation, municipalities, work that waits."""

from __future__ import annotations

from typing import Any

from django.core.signing import dumps
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from leidraad.dossiers.werkvoorraad import tel_mijn_werk
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.project.invoer_bewaren import ZOUT
from leidraad.project.registers import REGISTERS

_IMPORT = "/verwerkingen/importeren/"
# What everybody who works for a gemeente can do, whatever her function.
_VOOR_IEDEREEN = (
    ("Datalek melden", "datalekken:melden"),
    ("Mijn meldingen", "datalekken:mijn_meldingen"),
    ("Vraag stellen", "vragen:stellen"),
    ("Mijn vragen", "vragen:mijn_vragen"),
    ("Te lezen", "beleid:te_lezen"),
)


def navigatie(request: HttpRequest) -> dict[str, Any]:
    """Context processor: two queries on staff pages, none for a visitor."""
    lid: Lid | None = getattr(request, "lid", None)
    if not lid:
        return {"lid": None}
    if not request.path.startswith("/werk/"):
        return {"lid": lid}
    wacht = tel_mijn_werk(lid, timezone.now())
    return {
        "lid": lid,
        "navigatie": _groepen(request.path, lid, wacht),
        # Only the page that draws the switch asks for them.
        "gemeenten": SimpleLazyObject(lambda: _gemeenten(lid)),
        "werkvoorraad": wacht,
        "werkvoorraad_url": reverse("dossiers:werklijst"),
        # Says whose form this is, so that typed text survives an expired session (invoer_bewaren).
        "wie": dumps(lid.persoon_id, salt=ZOUT),
    }


def _gemeenten(lid: Lid) -> list[dict[str, str]]:
    """The municipalities this person serves, for the switch; one alone needs no switch."""
    gemeenten = Gemeente.objects.filter(pk__in=lid.gemeenten()).values_list("naam", "slug")
    lijst_url = reverse("verwerkingen:lijst")
    rijen = [{"naam": naam, "slug": slug, "url": f"{lijst_url}?gemeente={slug}"} for naam, slug in gemeenten]
    return rijen if len(rijen) > 1 else []


def _groepen(pad: str, lid: Lid, wacht: int) -> list[dict[str, Any]]:
    start = reverse("start")
    werk = reverse("dossiers:werklijst")
    vandaag: list[dict[str, Any]] = [
        {"label": "Vandaag", "url": start, "actief": pad == start},
        {"label": "Werklijst", "url": werk, "actief": pad.startswith(werk), "aantal": wacht},
    ]
    if lid.gemeenten(Recht.NALEVING):
        url = reverse("naleving:overzicht")
        vandaag.append({"label": "Naleving", "url": url, "actief": pad.startswith(url)})
    berichten = [i for i in [_item("Mijn berichten", "berichten:mijn_berichten", pad)] if i]
    registers = [
        _item(register.titel, f"{register.code}:lijst", pad, f"/{register.code}/")
        for register in REGISTERS
        if lid.gemeenten(Recht.LEZEN)
    ]
    beheer = [
        _item(label, naam, pad, _IMPORT if naam.endswith(":importeren") else "")
        for label, naam, recht in (
            ("Importeren", "verwerkingen:importeren", Recht.IMPORTEREN),
            ("Organisatie", "organisaties:beheer_start", Recht.ORGANISATIE_INZIEN),
            ("Taken overdragen", "organisaties:overdrachten", Recht.OVERDRAGEN),
            ("Journaal", "dossiers:journaal", Recht.JOURNAAL),
            ("Post", "berichten:post", Recht.BEHEREN),
        )
        if _mag_zien(lid, recht)
    ]
    groepen: list[dict[str, Any]] = [
        {"label": "Vandaag", "items": [*vandaag, *berichten, *_melden(lid, pad)]},
        {"label": "Registers", "items": [i for i in registers if i]},
        {"label": "Beheer", "items": [i for i in beheer if i]},
    ]
    _hoogstens_een_actief([item for groep in groepen for item in groep["items"]])
    return [groep for groep in groepen if groep["items"]]


def _melden(lid: Lid, pad: str) -> list[dict[str, Any]]:
    """Reporting a breach and asking a question are never more than one click away."""
    if not lid.gemeenten(Recht.MELDEN):
        return []
    items = [_item(label, naam, pad) for label, naam in _VOOR_IEDEREEN]
    return [item for item in items if item]


def _mag_zien(lid: Lid, recht: Recht) -> bool:
    """The journaal of everything is only for who serves a whole gemeente; others read it per dossier."""
    if recht is Recht.JOURNAAL:
        return any(b.eenheden is None for b in lid.met(recht))
    return bool(lid.gemeenten(recht))


def _hoogstens_een_actief(items: list[dict[str, Any]]) -> None:
    """A page is under one item, that with the longest address: importing is not looking at the register."""
    actief = max((i for i in items if i["actief"]), key=lambda i: len(i["url"]), default=None)
    for item in items:
        item["actief"] = item is actief


def _item(label: str, naam: str, pad: str, deel: str = "") -> dict[str, Any] | None:
    try:
        url = reverse(naam)
    except NoReverseMatch:
        return None
    return {"label": label, "url": url, "actief": pad.startswith(url) or bool(deel and deel in pad)}
