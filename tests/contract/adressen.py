"""The table of addresses: what every role gets at every address.

How to add an address:
1. Add one row to ADRESSEN. `naam` is the name that `reverse` knows ("verwerkingen:detail"). The second
   argument says what each role gets: start from a helper below (`iedereen`, `ingelogd`, `alleen`) and see the
   roles in tests/wereld.py.
2. A pattern with parameters takes their values from WAARDEN, by the name of the parameter. A parameter that
   means something else in one row gets its value there: `waarden={"nummer": lambda plek: "VW-2026-0002"}`.
3. What the address needs in the database is made in `maak_plek`. Every role meets the same state: what a
   request changes is rolled back.
4. An address that changes something gets a row with `methode="post"` and, if needed, `gegevens`. The status
   of who may is then 302 (done) or 200 (the form comes back with a message). The same name may have a row for
   each method.

404 means: for you this does not exist. 403 means: you may know it exists, but your function does not allow
what you ask.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from uuid import UUID

from django.core.files.base import ContentFile

from leidraad.berichten.handelingen import zet_klaar
from leidraad.berichten.models import Bericht
from leidraad.dossiers.handelingen import geef_advies, verzegel, voeg_bijlage_toe
from leidraad.dossiers.models import Advies, Bijlage, Taak
from leidraad.organisaties.models import Overdracht
from leidraad.registers.verwerkingen.handelingen import dien_in, geef_akkoord, maak_aan, stel_vast
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.tests.voorbeeld import VOLLEDIG
from tests.wereld import ANONIEM, ELDERS, ROLLEN, Wereld

Statussen = Mapping[str, int]
NU = datetime(2026, 11, 20, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Plek:
    """The world, and what the addresses point at."""

    wereld: Wereld
    overdracht: Overdracht
    verwerking: Verwerking
    concept: Verwerking
    ter_vaststelling: Verwerking
    bijlage: Bijlage
    advies: Advies
    bericht: Bericht


def maak_plek(wereld: Wereld) -> Plek:
    """Put into the database what the addresses point at."""
    overdracht = Overdracht.objects.create(
        functie=wereld.persoon("teammanager").functies.get(),
        aan=wereld.persoon("coordinator"),
        eenheid=wereld.team,
        taak="De verwerkingen van het team bijhouden",
        van=date(2026, 1, 1),
    )
    concept = nieuwe_verwerking(wereld)
    ter_vaststelling = getoetste_verwerking(wereld)
    verwerking = stel_vast(
        verwerking=getoetste_verwerking(wereld),
        openbaarheid="openbaar",
        door=wereld.lid("teammanager"),
        nu=NU,
    )
    dossier, po = verwerking.dossier, wereld.lid("privacy_officer")
    bijlage = voeg_bijlage_toe(
        dossier, naam="nota.txt", bestand=ContentFile(b"Een nota."), door=wereld.lid("teammanager"), nu=NU
    )
    advies = geef_advies(dossier, van="privacy_officer", tekst="Bewaar minder lang.", door=po, nu=NU)
    verzegel(nu=NU)
    bericht = mislukt_bericht(wereld)
    return Plek(wereld, overdracht, verwerking, concept, ter_vaststelling, bijlage, advies, bericht)


def nieuwe_verwerking(wereld: Wereld) -> Verwerking:
    """A complete draft of the team."""
    return maak_aan(
        gemeente=wereld.gemeente,
        eenheid=wereld.team,
        inhoud=VOLLEDIG,
        door=wereld.lid("privacy_officer"),
        nu=NU,
    )


def mislukt_bericht(wereld: Wereld) -> Bericht:
    """A message that the mail server refused."""
    bericht = zet_klaar(
        aan=wereld.persoon("teammanager"), soort="klok", onderwerp="Een klok loopt af", tekst="Kijk snel.",
        pad="/werk/", sleutel="geweigerd", nu=NU,
    )  # fmt: skip
    assert bericht is not None
    Bericht.objects.filter(pk=bericht.pk).update(status=Bericht.Status.MISLUKT)
    return bericht


def getoetste_verwerking(wereld: Wereld) -> Verwerking:
    """A verwerking of the team that waits for its manager."""
    verwerking = nieuwe_verwerking(wereld)
    dien_in(verwerking=verwerking, door=wereld.lid("teammanager"), nu=NU)
    return geef_akkoord(verwerking=verwerking, door=wereld.lid("privacy_officer"), nu=NU)


WAARDEN: dict[str, Callable[[Plek], object]] = {
    "gemeente": lambda plek: plek.wereld.gemeente.slug,
    "nummer": lambda plek: plek.verwerking.dossier.nummer,
    "sectie": lambda plek: "doelen",
    "versie": lambda plek: 1,
    "formaat": lambda plek: "json",
    "uuid": lambda plek: plek.bijlage.uuid,
    "dag": lambda plek: NU.date(),
    "pk": lambda plek: plek.advies.pk,
    "taak": lambda plek: UUID(int=0),
    "key": lambda plek: "bestaat-niet",
    "geheim": lambda plek: "bestaat-niet",
    "kenmerk": lambda plek: "0" * 32,
    "uidb36": lambda plek: "1",
}


@dataclass(frozen=True)
class Adres:
    """One row of the table."""

    naam: str
    verwacht: Statussen
    methode: str = "get"
    gegevens: Mapping[str, str] = field(default_factory=dict)
    waarden: Mapping[str, Callable[[Plek], object]] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.methode} {self.naam}"


def iedereen(status: int) -> dict[str, int]:
    """All roles, and who has not signed in, get the same."""
    return dict.fromkeys(ROLLEN, status)


def ingelogd(status: int, *, anoniem: int = 302, **anders: int) -> dict[str, int]:
    """All roles get the same; who has not signed in is sent to the login page. `anders` names exceptions."""
    return iedereen(status) | {ANONIEM: anoniem} | anders


def alleen(*rollen: str, status: int = 200, anders: int = 403, anoniem: int = 302) -> dict[str, int]:
    """Only these roles get `status`; other people who signed in get `anders`."""
    return iedereen(anders) | {ANONIEM: anoniem} | dict.fromkeys(rollen, status)


def hier(*rollen: str, status: int = 200) -> dict[str, int]:
    """Only these roles of this gemeente; for somebody of another gemeente it does not exist."""
    return alleen(*rollen, status=status) | {ELDERS: 404}


def dossier(*rollen: str, status: int = 200) -> dict[str, int]:
    """Only these roles on this dossier; whoever keeps the accounts sees no case at all."""
    return hier(*rollen, status=status) | {"beheerder": 404}


LEIDING = ("teammanager", "afdelingsmanager", "directeur")
INZIEN = ("privacy_officer", "fg", "beheerder")
BEWERKEN = ("coordinator", *LEIDING, "privacy_officer")
OPMERKEN = (*BEWERKEN, "fg", "ciso")
LEZEN = (*OPMERKEN, "medewerker")
JOURNAAL = (*LEIDING, "privacy_officer", "fg")
ADVISEREN = ("privacy_officer", "fg")
Waarden = Mapping[str, Callable[[Plek], object]]
OVERDRACHT: Waarden = {"pk": lambda plek: plek.overdracht.pk}
ONBEKEND: Waarden = {"nummer": lambda plek: "VW-2026-9999"}
INDIENEN: Waarden = {"nummer": lambda plek: plek.concept.dossier.nummer, "stap": lambda plek: "indienen"}
TERUGSTUREN: Waarden = {
    "nummer": lambda plek: plek.ter_vaststelling.dossier.nummer,
    "stap": lambda plek: "terugsturen",
}
VASTSTELLEN: Waarden = {"nummer": lambda plek: plek.ter_vaststelling.dossier.nummer}
BEEINDIGEN: Waarden = {"stap": lambda plek: "beeindigen"}
TAAK: Waarden = {"pk": lambda plek: Taak.objects.get(dossier=plek.ter_vaststelling.pk, klaar_op=None).pk}
EENHEID: Waarden = {"pk": lambda plek: plek.wereld.team.pk}
PERSOON: Waarden = {"pk": lambda plek: plek.wereld.persoon("medewerker").pk}
BERICHT: Waarden = {"pk": lambda plek: plek.bericht.pk}
FUNCTIE: Waarden = {"pk": lambda plek: plek.wereld.persoon("medewerker").functies.get().pk}

ADRESSEN: tuple[Adres, ...] = (
    Adres("start", ingelogd(200)),
    # Nothing was kept, so there is nothing to go on with.
    Adres("verder", ingelogd(302)),
    # Signing in. A signed-in person has nothing to do at the login and sign-up pages.
    Adres("account_login", ingelogd(302, anoniem=200)),
    Adres("account_logout", ingelogd(200)),
    Adres("account_logout", iedereen(302), methode="post"),
    Adres("account_signup", ingelogd(302, anoniem=200)),
    Adres("account_inactive", iedereen(200)),
    Adres("account_reauthenticate", ingelogd(200)),
    Adres("account_change_password", ingelogd(200)),
    Adres("account_set_password", ingelogd(302)),
    Adres("account_reset_password", iedereen(200)),
    Adres("account_reset_password_done", iedereen(200)),
    Adres("account_reset_password_from_key", iedereen(200)),
    Adres("account_reset_password_from_key_done", iedereen(200)),
    # People and units. Another gemeente does not exist; here one may know it exists, but not enter.
    Adres("organisaties:mijn_gegevens", ingelogd(200)),
    Adres("organisaties:overdrachten", alleen(*LEIDING)),
    Adres("organisaties:overdrachten", alleen(*LEIDING), methode="post"),
    Adres(
        "organisaties:overdracht_terugnemen",
        alleen("teammanager", status=302, anders=404),
        methode="post",
        waarden=OVERDRACHT,
    ),
    Adres("organisaties:beheer_start", alleen(*INZIEN, ELDERS, status=302, anders=404)),
    Adres("organisaties:beheer", hier(*INZIEN)),
    Adres("organisaties:wijzigingen", hier(*INZIEN)),
    Adres("organisaties:contact", hier("beheerder")),
    Adres("organisaties:contact", hier("beheerder"), methode="post", gegevens={"website": "geen adres"}),
    Adres("organisaties:importeren", hier("beheerder")),
    Adres("organisaties:importeren", hier("beheerder"), methode="post"),
    Adres("organisaties:eenheid_nieuw", hier("beheerder")),
    Adres("organisaties:eenheid_nieuw", hier("beheerder"), methode="post"),
    Adres("organisaties:eenheid", hier("beheerder"), waarden=EENHEID),
    Adres("organisaties:eenheid", hier("beheerder"), methode="post", waarden=EENHEID),
    Adres("organisaties:personen", hier(*INZIEN)),
    Adres("organisaties:persoon_nieuw", hier("beheerder")),
    Adres("organisaties:persoon_nieuw", hier("beheerder"), methode="post"),
    Adres("organisaties:persoon", hier(*INZIEN), waarden=PERSOON),
    Adres("organisaties:persoon", hier("beheerder"), methode="post", waarden=PERSOON),
    Adres("organisaties:persoon_link", hier("beheerder", status=302), methode="post", waarden=PERSOON),
    Adres("organisaties:functie_beeindigen", hier("beheerder"), waarden=FUNCTIE),
    Adres("organisaties:functie_beeindigen", hier("beheerder"), methode="post", waarden=FUNCTIE),
    # Messages. The post room belongs to whoever keeps the accounts.
    Adres("berichten:mijn_berichten", ingelogd(200)),
    Adres("berichten:mijn_berichten", ingelogd(200), methode="post"),
    Adres("berichten:post", alleen("beheerder")),
    Adres("berichten:bericht_beslissen", alleen("beheerder", status=302), methode="post", waarden=BERICHT),
    Adres("berichten:taak_opnieuw", alleen("beheerder", status=302), methode="post"),
    # What hangs on a dossier. An advice is changed by nobody but the adviser.
    Adres("dossiers:zoeken", ingelogd(200)),
    # The work list. A task exists for whoever may do it.
    Adres("dossiers:werklijst", ingelogd(200)),
    Adres("dossiers:taak_toewijzen", alleen(*LEIDING, anders=404), waarden=TAAK),
    Adres("dossiers:taak_toewijzen", alleen(*LEIDING, anders=404), methode="post", waarden=TAAK),
    Adres("dossiers:taak_terugnemen", alleen(*LEIDING, status=302, anders=404), methode="post", waarden=TAAK),
    Adres("dossiers:taak_afronden", alleen(*LEIDING, status=302, anders=404), methode="post", waarden=TAAK),
    Adres("dossiers:agenda", ingelogd(200)),
    Adres("dossiers:agenda", ingelogd(200), methode="post", gegevens={"doe": "maken"}),
    Adres("agenda", iedereen(404)),
    Adres("dossiers:journaal", alleen("privacy_officer", "fg", ELDERS)),
    Adres("dossiers:zegel", alleen("privacy_officer", "fg", ELDERS)),
    Adres("dossiers:bijlagen", dossier(*BEWERKEN)),
    Adres("dossiers:bijlagen", dossier(*BEWERKEN), methode="post"),
    Adres("dossiers:bijlage", dossier(*LEZEN)),
    Adres("dossiers:bijlage_verwijderen", dossier(*BEWERKEN)),
    Adres("dossiers:bijlage_verwijderen", dossier(*BEWERKEN, status=302), methode="post"),
    Adres("dossiers:opmerkingen", dossier(*OPMERKEN)),
    Adres("dossiers:opmerkingen", dossier(*OPMERKEN), methode="post"),
    Adres("dossiers:adviezen", dossier(*ADVISEREN)),
    Adres("dossiers:adviezen", dossier(*ADVISEREN), methode="post"),
    Adres("dossiers:advies_vragen", dossier(*OPMERKEN)),
    Adres("dossiers:advies_vragen", dossier(*OPMERKEN), methode="post"),
    Adres("dossiers:advies", dossier("privacy_officer")),
    Adres("dossiers:advies", dossier("privacy_officer"), methode="post"),
    Adres("dossiers:advies_reactie", dossier(*BEWERKEN)),
    Adres("dossiers:advies_reactie", dossier(*BEWERKEN), methode="post"),
    Adres("dossiers:dossierjournaal", dossier(*JOURNAAL)),
    # The register. Lists show what a person may see; whoever keeps the accounts sees an empty one.
    Adres("verwerkingen:lijst", ingelogd(200)),
    Adres("verwerkingen:exporteren", alleen(*OPMERKEN, ELDERS)),
    # Whoever reads sees which units have none; who establishes for the unit, or the PO, states it.
    Adres("verwerkingen:eenheden", ingelogd(200)),
    Adres("verwerkingen:eenheid", dossier(*LEIDING, "privacy_officer"), waarden=EENHEID),
    Adres("verwerkingen:eenheid", dossier(*LEIDING, "privacy_officer"), methode="post", waarden=EENHEID),
    # An import step without an upload exists for nobody; others than who may import get no.
    Adres("verwerkingen:importeren", alleen("privacy_officer", ELDERS)),
    Adres("verwerkingen:importeren", alleen("privacy_officer", ELDERS), methode="post"),
    Adres("verwerkingen:importeren_kolommen", hier("privacy_officer", status=404)),
    Adres("verwerkingen:importeren_kolommen", hier("privacy_officer", status=404), methode="post"),
    Adres("verwerkingen:importeren_proef", hier("privacy_officer", status=404)),
    Adres("verwerkingen:importeren_uitvoeren", hier("privacy_officer", status=404), methode="post"),
    Adres("verwerkingen:importeren_uitkomst", hier("privacy_officer", status=404)),
    Adres("verwerkingen:nieuw", alleen(*BEWERKEN, ELDERS)),
    Adres("verwerkingen:nieuw", alleen(*BEWERKEN, ELDERS), methode="post"),
    Adres("verwerkingen:detail", dossier(*LEZEN)),
    Adres("verwerkingen:bewerken", dossier(*BEWERKEN)),
    Adres("verwerkingen:bewerken", dossier(*BEWERKEN), methode="post"),
    Adres("verwerkingen:plaatsing", dossier(*BEWERKEN)),
    Adres("verwerkingen:plaatsing", dossier(*BEWERKEN), methode="post"),
    Adres("verwerkingen:kopieren", dossier(*BEWERKEN)),
    Adres("verwerkingen:kopieren", dossier(*BEWERKEN), methode="post"),
    Adres("verwerkingen:stap", dossier(*BEWERKEN), waarden=INDIENEN),
    Adres("verwerkingen:stap", dossier(*BEWERKEN, status=302), methode="post", waarden=INDIENEN),
    Adres("verwerkingen:stap", dossier(*LEIDING), waarden=TERUGSTUREN),
    Adres("verwerkingen:stap", dossier(*LEIDING), methode="post", waarden=TERUGSTUREN),
    Adres("verwerkingen:stap", dossier(*LEIDING), waarden=BEEINDIGEN),
    Adres("verwerkingen:stap", dossier(*LEIDING), methode="post", waarden=BEEINDIGEN),
    Adres("verwerkingen:vaststellen", dossier(*LEIDING), waarden=VASTSTELLEN),
    Adres("verwerkingen:vaststellen", dossier(*LEIDING), methode="post", waarden=VASTSTELLEN),
    Adres("verwerkingen:publicatie", dossier("privacy_officer")),
    Adres("verwerkingen:publicatie", dossier("privacy_officer"), methode="post"),
    Adres("verwerkingen:overleg", dossier(*LEZEN)),
    Adres("verwerkingen:versies", dossier(*LEZEN)),
    Adres("verwerkingen:versie", dossier(*LEZEN)),
    Adres("verwerkingen:vergelijken", dossier(*LEZEN)),
    # The public pages: the same for everybody.
    Adres("portaal:gemeenten", iedereen(200)),
    Adres("portaal:robots", iedereen(200)),
    Adres("portaal:gemeente", iedereen(200)),
    Adres("portaal:sitemap", iedereen(200)),
    Adres("portaal:verwerkingen", iedereen(200)),
    Adres("portaal:verwerkingen_bestand", iedereen(200)),
    Adres("portaal:verwerking", iedereen(200)),
    Adres("portaal:verwerking", iedereen(404), waarden=ONBEKEND),
    Adres("portaal:verwerking_bestand", iedereen(200)),
    Adres("portaal:versie", iedereen(200)),
    Adres("portaal:versie_bestand", iedereen(200)),
)
