"""Load the demo region: its organisation, its people with one password, and the life of its register."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from leidraad.berichten.handelingen import laat_rusten
from leidraad.organisaties.importeren import importeer_organisatie
from leidraad.organisaties.models import Bestuursorgaan, Functievervulling, Gemeente, Persoon
from leidraad.project.demo.bestanden import GEGEVENS, GEMEENTEN, lees
from leidraad.project.demo.overdrachten import draag_taken_over
from leidraad.project.demo.spelers import Spelers
from leidraad.project.demo.verloop import speel_af
from leidraad.project.opdrachten.omgeving import Mislukt
from leidraad.referentie import lijst

if TYPE_CHECKING:
    from leidraad.project.opdrachten.omgeving import Voortgang

# One password for everybody, printed when the demo starts. These accounts exist in a demo only.
WACHTWOORD = "Leidse regio proeft privacy"
# The organisation stands before the first act in its register.
BEGIN = timedelta(days=800)
# Mail of the last days still goes out, so that there is some to see; what came before is past.
_NIEUWS = timedelta(days=2)
# Who is shown as account, most telling first: one per role.
_TE_TONEN = (
    "privacy-officer-1@leidseregio.example",
    "fg@leidseregio.example",
    "teammanager-burgerzaken@leiden.example",
    "afdelingsmanager-publiekszaken@leiden.example",
    "directeur-bedrijfsvoering@leiden.example",
    "coordinator-inburgering@leiden.example",
    "medewerker-burgerzaken@leiden.example",
    "griffier@leiden.example",
    "teamleider-burgerzaken@leiderdorp.example",
    "manager-ruimte@oegstgeest.example",
    "gemeentesecretaris@oegstgeest.example",
    "clustermanager-inwoners@zoeterwoude.example",
    "programmamanager-zorg-en-jeugd@zoeterwoude.example",
    "ciso@leidseregio.example",
    "beheerder@leidseregio.example",
)


@dataclass(frozen=True)
class Account:
    """Somebody to sign in as."""

    email: str
    naam: str
    functie: str
    gemeente: str
    wachtwoord: str = WACHTWOORD


def laad(voortgang: Voortgang | None = None, *, nu: datetime | None = None) -> list[Account]:
    """Load the demo region as it stands on `nu` (now, when left out) and tell who can sign in.

    All or nothing, and only once: when the region is there it stays as it is. Raises Mislukt in an
    installation that holds anything else: the demo, with its known password, never enters a real register.
    """
    nu = nu or timezone.now()
    if not _staat_er():
        with transaction.atomic():
            _laad_organisatie(nu - BEGIN)
            spelers = Spelers()
            draag_taken_over(spelers, nu)
            speel_af(spelers, nu, voortgang)
            laat_rusten(voor=nu - _NIEUWS)
    return _accounts(nu)


def _staat_er() -> bool:
    if Persoon.objects.filter(email=_TE_TONEN[0]).exists():
        return True
    if Gemeente.objects.exists() or Persoon.objects.exists():
        raise Mislukt(
            "In deze installatie staan al gemeenten of mensen. Laad de voorbeeldregio in een lege"
            " installatie: kies een andere map met LEIDRAAD_DATA."
        )
    return False


def _laad_organisatie(nu: datetime) -> None:
    map_ = GEGEVENS / "organisatie"
    rapport = importeer_organisatie(
        eenheden=(map_ / "EENHEDEN.csv").read_bytes(),
        functies=(map_ / "FUNCTIES.csv").read_bytes(),
        door=None,
        nu=nu,
    )
    if fouten := [m.melding for m in rapport.meldingen if m.ernst == "fout"]:
        raise Mislukt("De organisatie van de voorbeeldregio klopt niet: " + " ".join(fouten))
    for slug, wat in lees("organisatie", "gemeenten.yaml").items():
        gemeente = Gemeente.objects.get(slug=slug)
        gemeente.website, gemeente.fg_email = wat["website"], wat["fg_email"]
        gemeente.fg_telefoon = wat["fg_telefoon"]
        gemeente.save()
        Bestuursorgaan.objects.bulk_create(
            Bestuursorgaan(gemeente=gemeente, naam=naam) for naam in wat["bestuursorganen"]
        )
    # Hashing is slow on purpose: once is enough for one password.
    Persoon.objects.update(password=make_password(WACHTWOORD))


def _accounts(nu: datetime) -> list[Account]:
    op = timezone.localdate(nu)
    functies = lijst("functies", op)
    uit = []
    for email in _TE_TONEN:
        vervullingen = list(
            Functievervulling.objects.geldig_op(op)
            .filter(persoon__email=email)
            .select_related("persoon", "gemeente", "eenheid")
        )
        if not vervullingen:
            continue
        eerste = vervullingen[0]
        overal = len({v.gemeente_id for v in vervullingen}) == len(GEMEENTEN)
        functie = functies[eerste.functie].naam + (f" ({eerste.eenheid.naam})" if eerste.eenheid else "")
        gemeente = "alle gemeenten" if overal else eerste.gemeente.naam
        uit.append(Account(email, eerste.persoon.naam, functie, gemeente))
    return uit
