"""The addresses of the register of breaches. A breach is confidential: for others it does not exist.

Its Privacy Officer decides; the FG and the managers above the unit read; the reporter sees her own report.
"""

from leidraad.registers.datalekken.handelingen import maak_meldlink, meld, voeg_actie_toe
from leidraad.registers.datalekken.inhoud import Inhoud
from leidraad.registers.datalekken.models import Datalek, Meldlink, Verbeteractie
from tests.contract.adressen import (
    LEIDING,
    NU,
    OPMERKEN,
    Adres,
    Statussen,
    Waarden,
    alleen,
    hier,
    iedereen,
    ingelogd,
)
from tests.wereld import ELDERS, Wereld

PO = "privacy_officer"
LEZEN = (*LEIDING, PO, "fg")
SCHRIJVEN = (*LEIDING, PO)


def maak_datalek(wereld: Wereld) -> None:
    """One report by an employee of the team, with an action, and a link of a processor."""
    datalek = meld(
        gemeente=wereld.gemeente,
        eenheid=wereld.team,
        inhoud=Inhoud(omschrijving="Een brief ging naar het verkeerde adres."),
        door=wereld.lid("medewerker"),
        nu=NU,
    )
    po = wereld.lid(PO)
    voeg_actie_toe(
        datalek=datalek, omschrijving="Adressen nakijken", eigenaar=None, uiterlijk=None, door=po, nu=NU
    )
    maak_meldlink(gemeente=wereld.gemeente, verwerker="Hostingbedrijf", door=po, nu=NU)


def lek(*rollen: str, status: int = 200) -> Statussen:
    """Only these roles on this breach; who may read it but not do this gets 403."""
    return alleen(anders=404) | dict.fromkeys(LEZEN, 403) | dict.fromkeys(rollen, status)


HIER: Waarden = {"nummer": lambda plek: Datalek.objects.get().dossier.nummer}
SECTIE: Waarden = {**HIER, "sectie": lambda plek: "feiten"}
ACTIE: Waarden = {**HIER, "pk": lambda plek: Verbeteractie.objects.get().pk}
MELDING: Waarden = {**HIER, "melding": lambda plek: 1}
LINK: Waarden = {"pk": lambda plek: Meldlink.objects.get().pk}
CSV: Waarden = {"formaat": lambda plek: "csv"}

ADRESSEN_DATALEKKEN = [
    Adres("datalekken:lijst", ingelogd(200)),
    Adres("datalekken:exporteren", alleen(*OPMERKEN, ELDERS), waarden=CSV),
    Adres("datalekken:detail", lek(*LEZEN), waarden=HIER),
    Adres("datalekken:overleg", lek(*LEZEN), waarden=HIER),
    Adres("datalekken:bewerken", lek(*SCHRIJVEN), waarden=SECTIE),
    Adres("datalekken:bewerken", lek(*SCHRIJVEN), methode="post", waarden=SECTIE),
    Adres("datalekken:plaatsing", lek(PO), waarden=HIER),
    Adres("datalekken:plaatsing", lek(PO, status=302), methode="post", waarden=HIER),
    Adres("datalekken:triage", lek(PO), waarden=HIER),
    Adres("datalekken:triage", lek(PO), methode="post", waarden=HIER),
    Adres("datalekken:risico", lek(*LEZEN), waarden=HIER),
    Adres("datalekken:risico", lek(PO), methode="post", waarden=HIER),
    Adres("datalekken:informeren", lek(*LEZEN), waarden=HIER),
    Adres("datalekken:informeren", lek(PO), methode="post", waarden=HIER),
    Adres("datalekken:afsluiten", lek(PO, status=302), waarden=HIER),
    Adres("datalekken:afsluiten", lek(PO, status=302), methode="post", waarden=HIER),
    Adres("datalekken:heropenen", lek(PO, status=302), waarden=HIER),
    Adres("datalekken:heropenen", lek(PO, status=302), methode="post", waarden=HIER),
    Adres("datalekken:fg", lek(PO, status=302), methode="post", waarden=HIER),
    Adres("datalekken:ciso", lek(PO, status=302), methode="post", waarden=HIER),
    Adres("datalekken:actie", lek(*SCHRIJVEN), waarden=HIER),
    Adres("datalekken:actie", lek(*SCHRIJVEN), methode="post", waarden=HIER),
    Adres("datalekken:actie_klaar", lek(*SCHRIJVEN), waarden=ACTIE),
    Adres("datalekken:actie_klaar", lek(*SCHRIJVEN), methode="post", waarden=ACTIE),
    Adres("datalekken:koppelen", lek(*SCHRIJVEN), waarden=HIER),
    Adres("datalekken:koppelen", lek(*SCHRIJVEN, status=404), methode="post", waarden=HIER),
    # Notifications, letters, patterns and destruction.
    Adres("datalekken:ap", lek(*LEZEN), waarden=HIER),
    Adres("datalekken:ap", lek(PO), methode="post", waarden=HIER),
    Adres("datalekken:ap_pdf", lek(*LEZEN), waarden=HIER),
    Adres("datalekken:ap_melding", lek(*LEZEN, status=404), waarden=MELDING),
    Adres("datalekken:ap_melding_pdf", lek(*LEZEN, status=404), waarden=MELDING),
    Adres("datalekken:brieven", lek(PO), waarden=HIER),
    Adres("datalekken:brieven", lek(PO), methode="post", waarden=HIER),
    Adres("datalekken:sjablonen", alleen(PO, ELDERS)),
    Adres("datalekken:sjabloon_standaard", alleen(PO, ELDERS)),
    Adres("datalekken:patronen", ingelogd(200)),
    Adres("datalekken:patronen_exporteren", alleen(*OPMERKEN, ELDERS), waarden=CSV),
    Adres("datalekken:bewaartermijn", alleen(PO, ELDERS)),
    Adres("datalekken:vernietigen", lek(PO), waarden=HIER),
    # Reporting: by who works here, and by a processor through its own link.
    Adres("datalekken:melden", ingelogd(200, beheerder=403)),
    Adres("datalekken:mijn_meldingen", ingelogd(200)),
    Adres("datalekken:mijn_acties", ingelogd(200)),
    Adres("datalekken:mijn_melding", alleen("medewerker", anders=404), waarden=HIER),
    Adres("datalekken:meldlinks", alleen(PO, ELDERS)),
    Adres("datalekken:meldlink_intrekken", hier(PO, status=302), methode="post", waarden=LINK),
    Adres("datalekmelding:formulier", iedereen(404)),
    Adres("datalekmelding:versturen", iedereen(404), methode="post"),
]
