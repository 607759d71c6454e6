"""The addresses of policy. Everybody of the gemeente reads it; who writes and who records differs."""

from datetime import date

from leidraad.registers.beleid import handelingen
from leidraad.registers.beleid.inhoud import Inhoud, Versieinhoud
from leidraad.registers.beleid.models import Beleidsstuk
from tests.contract.adressen import NU, Adres, Plek, Waarden, alleen, dossier, ingelogd
from tests.wereld import ELDERS, Wereld

PO, FG, CISO = "privacy_officer", "fg", "ciso"
LEZERS = ("medewerker", "coordinator", "teammanager", "afdelingsmanager", "directeur", PO, FG, CISO)
MAKERS = ("coordinator", "teammanager", "afdelingsmanager", "directeur", PO, CISO, ELDERS)


def maak_beleid(wereld: Wereld) -> None:
    """A procedure in force that everybody must read, with a next version in the making."""
    po = wereld.lid(PO)
    stuk = handelingen.maak_stuk(
        gemeente=wereld.gemeente,
        inhoud=Inhoud(
            naam="Procedure datalekken", soort="procedure", verwacht="procedure_datalekken", eigenaar=PO
        ),
        versie=Versieinhoud(tekst="Meld een datalek meteen.", vraagt_kennisname=True),
        door=po,
        nu=NU,
    )
    besluit = handelingen.Besluit(
        orgaan=wereld.college, datum=date(2026, 1, 5), geldig_vanaf=date(2026, 1, 5), kenmerk="Z/26/1"
    )
    handelingen.stel_vast(versie=stuk.versies.get(), besluit=besluit, door=po, nu=NU)
    handelingen.maak_versie(stuk=stuk, door=po, nu=NU)


def _nummer(plek: Plek) -> str:
    return Beleidsstuk.objects.get().dossier.nummer


HIER: Waarden = {"nummer": _nummer}
CONCEPT: Waarden = {"nummer": _nummer, "versie": lambda plek: 2}
CSV: Waarden = {"formaat": lambda plek: "csv"}
CODE: Waarden = {"code": lambda plek: "procedure_rechten"}
# A PO of one gemeente cannot copy to another; in this world nobody serves two.
NIEMAND = dossier()

ADRESSEN_BELEID = [
    Adres("beleid:lijst", ingelogd(200)),
    Adres("beleid:exporteren", alleen(*LEZERS[1:], ELDERS), waarden=CSV),
    Adres("beleid:nieuw", alleen(*MAKERS)),
    Adres("beleid:nieuw", alleen(*MAKERS), methode="post"),
    Adres("beleid:te_lezen", ingelogd(200)),
    Adres("beleid:verwacht", alleen(*LEZERS, anders=404)),
    Adres("beleid:niet_nodig", dossier(PO), waarden=CODE),
    Adres("beleid:niet_nodig", dossier(PO, status=302), methode="post", waarden=CODE),
    Adres("beleid:detail", dossier(*LEZERS), waarden=HIER),
    Adres("beleid:overleg", dossier(*LEZERS), waarden=HIER),
    Adres("beleid:kennisname", dossier(*LEZERS), waarden=HIER),
    Adres("beleid:kennisname", dossier(PO, status=302), methode="post", waarden=HIER),
    Adres("beleid:bewerken", dossier(PO), waarden=HIER),
    Adres("beleid:bewerken", dossier(PO), methode="post", waarden=HIER),
    Adres("beleid:kopieren", NIEMAND, waarden=HIER),
    Adres("beleid:kopieren", NIEMAND, methode="post", waarden=HIER),
    Adres("beleid:vaststellen", dossier(PO), waarden=HIER),
    Adres("beleid:vaststellen", dossier(PO), methode="post", waarden=HIER),
    Adres("beleid:beoordelen", dossier(PO), waarden=HIER),
    Adres("beleid:beoordelen", dossier(PO), methode="post", waarden=HIER),
    Adres("beleid:intrekken", dossier(PO), waarden=HIER),
    Adres("beleid:intrekken", dossier(PO), methode="post", waarden=HIER),
    Adres("beleid:conformiteit", dossier(PO), waarden=HIER),
    Adres("beleid:conformiteit", dossier(PO), methode="post", waarden=HIER),
    Adres("beleid:griffie", dossier(PO), waarden=HIER),
    Adres("beleid:griffie", dossier(PO), methode="post", waarden=HIER),
    Adres("beleid:griffie_intrekken", dossier(PO, status=302), waarden=HIER),
    Adres("beleid:griffie_intrekken", dossier(PO, status=302), methode="post", waarden=HIER),
    Adres("beleid:versie_nieuw", dossier(PO, status=302), waarden=HIER),
    Adres("beleid:versie_nieuw", dossier(PO, status=302), methode="post", waarden=HIER),
    Adres("beleid:versie", dossier(*LEZERS), waarden=HIER),
    Adres("beleid:versie_bewerken", dossier(PO), waarden=CONCEPT),
    Adres("beleid:versie_bewerken", dossier(PO), methode="post", waarden=CONCEPT),
    Adres("beleid:versie_bestand", dossier(PO), waarden=CONCEPT),
    Adres("beleid:versie_bestand", dossier(PO), methode="post", waarden=CONCEPT),
    Adres("beleid:versie_verwerpen", dossier(PO), waarden=CONCEPT),
    Adres("beleid:versie_verwerpen", dossier(PO, status=302), methode="post", waarden=CONCEPT),
    Adres("beleid:gelezen", dossier(*LEZERS, status=302), methode="post", waarden=HIER),
]
