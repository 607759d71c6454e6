"""State that a gemeente complies with a norm, with evidence and until a day (the attests)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.dossiers.handelingen import laat_taak_vervallen, vergrendel
from leidraad.dossiers.journaal.schrijven import schrijf
from leidraad.dossiers.models import Bijlage
from leidraad.naleving.handelingen.normdossier import open_normdossier
from leidraad.naleving.handelingen.taaksoorten import VERKLAREN
from leidraad.naleving.models import Verklaring
from leidraad.normen.norm import normen
from leidraad.normen.toets import Attest
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import JA, Lid, Oordeel
from leidraad.referentie import lijst
from leidraad.termijnen import maanden_na

MEESTE_TOELICHTING = 5000
MEESTE_BEWIJS = 500


def mag_verklaren(lid: Lid, attest: Attest, gemeente_id: int) -> Oordeel:
    """Whether `lid` has in this gemeente the function that the norm names."""
    if functie_voor(lid, attest, gemeente_id):
        return JA
    functies = lijst("functies", lid.op)
    namen = " of ".join(functies[code].naam for code in attest.door)
    return Oordeel(False, f"Alleen de {namen} van deze gemeente kan dit verklaren.")


def functie_voor(lid: Lid, attest: Attest, gemeente_id: int) -> str:
    """The function in which `lid` may state this; empty when she has none of them here."""
    hier = (b.functie for b in lid.bevoegdheden if b.gemeente_id == gemeente_id)
    return next((functie for functie in hier if functie in attest.door), "")


@transaction.atomic
def verklaar(
    gemeente: Gemeente,
    attest: Attest,
    *,
    voldoet: bool,
    toelichting: str,
    bewijs: str,
    bijlage: Bijlage | None = None,
    door: Lid,
    nu: datetime,
) -> Verklaring:
    """State that the gemeente complies with the norm, or that it does not yet.

    It holds for as long as the dated list of targets says (`attest_geldig`). Raises GeenRecht for who does
    not have the function that the norm names, Geweigerd without reasons or evidence.
    """
    eis(mag_verklaren(door, attest, gemeente.pk))
    toelichting, bewijs = toelichting.strip(), bewijs.strip()
    if fouten := _fouten(toelichting, bewijs):
        raise Geweigerd(fouten)
    normdossier = open_normdossier(gemeente, normen()[attest.norm], door=door, nu=nu)
    dossier = vergrendel(normdossier.pk)
    if bijlage is not None and bijlage.dossier_id != dossier.pk:
        raise Geweigerd("Deze bijlage hoort bij een ander dossier.")
    functie = functie_voor(door, attest, gemeente.pk)
    dag = timezone.localdate(nu)
    verklaring = Verklaring.objects.create(
        normdossier=normdossier,
        voldoet=voldoet,
        toelichting=toelichting,
        bewijs=bewijs,
        bijlage=bijlage,
        functie=functie,
        door_id=door.persoon_id,
        op=nu,
        geldig_tot=maanden_na(dag, lijst("streefwaarden", dag)["attest_geldig"].lengte),
    )
    dossier.revisie += 1
    dossier.gewijzigd_op = nu
    dossier.save(update_fields=["revisie", "gewijzigd_op"])
    details = {
        "norm": attest.norm,
        "voldoet": voldoet,
        "toelichting": toelichting,
        "bewijs": bewijs,
        "geldig_tot": verklaring.geldig_tot.isoformat(),
    }
    schrijf(dossier.uuid, "verklaard", functie=functie, persoon_id=door.persoon_id, details=details, nu=nu)
    laat_taak_vervallen(dossier, VERKLAREN.code, nu=nu)
    return verklaring


def _fouten(toelichting: str, bewijs: str) -> list[str]:
    fouten = []
    if not toelichting:
        fouten.append("Leg uit waarop u dit baseert.")
    if len(toelichting) > MEESTE_TOELICHTING:
        fouten.append(f"De toelichting is te lang. Gebruik hooguit {MEESTE_TOELICHTING} tekens.")
    if not bewijs:
        fouten.append("Noem het bewijs: een besluit, een verslag of een document, met de datum.")
    if len(bewijs) > MEESTE_BEWIJS:
        fouten.append(f"De omschrijving van het bewijs is te lang. Gebruik hooguit {MEESTE_BEWIJS} tekens.")
    return fouten
