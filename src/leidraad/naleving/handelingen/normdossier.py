"""The dossier of one norm in one gemeente: opened when there is something to keep."""

from datetime import datetime

from django.db import transaction

from leidraad.dossiers.handelingen import indexeer, open_dossier
from leidraad.dossiers.models import Zoektekst
from leidraad.naleving.models import Normdossier
from leidraad.naleving.register import NORMDOSSIERS
from leidraad.normen.norm import Norm
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid, Recht


@transaction.atomic
def open_normdossier(gemeente: Gemeente, norm: Norm, *, door: Lid, nu: datetime) -> Normdossier:
    """The dossier of this norm, opened when there is none. The act that needs it has been judged already."""
    # Two at once: the second waits for the row of the gemeente and finds the dossier of the first.
    # Nobody who opens another dossier of the gemeente has to wait.
    Gemeente.objects.select_for_update(no_key=True).get(pk=gemeente.pk)
    bestaande = Normdossier.objects.filter(gemeente=gemeente, norm=norm.nummer)
    bestaand = bestaande.select_related("dossier__gemeente").first()
    if bestaand:
        return bestaand
    dossier = open_dossier(
        soort=NORMDOSSIERS.code,
        voorvoegsel=NORMDOSSIERS.voorvoegsel,
        gemeente=gemeente,
        eenheid=None,
        titel=f"Norm {norm.nummer}: {norm.tekst}"[:300],
        recht=Recht.LEZEN,
        door=door,
        nu=nu,
    )
    indexeer(dossier.pk, Zoektekst.Bereik.WERK, zoektekst(norm, dossier.nummer))
    return Normdossier.objects.create(dossier=dossier, gemeente=gemeente, norm=norm.nummer)


def zoektekst(norm: Norm, dossiernummer: str) -> str:
    """The words by which the dossier of a norm is found, whatever is kept in it."""
    return f"{dossiernummer} norm {norm.nummer} {norm.tekst} {norm.wet}"
