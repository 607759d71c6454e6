"""Withdraw a document without a successor, and review one that is in force (norms 1.1.3 and 1.1.6)."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.handelingen import open_taak, rond_taak_af
from leidraad.organisaties.rechten import Lid
from leidraad.registers.beleid.begrippen import Uitkomst
from leidraad.registers.beleid.handelingen.opvolgen import beeindig, periodes
from leidraad.registers.beleid.handelingen.taken import werk_bij
from leidraad.registers.beleid.handelingen.vastleggen import noteer, pak, pak_versie, recht_voor_besluit
from leidraad.registers.beleid.models import Beleidsstuk, Beleidsversie, Herbeoordeling
from leidraad.registers.beleid.regels.beoordelen import bezwaar_tegen_datum, uiterste_beoordeling
from leidraad.registers.beleid.regels.geldigheid import geldt
from leidraad.registers.beleid.regels.opvolging import trek_in
from leidraad.registers.beleid.taaksoorten import BEOORDELEN, HERZIEN, van_eigenaar

_REDEN = 2000
_TOELICHTING = 5000
_DUBBELKLIK = timedelta(minutes=1)


@transaction.atomic
def trek_stuk_in(*, stuk: Beleidsstuk, per: date, reden: str, door: Lid, nu: datetime) -> Beleidsstuk:
    """Let a document end on a day without a successor; versions that start later never begin.

    Raises Geweigerd without a reason, or when nothing is in force from that day on.
    """
    stuk = pak(stuk, door=door)
    recht = recht_voor_besluit(stuk, door, door_functie=True)
    if not reden.strip():
        raise Geweigerd("Leg uit waarom dit stuk wordt ingetrokken, en door welk besluit.")
    if len(reden.strip()) > _REDEN:
        raise Geweigerd(f"De reden is te lang. Gebruik hooguit {_REDEN} tekens.")
    eindes = trek_in(periodes(stuk.versies.vastgesteld()), per)
    if not eindes:
        raise Geweigerd("Er is geen versie die op die dag geldt of nog gaat gelden.")
    beeindig(stuk, eindes, opvolger=None, reden=reden.strip())
    details = {"per": per.isoformat()}
    noteer(stuk, "ingetrokken", details, recht, door=door, nu=nu, herzien_voor=None)
    werk_bij(stuk, door=door, nu=nu)
    return stuk


@transaction.atomic
def beoordeel_opnieuw(
    *,
    versie: Beleidsversie,
    uitkomst: str,
    toelichting: str,
    volgende_voor: date | None = None,
    door: Lid,
    nu: datetime,
) -> Herbeoordeling:
    """Review a version that is in force, at its term or in between; the next review is within three years.

    When there must be a new version, that becomes a task; this one stays in force until then.
    """
    stuk, versie = pak_versie(versie, door=door)
    recht = recht_voor_besluit(stuk, door, door_functie=True)
    vandaag, toelichting = timezone.localdate(nu), toelichting.strip()
    if eerder := _net_beoordeeld(versie, uitkomst, toelichting, door, nu):
        return eerder
    if redenen := _bezwaren(versie, uitkomst, toelichting, volgende_voor, vandaag):
        raise Geweigerd(redenen)
    versie.beoordelen_voor = volgende_voor or uiterste_beoordeling(vandaag, vandaag)
    versie.save(update_fields=["beoordelen_voor"])
    herbeoordeling = Herbeoordeling.objects.create(
        versie=versie, uitkomst=uitkomst, toelichting=toelichting,
        volgende_voor=versie.beoordelen_voor, door_id=door.persoon_id, op=nu,
    )  # fmt: skip
    details = {"versie": versie.nummer, "uitkomst": uitkomst}
    noteer(stuk, "opnieuw_beoordeeld", details, recht, door=door, nu=nu, herzien_voor=versie.beoordelen_voor)
    rond_taak_af(stuk.dossier, BEOORDELEN.code, door=door, nu=nu)
    if uitkomst == Uitkomst.HERZIEN and not stuk.versies.filter(besluitdatum=None).exists():
        open_taak(stuk.dossier, van_eigenaar(HERZIEN, stuk), door=door, nu=nu)
    werk_bij(stuk, door=door, nu=nu)
    return herbeoordeling


def _bezwaren(
    versie: Beleidsversie, uitkomst: str, toelichting: str, volgende_voor: date | None, vandaag: date
) -> list[str]:
    redenen = []
    if not geldt(versie, vandaag):
        redenen.append("Alleen een versie die nu geldt kan opnieuw worden beoordeeld.")
    if uitkomst not in set(Uitkomst):
        redenen.append("Kies wat er uit de beoordeling komt.")
    if not toelichting:
        redenen.append("Schrijf op wat er is bekeken en waarom dit de uitkomst is.")
    if len(toelichting) > _TOELICHTING:
        redenen.append(f"De toelichting is te lang. Gebruik hooguit {_TOELICHTING} tekens.")
    if volgende_voor is not None and (bezwaar := bezwaar_tegen_datum(volgende_voor, vandaag, vandaag)):
        redenen.append(bezwaar)
    return redenen


def _net_beoordeeld(
    versie: Beleidsversie, uitkomst: str, toelichting: str, door: Lid, nu: datetime
) -> Herbeoordeling | None:
    """The same review by the same person a moment ago: one click too many."""
    zelfde = versie.herbeoordelingen.filter(uitkomst=uitkomst, toelichting=toelichting)
    return zelfde.filter(door=door.persoon_id, op__gt=nu - _DUBBELKLIK).first()
