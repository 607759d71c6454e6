"""Actions that prevent the next breach: each with an owner and a date."""

from datetime import date, datetime

from django.db import transaction

from leidraad.berichten.handelingen import zet_klaar
from leidraad.berichten.teksten import tekst
from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.dossiers.handelingen import noteer as noteer_in_journaal
from leidraad.organisaties.models import Persoon
from leidraad.organisaties.rechten import Lid, Recht, mag, mag_in
from leidraad.registers.datalekken.handelingen.vastleggen import eis_open, noteer, pak
from leidraad.registers.datalekken.models import Datalek, Verbeteractie


@transaction.atomic
def voeg_actie_toe(
    *,
    datalek: Datalek,
    omschrijving: str,
    eigenaar: Persoon | None,
    uiterlijk: date | None,
    door: Lid,
    nu: datetime,
) -> Verbeteractie:
    """Add an action. Owner and date may come later, but the breach cannot be closed without them."""
    datalek = pak(datalek, Recht.BEWERKEN, door)
    eis_open(datalek)
    omschrijving = omschrijving.strip()
    if not omschrijving:
        raise Geweigerd("Beschrijf wat er moet gebeuren.")
    if eigenaar and not eigenaar.functies.filter(gemeente=datalek.dossier.gemeente).exists():
        raise Geweigerd("De eigenaar werkt niet voor deze gemeente.")
    actie = Verbeteractie.objects.create(
        datalek=datalek, omschrijving=omschrijving[:500], eigenaar=eigenaar, uiterlijk=uiterlijk
    )
    noteer(datalek, "actie_toegevoegd", {"actie": actie.pk}, Recht.BEWERKEN, door=door, nu=nu)
    if eigenaar and eigenaar.pk != door.persoon_id:
        _bericht(actie, eigenaar, nu)
    return actie


def _bericht(actie: Verbeteractie, eigenaar: Persoon, nu: datetime) -> None:
    """Tell the owner, who may not see the breach and so has no work list that shows it."""
    dossier = actie.datalek.dossier
    plaats, nummer = dossier.gemeente.naam, dossier.nummer
    zet_klaar(
        aan=eigenaar,
        soort="toegewezen",
        onderwerp=f"Voor u: een verbeteractie ({plaats}, {nummer})",
        tekst=tekst("toegewezen", gemeente=plaats, nummer=nummer, wat="Een verbeteractie uitvoeren"),
        pad=f"{dossier.get_absolute_url()}acties/{actie.pk}/",
        sleutel=f"verbeteractie:{actie.pk}:nieuw",
        nu=nu,
    )


@transaction.atomic
def rond_actie_af(*, actie: Verbeteractie, resultaat: str, door: Lid, nu: datetime) -> Verbeteractie:
    """Say that an action is done and what came of it: its owner, or who handles the breach."""
    datalek = Datalek.objects.select_related("dossier").get(pk=actie.datalek_id)
    # An owner may be anybody who works there: she finishes her action without reading or editing the case.
    recht = Recht.BEWERKEN if mag(door, Recht.BEWERKEN, datalek.dossier) else Recht.MELDEN
    if actie.eigenaar_id == door.persoon_id:
        eis(mag_in(door, Recht.MELDEN, datalek.dossier.gemeente_id))
    else:
        eis(mag(door, Recht.BEWERKEN, datalek.dossier))
    if not resultaat.strip():
        raise Geweigerd("Beschrijf wat er is gedaan.")
    if Verbeteractie.objects.filter(pk=actie.pk, klaar_op=None).update(
        klaar_op=nu, resultaat=resultaat.strip()
    ):
        details = {"actie": actie.pk}
        noteer_in_journaal(datalek.dossier, "actie_afgerond", recht=recht, details=details, door=door, nu=nu)
    actie.refresh_from_db()
    return actie
