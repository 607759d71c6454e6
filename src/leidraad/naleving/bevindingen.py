"""The rows that fall short of a norm, as somebody may see them: a page of them, with who and which task."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.urls import reverse

from leidraad.dossiers.models import Dossier, Taak
from leidraad.dossiers.models.dossier import waarop_q
from leidraad.naleving.handelingen import hersteltaaksoort
from leidraad.naleving.register import NORMDOSSIERS
from leidraad.naleving.toegang import Blik
from leidraad.naleving.verantwoordelijk import Wie, leiding_van, wie_voor_eenheden
from leidraad.normen.norm import Norm
from leidraad.normen.toets import Populatie, Rijen, Toets
from leidraad.organisaties.models import Eenheid, Gemeente, Overdracht
from leidraad.organisaties.rechten import Recht, mag
from leidraad.registers.beleid.models import Verwacht
from leidraad.registers.beleid.register import BELEID
from leidraad.registers.verwerkingen.register import VERWERKINGEN
from leidraad.registers.verwerkingen.secties import SECTIE as SECTIES
from leidraad.registers.verwerkingen.toetsen import SECTIE

PER_PAGINA = 25


@dataclass(frozen=True)
class Bevinding:
    """One row that falls short: what it is, where it is mended, who is responsible and who is at it.

    `leiding` leads the unit of a row whose norm somebody else is responsible for. `dossier` is None for a
    unit, a gemeente, or anything else that is no dossier.
    """

    titel: str
    url: str
    dossier: Dossier | None
    eenheid: Eenheid | None
    wie: Wie
    leiding: Wie | None
    taak: Taak | None
    mag_taak: bool
    herstel_url: str = ""
    herstel_naam: str = ""


@dataclass(frozen=True)
class Bevindingen:
    """A page of rows, how many there are that this person may not see, and the task for all together."""

    pagina: Page[Any]
    rijen: list[Bevinding]
    verborgen: int
    normtaak: Taak | None
    per_dossier: bool

    @property
    def te_kiezen(self) -> bool:
        """Whether there is a row for which a task can be made."""
        return any(rij.mag_taak for rij in self.rijen)


def lees_bevindingen(
    blik: Blik, norm: Norm, toets: Toets, tekort: int, bladzijde: str, wie: Wie, nu: datetime,
    eenheden: Collection[int] | None,
) -> Bevindingen:  # fmt: skip
    """The page of rows that fall short: ten queries at most, however many rows there are.

    `tekort` is how many there are in all; what somebody may not read is counted and not shown. `wie` is
    responsible where the role does not follow the units.
    """
    populatie = toets.populatie
    rijen = _zichtbaar(toets.bevindingen(nu, blik.gemeente.pk, eenheden), populatie, blik)
    pagina = Paginator(rijen, PER_PAGINA).get_page(bladzijde)
    pagina.object_list = list(pagina.object_list)
    taken = _open_taken(norm, blik.gemeente, [d.pk for rij in pagina if (d := dossier_van(rij, populatie))])
    gevonden = [_Rij(rij, populatie) for rij in pagina]
    eenheden_hier = {r.eenheid for r in gevonden if r.eenheid}
    per_eenheid = wie_voor_eenheden(norm, eenheden_hier, blik.lid.op)
    leiding = {} if per_eenheid or not eenheden_hier else leiding_van(eenheden_hier, blik.lid.op)
    return Bevindingen(
        pagina=pagina,
        rijen=[rij.bevinding(blik, norm, per_eenheid, leiding, wie, taken) for rij in gevonden],
        verborgen=max(tekort - pagina.paginator.count, 0),
        normtaak=next((taak for taak in taken.values() if taak.dossier.soort == NORMDOSSIERS.code), None),
        per_dossier=bool(populatie.dossier),
    )


def dossier_van(rij: Any, populatie: Populatie) -> Dossier | None:
    """The dossier of a row; None when the row has none."""
    gevonden = _volg(rij, populatie.dossier)
    return gevonden if isinstance(gevonden, Dossier) else None


def _volg(rij: Any, pad: str) -> Any:
    """What a row leads to along a way such as `verwerking__dossier`; `pk` is the row itself."""
    if not pad:
        return None
    for deel in () if pad == "pk" else pad.split("__"):
        rij = getattr(rij, deel, None)
    return rij


def _zichtbaar(rijen: Rijen, populatie: Populatie, blik: Blik) -> Rijen:
    """The rows that this person may read, in an order that stays, with what the page shows of them."""
    if not populatie.dossier:
        if rijen.model is Overdracht:
            return rijen.select_related("eenheid", "aan").order_by("eenheid__naam", "pk")
        return rijen.order_by("naam", "pk") if rijen.model in (Eenheid, Gemeente) else rijen.order_by("pk")
    pad = "" if populatie.dossier == "pk" else f"{populatie.dossier}__"
    return (
        rijen.filter(waarop_q(blik.lid, Recht.LEZEN, pad))
        .select_related(f"{pad}gemeente", f"{pad}eenheid")
        .order_by(f"{pad}nummer", "pk")
    )


def _open_taken(norm: Norm, gemeente: Gemeente, dossiers: Iterable[int]) -> Mapping[int, Taak]:
    """The open tasks to put this norm right, by dossier; also the one on the dossier of the norm."""
    waar = Q(dossier__in=list(dossiers)) | Q(dossier__soort=NORMDOSSIERS.code)
    taken = Taak.objects.open().filter(waar, gemeente=gemeente, soort=hersteltaaksoort(norm).code)
    return {taak.dossier_id: taak for taak in taken.select_related("toegewezen", "dossier")}


class _Rij:
    """A row of any population, with its dossier and its unit."""

    def __init__(self, rij: Any, populatie: Populatie) -> None:
        self.rij = rij
        self.dossier = dossier_van(rij, populatie)
        eenheid = self.dossier.eenheid if self.dossier else _volg(rij, populatie.eenheid)
        self.eenheid = eenheid if isinstance(eenheid, Eenheid) else None

    def bevinding(
        self,
        blik: Blik,
        norm: Norm,
        per_eenheid: Mapping[int, Wie],
        leiding: Mapping[int, Wie],
        wie: Wie,
        taken: Mapping[int, Taak],
    ) -> Bevinding:
        """The row as the page shows it."""
        dossier, lid = self.dossier, blik.lid
        taak = taken.get(dossier.pk) if dossier else None
        herstel_url, herstel_naam = "", ""
        if dossier and mag(lid, Recht.BEWERKEN, dossier) and (sectie := sectie_voor(norm, dossier)):
            herstel_url = f"{dossier.get_absolute_url()}{hersteladres(norm, dossier)}"
            herstel_naam = SECTIES[sectie].titel
        return Bevinding(
            titel=self._titel(),
            url=self._url(blik, norm),
            dossier=dossier,
            eenheid=self.eenheid,
            wie=per_eenheid.get(self.eenheid.pk, wie) if self.eenheid else wie,
            leiding=leiding.get(self.eenheid.pk) if self.eenheid else None,
            taak=taak,
            mag_taak=bool(dossier and taak is None and mag(lid, Recht.NALEVING, dossier)),
            herstel_url=herstel_url,
            herstel_naam=herstel_naam,
        )

    def _titel(self) -> str:
        if isinstance(self.rij, Overdracht):
            return f"{self.rij.taak}, overgedragen aan {self.rij.aan.naam}"
        if isinstance(self.rij, Verwacht):
            return self.rij.naam
        if self.dossier is None:
            return str(self.rij)
        naam = self.dossier.titel or "Zonder naam"
        return f"{self.rij.titel}: {naam}" if isinstance(self.rij, Taak) else naam

    def _url(self, blik: Blik, norm: Norm) -> str:
        """The dossier; else the unit's own norms, or where the gemeente keeps what this norm asks."""
        if self.dossier:
            return self.dossier.get_absolute_url()
        if norm.module == BELEID.code:
            return reverse("beleid:verwacht", args=[blik.gemeente.slug])
        pagina = reverse("naleving:gemeente", args=[blik.gemeente.slug])
        return f"{pagina}?eenheid={self.eenheid.pk}" if self.eenheid else pagina


def sectie_voor(norm: Norm, dossier: Dossier) -> str:
    """The section of a verwerking where a shortfall of this norm is mended; empty for what has none."""
    return SECTIE.get(norm.nummer, "") if dossier.soort == VERWERKINGEN.code else ""


def hersteladres(norm: Norm, dossier: Dossier) -> str:
    """Where a shortfall is mended, from the page of the dossier on; empty for that page itself."""
    sectie = sectie_voor(norm, dossier)
    return f"bewerken/{sectie}/" if sectie else ""
