"""Record that the competent body adopted a version (norms 1.1.1, 1.1.3 and 1.1.6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.handelingen import bevries, rond_taak_af
from leidraad.dossiers.models import Bijlage
from leidraad.organisaties.models import Bestuursorgaan
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.beleid import opslag
from leidraad.registers.beleid.handelingen.opvolgen import vervang_stukken, volg_op_in_stuk
from leidraad.registers.beleid.handelingen.taken import werk_bij
from leidraad.registers.beleid.handelingen.vastleggen import (
    eigen_bijlage,
    eis_concept,
    noteer,
    pak_versie,
    recht_voor_besluit,
)
from leidraad.registers.beleid.models import Beleidsstuk, Beleidsversie
from leidraad.registers.beleid.regels.beoordelen import bezwaar_tegen_datum, uiterste_beoordeling
from leidraad.registers.beleid.regels.bevoegd import Besluiter, bezwaar_tegen_besluiter
from leidraad.registers.beleid.taaksoorten import VASTSTELLEN


@dataclass(frozen=True, kw_only=True)
class Besluit:
    """A decision as it is recorded: by a body or a function, when, with what evidence, from which day.

    `bewijs` is an attachment of the dossier, `kenmerk` a case number or address where the decision is.
    """

    orgaan: Bestuursorgaan | None = None
    functie: str = ""
    datum: date
    geldig_vanaf: date
    bewijs: Bijlage | None = None
    kenmerk: str = ""


@transaction.atomic
def stel_vast(
    *,
    versie: Beleidsversie,
    besluit: Besluit,
    beoordelen_voor: date | None = None,
    trekt_in: Sequence[Beleidsstuk] = (),
    toelichting: str = "",
    door: Lid,
    nu: datetime,
) -> Beleidsversie:
    """Freeze a concept as adopted. Its predecessor stays in force until the day on which this one starts.

    `trekt_in` are other documents of the same gemeente that end on that day too. `beoordelen_voor` is three
    years after the decision at most, and that by default. Raises GeenRecht, or Geweigerd with the reasons.
    """
    stuk, versie = pak_versie(versie, door=door)
    recht = recht_voor_besluit(stuk, door, door_functie=bool(besluit.functie))
    eis_concept(versie)
    vandaag = timezone.localdate(nu)
    if redenen := _bezwaren(stuk, versie, besluit, beoordelen_voor, vandaag):
        raise Geweigerd(redenen)
    versie.orgaan, versie.functie = besluit.orgaan, besluit.functie
    versie.besluitdatum, versie.geldig_vanaf = besluit.datum, besluit.geldig_vanaf
    versie.besluit = eigen_bijlage(stuk, besluit.bewijs)
    versie.besluit_kenmerk = besluit.kenmerk.strip()[:200]
    versie.beoordelen_voor = beoordelen_voor or uiterste_beoordeling(besluit.datum, vandaag)
    versie.bevroren = bevries(
        stuk.dossier, inhoud=opslag.document(versie), toelichting=toelichting, recht=recht, door=door, nu=nu
    )
    versie.save()
    volg_op_in_stuk(stuk, versie, besluit.geldig_vanaf)
    _noteer(stuk, versie, trekt_in, recht, door=door, nu=nu)
    rond_taak_af(stuk.dossier, VASTSTELLEN.code, door=door, nu=nu)
    vervang_stukken(versie, trekt_in, besluit.geldig_vanaf, door=door, nu=nu)
    werk_bij(stuk, door=door, nu=nu)
    return versie


def _bezwaren(
    stuk: Beleidsstuk, versie: Beleidsversie, besluit: Besluit, beoordelen_voor: date | None, vandaag: date
) -> list[str]:
    redenen = [bezwaar_tegen_besluiter(stuk.soort, _besluiter(besluit))]
    if besluit.orgaan is not None and besluit.orgaan.gemeente_id != stuk.dossier.gemeente_id:
        redenen.append("Dit bestuursorgaan hoort bij een andere gemeente.")
    if besluit.orgaan is not None and besluit.bewijs is None and not besluit.kenmerk.strip():
        redenen.append("Voeg het besluit toe als bijlage, of noem het kenmerk van het besluit.")
    if besluit.datum > vandaag:
        redenen.append("Het besluit kan niet in de toekomst liggen.")
    if besluit.geldig_vanaf < besluit.datum:
        redenen.append("Een versie kan niet gelden voordat zij is vastgesteld.")
    if beoordelen_voor is not None:
        redenen.append(bezwaar_tegen_datum(beoordelen_voor, besluit.datum, vandaag))
    if not (versie.tekst or versie.bestand_id or versie.link):
        redenen.append("Deze versie heeft nog geen tekst, bestand of link.")
    return [reden for reden in redenen if reden]


def _besluiter(besluit: Besluit) -> Besluiter:
    return Besluiter(besluit.orgaan.naam if besluit.orgaan else "", besluit.functie)


def _noteer(
    stuk: Beleidsstuk,
    versie: Beleidsversie,
    trekt_in: Sequence[Beleidsstuk],
    recht: Recht,
    *,
    door: Lid,
    nu: datetime,
) -> None:
    details = {
        "versie": versie.nummer,
        "orgaan": versie.orgaan.naam if versie.orgaan else versie.functie,
        "besluitdatum": str(versie.besluitdatum),
        "geldig_vanaf": str(versie.geldig_vanaf),
        "trekt_in": [ander.dossier.nummer for ander in trekt_in],
    }
    kop = {"herzien_voor": versie.beoordelen_voor} if versie.opvolger_id is None else {}
    noteer(stuk, "vastgesteld", details, recht, door=door, nu=nu, **kop)
