"""Make and revoke the secret address of a calendar feed."""

import secrets
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from leidraad.dossiers.models import Agendasleutel
from leidraad.organisaties.models import Persoon
from leidraad.organisaties.rechten import Lid


@transaction.atomic
def maak_agendasleutel(*, door: Lid, nu: datetime) -> str:
    """A new secret for one's own feed; the one before it stops working. Only the fingerprint is kept."""
    Persoon.objects.select_for_update().get(pk=door.persoon_id)
    trek_agendasleutel_in(door=door, nu=nu)
    geheim = secrets.token_urlsafe(32)
    Agendasleutel.objects.create(
        persoon_id=door.persoon_id, sha256=vingerafdruk_van(geheim), aangemaakt_op=nu
    )
    return geheim


def trek_agendasleutel_in(*, door: Lid, nu: datetime) -> bool:
    """Let one's own feed stop. False when there was none."""
    lopend = Agendasleutel.objects.filter(persoon=door.persoon_id, ingetrokken_op=None)
    return bool(lopend.update(ingetrokken_op=nu))


def vingerafdruk_van(geheim: str) -> str:
    """What is kept of a secret. It is 256 bits of chance, so a plain hash cannot be guessed."""
    return sha256(geheim.encode()).hexdigest()
