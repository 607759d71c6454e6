"""What establishing a verwerking leads to: its review, and a look by the FG when it deviates."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from leidraad.dossiers.handelingen import open_taak, rond_taak_af
from leidraad.dossiers.werk import begin_van, eind_van
from leidraad.organisaties.rechten import Lid
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.regels.afwijkingen import afwijkingen
from leidraad.registers.verwerkingen.taaksoorten import AFWIJKING, HERZIEN, VASTSTELLEN

# The review is work from this long before its day on.
HERZIEN_DAGEN_VOORAF = 60


def plan_vervolg(
    verwerking: Verwerking, inhoud: Inhoud, herzien_voor: date, *, door: Lid, nu: datetime
) -> None:
    """Close what was asked of the manager, plan the review, and show a deviation to the FG (norm 2.10.1)."""
    dossier = verwerking.dossier
    rond_taak_af(dossier, VASTSTELLEN.code, door=door, nu=nu)
    vooraf = herzien_voor - timedelta(days=HERZIEN_DAGEN_VOORAF)
    open_taak(
        dossier, HERZIEN, uiterlijk=eind_van(herzien_voor), zichtbaar_vanaf=max(begin_van(vooraf), nu),
        door=door, nu=nu,
    )  # fmt: skip
    if any(a.naar_fg for a in afwijkingen(inhoud, timezone.localdate(nu))):
        open_taak(dossier, AFWIJKING, door=door, nu=nu)
