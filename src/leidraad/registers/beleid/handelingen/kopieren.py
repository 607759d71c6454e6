"""Copy a document to other gemeenten: each college adopts it itself."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from leidraad.dossiers.fouten import Geweigerd, eis
from leidraad.dossiers.handelingen.aanhang import hang_bijlage_aan
from leidraad.dossiers.models import Bijlage
from leidraad.dossiers.secties import sectie_stempel
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid, Recht, mag
from leidraad.registers.beleid import opslag
from leidraad.registers.beleid.handelingen.aanmaken import maak_stuk, maak_versie
from leidraad.registers.beleid.handelingen.bewerken import wijzig_versie
from leidraad.registers.beleid.handelingen.vastleggen import pak
from leidraad.registers.beleid.inhoud import Versieinhoud
from leidraad.registers.beleid.models import Beleidsstuk, Beleidsversie
from leidraad.registers.beleid.secties import VERSIE


@transaction.atomic
def kopieer_naar(
    *, stuk: Beleidsstuk, gemeenten: Sequence[Gemeente], door: Lid, nu: datetime
) -> list[Beleidsversie]:
    """Put the newest version as a concept in each of these gemeenten; the decision does not come along.

    A gemeente that has a copy of this document already gets a next version of that one. Raises GeenRecht
    where this person may not make documents, Geweigerd where a concept is being written.
    """
    stuk = pak(stuk, Recht.LEZEN, door=door)
    versie = stuk.versies.select_related("bestand").order_by("-nummer").first()
    if versie is None:
        raise Geweigerd("Dit stuk heeft nog geen versie.")
    if any(gemeente.pk == stuk.dossier.gemeente_id for gemeente in gemeenten):
        raise Geweigerd("Het stuk is al van deze gemeente.")
    return [_kopie(stuk, versie, gemeente, door=door, nu=nu) for gemeente in gemeenten]


def _kopie(
    stuk: Beleidsstuk, versie: Beleidsversie, gemeente: Gemeente, *, door: Lid, nu: datetime
) -> Beleidsversie:
    inhoud = replace(opslag.lees_versie(versie), bestand=None)
    doel = _bestaand(stuk, gemeente)
    if doel is None:
        doel = maak_stuk(
            gemeente=gemeente,
            inhoud=opslag.lees(stuk),
            versie=inhoud,
            kopie_van=stuk.kopie_van or stuk,
            door=door,
            nu=nu,
        )
        nieuw = doel.versies.get()
    else:
        if doel.versies.filter(besluitdatum=None).exists():
            raise Geweigerd(f"{gemeente.naam} werkt al aan een nieuwe versie. Stel die eerst vast.")
        nieuw = maak_versie(stuk=doel, inhoud=inhoud, door=door, nu=nu)
    if versie.bestand is not None:
        nieuw = _kopieer_bestand(doel, nieuw, versie.bestand, inhoud, door=door, nu=nu)
    return nieuw


def _bestaand(stuk: Beleidsstuk, gemeente: Gemeente) -> Beleidsstuk | None:
    """The document of that gemeente that shares its origin with this one."""
    familie = stuk.kopie_van_id or stuk.pk
    van_gemeente = Beleidsstuk.objects.filter(gemeente=gemeente)
    return (van_gemeente.filter(kopie_van=familie) | van_gemeente.filter(pk=familie)).first()


def _kopieer_bestand(
    doel: Beleidsstuk,
    nieuw: Beleidsversie,
    bron: Bijlage,
    inhoud: Versieinhoud,
    *,
    door: Lid,
    nu: datetime,
) -> Beleidsversie:
    """The file comes along as an attachment of its own: dossiers of gemeenten never share a file."""
    eis(mag(door, Recht.BEWERKEN, doel.dossier))
    with bron.bestand.open("rb") as bestand:
        bijlage = hang_bijlage_aan(
            doel.dossier, naam=bron.naam, bestand=bestand, omschrijving=bron.omschrijving,
            recht=Recht.BEWERKEN, door=door, nu=nu,
        )  # fmt: skip
    stempel = sectie_stempel(opslag.lees_versie(nieuw), VERSIE)
    return wijzig_versie(
        versie=nieuw, nieuw=replace(inhoud, bestand=bijlage.pk), stempel=stempel, door=door, nu=nu
    )
