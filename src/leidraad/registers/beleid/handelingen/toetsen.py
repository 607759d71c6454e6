"""Check a version against the ten principles of the policy (norm 1.1.5)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.handelingen import rond_taak_af
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.beleid.handelingen.taken import werk_bij
from leidraad.registers.beleid.handelingen.vastleggen import noteer, pak_versie
from leidraad.registers.beleid.models import Beleidsversie, Conformiteitsoordeel
from leidraad.registers.beleid.regels.conformiteit import (
    Oordeel,
    bezwaren,
    moet_getoetst,
    nog_te_toetsen,
)
from leidraad.registers.beleid.taaksoorten import CONFORMITEIT


@transaction.atomic
def toets_conformiteit(
    *, versie: Beleidsversie, oordelen: Sequence[Oordeel], door: Lid, nu: datetime
) -> list[Conformiteitsoordeel]:
    """Keep the verdicts of a Privacy Officer on these principles; the others stay as they were.

    Raises Geweigerd for a kind of document that is not checked, and for a verdict without reasons.
    """
    stuk, versie = pak_versie(versie, Recht.TOETSEN, door=door)
    if not moet_getoetst(stuk.soort):
        raise Geweigerd(f"Een stuk van de soort ‘{stuk.get_soort_display()}’ hoeft niet te worden getoetst.")
    if redenen := bezwaren(oordelen, door.op):
        raise Geweigerd(redenen)
    oud = {o.uitgangspunt: (o.verdict, o.waarom) for o in versie.conformiteit.all()}
    nieuw = [o for o in oordelen if oud.get(o.uitgangspunt) != (o.verdict, o.waarom.strip())]
    for oordeel in nieuw:
        versie.conformiteit.update_or_create(
            uitgangspunt=oordeel.uitgangspunt,
            defaults={
                "verdict": oordeel.verdict,
                "waarom": oordeel.waarom.strip(),
                "door_id": door.persoon_id,
                "op": nu,
            },
        )
    if nieuw:
        details = {"versie": versie.nummer, "oordelen": {o.uitgangspunt: o.verdict for o in nieuw}}
        noteer(stuk, "conformiteit_getoetst", details, Recht.TOETSEN, door=door, nu=nu)
    alle = list(versie.conformiteit.all())
    if not nog_te_toetsen([Oordeel(o.uitgangspunt, o.verdict) for o in alle], door.op):
        rond_taak_af(stuk.dossier, CONFORMITEIT.code, door=door, nu=nu)
    werk_bij(stuk, door=door, nu=nu)
    return alle
