"""The addresses of the questions to the Privacy Officers. A question is confidential.

A Privacy Officer answers and the FG reads; the asker follows her own. For others it does not exist.
"""

from leidraad.registers.vragen.handelingen import stel_vraag
from leidraad.registers.vragen.models import Vraag
from tests.contract.adressen import NU, OPMERKEN, Adres, Statussen, Waarden, alleen, ingelogd
from tests.wereld import ELDERS, Wereld

PO, FG = "privacy_officer", "fg"


def maak_vraag(wereld: Wereld) -> None:
    """One question of an employee."""
    stel_vraag(
        gemeente=wereld.gemeente,
        onderwerp="Bewaartermijn",
        tekst="Hoe lang bewaren wij een aanvraag?",
        door=wereld.lid("medewerker"),
        nu=NU,
    )


def vraag(*rollen: str, status: int = 200) -> Statussen:
    """Only these roles on this question; who may read it but not do this gets 403."""
    return alleen(anders=404) | dict.fromkeys((PO, FG), 403) | dict.fromkeys(rollen, status)


HIER: Waarden = {"nummer": lambda plek: Vraag.objects.get().dossier.nummer}
CSV: Waarden = {"formaat": lambda plek: "csv"}

ADRESSEN_VRAGEN = [
    Adres("vragen:lijst", ingelogd(200)),
    Adres("vragen:exporteren", alleen(*OPMERKEN, ELDERS), waarden=CSV),
    Adres("vragen:stellen", ingelogd(200, beheerder=403)),
    Adres("vragen:stellen", ingelogd(200, beheerder=403), methode="post"),
    Adres("vragen:mijn_vragen", ingelogd(200)),
    Adres("vragen:mijn_vraag", alleen("medewerker", anders=404), waarden=HIER),
    Adres("vragen:mijn_vraag", alleen("medewerker", anders=404), methode="post", waarden=HIER),
    Adres("vragen:veelgesteld", ingelogd(200)),
    Adres("vragen:detail", vraag(PO, FG), waarden=HIER),
    Adres("vragen:detail", vraag(PO), methode="post", waarden=HIER),
    Adres("vragen:toewijzen", vraag(PO), waarden=HIER),
    Adres("vragen:toewijzen", vraag(PO), methode="post", waarden=HIER),
    Adres("vragen:nemen", vraag(PO, status=302), methode="post", waarden=HIER),
    Adres("vragen:sluiten", vraag(PO, status=302), methode="post", waarden=HIER),
    Adres("vragen:veelgesteld_bewerken", vraag(PO), waarden=HIER),
    Adres("vragen:veelgesteld_bewerken", vraag(PO), methode="post", waarden=HIER),
    Adres("vragen:veelgesteld_intrekken", vraag(PO, status=302), methode="post", waarden=HIER),
]
