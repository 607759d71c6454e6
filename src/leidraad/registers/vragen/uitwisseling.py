"""The register as a file: CSV and XLSX for people, JSON without loss. Who asked is not in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from leidraad.dossiers.bestanden import als_csv, als_json, als_xlsx
from leidraad.dossiers.models import Dossier
from leidraad.registers.vragen.begrippen import SoortReactie
from leidraad.registers.vragen.models import Vraag

_PER_KEER = 200
Vragen = Iterator[Vraag]


def stroom(formaat: str, dossiers: QuerySet[Dossier], nu: datetime) -> Iterator[bytes]:
    """The questions of these dossiers as a file, in pieces, in the order of the query."""
    return FORMATEN[formaat][1](_lees(dossiers), nu)


def _lees(dossiers: QuerySet[Dossier]) -> Vragen:
    """Questions with what was said, a batch at a time: memory does not grow with the register."""
    pks = list(dossiers.values_list("pk", flat=True))
    vragen = Vraag.objects.select_related("dossier__gemeente", "dossier__behandelaar")
    for van in range(0, len(pks), _PER_KEER):
        deel = pks[van : van + _PER_KEER]
        hier = vragen.prefetch_related("reacties").in_bulk(deel)
        yield from (hier[pk] for pk in deel if pk in hier)


def _json(vragen: Vragen, nu: datetime) -> Iterator[bytes]:
    kop = {"formaat": "leidraad-vragen", "versie": 1, "gemaakt_op": nu.isoformat()}
    return als_json(kop, "vragen", (_record(vraag) for vraag in vragen))


def _record(vraag: Vraag) -> dict[str, Any]:
    dossier = vraag.dossier
    return {
        "uuid": str(dossier.uuid),
        "gemeente": dossier.gemeente.slug,
        "nummer": dossier.nummer,
        "status": vraag.status,
        "onderwerp": dossier.titel,
        "vraag": vraag.tekst,
        "gevraagd_op": vraag.gevraagd_op.isoformat(),
        "uiterlijk": vraag.uiterlijk.isoformat(),
        "wacht_tot": _iso(vraag.wacht_tot),
        "beantwoord_op": _iso(vraag.beantwoord_op),
        "gesloten_op": _iso(dossier.gesloten_op),
        "reacties": [
            {"soort": r.soort, "functie": r.functie, "op": r.op.isoformat(), "tekst": r.tekst,
             "uiterlijk": _iso(r.uiterlijk), "afgehandeld_op": _iso(r.afgehandeld_op)}
            for r in vraag.reacties.all()
        ],
    }  # fmt: skip


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _rijen(vragen: Vragen) -> Iterator[list[str]]:
    yield list(_KOLOMMEN)
    for vraag in vragen:
        yield [cel(vraag) for cel in _KOLOMMEN.values()]


def _lokaal(moment: datetime | None) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}" if moment else ""


def _gezegd(vraag: Vraag, soort: SoortReactie) -> str:
    return "\n\n".join(r.tekst for r in vraag.reacties.all() if r.soort == soort)


_KOLOMMEN: dict[str, Callable[[Vraag], str]] = {
    "Nummer": lambda v: v.dossier.nummer,
    "Gemeente": lambda v: v.dossier.gemeente.naam,
    "Onderwerp": lambda v: v.dossier.titel,
    "Status": lambda v: v.get_status_display(),
    "Vraag": lambda v: v.tekst,
    "Vervolgvragen": lambda v: _gezegd(v, SoortReactie.VERVOLG),
    "Antwoorden": lambda v: _gezegd(v, SoortReactie.ANTWOORD),
    "Behandelaar": lambda v: v.dossier.behandelaar.naam if v.dossier.behandelaar else "",
    "Gevraagd": lambda v: _lokaal(v.gevraagd_op),
    "Uiterlijk": lambda v: _lokaal(v.uiterlijk),
    "Eerste antwoord": lambda v: _lokaal(v.beantwoord_op),
    "Wacht tot": lambda v: _lokaal(v.wacht_tot),
    "Gesloten": lambda v: _lokaal(v.dossier.gesloten_op),
}

FORMATEN: dict[str, tuple[str, Callable[[Vragen, datetime], Iterator[bytes]]]] = {
    "csv": ("text/csv; charset=utf-8", lambda vragen, nu: als_csv(_rijen(vragen))),
    "xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        lambda vragen, nu: als_xlsx(_rijen(vragen), vaste_kolommen=1),
    ),
    "json": ("application/json", _json),
}
"""Per format its media type and how it is made."""
