"""Make a question and its answer useful for every employee, in words that point to nobody (norm 1.1.7)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.dossiers.handelingen import leg_vast
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid, Recht, mag_in
from leidraad.registers.vragen.begrippen import Status
from leidraad.registers.vragen.handelingen.vastleggen import eis_tekst, pak
from leidraad.registers.vragen.models import VeelgesteldeVraag, Vraag

LANGSTE_VRAAG = 300


@transaction.atomic
def publiceer(
    *,
    bron: Vraag,
    gemeenten: Collection[Gemeente],
    vraag: str,
    antwoord: str,
    revisie: int,
    door: Lid,
    nu: datetime,
) -> VeelgesteldeVraag:
    """Publish, or publish anew. Gemeenten that this person does not serve stay as they were.

    `revisie` is that of the dossier when the page was shown. Raises Geweigerd when somebody changed it since,
    when there is no answer yet, without a gemeente, and when the texts name the asker.
    """
    bron = pak(bron, Recht.PUBLICEREN, door)
    for gemeente in gemeenten:
        eis(mag_in(door, Recht.PUBLICEREN, gemeente.pk))
    if bron.status == Status.OPEN:
        raise Geweigerd("Beantwoord eerst de vraag zelf.")
    vraag = eis_tekst(" ".join(vraag.split()), "Schrijf de vraag in algemene woorden.", LANGSTE_VRAAG)
    antwoord = eis_tekst(antwoord, "Schrijf het antwoord in algemene woorden.")
    _eis_zonder_naam(bron, vraag, antwoord)
    if not gemeenten:
        raise Geweigerd("Kies voor welke gemeente dit geldt.")
    if bron.dossier.revisie != revisie:
        raise Geweigerd("Iemand heeft dit dossier net gewijzigd. Kijk het na en kies daarna opnieuw.")
    tekst, _ = VeelgesteldeVraag.objects.update_or_create(
        bron=bron,
        defaults={"vraag": vraag, "antwoord": antwoord, "gewijzigd_op": nu, "ingetrokken_op": None},
    )
    van_anderen = tekst.gemeenten.exclude(pk__in=door.gemeenten(Recht.PUBLICEREN))
    tekst.gemeenten.set([*gemeenten, *van_anderen])
    details = {"gemeenten": ", ".join(sorted(g.naam for g in gemeenten))}
    leg_vast(
        bron.dossier, handeling="als_veelgestelde_vraag_gepubliceerd", details=details,
        recht=Recht.PUBLICEREN, door=door, nu=nu,
    )  # fmt: skip
    return tekst


def _eis_zonder_naam(bron: Vraag, *teksten: str) -> None:
    alles = " ".join(" ".join(teksten).casefold().split())
    if any(deel.casefold() in alles for deel in (bron.vrager.naam, bron.vrager.email) if deel):
        raise Geweigerd("Haal de naam van wie dit vroeg uit de tekst: alle medewerkers lezen dit.")


@transaction.atomic
def trek_in(*, bron: Vraag, door: Lid, nu: datetime) -> None:
    """Take it off the page; twice is once. The texts stay, so that it can be published again."""
    bron = pak(bron, Recht.PUBLICEREN, door)
    weg = VeelgesteldeVraag.objects.filter(bron=bron, ingetrokken_op=None)
    if weg.update(ingetrokken_op=nu):
        leg_vast(
            bron.dossier, handeling="veelgestelde_vraag_ingetrokken", details={}, recht=Recht.PUBLICEREN,
            door=door, nu=nu,
        )  # fmt: skip
