"""The addresses of the norms. Who supervises sees a whole gemeente, a manager her own units."""

from tests.contract.adressen import LEIDING, Adres, Statussen, Waarden, alleen, hier
from tests.wereld import ELDERS

HEEL = ("privacy_officer", "fg", "ciso")
ZIEN = (*HEEL, *LEIDING)
# A norm of which every shortfall is a dossier, and nothing falls short in this world.
NORM: Waarden = {"nummer": lambda plek: "2.1.1"}


def naleving(*rollen: str, status: int = 200) -> Statussen:
    """Only these roles see the norms here; for somebody of another gemeente the pages do not exist."""
    return hier(*rollen, status=status)


ADRESSEN_NALEVING = [
    # Who serves one gemeente goes straight there.
    Adres("naleving:overzicht", alleen(*ZIEN, ELDERS, status=302)),
    Adres("naleving:vergelijken", alleen(*HEEL, ELDERS)),
    Adres("naleving:gemeente", naleving(*ZIEN)),
    Adres("naleving:eenheden", naleving(*ZIEN)),
    Adres("naleving:rapport", naleving(*HEEL)),
    Adres("naleving:norm", naleving(*ZIEN), waarden=NORM),
    Adres("naleving:taak", naleving(*ZIEN, status=302), waarden=NORM),
    # Nothing was chosen: the page comes back and says so.
    Adres("naleving:taak", naleving(*ZIEN), methode="post", waarden=NORM),
]
