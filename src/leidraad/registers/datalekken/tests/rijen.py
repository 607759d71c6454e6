"""Breaches with exactly the moments that a test needs, straight in the tables."""

from datetime import datetime, timedelta
from itertools import count
from typing import Any

from leidraad.dossiers.models import Dossier
from leidraad.normen.toets import Telling, Toets, tel
from leidraad.organisaties.models import Gemeente
from leidraad.registers.datalekken.models import Datalek, Mededeling, Melding
from leidraad.registers.datalekken.toetsen import TOETSEN
from tests.wereld import Wereld

TOETS: dict[str, Toets] = {toets.norm: toets for toets in TOETSEN}
SECONDE = timedelta(seconds=1)
GEVULD = {
    "omschrijving": "Brief weg.",
    "gevolgen": "Een ander weet iets.",
    "maatregelen_gedicht": "Opgehaald.",
}
_nummers = count(1)


def maak(wereld: Wereld, op: datetime, gemeente: Gemeente | None = None, /, **velden: Any) -> Datalek:
    """A breach that was reported at `op` and judged to be one; give what should be different."""
    dossier = Dossier.objects.create(
        gemeente=gemeente or wereld.gemeente, eenheid=None if gemeente else wereld.team, soort="datalekken",
        nummer=f"DL-{next(_nummers)}", titel="Brief weg", aangemaakt_op=op, gewijzigd_op=op,
    )  # fmt: skip
    waarden = {"status": "in_behandeling", "gemeld_op": op, "beoordeeld_op": op} | GEVULD | velden
    return Datalek.objects.create(dossier=dossier, **waarden)


def melding(datalek: Datalek, wereld: Wereld, op: datetime, soort: str = "eerste") -> Melding:
    """A notification to the AP that was sent at `op`."""
    return Melding.objects.create(
        datalek=datalek, nummer=datalek.meldingen.count() + 1, soort=soort, inhoud="{}", sha256="",
        verzonden_op=op, door=wereld.persoon("privacy_officer"), op=op,
    )  # fmt: skip


def mededeling(datalek: Datalek, wereld: Wereld, op: datetime) -> Mededeling:
    """The people were told at `op`."""
    return Mededeling.objects.create(
        datalek=datalek, wijze="brief", verstuurd_op=op, aantal=1, tekst="Let op.",
        door=wereld.persoon("privacy_officer"), op=op,
    )  # fmt: skip


def telling(norm: str, nu: datetime, gemeente: Gemeente) -> tuple[int, int]:
    """How many were looked at and how many fall short; the findings must be just as many."""
    geteld = tel([TOETS[norm]], nu).van(norm, gemeente.pk)
    assert geteld.tekort == TOETS[norm].bevindingen(nu, gemeente.pk).count()
    assert geteld == tel([TOETS[norm]], nu, gemeente=gemeente.pk).van(norm, gemeente.pk)
    assert isinstance(geteld, Telling)
    return geteld.totaal, geteld.tekort
