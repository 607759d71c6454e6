"""Which work a person asks for: one selection from the address, over all registers and municipalities."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.apps import apps
from django.db.models import Q
from django.http import QueryDict

from leidraad.dossiers.doelgroep import team_q
from leidraad.dossiers.models import Taak
from leidraad.dossiers.models.taak import TaakQuerySet
from leidraad.dossiers.werk import MEESTE
from leidraad.organisaties.rechten import Lid

MIJN, TEAM, ALLES = "mijn", "team", "alles"
WIE = {MIJN: "Mijn werk", TEAM: "Mijn team", ALLES: "Alles"}
# Nobody reads further, and the choices above the list are made of no more than this.
MEEST = 1000


def van_wie(lid: Lid, wie: str) -> TaakQuerySet:
    """The tasks that `lid` may see, from one of three distances.

    `mijn`: given to her, or expected from her and given to nobody. `team`: expected from her role, whoever
    has it. `alles`: also what others are expected to do.
    """
    taken = Taak.objects.voor(lid)
    gegeven = Q(toegewezen=lid.persoon_id)
    if wie == MIJN:
        return taken.filter(gegeven | Q(toegewezen=None) & team_q(lid, alleen_eigen=True))
    if wie == TEAM:
        return taken.filter(gegeven | team_q(lid, alleen_eigen=False))
    return taken


def tel_mijn_werk(lid: Lid, nu: datetime) -> int:
    """How much waits for this person, counted to just over a hundred: one query."""
    return van_wie(lid, MIJN).zichtbaar(nu).order_by()[: MEESTE + 1].count()


@dataclass(frozen=True)
class Keuzes:
    """What can be chosen above the list: only what is in it."""

    gemeente: list[tuple[str, str]]
    register: list[tuple[str, str]]
    soort: list[tuple[str, str]]
    eenheid: list[tuple[str, str]]


@dataclass(frozen=True)
class Werkvoorraad:
    """The chosen filters. Values that cannot exist are dropped."""

    lid: Lid
    nu: datetime
    wie: str = MIJN
    gemeente: str = ""
    register: str = ""
    soort: str = ""
    eenheid: str = ""
    te_laat: bool = False
    gedaan: bool = False

    @classmethod
    def uit(cls, query: QueryDict, lid: Lid, nu: datetime) -> Werkvoorraad:
        """Read the selection from the address."""
        gekozen = {naam: query.get(naam, "").replace("\x00", "").strip()[:60] for naam in _FILTERS}
        if not (gekozen["eenheid"].isdecimal() and len(gekozen["eenheid"]) < 10):
            gekozen["eenheid"] = ""
        gedaan = query.get("status") == "gedaan"
        wie = query.get("wie", "")
        if wie not in WIE:
            wie = TEAM if gedaan else MIJN
        return cls(lid, nu, wie, te_laat=query.get("te_laat") == "ja", gedaan=gedaan, **gekozen)

    @property
    def gefilterd(self) -> bool:
        """Whether something is chosen besides whose work."""
        return bool(self.gemeente or self.register or self.soort or self.eenheid or self.te_laat)

    def taken(self) -> TaakQuerySet:
        """The tasks of this selection, in the order in which to do them; done ones newest first."""
        taken = self._basis
        for waarde, veld in (
            (self.gemeente, "gemeente__slug"),
            (self.register, "dossier__soort"),
            (self.soort, "soort"),
            (self.eenheid, "dossier__eenheid"),
        ):
            if waarde:
                taken = taken.filter(**{veld: waarde})
        if self.te_laat and not self.gedaan:
            taken = taken.filter(uiterlijk__lt=self.nu)
        taken = taken.select_related("dossier__gemeente", "dossier__eenheid", "toegewezen", "klaar_door")
        return taken.order_by("-klaar_op", "-pk") if self.gedaan else taken.dringendst_eerst()

    def keuzes(self) -> Keuzes:
        """What to choose from: one query."""
        rijen = list(
            self._basis
            .order_by()
            .values_list(
                "gemeente__slug", "gemeente__naam", "dossier__soort", "soort", "titel",
                "dossier__eenheid", "dossier__eenheid__naam",
            )
            .distinct()[:MEEST]
        )  # fmt: skip
        gemeenten = _uniek((rij[0], rij[1]) for rij in rijen)
        meer = len(gemeenten) > 1
        return Keuzes(
            gemeente=gemeenten,
            register=_uniek((rij[2], registernaam(rij[2])) for rij in rijen),
            soort=_uniek((rij[3], rij[4]) for rij in rijen),
            eenheid=_uniek(
                (str(rij[5]), f"{rij[6]} ({rij[1]})" if meer else rij[6])
                for rij in rijen
                if rij[5] and self.gemeente in ("", rij[0])
            ),
        )

    @cached_property
    def _basis(self) -> TaakQuerySet:
        if not self.gedaan:
            return van_wie(self.lid, self.wie).zichtbaar(self.nu)
        if self.wie == MIJN:
            return Taak.objects.voor(self.lid).filter(klaar_door=self.lid.persoon_id)
        return van_wie(self.lid, self.wie).filter(klaar_op__isnull=False)


_FILTERS = ("gemeente", "register", "soort", "eenheid")


def registernaam(soort: str) -> str:
    """The name of a register, which is the name of its Django app."""
    return str(apps.get_app_config(soort).verbose_name)


def _uniek(paren: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(dict(paren).items(), key=lambda paar: paar[1].casefold())
