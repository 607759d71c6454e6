"""Keep the own Word template of a gemeente."""

import io
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction

from leidraad.dossiers.bijlagen import keur
from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid, Recht, mag_in
from leidraad.registers.datalekken.documenten.brief import keur_sjabloon
from leidraad.registers.datalekken.models import Briefsjabloon


def bewaar_sjabloon(
    *, gemeente: Gemeente, naam: str, bestand: File[Any], door: Lid, nu: datetime
) -> Briefsjabloon:
    """Keep a template after checking file and fields; the one before it stays kept but is no longer used.

    The same file as the one in use is kept once. Raises Geweigerd with what is wrong.
    """
    eis(mag_in(door, Recht.TOETSEN, gemeente.pk))
    if not naam.lower().endswith(".docx"):
        raise Geweigerd("Een sjabloon is een Word-bestand (docx).")
    goed = keur(naam, bestand)
    keur_sjabloon(io.BytesIO(bestand.read()))
    bestand.seek(0)
    with transaction.atomic():
        Gemeente.objects.select_for_update().get(pk=gemeente.pk)
        huidig = Briefsjabloon.objects.filter(gemeente=gemeente).first()
        if huidig and huidig.sha256 == goed.sha256:
            return huidig
        sjabloon = Briefsjabloon(
            gemeente=gemeente, naam=goed.naam, sha256=goed.sha256, door_id=door.persoon_id, op=nu
        )
        sjabloon.bestand.save(goed.naam, bestand, save=False)
        try:
            sjabloon.save()
        except BaseException:
            # The row is rolled back; the file must not stay behind.
            sjabloon.bestand.storage.delete(sjabloon.bestand.name)
            raise
    return sjabloon
