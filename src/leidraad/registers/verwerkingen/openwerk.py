"""What this person can look at in the register besides her work list, and how far the register is."""

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

TOON = 5


def open_werk(lid: Lid) -> list[Stapel]:
    """The piles of this person that are not empty, most pressing first."""
    return [stapel for stapel in _stapels(lid) if stapel.aantal]


def _stapels(lid: Lid) -> Iterator[Stapel]:
    if lid.gemeenten(Recht.LEZEN):
        yield _concepten(lid)
    if any(b.rol is Rol.FG for b in lid.bevoegdheden):
        yield from _van_fg(lid)


def _concepten(lid: Lid) -> Stapel:
    """What is still being written, of my units or of myself. No task: nobody has been asked for it yet."""
    eigen = Q(eenheid__in=sorted(eigen_eenheden(lid))) | Q(behandelaar=lid.persoon_id)
    return _stapel(
        "Nog in te vullen", "Concepten van uw eenheden, en die u behandelt.",
        _met_status(lid, Recht.LEZEN, Status.CONCEPT, Status.IN_HERZIENING)
        .filter(eigen)
        .order_by("-gewijzigd_op"),
        "status=concept",
    )  # fmt: skip


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


def _stapel(titel: str, uitleg: str, dossiers: QuerySet[Dossier], query: str) -> Stapel:
    velden = ("nummer", "titel", "soort", "herzien_voor", "gewijzigd_op", "gemeente__naam", "gemeente__slug")
    eerste = list(dossiers.select_related("gemeente").only(*velden)[: MEESTE + 1])
    url = f"{reverse('verwerkingen:lijst')}?mijn=alles&{query}" if query else ""
    return Stapel(titel, uitleg, url, eerste[:TOON], len(eerste))


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
