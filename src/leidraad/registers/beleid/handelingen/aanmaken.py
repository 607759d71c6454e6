"""Make a policy document, or a next version of it."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef

from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.handelingen import open_dossier, rond_taak_af
from leidraad.dossiers.models import Journaalregel
from leidraad.organisaties.models import Eenheid, Functievervulling, Gemeente, Persoon
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.beleid import opslag
from leidraad.registers.beleid.begrippen import Soort
from leidraad.registers.beleid.handelingen.taken import werk_bij
from leidraad.registers.beleid.handelingen.vastleggen import eigen_bijlage, noteer, pak
from leidraad.registers.beleid.inhoud import Inhoud, Versieinhoud
from leidraad.registers.beleid.models import Beleidsstuk, Beleidsversie
from leidraad.registers.beleid.regels.bevoegd import CISO, is_ciso, recht_om_te_maken
from leidraad.registers.beleid.regels.verwachten import verwachte_stukken
from leidraad.registers.beleid.register import BELEID
from leidraad.registers.beleid.taaksoorten import HERZIEN

# The same form by the same person within this time is one click too many, not a second document.
_DUBBELKLIK = timedelta(minutes=1)
# Opened, and its first version begun.
_REVISIE_NIEUW = 2


@transaction.atomic
def maak_stuk(
    *,
    gemeente: Gemeente,
    eenheid: Eenheid | None = None,
    inhoud: Inhoud,
    versie: Versieinhoud | None = None,
    kopie_van: Beleidsstuk | None = None,
    door: Lid,
    nu: datetime,
) -> Beleidsstuk:
    """Make a document with its first concept version.

    What the CISO owns has the CISO as behandelaar. A double submit gives the first one back. Raises
    GeenRecht, or Geweigerd with what is missing.
    """
    inhoud = keur(inhoud, door)
    if eenheid is not None and eenheid.gemeente_id != gemeente.pk:
        raise Geweigerd("Deze eenheid hoort bij een andere gemeente.")
    # Two clicks at once wait here for each other.
    Persoon.objects.select_for_update().get(pk=door.persoon_id)
    if eerste := _net_gemaakt(gemeente, eenheid, inhoud.naam, door, nu):
        return eerste
    recht = recht_om_te_maken(door, inhoud.eigenaar, gemeente.pk)
    dossier = open_dossier(
        soort=BELEID.code, voorvoegsel=BELEID.voorvoegsel, gemeente=gemeente, eenheid=eenheid,
        titel=inhoud.naam, behandelaar=behandelaar_voor(inhoud.eigenaar, gemeente, door), recht=recht,
        door=door, nu=nu,
    )  # fmt: skip
    stuk = Beleidsstuk(dossier=dossier, gemeente=gemeente, kopie_van=kopie_van)
    opslag.zet(stuk, inhoud)
    stuk.save(force_insert=True)
    _voeg_versie_toe(stuk, versie or Versieinhoud(), recht, door=door, nu=nu)
    return stuk


def _net_gemaakt(
    gemeente: Gemeente, eenheid: Eenheid | None, naam: str, door: Lid, nu: datetime
) -> Beleidsstuk | None:
    """What this person made a moment ago under this name, untouched since: only the journaal knows that."""
    spoor = Journaalregel.objects.filter(
        keten=OuterRef("dossier__uuid"), handeling="aangemaakt", persoon_id=door.persoon_id
    )
    stukken = Beleidsstuk.objects.select_related("dossier__gemeente").filter(
        Exists(spoor), dossier__gemeente=gemeente, dossier__eenheid=eenheid, dossier__titel=naam,
        dossier__revisie=_REVISIE_NIEUW, dossier__aangemaakt_op__gt=nu - _DUBBELKLIK,
    )  # fmt: skip
    return stukken.first()


@transaction.atomic
def maak_versie(
    *, stuk: Beleidsstuk, inhoud: Versieinhoud | None = None, door: Lid, nu: datetime
) -> Beleidsversie:
    """Start the next version as concept, from the words of the newest one unless others are given.

    A concept that is there already is given back: there is never more than one.
    """
    stuk = pak(stuk, Recht.BEWERKEN, door=door)
    laatste = stuk.versies.order_by("-nummer").first()
    if laatste is not None and laatste.is_concept:
        return laatste
    if inhoud is None:
        inhoud = opslag.lees_versie(laatste) if laatste else Versieinhoud()
    return _voeg_versie_toe(stuk, inhoud, Recht.BEWERKEN, door=door, nu=nu)


def _voeg_versie_toe(
    stuk: Beleidsstuk, inhoud: Versieinhoud, recht: Recht, *, door: Lid, nu: datetime
) -> Beleidsversie:
    hoogste = stuk.versies.order_by("-nummer").values_list("nummer", flat=True).first() or 0
    versie = Beleidsversie(stuk=stuk, nummer=hoogste + 1, aangemaakt_op=nu)
    eigen_bijlage(stuk, inhoud.bestand)
    opslag.zet_versie(versie, inhoud)
    versie.save()
    noteer(stuk, "versie_begonnen", {"versie": versie.nummer}, recht, door=door, nu=nu)
    rond_taak_af(stuk.dossier, HERZIEN.code, door=door, nu=nu)
    werk_bij(stuk, door=door, nu=nu)
    return versie


def keur(inhoud: Inhoud, door: Lid) -> Inhoud:
    """The head with neat names. Raises Geweigerd with everything that is wrong with it."""
    naam = " ".join(inhoud.naam.split())
    redenen = []
    if not naam:
        redenen.append("Geef het stuk een naam.")
    if len(naam) > 300:
        redenen.append("De naam is te lang. Gebruik hooguit 300 tekens.")
    if inhoud.soort not in set(Soort):
        redenen.append("Kies wat voor stuk dit is.")
    if not inhoud.eigenaar:
        redenen.append("Kies welke functie voor dit stuk zorgt.")
    if inhoud.verwacht and inhoud.verwacht not in verwachte_stukken(door.op):
        redenen.append("Het privacybeleid noemt dit stuk niet. Kies een ander stuk, of geen.")
    if redenen:
        raise Geweigerd(redenen)
    return Inhoud(**{**vars(inhoud), "naam": naam})


def behandelaar_voor(eigenaar: str, gemeente: Gemeente, door: Lid) -> Persoon | None:
    """Who handles what the CISO owns: the CISO herself, or the one of the gemeente. Nobody for the rest."""
    if eigenaar != CISO:
        return None
    if is_ciso(door, gemeente.pk):
        return Persoon.objects.get(pk=door.persoon_id)
    vervuld = Functievervulling.objects.geldig_op(door.op).filter(
        gemeente=gemeente, functie=CISO, persoon__is_active=True
    )
    eerste = vervuld.select_related("persoon").order_by("pk").first()
    return eerste.persoon if eerste else None
