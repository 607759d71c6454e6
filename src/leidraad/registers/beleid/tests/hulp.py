"""What the tests of policy share: making a document and having it adopted."""

from dataclasses import replace
from datetime import date, datetime
from itertools import count
from typing import Any

from leidraad.organisaties.models import Bestuursorgaan, Eenheid, Gemeente
from leidraad.registers.beleid import handelingen
from leidraad.registers.beleid.handelingen import Besluit
from leidraad.registers.beleid.inhoud import Inhoud, Versieinhoud
from leidraad.registers.beleid.models import Beleidsstuk, Beleidsversie
from leidraad.registers.beleid.regels.conformiteit import Oordeel, uitgangspunten
from tests.wereld import Wereld

TEKST = Versieinhoud(tekst="Zo gaan wij om met persoonsgegevens.")
PRIVACYBELEID = Inhoud(
    naam="Privacybeleid Leidse regio", soort="beleid", verwacht="privacybeleid", eigenaar="privacy_officer"
)
PROCEDURE = Inhoud(
    naam="Procedure datalekken",
    soort="procedure",
    verwacht="procedure_datalekken",
    eigenaar="privacy_officer",
)
IB_BELEID = Inhoud(
    naam="Informatiebeveiligingsbeleid", soort="beleid", verwacht="informatiebeveiligingsbeleid",
    eigenaar="ciso",
)  # fmt: skip

_NUMMERS = count(1)


def maak(
    wereld: Wereld,
    nu: datetime,
    inhoud: Inhoud = PRIVACYBELEID,
    *,
    rol: str = "privacy_officer",
    **anders: Any,
) -> Beleidsstuk:
    """Make a document in Leiden, unless another gemeente is named; each has a name of its own."""
    if inhoud.naam.strip():
        inhoud = replace(inhoud, naam=f"{inhoud.naam} {next(_NUMMERS)}")
    velden: dict[str, Any] = {"gemeente": wereld.gemeente, "versie": TEKST, "door": wereld.lid(rol)}
    return handelingen.maak_stuk(**velden | {"inhoud": inhoud, "nu": nu} | anders)


def besluit(wereld: Wereld, vanaf: date, **anders: Any) -> Besluit:
    """A decision of the college that starts on the day it was taken."""
    velden: dict[str, Any] = {
        "orgaan": wereld.college, "datum": vanaf, "geldig_vanaf": vanaf, "kenmerk": "Z/26/123",
    }  # fmt: skip
    return Besluit(**velden | anders)


def stel_vast(
    wereld: Wereld,
    stuk: Beleidsstuk,
    vanaf: date,
    nu: datetime,
    *,
    rol: str = "privacy_officer",
    beoordelen_voor: date | None = None,
    trekt_in: tuple[Beleidsstuk, ...] = (),
    **anders: Any,
) -> Beleidsversie:
    """Adopt the concept of a document per that day; makes a next version when there is no concept."""
    concept = stuk.versies.filter(besluitdatum=None).first()
    if concept is None:
        concept = handelingen.maak_versie(stuk=stuk, door=wereld.lid(rol), nu=nu)
    return handelingen.stel_vast(
        versie=concept,
        besluit=besluit(wereld, vanaf, **anders),
        beoordelen_voor=beoordelen_voor,
        trekt_in=trekt_in,
        door=wereld.lid(rol),
        nu=nu,
    )


def toets(
    wereld: Wereld, versie: Beleidsversie, nu: datetime, verdict: str = "voldoet", **anders: str
) -> None:
    """Judge every principle the same, except those that are named."""
    handelingen.toets_conformiteit(
        versie=versie,
        oordelen=[
            Oordeel(code, anders.get(code, verdict), "Zie hoofdstuk 2.") for code in uitgangspunten(nu.date())
        ],
        door=wereld.lid("privacy_officer"),
        nu=nu,
    )


def college_van(gemeente: Gemeente) -> Bestuursorgaan:
    """The college of another gemeente."""
    return Bestuursorgaan.objects.get_or_create(
        gemeente=gemeente, naam="College van burgemeester en wethouders"
    )[0]


def griffie(wereld: Wereld) -> Eenheid:
    """Give Leiden a griffie."""
    return Eenheid.objects.create(gemeente=wereld.gemeente, naam="Griffie", soort=Eenheid.Soort.GRIFFIE)
