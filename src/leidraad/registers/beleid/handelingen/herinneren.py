"""Tell people that there is policy to read, and remind those who have not: once a week at most."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from leidraad.berichten.handelingen import zet_klaar
from leidraad.berichten.models import Bericht
from leidraad.berichten.soorten import Berichtsoort, Wijze
from leidraad.dossiers.werk import begin_van
from leidraad.organisaties.models import Persoon
from leidraad.referentie import lijst
from leidraad.registers.beleid.kennisname import lezers
from leidraad.registers.beleid.models import Beleidsversie

BERICHTSOORT = Berichtsoort(
    "kennisname", "Beleid om te lezen", "Er is beleid dat u moet lezen, of u hebt het nog niet gelezen.",
    Wijze.DAGOVERZICHT,
)  # fmt: skip
_WEEK = timedelta(days=7)


def herinner_lezers(nu: datetime) -> int:
    """Recurring job: a message for everybody who must still read a version. Returns how many were made.

    One when the version starts, or when somebody starts to work there; after the streefwaarde `kennisname`
    one more each week, until she has read it.
    """
    vandaag = timezone.localdate(nu)
    versies = Beleidsversie.objects.geldig_op(vandaag).filter(vraagt_kennisname=True)
    return sum(_van(versie, vandaag, nu) for versie in versies.select_related("stuk__dossier__gemeente"))


@transaction.atomic
def _van(versie: Beleidsversie, vandaag: date, nu: datetime) -> int:
    beurten = dict(_beurten(versie, vandaag))
    mensen = Persoon.objects.in_bulk(list(beurten))
    return sum(_bericht(versie, mensen[pk], beurt, nu) for pk, beurt in beurten.items())


def _beurten(versie: Beleidsversie, vandaag: date) -> Iterator[tuple[int, str]]:
    """Who gets a message today, and which one: `nieuw`, or the day of the reminder."""
    begin = versie.geldig_vanaf or vandaag
    termijn = timedelta(days=lijst("streefwaarden", vandaag)["kennisname"].lengte)
    gelezen = set(versie.kennisnames.values_list("persoon", flat=True))
    berichten = Bericht.objects.filter(sleutel__startswith=_sleutel(versie))
    eerder = set(berichten.values_list("ontvanger", flat=True))
    pas = set(
        berichten.filter(aangemaakt_op__gte=begin_van(vandaag - _WEEK + timedelta(days=1))).values_list(
            "ontvanger", flat=True
        )
    )
    for pk, lezer in lezers(versie, vandaag).items():
        te_laat = vandaag > max(begin, lezer.vanaf) + termijn
        if pk in gelezen or pk in pas or (pk in eerder and not te_laat):
            continue
        yield pk, f"{vandaag:%Y-%m-%d}" if te_laat else "nieuw"


def _bericht(versie: Beleidsversie, aan: Persoon, beurt: str, nu: datetime) -> int:
    dossier = versie.stuk.dossier
    gemeente = dossier.gemeente
    opening = (
        "Er is beleid dat u moet lezen"
        if beurt == "nieuw"
        else "Dit is een herinnering. U hebt beleid nog niet gelezen"
    )
    bericht = zet_klaar(
        aan=aan,
        soort=BERICHTSOORT.code,
        onderwerp=f"Beleid om te lezen ({gemeente.naam}, {dossier.nummer})",
        tekst=(
            f"{opening} bij de gemeente {gemeente.naam} ({dossier.nummer}).\n"
            "Lees het stuk en meld daarna dat u het hebt gelezen."
        ),
        pad=dossier.get_absolute_url(),
        sleutel=f"{_sleutel(versie)}{aan.pk}:{beurt}",
        nu=nu,
        gemeente=gemeente,
    )
    return bericht is not None


def _sleutel(versie: Beleidsversie) -> str:
    return f"kennisname:{versie.pk}:"
