"""The addresses of statements about norms and of the dossiers of norms.

A dossier of a norm is read by everybody who works here; only the function that the norm names states it.
"""

from leidraad.naleving.handelingen import verklaar
from leidraad.naleving.models import Normdossier
from leidraad.naleving.toetsen import attest_van
from tests.contract.adressen import LEZEN, NU, Adres, Waarden, dossier, hier
from tests.contract.adressen_naleving import HEEL
from tests.wereld import Wereld

PO = "privacy_officer"


def maak_verklaring(wereld: Wereld) -> None:
    """One statement of the Privacy Officer, with the dossier of its norm."""
    attest = attest_van("1.1.5")
    assert attest is not None
    verklaar(
        wereld.gemeente,
        attest,
        voldoet=True,
        toelichting="Elk stuk is getoetst.",
        bewijs="Verslag van 3 november 2026",
        door=wereld.lid(PO),
        nu=NU,
    )


DOSSIER: Waarden = {"nummer": lambda plek: Normdossier.objects.get().dossier.nummer}
NORM: Waarden = {"nummer": lambda plek: "1.1.5"}
# Nobody of this world is gemeentesecretaris.
ANDERE_NORM: Waarden = {"nummer": lambda plek: "4.1.1"}

ADRESSEN_VERKLAREN = [
    Adres("naleving:verklaringen", hier(*HEEL)),
    Adres("naleving:verklaren", hier(PO), waarden=NORM),
    # Nothing was filled in: the form comes back.
    Adres("naleving:verklaren", hier(PO), methode="post", waarden=NORM),
    Adres("naleving:verklaren", hier(), waarden=ANDERE_NORM),
    Adres("naleving:detail", dossier(*LEZEN), waarden=DOSSIER),
    Adres("naleving:overleg", dossier(*LEZEN), waarden=DOSSIER),
    Adres("naleving:dossier_verklaren", dossier(*LEZEN, status=302), waarden=DOSSIER),
]
