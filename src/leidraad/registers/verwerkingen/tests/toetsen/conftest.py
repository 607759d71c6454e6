"""A verwerking that falls short of nothing, and what a toets says of it after one change."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from leidraad.normen.toets import Toets, tel
from leidraad.organisaties.models import Bestuursorgaan
from leidraad.referentie import lijst
from leidraad.registers.verwerkingen import handelingen
from leidraad.registers.verwerkingen.inhoud import Autorisatie, Doel, Gegeven, Inhoud, Maatregel
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.regels.gevoeligheid import ontbrekende_maatregelen
from leidraad.registers.verwerkingen.tests.voorbeeld import VOLLEDIG
from leidraad.registers.verwerkingen.toetsen import TOETSEN
from tests.wereld import Wereld

VANDAAG = date(2026, 11, 23)
OP_NORM = {toets.norm: toets for toets in TOETSEN}
AUTORISATIE = Autorisatie(
    regel=1, functie="Medewerker parkeren", lezen=True, invoeren=True, wijzigen=True, verwijderen=True,
    herzien_op=date(2026, 6, 1),
)  # fmt: skip
GOED = replace(
    VOLLEDIG,
    privacyverklaring="U vraagt een pas aan. Wij kijken of dat mag. Daarna wissen wij alles.",
    maatregelen=tuple(
        Maatregel(regel=regel, code=m.code) for regel, m in enumerate(lijst("maatregelen", VANDAAG), 1)
    ),
    autorisaties=(AUTORISATIE,),
)
"""A content that falls short of no norm."""
assert not ontbrekende_maatregelen(GOED, VANDAAG)

Oordeel = Callable[..., bool | None]
Maker = Callable[..., Verwerking]


def doel(**anders: Any) -> tuple[Doel, ...]:
    """The purposes of GOED, of which the only one is changed."""
    return (replace(GOED.doelen[0], **anders),)


def gegeven(**anders: Any) -> tuple[Gegeven, ...]:
    """The data of GOED, of which the only kind is changed."""
    return (replace(GOED.gegevens[0], **anders),)


def rij(lijst_: str, **anders: Any) -> dict[str, Any]:
    """GOED with its only row of one list changed, as fields for `beoordeel`."""
    return {lijst_: (replace(getattr(GOED, lijst_)[0], **anders),)}


@pytest.fixture
def maak(wereld: Wereld, nu: datetime) -> Maker:
    """Make a verwerking of Team Burgerzaken from GOED with some fields changed: a concept that runs."""

    def maker(inhoud: Inhoud | None = None, **anders: Any) -> Verwerking:
        Bestuursorgaan.objects.get_or_create(gemeente=wereld.gemeente, naam=GOED.bestuursorgaan)
        return handelingen.maak_aan(
            gemeente=wereld.gemeente,
            eenheid=wereld.team,
            inhoud=replace(inhoud or GOED, **anders),
            door=wereld.lid("privacy_officer"),
            nu=nu,
        )

    return maker


@pytest.fixture
def stel_vast(wereld: Wereld, maak: Maker, nu: datetime) -> Maker:
    """The same, judged by the Privacy Officer, established and public."""

    def maker(**anders: Any) -> Verwerking:
        verwerking, po = maak(**anders), wereld.lid("privacy_officer")
        handelingen.dien_in(verwerking=verwerking, door=po, nu=nu)
        handelingen.geef_akkoord(verwerking=verwerking, door=po, nu=nu)
        return handelingen.stel_vast(
            verwerking=verwerking, openbaarheid="openbaar", door=wereld.lid("teammanager"), nu=nu
        )

    return maker


@pytest.fixture
def beoordeel(wereld: Wereld, maak: Maker, nu: datetime) -> Oordeel:
    """Whether a verwerking with these fields falls short; None when the toets does not look at it."""

    def oordeel(norm: str, inhoud: Inhoud | None = None, **anders: Any) -> bool | None:
        return tekort(OP_NORM[norm], maak(inhoud, **anders), nu)

    return oordeel


def tekort(toets: Toets, verwerking: Verwerking, nu: datetime) -> bool | None:
    """What the toets says of this one; the figures must say the same as the findings."""
    if not toets.populatie.van(nu).filter(pk=verwerking.pk).exists():
        assert verwerking.pk not in pks(toets.bevindingen(nu))
        return None
    gevonden = pks(toets.bevindingen(nu, verwerking.dossier.gemeente_id))
    telling = tel([toets], nu).van(toets.norm, verwerking.dossier.gemeente_id)
    assert telling.tekort == len(gevonden)
    return verwerking.pk in gevonden


def pks(rijen: Iterable[Any]) -> list[int]:
    """The keys of these rows."""
    return [rij_.pk for rij_ in rijen]
