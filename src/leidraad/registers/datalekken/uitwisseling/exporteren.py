"""The register as a file: CSV and XLSX for people, JSON without loss."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from leidraad.dossiers.bestanden import als_csv, als_json, als_xlsx
from leidraad.dossiers.models import Dossier
from leidraad.dossiers.waarde import als_dict
from leidraad.registers.datalekken import opslag
from leidraad.registers.datalekken.begrippen import Oorzaak, Regime, Risico, SoortIncident
from leidraad.registers.datalekken.inhoud import Inhoud
from leidraad.registers.datalekken.models import Datalek

_PER_KEER = 200
Paren = Iterator[tuple[Datalek, Inhoud]]


def stroom(formaat: str, dossiers: QuerySet[Dossier], nu: datetime) -> Iterator[bytes]:
    """The breaches of these dossiers as a file, in pieces, in the order of the query."""
    return FORMATEN[formaat][1](_lees(dossiers), nu)


def _lees(dossiers: QuerySet[Dossier]) -> Paren:
    """Breaches with their content, a batch at a time: memory does not grow with the register."""
    pks = list(dossiers.values_list("pk", flat=True))
    kop = Datalek.objects.select_related("dossier__gemeente", "dossier__eenheid").prefetch_related(
        "meldingen", "mededelingen", "acties"
    )
    for van in range(0, len(pks), _PER_KEER):
        hier = kop.in_bulk(pks[van : van + _PER_KEER])
        inhouden = opslag.lees_alle(list(hier.values()))
        yield from ((hier[pk], inhouden[pk]) for pk in pks[van : van + _PER_KEER] if pk in hier)


def _json(paren: Paren, nu: datetime) -> Iterator[bytes]:
    kop = {"formaat": "leidraad-datalekken", "versie": 1, "gemaakt_op": nu.isoformat()}
    return als_json(kop, "datalekken", (_record(d, inhoud) for d, inhoud in paren))


def _record(d: Datalek, inhoud: Inhoud) -> dict[str, Any]:
    dossier = d.dossier
    return {
        "uuid": str(dossier.uuid),
        "gemeente": dossier.gemeente.slug,
        "nummer": dossier.nummer,
        "eenheid": dossier.eenheid.naam if dossier.eenheid else "",
        "status": d.status,
        "gemeld_op": d.gemeld_op.isoformat(),
        "gesloten_op": _iso(dossier.gesloten_op),
        "vernietigd_op": _iso(d.vernietigd_op),
        "inhoud": als_dict(inhoud),
        "meldingen": [
            {"nummer": m.nummer, "soort": m.soort, "verzonden_op": m.verzonden_op.isoformat(),
             "ap_kenmerk": m.ap_kenmerk, "sha256": m.sha256}
            for m in d.meldingen.all()
        ],
        "mededelingen": [
            {"wijze": m.wijze, "verstuurd_op": m.verstuurd_op.isoformat(), "aantal": m.aantal}
            for m in d.mededelingen.all()
        ],
        "acties": [
            {"omschrijving": a.omschrijving, "uiterlijk": a.uiterlijk.isoformat() if a.uiterlijk else None,
             "klaar_op": _iso(a.klaar_op), "resultaat": a.resultaat}
            for a in d.acties.all()
        ],
    }  # fmt: skip


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _rijen(paren: Paren) -> Iterator[list[str]]:
    yield list(_KOLOMMEN)
    for d, inhoud in paren:
        yield [cel(d, inhoud) for cel in _KOLOMMEN.values()]


def _lokaal(moment: datetime | None) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}" if moment else ""


def _eerste_melding(d: Datalek) -> str:
    eerste = next(iter(d.meldingen.all()), None)
    return _lokaal(eerste.verzonden_op) if eerste else ""


def _som(aantallen: Iterator[int | None]) -> str:
    bekend = [aantal for aantal in aantallen if aantal is not None]
    return str(sum(bekend)) if bekend else ""


_KOLOMMEN: dict[str, Callable[[Datalek, Inhoud], str]] = {
    "Nummer": lambda d, i: d.dossier.nummer,
    "Gemeente": lambda d, i: d.dossier.gemeente.naam,
    "Eenheid": lambda d, i: d.dossier.eenheid.naam if d.dossier.eenheid else "",
    "Naam": lambda d, i: i.naam,
    "Status": lambda d, i: d.get_status_display(),
    "Wet": lambda d, i: Regime.label_van(i.regime),
    "Soort incident": lambda d, i: SoortIncident.label_van(i.soort_incident),
    "Oorzaak": lambda d, i: Oorzaak.label_van(i.oorzaak),
    "Wat er is gebeurd": lambda d, i: i.omschrijving,
    "Ontdekt": lambda d, i: _lokaal(i.ontdekt_op),
    "De gemeente wist het": lambda d, i: _lokaal(i.kennisgenomen_op),
    "Gemeld": lambda d, i: _lokaal(d.gemeld_op),
    "Over wie": lambda d, i: ", ".join(g.naam for g in i.betrokkenen if g.naam),
    "Minstens mensen": lambda d, i: _som(g.minimum for g in i.betrokkenen),
    "Hoogstens mensen": lambda d, i: _som(g.maximum for g in i.betrokkenen),
    "Welke gegevens": lambda d, i: ", ".join(g.naam for g in i.gegevens if g.naam),
    "Gevolgen": lambda d, i: i.gevolgen,
    "Risico": lambda d, i: Risico.label_van(i.risico),
    "Reden van het risico": lambda d, i: i.risico_reden,
    "Maatregelen": lambda d, i: i.maatregelen_gedicht,
    "Voorkomen": lambda d, i: i.maatregelen_voorkomen,
    "Gemeld bij de AP": lambda d, i: _eerste_melding(d),
    "Mensen ingelicht": lambda d, i: str(sum(m.aantal for m in d.mededelingen.all()) or ""),
    "Afgesloten": lambda d, i: _lokaal(d.dossier.gesloten_op),
}

FORMATEN: dict[str, tuple[str, Callable[[Paren, datetime], Iterator[bytes]]]] = {
    "csv": ("text/csv; charset=utf-8", lambda paren, nu: als_csv(_rijen(paren))),
    "xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        lambda paren, nu: als_xlsx(_rijen(paren), vaste_kolommen=1),
    ),
    "json": ("application/json", _json),
}
"""Per format its media type and how it is made."""
