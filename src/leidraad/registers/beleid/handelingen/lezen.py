"""Somebody has read a version that asks for it (policy 4.8)."""

from datetime import datetime

from django.db import transaction

from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.dossiers.handelingen import noteer
from leidraad.organisaties.rechten import Lid, Recht, mag
from leidraad.registers.beleid.models import Beleidsversie, Kennisname
from leidraad.registers.beleid.regels.geldigheid import geldt


@transaction.atomic
def neem_kennis(*, versie: Beleidsversie, door: Lid, nu: datetime) -> Kennisname:
    """Record that this person has read the version. Twice is once.

    Raises Geweigerd when the version is not in force or does not ask for it.
    """
    versie = Beleidsversie.objects.select_related("stuk__dossier").get(pk=versie.pk)
    dossier = versie.stuk.dossier
    eis(mag(door, Recht.LEZEN, dossier))
    if not versie.vraagt_kennisname or not geldt(versie, door.op):
        raise Geweigerd("Bij deze versie hoeft u nu niet te melden dat u haar hebt gelezen.")
    kennisname, nieuw = Kennisname.objects.get_or_create(
        versie=versie, persoon_id=door.persoon_id, defaults={"op": nu}
    )
    if nieuw:
        noteer(dossier, "gelezen", recht=Recht.LEZEN, details={"versie": versie.nummer}, door=door, nu=nu)
    return kennisname
