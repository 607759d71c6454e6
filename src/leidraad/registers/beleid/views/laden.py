"""Load and authorise in one call; what every screen of one document shows around its content."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, QueryDict
from django.urls import reverse

from leidraad.dossiers.fouten import GeenRecht
from leidraad.dossiers.models import Dossier
from leidraad.dossiers.toegang import dossier_voor, lid_bij
from leidraad.organisaties.rechten import Recht
from leidraad.registers.beleid.models import Beleidsstuk, Beleidsversie
from leidraad.registers.beleid.overzicht import Overzicht, overzie
from leidraad.registers.beleid.regels.bevoegd import recht_om_vast_te_leggen
from leidraad.registers.beleid.register import BELEID


def stuk_voor(request: HttpRequest, gemeente: str, nummer: str, recht: Recht = Recht.LEZEN) -> Beleidsstuk:
    """The document with its dossier: one query. Raises Http404 or GeenRecht like `dossier_voor`."""
    dossier: Any = dossier_voor(
        request, BELEID.code, gemeente, nummer, recht, ook=["beleidsstuk__kopie_van__dossier__gemeente"]
    )
    stuk: Beleidsstuk = dossier.beleidsstuk
    return stuk


def stuk_om_te_besluiten(request: HttpRequest, gemeente: str, nummer: str) -> Beleidsstuk:
    """The document, for who may record at least the decision of a function. Raises GeenRecht."""
    stuk, lid = stuk_voor(request, gemeente, nummer), lid_bij(request)
    if recht_om_vast_te_leggen(lid, stuk.dossier, stuk.eigenaar, door_functie=True) is None:
        raise GeenRecht("Uw functie geeft u niet het recht om een besluit over dit stuk vast te leggen.")
    return stuk


def overzicht_van(stuk: Beleidsstuk, request: HttpRequest) -> Overzicht:
    """The versions of a document with what stands around them: two queries."""
    versies = stuk.versies.select_related("orgaan", "bestand", "besluit", "opvolger__stuk__dossier__gemeente")
    return overzie(versies.defer("opvolger__tekst").prefetch_related("conformiteit"), lid_bij(request).op)


def versie_van(stuk: Beleidsstuk, nummer: int) -> Beleidsversie:
    """One version with its text. Raises Http404."""
    versies = stuk.versies.select_related("orgaan", "bestand", "besluit", "opvolger__stuk__dossier__gemeente")
    versie: Beleidsversie | None = versies.filter(nummer=min(nummer, 2_000_000_000)).first()
    if versie is None:
        raise Http404
    versie.stuk = stuk
    return versie


def adres(naam: str, dossier: Dossier, *meer: Any) -> str:
    """The address of a screen of this document."""
    return reverse(f"beleid:{naam}", args=[dossier.gemeente.slug, dossier.nummer, *meer])


def gepost(request: HttpRequest) -> QueryDict | None:
    """What was posted, also when that is nothing at all; None when the page is only looked at."""
    return request.POST if request.method == "POST" else None


def kader(stuk: Beleidsstuk, hier: str = "") -> dict[str, Any]:
    """The context of every screen of one document: where am I, and the name of this screen."""
    dossier, lijst_url = stuk.dossier, reverse("beleid:lijst")
    return {
        "stuk": stuk,
        "dossier": dossier,
        "gemeente": dossier.gemeente,
        "naam": dossier.titel,
        "hier": hier,
        "lijst_naam": "Beleid",
        "lijst_url": lijst_url,
        "gemeente_url": f"{lijst_url}?gemeente={dossier.gemeente.slug}",
        "dossier_url": adres("detail", dossier),
    }
