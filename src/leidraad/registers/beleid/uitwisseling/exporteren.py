"""The register as a file: CSV and XLSX with one row per document, JSON with every version without loss."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from leidraad.dossiers.bestanden import als_csv, als_json, als_xlsx
from leidraad.dossiers.models import Dossier
from leidraad.dossiers.waarde import als_dict
from leidraad.registers.beleid import opslag
from leidraad.registers.beleid.models import Beleidsstuk, Beleidsversie
from leidraad.registers.beleid.overzicht import Overzicht, conformiteit_van, overzie
from leidraad.registers.beleid.weergave import functienaam, verwachtnaam

_PER_KEER = 100
Regel = tuple[Beleidsstuk, Overzicht]


def stroom(formaat: str, dossiers: QuerySet[Dossier], nu: datetime) -> Iterator[bytes]:
    """The documents of these dossiers as a file, in pieces, in the order of the query."""
    return FORMATEN[formaat][1](_lees(dossiers, timezone.localdate(nu)), nu)


def _lees(dossiers: QuerySet[Dossier], op: date) -> Iterator[Regel]:
    """Documents with their versions, a batch at a time: memory does not grow with the register."""
    pks = list(dossiers.values_list("pk", flat=True))
    stukken = Beleidsstuk.objects.select_related("dossier__gemeente", "dossier__eenheid")
    for van in range(0, len(pks), _PER_KEER):
        deel = pks[van : van + _PER_KEER]
        hier = stukken.prefetch_related(
            "versies__orgaan", "versies__conformiteit", "versies__bestand", "toepassingen"
        ).in_bulk(deel)
        yield from ((hier[pk], overzie(hier[pk].versies.all(), op)) for pk in deel if pk in hier)


def _json(regels: Iterator[Regel], nu: datetime) -> Iterator[bytes]:
    kop = {"formaat": "leidraad-beleid", "versie": 1, "gemaakt_op": nu.isoformat()}
    return als_json(kop, "stukken", (_record(stuk, beeld) for stuk, beeld in regels))


def _record(stuk: Beleidsstuk, beeld: Overzicht) -> dict[str, Any]:
    dossier = stuk.dossier
    return {
        "uuid": str(dossier.uuid),
        "gemeente": dossier.gemeente.slug,
        "eenheid": dossier.eenheid.naam if dossier.eenheid else "",
        "nummer": dossier.nummer,
        **als_dict(opslag.lees(stuk)),
        "stand": beeld.stand.value,
        "versies": [_versie(versie) for versie in beeld.versies],
        "griffie": [
            {"orgaan": t.orgaan, "besluitdatum": _iso(t.besluitdatum), "geldig_vanaf": _iso(t.geldig_vanaf),
             "ingetrokken_per": _iso(t.ingetrokken_per), "kenmerk": t.besluit_kenmerk}
            for t in stuk.toepassingen.all()
        ],
    }  # fmt: skip


def _versie(versie: Beleidsversie) -> dict[str, Any]:
    return {
        **als_dict(opslag.lees_versie(versie)),
        "bestand": versie.bestand.naam if versie.bestand else "",
        "nummer": versie.nummer,
        "vastgesteld_door": versie.orgaan.naam if versie.orgaan else versie.functie,
        "besluitdatum": _iso(versie.besluitdatum),
        "besluit_kenmerk": versie.besluit_kenmerk,
        "geldig_vanaf": _iso(versie.geldig_vanaf),
        "beoordelen_voor": _iso(versie.beoordelen_voor),
        "ingetrokken_per": _iso(versie.ingetrokken_per),
        "intrekreden": versie.intrekreden,
        "conformiteit": [
            {"uitgangspunt": o.uitgangspunt, "oordeel": o.verdict, "waarom": o.waarom}
            for o in versie.conformiteit.all()
        ],
    }


def _iso(dag: date | None) -> str | None:
    return dag.isoformat() if dag else None


def _rijen(regels: Iterator[Regel]) -> Iterator[list[str]]:
    yield list(_KOLOMMEN)
    for stuk, beeld in regels:
        yield [cel(stuk, beeld) for cel in _KOLOMMEN.values()]


def _van_geldend(wat: Callable[[Beleidsversie], object]) -> Callable[[Beleidsstuk, Overzicht], str]:
    """A column about the version in force; empty when there is none."""
    return lambda stuk, beeld: str(wat(beeld.geldend) or "") if beeld.geldend else ""


def _griffie(stuk: Beleidsstuk, beeld: Overzicht) -> str:
    lopend = (t.geldig_vanaf for t in stuk.toepassingen.all() if t.ingetrokken_per is None)
    return str(next(lopend, ""))


_KOLOMMEN: dict[str, Callable[[Beleidsstuk, Overzicht], str]] = {
    "Nummer": lambda s, b: s.dossier.nummer,
    "Gemeente": lambda s, b: s.dossier.gemeente.naam,
    "Eenheid": lambda s, b: s.dossier.eenheid.naam if s.dossier.eenheid else "",
    "Naam": lambda s, b: s.dossier.titel,
    "Soort": lambda s, b: s.get_soort_display(),
    "Vult in": lambda s, b: verwachtnaam(s.verwacht, b.op) if s.verwacht else "",
    "Eigenaar": lambda s, b: functienaam(s.eigenaar, b.op),
    "Stand": lambda s, b: b.stand.label,
    "Geldende versie": _van_geldend(str),
    "Vastgesteld door": _van_geldend(lambda v: v.orgaan.naam if v.orgaan else v.functie.replace("_", " ")),
    "Besluit": _van_geldend(lambda v: v.besluitdatum),
    "Geldig vanaf": _van_geldend(lambda v: v.geldig_vanaf),
    "Beoordelen voor": _van_geldend(lambda v: v.beoordelen_voor),
    "Uitgangspunten": lambda s, b: conformiteit_van(s.soort, b.geldend or b.concept, b.op).label,
    "Concept": lambda s, b: "ja" if b.concept else "nee",
    "Geldt voor de griffie vanaf": _griffie,
}

FORMATEN: dict[str, tuple[str, Callable[[Iterator[Regel], datetime], Iterator[bytes]]]] = {
    "csv": ("text/csv; charset=utf-8", lambda regels, nu: als_csv(_rijen(regels))),
    "xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        lambda regels, nu: als_xlsx(_rijen(regels), vaste_kolommen=1),
    ),
    "json": ("application/json", _json),
}
"""Per format its media type and how it is made."""
