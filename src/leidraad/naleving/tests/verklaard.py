"""What the tests about statements share: who states, and a statement with everything filled in."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from leidraad.naleving.handelingen import verklaar
from leidraad.naleving.models import Verklaring
from leidraad.naleving.toetsen import ATTESTEN
from leidraad.organisaties.leden import lid_van
from leidraad.organisaties.models import Functievervulling, Gemeente, Persoon

ATTEST = {attest.norm: attest for attest in ATTESTEN}
WOORDEN = {"toelichting": "Besproken in het college.", "bewijs": "Verslag van 3 november 2026"}


def benoem(gemeente: Gemeente, functie: str = "gemeentesecretaris", **anders: Any) -> Persoon:
    """Somebody with this function in a gemeente."""
    nummer = Persoon.objects.count()
    persoon = Persoon.objects.create(email=f"benoemd{nummer}@leidraad.test", naam=f"Benoemd {nummer}")
    Functievervulling.objects.create(persoon=persoon, gemeente=gemeente, functie=functie, **anders)
    return persoon


def zeg(gemeente: Gemeente, wie: Persoon, nu: datetime, norm: str = "4.1.1", **anders: Any) -> Verklaring:
    """A statement about a norm that the gemeente complies; give what should be different."""
    velden: dict[str, Any] = {"voldoet": True, **WOORDEN, "door": lid_van(wie, timezone.localdate(nu))}
    return verklaar(gemeente, ATTEST[norm], **velden | anders, nu=nu)
