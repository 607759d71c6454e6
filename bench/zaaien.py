"""Sow a region: municipalities with people and many plausible, established, public verwerkingen."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from django.utils import timezone
from django.utils.text import slugify

from leidraad.dossiers.handelingen import indexeer_alle
from leidraad.dossiers.journaal.hashen import canoniek, vingerafdruk
from leidraad.dossiers.models import Dossier, Versie
from leidraad.organisaties.leden import lid_van
from leidraad.organisaties.models import Bestuursorgaan, Eenheid, Functievervulling, Gemeente, Persoon
from leidraad.organisaties.rechten import Lid
from leidraad.registers.verwerkingen.handelingen import Nieuw, maak_alle_aan
from leidraad.registers.verwerkingen.handelingen.openbaarmaken import openbare_zoektekst, publicatie_van
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.models import Publicatie, Verwerking
from leidraad.registers.verwerkingen.regels.openbaar import openbare_inhoud
from leidraad.registers.verwerkingen.tests.voorbeeld import VOLLEDIG
from leidraad.registers.verwerkingen.versies import document

_GEMEENTEN = ("Leiden", "Leiderdorp", "Oegstgeest", "Zoeterwoude")
_TEAMS = 12
_PER_KEER = 1000
_WAT = ("Aanvraag", "Beheer", "Controle", "Registratie", "Toezicht", "Uitgifte", "Behandeling", "Inning")
_WAARVAN = ("paspoort", "uitkering", "jeugdhulp", "kapvergunning", "parkeren", "belasting", "subsidie",
            "leerplicht", "afvalpas", "evenement", "bezwaar", "schuldhulp", "cameratoezicht")  # fmt: skip
_STATUSSEN = ("vastgesteld",) * 7 + ("concept", "ter_toetsing", "teruggestuurd")


def zaai(aantal: int) -> Persoon:
    """Sow `aantal` verwerkingen over four municipalities; gives the Privacy Officer of all four."""
    officer = zaai_gemeenten(_GEMEENTEN)
    zaai_verwerkingen(aantal, officer)
    return officer


def zaai_gemeenten(namen: Sequence[str]) -> Persoon:
    """Sow municipalities with a college and teams; gives their one Privacy Officer."""
    officer = Persoon.objects.create(email="privacy-officer@bench.example", naam="Privacy Officer")
    for cbs, naam in enumerate(namen, 546):
        gemeente = Gemeente.objects.create(naam=naam, slug=slugify(naam), cbs_code=f"GM{cbs:04d}")
        Bestuursorgaan.objects.create(gemeente=gemeente, naam=VOLLEDIG.bestuursorgaan)
        Eenheid.objects.bulk_create(
            [Eenheid(gemeente=gemeente, naam=f"Team {i}", soort=Eenheid.Soort.TEAM) for i in range(_TEAMS)]
        )
        Functievervulling.objects.create(persoon=officer, gemeente=gemeente, functie="privacy_officer")
    return officer


def zaai_verwerkingen(aantal: int, officer: Persoon) -> None:
    """Sow `aantal` verwerkingen, spread evenly over the municipalities there are."""
    nu = timezone.now()
    gemeenten = list(Gemeente.objects.order_by("pk"))
    door = lid_van(officer, timezone.localdate(nu))
    toeval = random.Random(2016_679)  # noqa: S311 - the same region at every run, nothing secret
    for plek, gemeente in enumerate(gemeenten):
        eenheden = list(gemeente.eenheden.all())
        rest = aantal // len(gemeenten) + (plek < aantal % len(gemeenten))
        while rest > 0:
            deel = min(rest, _PER_KEER)
            rest -= deel
            nieuwe = [
                Nieuw(inhoud, toeval.choice(eenheden), bron_nummer=str(rest + i))
                for i, inhoud in enumerate(inhouden(toeval, deel))
            ]
            _stel_vast(
                maak_alle_aan(gemeente=gemeente, nieuwe=nieuwe, door=door, nu=nu), nieuwe, door, toeval
            )


def inhouden(toeval: random.Random, aantal: int) -> Iterator[Inhoud]:
    """Plausible contents that differ in name, description and dates."""
    for i in range(aantal):
        wat, waarvan = toeval.choice(_WAT), toeval.choice(_WAARVAN)
        yield replace(
            VOLLEDIG,
            naam=f"{wat} {waarvan} {i}",
            omschrijving=f"De gemeente doet {wat.lower()} van {waarvan}; nummer {toeval.randrange(10**6)}.",
            startdatum=date(2018, 5, 25) + timedelta(days=toeval.randrange(3000)),
        )


def _stel_vast(verwerkingen: list[Verwerking], nieuwe: list[Nieuw], door: Lid, toeval: random.Random) -> None:
    """Spread states and dates, and freeze what is established, in bulk: sowing is not what is measured."""
    nu = timezone.now()
    for verwerking in verwerkingen:
        verwerking.status = toeval.choice(_STATUSSEN)
        verwerking.dossier.gewijzigd_op = nu - timedelta(minutes=toeval.randrange(500_000))
        verwerking.dossier.herzien_voor = timezone.localdate(nu) + timedelta(days=toeval.randrange(-60, 365))
    Dossier.objects.bulk_update(
        [v.dossier for v in verwerkingen], ["gewijzigd_op", "herzien_voor"], batch_size=200
    )
    paren = [(v, n.inhoud) for v, n in zip(verwerkingen, nieuwe, strict=True) if v.status == "vastgesteld"]
    versies = []
    for verwerking, inhoud in paren:
        tekst = canoniek(document(verwerking, inhoud))
        versies.append(
            Versie(dossier=verwerking.dossier, nummer=1, inhoud=tekst, sha256=vingerafdruk(tekst),
                   door_id=door.persoon_id, functie="teammanager", op=nu)
        )  # fmt: skip
    for (verwerking, _), versie in zip(
        paren, Versie.objects.bulk_create(versies, batch_size=500), strict=True
    ):
        verwerking.geldende_versie = versie
        verwerking.openbaarheid = "openbaar"
    Verwerking.objects.bulk_update(
        verwerkingen, ["status", "geldende_versie", "openbaarheid"], batch_size=200
    )
    openbaar = [(v, openbare_inhoud(inhoud)) for v, inhoud in paren]
    Publicatie.objects.bulk_create(
        [publicatie_van(v, v.geldende_versie, inhoud) for v, inhoud in openbaar if v.geldende_versie],
        batch_size=500,
    )
    indexeer_alle((v.pk, "openbaar", openbare_zoektekst(v, inhoud)) for v, inhoud in openbaar)
