"""A verwerking as the cells of a table. The headers are the labels of the fields, so it comes back in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from leidraad.dossiers.waarde import als_dict
from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.begrippen import Beoordeeld, Partijrol, Regime, Rol, SoortGegeven, Status
from leidraad.registers.verwerkingen.duur import duur_in_woorden
from leidraad.registers.verwerkingen.inhoud import Bewaartermijn, Doel, Gegeven, Inhoud, Maatregel
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.uitwisseling.velden import velden

_GEWOON = ("", SoortGegeven.GEWOON, SoortGegeven.GEVOELIG)


def _regels(teksten: Iterable[str]) -> str:
    """One line per item, each item once."""
    return "\n".join(dict.fromkeys(" ".join(tekst.split()) for tekst in teksten if tekst.strip()))


def _ja_nee(waarde: bool | None) -> str:
    return "" if waarde is None else "ja" if waarde else "nee"


def _dag(dag: date | None) -> str:
    return dag.isoformat() if dag else ""


def _naam(naam: str, op: date, code: str) -> str:
    item = lijst(naam, op).get(code) if code else None
    return item.naam if item else code


def _grondslag(inhoud: Inhoud, doel: Doel, op: date) -> str:
    """The article with the name: it is read back without doubt."""
    item = lijst("grondslagen_wpg" if inhoud.regime == Regime.WPG else "grondslagen", op).get(doel.grondslag)
    return f"{item.artikel} – {item.naam}" if item else doel.grondslag


def _eerste(inhoud: Inhoud) -> list[Doel]:
    return [doel for doel in inhoud.doelen if not doel.later_doel]


def _van_soort(inhoud: Inhoud, *soorten: str) -> str:
    return _regels(g.naam for g in inhoud.gegevens if g.soort in soorten)


def _partijen(inhoud: Inhoud, *rollen: str) -> str:
    return _regels(o.naam for o in inhoud.ontvangers if o.rol in rollen)


def _van_gegevens(inhoud: Inhoud, tekst: Callable[[Gegeven], str]) -> str:
    """A text per category of data; the same text for all of them stands there once."""
    teksten = {tekst(g) for g in inhoud.gegevens}
    if len(teksten) == 1:
        return teksten.pop()
    return _regels(f"{g.naam}: {tekst(g)}" for g in inhoud.gegevens if tekst(g))


def _termijn(t: Bewaartermijn) -> str:
    duur = "blijvend bewaren" if t.blijvend else duur_in_woorden(t.duur)
    if not duur or duur in t.omschrijving:
        return t.omschrijving or duur
    return f"{t.omschrijving} ({duur})" if t.omschrijving else duur


def _bewaarbron(t: Bewaartermijn) -> str:
    nummer = f"Selectielijst {t.lijstversie} resultaat {t.resultaat}" if t.resultaat else ""
    return "; ".join(deel for deel in (nummer, t.wet, t.motivering) if deel)


def _maatregel(m: Maatregel, op: date) -> str:
    return m.toelichting or _naam("maatregelen", op, m.code)


def _oordeel(uitkomst: str, waarom: str) -> str:
    return ": ".join(deel for deel in (Beoordeeld.label_van(uitkomst), waarom) if deel)


def _doorgifte(inhoud: Inhoud, op: date) -> str:
    buiten = [o for o in inhoud.ontvangers if o.land and o.land not in lijst("eer", op)]
    return _regels(f"{o.naam}: {_naam('landen', op, o.land)}" for o in buiten)


_VELDEN: dict[str, Callable[[Inhoud, date], str]] = {
    "naam": lambda i, op: i.naam,
    "omschrijving": lambda i, op: i.omschrijving,
    "regime": lambda i, op: i.regime,
    "rol": lambda i, op: Rol.label_van(i.rol),
    "rol_toelichting": lambda i, op: i.rol_toelichting,
    "bestuursorgaan": lambda i, op: i.bestuursorgaan,
    "startdatum": lambda i, op: _dag(i.startdatum),
    "einddatum": lambda i, op: _dag(i.einddatum),
    "wettelijke_taak": lambda i, op: i.wettelijke_taak,
    "procestype": lambda i, op: i.procestype,
    "doel": lambda i, op: "\n".join(" ".join(d.omschrijving.split()) for d in _eerste(i)),
    "grondslag": lambda i, op: "\n".join(_grondslag(i, d, op) for d in _eerste(i)),
    "wet": lambda i, op: _regels(d.wet for d in i.doelen),
    "artikel": lambda i, op: _regels(d.artikel for d in i.doelen),
    "grondslag_toelichting": lambda i, op: _regels(d.toelichting for d in i.doelen),
    "later_doel": lambda i, op: _regels(d.omschrijving for d in i.doelen if d.later_doel),
    "betrokkenen": lambda i, op: _regels(b.naam for b in i.betrokkenen),
    "gegevens": lambda i, op: _van_soort(i, *_GEWOON),
    "bijzondere_gegevens": lambda i, op: _van_soort(i, SoortGegeven.BIJZONDER),
    "strafrechtelijke_gegevens": lambda i, op: _van_soort(i, SoortGegeven.STRAFRECHTELIJK),
    "bsn": lambda i, op: _van_soort(i, SoortGegeven.BSN),
    "doorbrekingsgrond": lambda i, op: _regels(
        " – ".join(
            d for d in (_naam("doorbrekingsgronden", op, g.doorbrekingsgrond), g.doorbreking_toelichting) if d
        )
        for g in i.gegevens
    ),
    "noodzaak": lambda i, op: _van_gegevens(i, lambda g: _regels(n.waarom for n in g.noodzaken)),
    "herkomst": lambda i, op: _van_gegevens(i, lambda g: g.herkomst_toelichting or g.herkomst),
    "verplicht": lambda i, op: _van_gegevens(i, lambda g: _ja_nee(g.verplicht)),
    "gevolg": lambda i, op: _van_gegevens(i, lambda g: g.gevolg),
    "bewaartermijn": lambda i, op: _regels(_termijn(t) for t in i.bewaartermijnen),
    "startmoment": lambda i, op: _regels(t.startmoment for t in i.bewaartermijnen),
    "bewaarbron": lambda i, op: _regels(_bewaarbron(t) for t in i.bewaartermijnen),
    "ontvangers": lambda i, op: _partijen(i, "", Partijrol.ZELFSTANDIG),
    "interne_ontvangers": lambda i, op: _partijen(i, Partijrol.INTERN),
    "verwerkers": lambda i, op: _partijen(i, Partijrol.VERWERKER, Partijrol.SUBVERWERKER),
    "gezamenlijk": lambda i, op: _partijen(i, Partijrol.GEZAMENLIJK),
    "doorgifte": _doorgifte,
    "land": lambda i, op: _regels(_naam("landen", op, o.land) for o in i.ontvangers),
    "mechanisme": lambda i, op: _regels(
        " – ".join(
            d for d in (_naam("doorgiftemechanismen", op, o.mechanisme), o.mechanisme_toelichting) if d
        )
        for o in i.ontvangers
    ),
    "doorgiftebeoordeling": lambda i, op: _regels(o.doorgiftebeoordeling for o in i.ontvangers),
    "systemen": lambda i, op: _regels(s.naam for s in i.systemen),
    "leverancier": lambda i, op: _regels(s.leverancier for s in i.systemen),
    "maatregelen": lambda i, op: _regels(_maatregel(m, op) for m in i.maatregelen),
    "profilering": lambda i, op: " ".join(
        d for d in (_ja_nee(i.profilering), i.profilering_toelichting) if d
    ),
    "geautomatiseerd_besluit": lambda i, op: _ja_nee(i.geautomatiseerd_besluit),
    "menselijke_controle": lambda i, op: i.menselijke_controle,
    "proportionaliteit": lambda i, op: _oordeel(i.proportionaliteit, i.proportionaliteit_waarom),
    "subsidiariteit": lambda i, op: _oordeel(i.subsidiariteit, i.subsidiariteit_waarom),
    "juistheid": lambda i, op: i.juistheid,
    "privacyverklaring": lambda i, op: i.privacyverklaring or i.informatie_uitzondering,
    "privacyverklaring_link": lambda i, op: i.privacyverklaring_link,
    "notitie": lambda i, op: i.notitie,
}
_HEEL = "inhoud"
_GROOTSTE_CEL = 32_767
# What the register itself keeps; an import leaves these columns in the note.
_EXTRA: dict[str, Callable[[Verwerking, Inhoud], Any]] = {
    "Gemeente": lambda v, i: v.dossier.gemeente.naam,
    "Status": lambda v, i: Status.label_van(v.status),
    "Openbaarheid": lambda v, i: v.get_openbaarheid_display(),
    "Vertrouwelijkheid": lambda v, i: v.dossier.vertrouwelijkheid,
    "Gevoeligheid": lambda v, i: _naam("gevoeligheidsklassen", v.dossier.gewijzigd_op.date(), v.gevoeligheid),
    "Volledigheid": lambda v, i: f"{v.volledigheid}%",
    "Herzien voor": lambda v, i: _dag(v.dossier.herzien_voor),
    "Hoofdverwerking": lambda v, i: i.hoofdverwerking,
    "Vernietigingen": lambda v, i: _regels(
        f"{_dag(r.gepland_op)} {_dag(r.uitgevoerd_op)} {r.verklaring}" for r in i.vernietigingen
    ),
    "Autorisaties": lambda v, i: _regels(
        f"{a.functie}: "
        + ", ".join(n for n in ("lezen", "invoeren", "wijzigen", "verwijderen") if getattr(a, n))
        for a in i.autorisaties
    ),
    "Oud nummer": lambda v, i: v.bron_nummer,
    "Laatst gewijzigd": lambda v, i: v.dossier.gewijzigd_op.date().isoformat(),
}


def koppen() -> list[str]:
    """The headers, in the order of the screen; the last column has all content, for a next import."""
    labels = [velden()[code].label for code in _VELDEN]
    return ["Nummer", velden()["eenheid"].label, *labels, *_EXTRA, velden()[_HEEL].label]


def cellen(verwerking: Verwerking, inhoud: Inhoud, op: date) -> list[str]:
    """One verwerking as the cells below `koppen`."""
    eenheid = verwerking.dossier.eenheid
    return [
        verwerking.dossier.nummer,
        eenheid.naam if eenheid else "",
        *(maak(inhoud, op) for maak in _VELDEN.values()),
        *(str(maak(verwerking, inhoud) or "") for maak in _EXTRA.values()),
        _heel(inhoud),
    ]


def _heel(inhoud: Inhoud) -> str:
    """All content as JSON; empty when a cell cannot hold it, for half of it says nothing."""
    tekst = json.dumps(als_dict(inhoud), ensure_ascii=False, separators=(",", ":"))
    return tekst if len(tekst) <= _GROOTSTE_CEL else ""


def zichtbaar(inhoud: Inhoud, op: date) -> dict[str, str]:
    """What the cells of the fields say to a person, by the code of the field."""
    return {code: maak(inhoud, op) for code, maak in _VELDEN.items()}
