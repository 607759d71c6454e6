"""Record whether a document holds for the griffie (norm 1.1.2), and which expected ones are not needed."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.dossiers.models import Bijlage
from leidraad.organisaties.handelingen import schrijf
from leidraad.organisaties.models import Eenheid
from leidraad.organisaties.rechten import Lid, Recht, mag_in
from leidraad.registers.beleid.handelingen.vastleggen import eigen_bijlage, noteer, pak
from leidraad.registers.beleid.models import Beleidsstuk, Toepassing, Verwacht

_UITLEG = 500


@transaction.atomic
def pas_toe_op_griffie(
    *,
    stuk: Beleidsstuk,
    besluitdatum: date,
    geldig_vanaf: date | None = None,
    bewijs: Bijlage | None = None,
    kenmerk: str = "",
    orgaan: str = "",
    door: Lid,
    nu: datetime,
) -> Toepassing:
    """Record the decision of the werkgeverscommissie; before `geldig_vanaf` the griffie is out of reach.

    Raises Geweigerd without a griffie, without evidence, or when it holds already.
    """
    stuk = pak(stuk, Recht.TOETSEN, door=door)
    vandaag = timezone.localdate(nu)
    vanaf = geldig_vanaf or besluitdatum
    if redenen := _bezwaren(stuk, besluitdatum, vanaf, bewijs is not None or bool(kenmerk.strip()), vandaag):
        raise Geweigerd(redenen)
    toepassing = Toepassing(
        stuk=stuk, besluitdatum=besluitdatum, geldig_vanaf=vanaf, besluit=eigen_bijlage(stuk, bewijs),
        besluit_kenmerk=kenmerk.strip()[:200], door_id=door.persoon_id, op=nu,
    )  # fmt: skip
    if orgaan.strip():
        toepassing.orgaan = orgaan.strip()[:150]
    toepassing.save()
    details = {"besluitdatum": str(besluitdatum), "geldig_vanaf": str(vanaf)}
    noteer(stuk, "van_toepassing_op_griffie", details, Recht.TOETSEN, door=door, nu=nu)
    return toepassing


def _bezwaren(
    stuk: Beleidsstuk, besluitdatum: date, vanaf: date, met_bewijs: bool, vandaag: date
) -> list[str]:
    redenen = []
    griffies = Eenheid.objects.filter(gemeente=stuk.dossier.gemeente_id, soort=Eenheid.Soort.GRIFFIE)
    if not griffies.exists():
        redenen.append("Deze gemeente heeft geen eenheid van de soort griffie.")
    if besluitdatum > vandaag:
        redenen.append("Het besluit kan niet in de toekomst liggen.")
    if vanaf < besluitdatum:
        redenen.append("Het stuk kan voor de griffie niet gelden voordat het besluit is genomen.")
    if not met_bewijs:
        redenen.append("Voeg het besluit toe als bijlage, of noem het kenmerk van het besluit.")
    if stuk.toepassingen.filter(ingetrokken_per=None).exists():
        redenen.append("Dit stuk is al van toepassing op de griffie.")
    return redenen


@transaction.atomic
def trek_toepassing_in(*, toepassing: Toepassing, per: date, door: Lid, nu: datetime) -> Toepassing:
    """The document no longer holds for the griffie from this day on. Twice is once."""
    stuk = pak(toepassing.stuk_id, Recht.TOETSEN, door=door)
    toepassing = Toepassing.objects.get(pk=toepassing.pk)
    if toepassing.ingetrokken_per is not None:
        return toepassing
    if per < toepassing.geldig_vanaf:
        raise Geweigerd("Deze dag ligt voor de dag waarop het stuk voor de griffie ging gelden.")
    toepassing.ingetrokken_per = per
    toepassing.save(update_fields=["ingetrokken_per"])
    noteer(stuk, "toepassing_ingetrokken", {"per": str(per)}, Recht.TOETSEN, door=door, nu=nu)
    return toepassing


@transaction.atomic
def zet_niet_nodig(*, verwacht: Verwacht, reden: str, door: Lid, nu: datetime) -> Verwacht:
    """Say why this gemeente does not need a document that the policy names; an empty reason undoes it.

    No dossier carries it, so it stands among the changes of the gemeente.
    """
    eis(mag_in(door, Recht.TOETSEN, verwacht.gemeente_id))
    verwacht = Verwacht.objects.select_for_update().get(pk=verwacht.pk)
    reden = reden.strip()
    if len(reden) > _UITLEG:
        raise Geweigerd(f"De reden is te lang. Gebruik hooguit {_UITLEG} tekens.")
    if verwacht.niet_nodig == reden:
        return verwacht
    verwacht.niet_nodig = reden
    verwacht.save(update_fields=["niet_nodig"])
    wie = door.functie_in(verwacht.gemeente_id, Recht.TOETSEN)
    handeling = "beleidsstuk_niet_nodig" if reden else "beleidsstuk_weer_nodig"
    schrijf(verwacht.gemeente_id, wie, handeling, nu, stuk=verwacht.code)
    return verwacht
