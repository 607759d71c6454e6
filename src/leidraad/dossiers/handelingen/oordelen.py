"""Judge a dossier: rounds of judgement, advice, and the organisation's reaction to it."""

from datetime import datetime

from django.db import transaction

from leidraad.dossiers.fouten import GeenRecht, Geweigerd, eis
from leidraad.dossiers.handelingen.aanhang import plaats_opmerking
from leidraad.dossiers.handelingen.taken import open_taak, rond_taak_af
from leidraad.dossiers.handelingen.vastleggen import noteer, vergrendel
from leidraad.dossiers.models import Advies, Beoordeling, Dossier, Taak
from leidraad.dossiers.taaksoort import ADVIES_FG, ADVIES_PO
from leidraad.organisaties.rechten import Lid, Recht, mag

_RECHT_VOOR_ADVIES = {
    Advies.Van.PRIVACY_OFFICER: Recht.ADVISEREN_PO,
    Advies.Van.FG: Recht.ADVISEREN_FG,
}
_TAAK_VOOR_ADVIES = {Advies.Van.PRIVACY_OFFICER: ADVIES_PO, Advies.Van.FG: ADVIES_FG}


@transaction.atomic
def beoordeel(
    dossier: Dossier, *, uitkomst: str, redenen: str = "", recht: Recht, door: Lid, nu: datetime
) -> Beoordeling:
    """Add one judgement to the dossier. Raises Geweigerd when it is sent back without reasons."""
    eis(mag(door, recht, dossier))
    redenen = redenen.strip()
    if uitkomst == Beoordeling.Uitkomst.TERUGGESTUURD and not redenen:
        raise Geweigerd("Schrijf op waarom u dit terugstuurt.")
    _hooguit(redenen, 5000, "De redenen zijn")
    beoordeling = Beoordeling.objects.create(
        dossier=dossier,
        rol=door.functie_in(dossier.gemeente_id, recht, dossier.eenheid_id),
        uitkomst=uitkomst,
        redenen=redenen,
        door_id=door.persoon_id,
        op=nu,
    )
    noteer(dossier, "beoordeeld", recht=recht, details={"uitkomst": uitkomst}, door=door, nu=nu)
    return beoordeling


@transaction.atomic
def vraag_advies(dossier: Dossier, *, aan: str, vraag: str, door: Lid, nu: datetime) -> Taak:
    """Ask the Privacy Officer or the FG for advice (norm 4.5.3): a remark with the question, and a task.

    Raises Geweigerd when that adviser has been asked already and has not answered.
    """
    aan = Advies.Van(aan)
    eis(mag(door, Recht.OPMERKEN, dossier))
    vraag = vraag.strip()
    if not vraag:
        raise Geweigerd("Schrijf op waarover u advies wilt.")
    dossier = vergrendel(dossier.pk)
    soort = _TAAK_VOOR_ADVIES[aan]
    tekst = f"Vraag om advies aan de {aan.label}: {vraag}"
    if taak := Taak.objects.open().filter(dossier=dossier, soort=soort.code).first():
        if dossier.opmerkingen.filter(tekst=tekst, door=door.persoon_id, op__gte=taak.aangemaakt_op).exists():
            return taak
        raise Geweigerd(
            f"Er is al advies gevraagd aan de {aan.label}. Plaats een opmerking als u iets wilt toevoegen."
        )
    plaats_opmerking(dossier, tekst=tekst, door=door, nu=nu)
    noteer(dossier, "advies_gevraagd", recht=Recht.OPMERKEN, details={"adviseur": aan}, door=door, nu=nu)
    return open_taak(dossier, soort, door=door, nu=nu)


@transaction.atomic
def geef_advies(dossier: Dossier, *, van: str, tekst: str, door: Lid, nu: datetime) -> Advies:
    """Give advice as Privacy Officer or FG. The same advice sent twice is kept once."""
    van = Advies.Van(van)
    recht = _RECHT_VOOR_ADVIES[van]
    eis(mag(door, recht, dossier))
    tekst = _adviestekst(tekst)
    vergrendel(dossier.pk)
    zelfde = dossier.adviezen.filter(van=van, tekst=tekst, door=door.persoon_id, reactie="").first()
    if zelfde:
        return zelfde
    advies = Advies.objects.create(dossier=dossier, van=van, tekst=tekst, door_id=door.persoon_id, op=nu)
    noteer(dossier, "advies_gegeven", recht=recht, details={"adviseur": van}, door=door, nu=nu)
    rond_taak_af(dossier, _TAAK_VOOR_ADVIES[van].code, door=door, nu=nu)
    return advies


@transaction.atomic
def wijzig_advies(advies: Advies, *, tekst: str, door: Lid, nu: datetime) -> Advies:
    """Change one's own advice, as long as nobody reacted to it. Nobody else can (norm 4.5.1)."""
    advies = Advies.objects.select_for_update(of=("self",)).select_related("dossier").get(pk=advies.pk)
    recht = _RECHT_VOOR_ADVIES[Advies.Van(advies.van)]
    eis(mag(door, recht, advies.dossier))
    if advies.door_id != door.persoon_id:
        raise GeenRecht("Alleen wie het advies gaf, mag het wijzigen.")
    if advies.reactie:
        raise Geweigerd("Op dit advies is al gereageerd. Geef een nieuw advies.")
    advies.tekst = _adviestekst(tekst)
    advies.save(update_fields=["tekst"])
    noteer(
        advies.dossier, "advies_gewijzigd", recht=recht, details={"adviseur": advies.van}, door=door, nu=nu
    )
    return advies


@transaction.atomic
def reageer_op_advies(
    advies: Advies, *, reactie: str, toelichting: str = "", door: Lid, nu: datetime
) -> Advies:
    """Record whether the organisation follows the advice, or why not. Once, and not by the adviser."""
    advies = Advies.objects.select_for_update(of=("self",)).select_related("dossier").get(pk=advies.pk)
    eis(mag(door, Recht.BEWERKEN, advies.dossier))
    toelichting = toelichting.strip()
    if advies.door_id == door.persoon_id:
        raise Geweigerd("U kunt niet op uw eigen advies reageren.")
    if advies.reactie:
        raise Geweigerd("Er is al gereageerd op dit advies.")
    if reactie not in Advies.Reactie.values:
        raise Geweigerd("Kies of u het advies volgt, of afwijkt en uitlegt waarom.")
    if reactie == Advies.Reactie.LEGT_UIT and not toelichting:
        raise Geweigerd("Leg uit waarom u afwijkt van het advies.")
    _hooguit(toelichting, 5000, "De toelichting is")
    advies.reactie = reactie
    advies.reactie_toelichting = toelichting
    advies.reactie_door_id = door.persoon_id
    advies.reactie_op = nu
    advies.save(update_fields=["reactie", "reactie_toelichting", "reactie_door", "reactie_op"])
    details = {"adviseur": advies.van, "reactie": reactie}
    noteer(advies.dossier, "op_advies_gereageerd", recht=Recht.BEWERKEN, details=details, door=door, nu=nu)
    return advies


def _adviestekst(tekst: str) -> str:
    tekst = tekst.strip()
    if not tekst:
        raise Geweigerd("Schrijf eerst het advies.")
    _hooguit(tekst, 20_000, "Het advies is")
    return tekst


def _hooguit(tekst: str, lengte: int, wat: str) -> None:
    if len(tekst) > lengte:
        raise Geweigerd(f"{wat} te lang. Gebruik hooguit {lengte} tekens.")
