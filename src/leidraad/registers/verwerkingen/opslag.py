"""The content as rows and back: `Inhoud` is what people mean, the tables are what queries can count.

Only handelingen call what writes here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from leidraad.registers.verwerkingen import inhoud as i
from leidraad.registers.verwerkingen import models as m
from leidraad.registers.verwerkingen.rijen_lezen import lees_rijen

# Each list of Inhoud with its value, its table, and the columns that point to another list of the same
# verwerking (column name → list name).
_LIJSTEN: dict[str, tuple[type[Any], type[m.Rij], dict[str, str]]] = {
    "doelen": (i.Doel, m.Doel, {}),
    "betrokkenen": (i.Betrokkenen, m.Betrokkenen, {}),
    "bewaartermijnen": (i.Bewaartermijn, m.Bewaartermijn, {}),
    "gegevens": (
        i.Gegeven,
        m.Gegeven,
        {"betrokkenen": "betrokkenen", "bewaartermijn": "bewaartermijnen"},
    ),
    "vernietigingen": (i.Vernietiging, m.Vernietiging, {"bewaartermijn": "bewaartermijnen"}),
    "ontvangers": (i.Ontvanger, m.Ontvanger, {}),
    "maatregelen": (i.Maatregel, m.Maatregel, {}),
    "autorisaties": (i.Autorisatie, m.Autorisatie, {}),
}
# Per verwerking (primary key): row number → primary key of the row.
_Sleutels = Mapping[int, dict[int, int]]
_BATCH = 500
# These single fields live on the dossier or point to another table.
_ELDERS = {"naam", "bestuursorgaan", "hoofdverwerking"}
_EIGEN = tuple(veld for veld in i.VELDEN if veld not in _ELDERS)


def lees(verwerking: m.Verwerking) -> i.Inhoud:
    """The content of one verwerking: one query."""
    return lees_alle([verwerking])[verwerking.pk]


def lees_alle(verwerkingen: Sequence[m.Verwerking]) -> dict[int, i.Inhoud]:
    """The content of many, by primary key: one query.

    Load them with `select_related` of dossier, bestuursorgaan and hoofdverwerking__dossier.
    """
    rijen = lees_rijen([v.pk for v in verwerkingen], _LIJSTEN)
    return {v.pk: replace(_lees_velden(v), **rijen[v.pk]) for v in verwerkingen}


def _lees_velden(v: m.Verwerking) -> i.Inhoud:
    eigen: dict[str, Any] = {veld: getattr(v, veld) for veld in _EIGEN}
    return i.Inhoud(
        naam=v.dossier.titel,
        bestuursorgaan=v.bestuursorgaan.naam if v.bestuursorgaan else "",
        hoofdverwerking=v.hoofdverwerking.dossier.nummer if v.hoofdverwerking else "",
        **eigen,
    )


def eigen_velden(inhoud: i.Inhoud) -> dict[str, Any]:
    """The single fields that are columns of the verwerking itself."""
    return {veld: getattr(inhoud, veld) for veld in _EIGEN}


def zet_velden(verwerking: m.Verwerking, nieuw: i.Inhoud) -> None:
    """Put the single fields of `nieuw` on the verwerking, without saving it.

    A bestuursorgaan or hoofdverwerking that does not exist in this municipality becomes empty.
    """
    for veld, waarde in eigen_velden(nieuw).items():
        setattr(verwerking, veld, waarde)
    gemeente = verwerking.dossier.gemeente
    verwerking.bestuursorgaan = gemeente.bestuursorganen.filter(naam=nieuw.bestuursorgaan).first()
    verwerking.hoofdverwerking = (
        m.Verwerking.objects.filter(dossier__gemeente=gemeente, dossier__nummer=nieuw.hoofdverwerking)
        .exclude(pk=verwerking.pk)
        .first()
        if nieuw.hoofdverwerking
        else None
    )


def bewaar_rijen(verwerking: m.Verwerking, oud: i.Inhoud, nieuw: i.Inhoud) -> None:
    """Write the lists that differ: rows that went are deleted, changed rows updated, new rows added."""
    for naam, (_, model, verwijzingen) in _LIJSTEN.items():
        voor = {rij.regel: rij for rij in getattr(oud, naam)}
        na = {rij.regel: rij for rij in getattr(nieuw, naam)}
        if voor == na:
            continue
        manager = model._default_manager.filter(verwerking=verwerking)
        manager.filter(regel__in=voor.keys() - na.keys()).delete()
        pks = {doel: _pks(verwerking, doel) for doel in verwijzingen.values()}
        for regel, rij in na.items():
            if rij != voor.get(regel):
                manager.update_or_create(
                    verwerking=verwerking, regel=regel, defaults=_kolommen(naam, rij, pks)
                )
    if (oud.gegevens, oud.doelen) != (nieuw.gegevens, nieuw.doelen):
        m.Noodzaak.objects.filter(gegeven__verwerking=verwerking).delete()
        gegevens, doelen = _pks(verwerking, "gegevens"), _pks(verwerking, "doelen")
        _schrijf_noodzaken([(verwerking.pk, nieuw)], {verwerking.pk: gegevens}, {verwerking.pk: doelen})
    if oud.systemen != nieuw.systemen:
        m.Systeemgebruik.objects.filter(verwerking=verwerking).delete()
        _maak_systemen([(verwerking, nieuw)])


def maak_rijen(paren: Sequence[tuple[m.Verwerking, i.Inhoud]]) -> None:
    """Write all rows of new verwerkingen in bulk: a fixed number of queries per batch."""
    pks: dict[str, defaultdict[int, dict[int, int]]] = {}
    for naam, (_, model, verwijzingen) in _LIJSTEN.items():
        nieuwe = [
            model(verwerking_id=v.pk, regel=rij.regel, **_kolommen(naam, rij, van))
            for v, inhoud in paren
            for van in [{doel: pks[doel][v.pk] for doel in verwijzingen.values()}]
            for rij in getattr(inhoud, naam)
        ]
        model._default_manager.bulk_create(nieuwe, batch_size=_BATCH)
        pks[naam] = defaultdict(dict)
        for rij in nieuwe:
            pks[naam][rij.verwerking_id][rij.regel] = rij.pk
    _schrijf_noodzaken([(v.pk, inhoud) for v, inhoud in paren], pks["gegevens"], pks["doelen"])
    _maak_systemen(paren)


def _kolommen(naam: str, rij: Any, pks: dict[str, dict[int, int]]) -> dict[str, Any]:
    """The column values of one row; a reference to a row that is gone becomes empty."""
    klasse, _, verwijzingen = _LIJSTEN[naam]
    kolommen: dict[str, Any] = {}
    for veld in fields(klasse):
        if veld.name in ("regel", "noodzaken"):
            continue
        waarde = getattr(rij, veld.name)
        if doel := verwijzingen.get(veld.name):
            kolommen[f"{veld.name}_id"] = pks[doel].get(waarde)
        else:
            kolommen[veld.name] = waarde
    return kolommen


def _pks(verwerking: m.Verwerking, naam: str) -> dict[int, int]:
    model = _LIJSTEN[naam][1]
    return dict(model._default_manager.filter(verwerking=verwerking).values_list("regel", "pk"))


def _schrijf_noodzaken(paren: Iterable[tuple[int, i.Inhoud]], gegevens: _Sleutels, doelen: _Sleutels) -> None:
    m.Noodzaak.objects.bulk_create(
        [
            m.Noodzaak(
                gegeven_id=gegevens[pk][gegeven.regel], doel_id=doelen[pk][nood.doel], waarom=nood.waarom
            )
            for pk, inhoud in paren
            for gegeven in inhoud.gegevens
            for nood in gegeven.noodzaken
        ],
        batch_size=_BATCH,
    )


def _maak_systemen(paren: Sequence[tuple[m.Verwerking, i.Inhoud]]) -> None:
    """Link systems by name; a name that the municipality does not know yet is added to its list."""
    gevraagd = {(v.dossier.gemeente_id, s.naam): s for v, inhoud in paren for s in inhoud.systemen if s.naam}
    if not gevraagd:
        return
    m.Systeem.objects.bulk_create(
        [m.Systeem(gemeente_id=g, naam=naam, leverancier=s.leverancier) for (g, naam), s in gevraagd.items()],
        ignore_conflicts=True,
        batch_size=_BATCH,
    )
    gemeenten = {g for g, _ in gevraagd}
    bekend = {(s.gemeente_id, s.naam): s for s in m.Systeem.objects.filter(gemeente__in=gemeenten)}
    m.Systeemgebruik.objects.bulk_create(
        [
            m.Systeemgebruik(verwerking_id=v.pk, regel=s.regel, systeem=bekend[v.dossier.gemeente_id, s.naam])
            for v, inhoud in paren
            for s in inhoud.systemen
            if s.naam
        ],
        batch_size=_BATCH,
    )
