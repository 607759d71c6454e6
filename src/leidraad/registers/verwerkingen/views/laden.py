"""Load and authorise in one call; what every screen of one verwerking shows around its content."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from leidraad.dossiers.models import Dossier
from leidraad.dossiers.toegang import dossier_voor
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.register import VERWERKINGEN


def verwerking_voor(
    request: HttpRequest, gemeente: str, nummer: str, recht: Recht = Recht.LEZEN
) -> Verwerking:
    """The verwerking with its dossier: two queries. Raises Http404 or GeenRecht like `dossier_voor`."""
    dossier = dossier_voor(request, VERWERKINGEN.code, gemeente, nummer, recht)
    verwerking = (
        Verwerking.objects.select_related("bestuursorgaan", "hoofdverwerking__dossier", "geldende_versie")
        .defer("geldende_versie__inhoud")
        .get(pk=dossier.pk)
    )
    verwerking.dossier = dossier
    return verwerking


def voor_lezer(verwerking: Verwerking, inhoud: Inhoud, lid: Lid) -> Inhoud:
    """The content without the number of a main verwerking that this person may not see."""
    nummer = inhoud.hoofdverwerking
    return replace(inhoud, hoofdverwerking="") if nummer and not mag_zien(verwerking, nummer, lid) else inhoud


def mag_zien(verwerking: Verwerking, nummer: str, lid: Lid) -> bool:
    """Whether this person may see the verwerking with this number in the same municipality."""
    hier = Dossier.objects.zichtbaar_voor(lid).filter(
        gemeente=verwerking.dossier.gemeente_id, soort=VERWERKINGEN.code, nummer=nummer
    )
    return hier.exists()


def adres(naam: str, dossier: Dossier, *meer: Any) -> str:
    """The address of a screen of this verwerking."""
    return reverse(f"verwerkingen:{naam}", args=[dossier.gemeente.slug, dossier.nummer, *meer])


def kader(verwerking: Verwerking, hier: str = "") -> dict[str, Any]:
    """The context of every screen of one verwerking: where am I, and the name of this screen."""
    dossier = verwerking.dossier
    return {
        "v": verwerking,
        "status": verwerking.status,
        "lijst_naam": "Verwerkingen",
        "dossier": dossier,
        "gemeente": dossier.gemeente,
        "naam": dossier.titel or "Verwerking zonder naam",
        "hier": hier,
        "lijst_url": reverse("verwerkingen:lijst"),
        "gemeente_url": f"{reverse('verwerkingen:lijst')}?gemeente={dossier.gemeente.slug}",
        "dossier_url": adres("detail", dossier),
    }
