"""What the registers show of a norm that a person states: beside the words, and sometimes against them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from leidraad.dossiers.werk import jaar_voor
from leidraad.naleving.normbeeld import lees_normbeeld
from leidraad.naleving.standen import nu_van
from leidraad.naleving.weergave import vat_samen
from leidraad.normen.norm import normen
from leidraad.normen.toets import Attest
from leidraad.registers.datalekken.begrippen import Oorzaak, Risico, Status
from leidraad.registers.datalekken.models import Datalek


@dataclass(frozen=True)
class Onderbouwing:
    """Figures with their labels; `tegenspraak` says what contradicts a statement that all is well."""

    regels: tuple[tuple[str, str], ...]
    uitleg: str = ""
    tegenspraak: str = ""


def onderbouwing(attest: Attest, gemeente: int, nu: datetime) -> Onderbouwing:
    """What is known of this norm now: two queries, or the figures of all norms when it is about all."""
    if attest.onderbouwing:
        return _uit_de_toets(attest, gemeente, nu)
    if attest.norm == "2.1.3":
        return _datalekken(gemeente, nu)
    samen = vat_samen(nu_van(gemeente, nu).values())
    return Onderbouwing((("Normen", f"{samen.kop}."),), " ".join(samen.rest))


def _uit_de_toets(attest: Attest, gemeente: int, nu: datetime) -> Onderbouwing:
    beeld = lees_normbeeld(normen()[attest.norm], gemeente, nu)
    uitslag, toets = beeld.uitslag, beeld.toets
    if uitslag is None or toets is None:
        return Onderbouwing(())
    regels = (("In orde", str(uitslag.voldoet)), ("Niet in orde", str(uitslag.tekort)))
    telt = f"Wat meetelt: {toets.populatie.telt}"
    if not uitslag.totaal:
        return Onderbouwing((), f"In Leidraad is hierover nog niets vastgelegd. {telt}")
    return Onderbouwing(regels, telt, toets.uitleg if uitslag.tekort else "")


def _datalekken(gemeente: int, nu: datetime) -> Onderbouwing:
    """The breaches of the last twelve months, as far as they tell how employees handle data: one query."""
    telling = (
        Datalek.objects.filter(dossier__gemeente=gemeente, gemeld_op__gte=jaar_voor(nu), gemeld_op__lte=nu)
        .exclude(status=Status.GEEN_DATALEK)
        .aggregate(
            alle=Count("pk"),
            vergissing=Count("pk", filter=Q(oorzaak=Oorzaak.VERGISSING)),
            misbruik=Count("pk", filter=Q(oorzaak=Oorzaak.INTERN_MISBRUIK)),
            hoog=Count("pk", filter=Q(risico=Risico.HOOG_RISICO)),
        )
    )
    regels = (
        ("Datalekken in de laatste twaalf maanden", telling["alle"]),
        ("Door een vergissing van een medewerker", telling["vergissing"]),
        ("Door misbruik van binnen", telling["misbruik"]),
        ("Met een hoog risico voor mensen", telling["hoog"]),
    )
    klachten = "Klachten staan nog niet in Leidraad. Vraag ze op bij wie ze behandelt."
    return Onderbouwing(tuple((label, str(n)) for label, n in regels), klachten)
