"""Change the head of a document, or the words of its concept."""

from dataclasses import replace
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction

from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.secties import Verouderd, sectie_stempel, verschil_per_sectie
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.beleid import opslag
from leidraad.registers.beleid.handelingen.aanmaken import behandelaar_voor, keur
from leidraad.registers.beleid.handelingen.taken import werk_bij
from leidraad.registers.beleid.handelingen.vastleggen import (
    eigen_bijlage,
    eis_concept,
    noteer,
    pak,
    pak_versie,
)
from leidraad.registers.beleid.inhoud import Inhoud, Versieinhoud
from leidraad.registers.beleid.models import Beleidsstuk, Beleidsversie
from leidraad.registers.beleid.secties import STUK, VERSIE

_TEKST = 200_000
_LINK = URLValidator(schemes=["https", "http"])


@transaction.atomic
def wijzig_stuk(*, stuk: Beleidsstuk, nieuw: Inhoud, stempel: str, door: Lid, nu: datetime) -> Beleidsstuk:
    """Save the head. Another kind or owner than before brings its own work and behandelaar.

    Raises Verouderd when it is not what the form started from, unless it equals `nieuw` already.
    """
    stuk = pak(stuk, Recht.BEWERKEN, door=door)
    oud, nieuw = opslag.lees(stuk), keur(nieuw, door)
    if nieuw == oud:
        return stuk
    if stempel != sectie_stempel(oud, STUK):
        raise Verouderd(oud)
    opslag.zet(stuk, nieuw)
    stuk.save()
    kop: dict[str, object] = {"titel": nieuw.naam}
    if nieuw.eigenaar != oud.eigenaar:
        kop["behandelaar"] = behandelaar_voor(nieuw.eigenaar, stuk.dossier.gemeente, door)
    verschil = verschil_per_sectie([STUK], oud, nieuw)
    noteer(stuk, "gewijzigd", verschil, Recht.BEWERKEN, door=door, nu=nu, **kop)
    werk_bij(stuk, door=door, nu=nu)
    return stuk


@transaction.atomic
def wijzig_versie(
    *, versie: Beleidsversie, nieuw: Versieinhoud, stempel: str, door: Lid, nu: datetime
) -> Beleidsversie:
    """Save the words of a concept. Raises Verouderd, or Geweigerd when the version was adopted."""
    stuk, versie = pak_versie(versie, Recht.BEWERKEN, door=door)
    eis_concept(versie)
    oud, nieuw = opslag.lees_versie(versie), _keur_versie(nieuw)
    if nieuw == oud:
        return versie
    if stempel != sectie_stempel(oud, VERSIE):
        raise Verouderd(oud)
    eigen_bijlage(stuk, nieuw.bestand)
    opslag.zet_versie(versie, nieuw)
    versie.save()
    velden = [veld for veld in VERSIE.velden if getattr(oud, veld) != getattr(nieuw, veld)]
    # The text itself can be a whole book; the frozen version keeps it.
    details = {"versie": versie.nummer, "velden": velden}
    noteer(stuk, "versie_gewijzigd", details, Recht.BEWERKEN, door=door, nu=nu)
    return versie


@transaction.atomic
def verwerp_concept(*, versie: Beleidsversie, door: Lid, nu: datetime) -> None:
    """Throw the concept away. Raises Geweigerd when it is the only version, or was adopted."""
    stuk, versie = pak_versie(versie, Recht.BEWERKEN, door=door)
    eis_concept(versie)
    if not stuk.versies.exclude(pk=versie.pk).exists():
        raise Geweigerd("Dit is de enige versie van het stuk. Pas haar aan in plaats van haar te verwerpen.")
    nummer = versie.nummer
    versie.delete()
    noteer(stuk, "concept_verworpen", {"versie": nummer}, Recht.BEWERKEN, door=door, nu=nu)
    werk_bij(stuk, door=door, nu=nu)


@transaction.atomic
def vraag_kennisname(*, versie: Beleidsversie, vraagt: bool, door: Lid, nu: datetime) -> Beleidsversie:
    """Ask everybody to read this version, or stop asking. Also possible when it was adopted already."""
    stuk, versie = pak_versie(versie, Recht.BEWERKEN, door=door)
    if versie.vraagt_kennisname == vraagt:
        return versie
    versie.vraagt_kennisname = vraagt
    versie.save(update_fields=["vraagt_kennisname"])
    details = {"versie": versie.nummer, "vraagt": vraagt}
    noteer(stuk, "kennisname_gevraagd", details, Recht.BEWERKEN, door=door, nu=nu)
    return versie


def _keur_versie(inhoud: Versieinhoud) -> Versieinhoud:
    inhoud = replace(
        inhoud, naam=" ".join(inhoud.naam.split()), tekst=inhoud.tekst.strip(), link=inhoud.link.strip()
    )
    redenen = []
    if len(inhoud.naam) > 100:
        redenen.append("De naam van de versie is te lang. Gebruik hooguit 100 tekens.")
    if len(inhoud.tekst) > _TEKST:
        redenen.append("De tekst is te lang. Voeg het stuk toe als bestand.")
    if inhoud.link:
        try:
            _LINK(inhoud.link)
        except ValidationError:
            redenen.append("Begin de link met https:// en gebruik een volledig adres.")
        if len(inhoud.link) > 500:
            redenen.append("De link is te lang. Gebruik hooguit 500 tekens.")
    if redenen:
        raise Geweigerd(redenen)
    return inhoud
