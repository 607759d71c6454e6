"""Make verwerkingen: one, many at once, or a copy, also in another municipality."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef

from leidraad.dossiers.fouten import eis
from leidraad.dossiers.handelingen import NieuwDossier, indexeer_alle, leg_vast, open_dossiers, vergrendel
from leidraad.dossiers.journaal.hashen import canoniek
from leidraad.dossiers.models import Journaalregel, Zoektekst
from leidraad.organisaties.models import Eenheid, Gemeente, Persoon
from leidraad.organisaties.rechten import INTERN, Lid, Recht, mag
from leidraad.registers.verwerkingen import opslag
from leidraad.registers.verwerkingen.begrippen import Rol
from leidraad.registers.verwerkingen.handelingen.vastleggen import leid_af, zoektekst
from leidraad.registers.verwerkingen.inhoud import Inhoud, te_bewaren
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.register import VERWERKINGEN

_BATCH = 500
# The same form by the same person within this time is one click too many, not a second verwerking.
_DUBBELKLIK = timedelta(minutes=1)
_GEKOPIEERD = "gekopieerd_van"


@dataclass(frozen=True)
class Nieuw:
    """One verwerking to make. `bron_nummer` is its number in the register it came from."""

    inhoud: Inhoud
    eenheid: Eenheid | None = None
    bron_nummer: str = ""
    behandelaar_id: int | None = None
    vertrouwelijkheid: str = INTERN


def maak_aan(
    *,
    gemeente: Gemeente,
    eenheid: Eenheid | None,
    inhoud: Inhoud,
    bron_nummer: str = "",
    behandelaar_id: int | None = None,
    vertrouwelijkheid: str = INTERN,
    door: Lid,
    nu: datetime,
) -> Verwerking:
    """Make one verwerking as concept. Raises GeenRecht without Recht.AANMAKEN for the unit."""
    nieuw = Nieuw(inhoud, eenheid, bron_nummer, behandelaar_id, vertrouwelijkheid)
    return maak_alle_aan(gemeente=gemeente, nieuwe=[nieuw], door=door, nu=nu)[0]


@transaction.atomic
def begin(
    *, gemeente: Gemeente, eenheid: Eenheid | None, inhoud: Inhoud, door: Lid, nu: datetime
) -> Verwerking:
    """Make one as concept, with its maker as behandelaar. A double submit gives the first one back."""
    # Two clicks at once wait here for each other.
    Persoon.objects.select_for_update().get(pk=door.persoon_id)
    eerste = (
        Verwerking.objects.select_related("dossier__gemeente")
        .filter(
            dossier__gemeente=gemeente, dossier__eenheid=eenheid, dossier__titel=inhoud.naam,
            dossier__behandelaar=door.persoon_id, dossier__revisie=1,
            dossier__aangemaakt_op__gt=nu - _DUBBELKLIK,
        )
        .first()
    )  # fmt: skip
    return eerste or maak_aan(
        gemeente=gemeente, eenheid=eenheid, inhoud=inhoud, behandelaar_id=door.persoon_id, door=door, nu=nu
    )


@transaction.atomic
def maak_alle_aan(
    *, gemeente: Gemeente, nieuwe: Sequence[Nieuw], door: Lid, nu: datetime
) -> list[Verwerking]:
    """Make many as concept, in a fixed number of queries per batch.

    A bestuursorgaan or hoofdverwerking that does not exist in this municipality becomes empty; a
    hoofdverwerking may also be named by its `bron_nummer`, within the batch too.
    """
    dossiers = open_dossiers(
        soort=VERWERKINGEN.code,
        voorvoegsel=VERWERKINGEN.voorvoegsel,
        gemeente=gemeente,
        nieuwe=[
            NieuwDossier(
                n.inhoud.naam, n.eenheid.pk if n.eenheid else None, n.behandelaar_id, n.vertrouwelijkheid,
                {"bron_nummer": n.bron_nummer} if n.bron_nummer else {},
            )
            for n in nieuwe
        ],
        door=door,
        nu=nu,
    )  # fmt: skip
    organen = {orgaan.naam: orgaan for orgaan in gemeente.bestuursorganen.all()}
    paren = []
    for dossier, nieuw in zip(dossiers, nieuwe, strict=True):
        inhoud = te_bewaren(nieuw.inhoud)
        verwerking = Verwerking(dossier=dossier, bron_nummer=nieuw.bron_nummer, **opslag.eigen_velden(inhoud))
        verwerking.bestuursorgaan = organen.get(inhoud.bestuursorgaan)
        leid_af(verwerking, inhoud, nu)
        paren.append((verwerking, inhoud))
    Verwerking.objects.bulk_create([v for v, _ in paren], batch_size=_BATCH)
    _verbind_hoofdverwerkingen(gemeente, paren)
    opslag.maak_rijen(paren)
    indexeer_alle((v.pk, Zoektekst.Bereik.WERK, zoektekst(v, inhoud)) for v, inhoud in paren)
    return [v for v, _ in paren]


def _verbind_hoofdverwerkingen(gemeente: Gemeente, paren: Sequence[tuple[Verwerking, Inhoud]]) -> None:
    gezocht = {inhoud.hoofdverwerking for _, inhoud in paren if inhoud.hoofdverwerking}
    if not gezocht:
        return
    van_gemeente = Verwerking.objects.filter(dossier__gemeente=gemeente)
    op_bron = van_gemeente.filter(bron_nummer__in=gezocht).values_list("bron_nummer", "pk")
    op_nummer = van_gemeente.filter(dossier__nummer__in=gezocht).values_list("dossier__nummer", "pk")
    bekend = dict(op_nummer) | dict(op_bron)
    te_verbinden = []
    for verwerking, inhoud in paren:
        hoofd = bekend.get(inhoud.hoofdverwerking)
        if hoofd and hoofd != verwerking.pk:
            verwerking.hoofdverwerking_id = hoofd
            te_verbinden.append(verwerking)
    Verwerking.objects.bulk_update(te_verbinden, ["hoofdverwerking"], batch_size=_BATCH)


@transaction.atomic
def kopieer(
    *, verwerking: Verwerking, gemeente: Gemeente, eenheid: Eenheid | None, door: Lid, nu: datetime
) -> Verwerking:
    """Copy the working copy to a new concept.

    Notes, and for whom a municipality is processor, stay behind when the copy goes to another municipality.
    A double submit gives the first copy back.
    """
    bron = vergrendel(verwerking.pk)
    eis(mag(door, Recht.LEZEN, bron))
    inhoud = replace(opslag.lees(verwerking), hoofdverwerking="")
    if gemeente.pk == bron.gemeente_id:
        inhoud = replace(inhoud, naam=f"{inhoud.naam[:290]} (kopie)")
    else:
        toelichting = "" if inhoud.rol == Rol.VERWERKER else inhoud.rol_toelichting
        inhoud = replace(inhoud, notitie="", rol_toelichting=toelichting)
    herkomst = {"gemeente": bron.gemeente.slug, "nummer": bron.nummer}
    if eerste := _net_gekopieerd(gemeente, eenheid, inhoud.naam, herkomst, door, nu):
        return eerste
    kopie = maak_aan(
        gemeente=gemeente,
        eenheid=eenheid,
        inhoud=inhoud,
        vertrouwelijkheid=bron.vertrouwelijkheid,
        door=door,
        nu=nu,
    )
    leg_vast(
        kopie.dossier, handeling=_GEKOPIEERD, recht=Recht.AANMAKEN, door=door, nu=nu,
        details=herkomst,
    )  # fmt: skip
    return kopie


def _net_gekopieerd(
    gemeente: Gemeente, eenheid: Eenheid | None, naam: str, herkomst: dict[str, str], door: Lid, nu: datetime
) -> Verwerking | None:
    """The copy that this person made of it a moment ago, untouched since: only the journaal knows that."""
    spoor = Journaalregel.objects.filter(
        keten=OuterRef("dossier__uuid"), handeling=_GEKOPIEERD, persoon_id=door.persoon_id,
        details=canoniek(herkomst),
    )  # fmt: skip
    return (
        Verwerking.objects.select_related("dossier__gemeente")
        .filter(
            Exists(spoor), dossier__gemeente=gemeente, dossier__eenheid=eenheid, dossier__titel=naam,
            dossier__revisie=2, dossier__aangemaakt_op__gt=nu - _DUBBELKLIK,
        )
        .first()
    )  # fmt: skip
