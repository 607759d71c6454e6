"""What waits for this person in the register: one query per pile, only for piles that can be hers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from leidraad.dossiers.models import Dossier
from leidraad.dossiers.werk import MEESTE, Stapel
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid, Recht, Rol
from leidraad.registers.verwerkingen.begrippen import Status
from leidraad.registers.verwerkingen.register import VERWERKINGEN
from leidraad.registers.verwerkingen.selectie import eigen_eenheden, herziening_q

_OVERZIEN = {Rol.PRIVACY_OFFICER, Rol.FG, Rol.CISO}
TOON = 5


def open_werk(lid: Lid) -> list[Stapel]:
    """The piles of this person that are not empty, most pressing first."""
    return [stapel for stapel in _stapels(lid) if stapel.aantal]


def _stapels(lid: Lid) -> Iterator[Stapel]:
    if lid.gemeenten(Recht.TOETSEN):
        yield _stapel(
            "Ter toetsing", "Kijk of de verwerking klopt. Geef akkoord of stuur terug.",
            _met_status(lid, Recht.TOETSEN, Status.TER_TOETSING).order_by("gewijzigd_op"),
            "status=ter_toetsing",
        )  # fmt: skip
    if lid.gemeenten(Recht.VASTSTELLEN):
        yield _stapel(
            "Vast te stellen", "De Privacy Officer is akkoord. Stel vast of stuur terug.",
            _met_status(lid, Recht.VASTSTELLEN, Status.TER_VASTSTELLING).order_by("gewijzigd_op"),
            "status=ter_vaststelling",
        )  # fmt: skip
    if lid.gemeenten(Recht.LEZEN):
        yield from _eigen(lid)
        yield from _herzieningen(lid)
    if any(b.rol is Rol.FG for b in lid.bevoegdheden):
        yield from _van_fg(lid)


def _eigen(lid: Lid) -> Iterator[Stapel]:
    """What was sent back or is still being written, of my units or of myself."""
    van_mij = _van_mij(lid)
    yield _stapel(
        "Teruggestuurd", "Lees waarom, pas aan en bied opnieuw aan.",
        _met_status(lid, Recht.LEZEN, Status.TERUGGESTUURD).filter(van_mij).order_by("gewijzigd_op"),
        "status=teruggestuurd",
    )  # fmt: skip
    yield _stapel(
        "Nog in te vullen", "Concepten van uw eenheden, en die u behandelt.",
        _met_status(lid, Recht.LEZEN, Status.CONCEPT, Status.IN_HERZIENING)
        .filter(van_mij)
        .order_by("-gewijzigd_op"),
        "status=concept",
    )  # fmt: skip


def _herzieningen(lid: Lid) -> Iterator[Stapel]:
    mijn = Q() if any(b.rol in _OVERZIEN for b in lid.bevoegdheden) else _van_mij(lid)
    for welke, titel, uitleg in (
        ("verlopen", "Herziening verlopen", "Deze verwerkingen hadden al opnieuw bekeken moeten zijn."),
        ("binnenkort", "Herziening binnenkort", "Bekijk binnen 60 dagen of dit nog klopt."),
    ):
        dossiers = _zichtbaar(lid).filter(herziening_q(welke, lid.op)).filter(mijn).order_by("herzien_voor")
        yield _stapel(titel, uitleg, dossiers, f"herziening={welke}&sorteer=herzien", toon_termijn=True)


def _van_fg(lid: Lid) -> Iterator[Stapel]:
    afwijkend = Q(verwerking__profilering=True) | Q(
        verwerking__geautomatiseerd_besluit=True, verwerking__menselijke_controle=""
    )
    lopend = _zichtbaar(lid).exclude(verwerking__status=Status.BEEINDIGD.value)
    yield _stapel(
        "Afwijkingen van het beleid", "Profilering, of besluiten door een computer zonder controle.",
        lopend.filter(afwijkend).order_by("-gewijzigd_op"), "",
    )  # fmt: skip
    yield _stapel(
        "Kort geleden vastgesteld", "Ter kennisname.",
        _met_status(lid, Recht.LEZEN, Status.VASTGESTELD).order_by("-gewijzigd_op")[: TOON],
        "status=vastgesteld",
    )  # fmt: skip


def _zichtbaar(lid: Lid, recht: Recht = Recht.LEZEN) -> QuerySet[Dossier]:
    return Dossier.objects.waarop(lid, recht).filter(soort=VERWERKINGEN.code)


def _met_status(lid: Lid, recht: Recht, *statussen: Status) -> QuerySet[Dossier]:
    return _zichtbaar(lid, recht).filter(verwerking__status__in=[s.value for s in statussen])


def _van_mij(lid: Lid) -> Q:
    return Q(eenheid__in=sorted(eigen_eenheden(lid))) | Q(behandelaar=lid.persoon_id)


def _stapel(
    titel: str, uitleg: str, dossiers: QuerySet[Dossier], query: str, *, toon_termijn: bool = False
) -> Stapel:
    velden = ("nummer", "titel", "soort", "herzien_voor", "gewijzigd_op", "gemeente__naam", "gemeente__slug")
    eerste = list(dossiers.select_related("gemeente").only(*velden)[: MEESTE + 1])
    url = f"{reverse('verwerkingen:lijst')}?mijn=alles&{query}" if query else ""
    return Stapel(titel, uitleg, url, eerste[:TOON], len(eerste), toon_termijn)


def wacht_op_mij(lid: Lid) -> int:
    """How much waits for a decision of this person, counted to at most a hundred: one query."""
    wacht = _met_status(lid, Recht.TOETSEN, Status.TER_TOETSING) | _met_status(
        lid, Recht.VASTSTELLEN, Status.TER_VASTSTELLING
    )
    return wacht.order_by()[:MEESTE].count()


@dataclass(frozen=True)
class Stand:
    """How far a municipality is with the register."""

    gemeente: str
    slug: str
    totaal: int
    vastgesteld: int
    openbaar: int
    verlopen: int


def standen(lid: Lid) -> list[Stand]:
    """The state of the register per municipality, over what this person may see: two queries."""
    rijen = {r["gemeente__slug"]: r for r in _tellingen(lid)}
    return [
        Stand(naam, slug, **{veld: rijen.get(slug, {}).get(veld, 0) for veld in _TELLINGEN})
        for naam, slug in Gemeente.objects.filter(pk__in=lid.gemeenten()).values_list("naam", "slug")
    ]


_TELLINGEN = ("totaal", "vastgesteld", "openbaar", "verlopen")


def _tellingen(lid: Lid) -> QuerySet[Dossier, dict[str, Any]]:
    return (
        _zichtbaar(lid)
        .values("gemeente__slug")
        .annotate(
            totaal=Count("pk"),
            vastgesteld=Count("pk", filter=Q(verwerking__geldende_versie__isnull=False)),
            openbaar=Count(
                "pk", filter=Q(verwerking__openbaarheid="openbaar", verwerking__geldende_versie__isnull=False)
            ),
            verlopen=Count("pk", filter=herziening_q("verlopen", lid.op)),
        )
        .order_by()
    )
