"""What the tests of the rules share: today's law, the demands that are not met, and random content."""

from dataclasses import fields
from datetime import date
from typing import Any

from hypothesis import strategies as st

from leidraad.referentie import lijst
from leidraad.registers.verwerkingen import begrippen as b
from leidraad.registers.verwerkingen import inhoud as i
from leidraad.registers.verwerkingen.regels.volledigheid import ontbreekt

OP = date(2026, 11, 23)


def tekort(inhoud: i.Inhoud, op: date = OP) -> set[str]:
    """The fields on which something is still needed."""
    return {eis.veld for eis in ontbreekt(inhoud, op)}


# Values that occur, with empty ones and a few that no list knows.
_CODES: dict[str, list[str]] = {
    "regime": [*b.Regime],
    "rol": [*b.Rol, *b.Partijrol],
    "soort": [*b.SoortGegeven],
    "schaal": [*b.Schaal],
    "herkomst": [*b.Herkomst],
    "bron": [*b.Bewaarbron],
    "verenigbaar": [*b.Beoordeeld],
    "proportionaliteit": [*b.Beoordeeld],
    "subsidiariteit": [*b.Beoordeeld],
    "informatiewijze": [*b.Informatiewijze],
    "grondslag": [g.code for naam in ("grondslagen", "grondslagen_wpg") for g in lijst(naam, OP)],
    "doorbrekingsgrond": [g.code for g in lijst("doorbrekingsgronden", OP)],
    "mechanisme": [g.code for g in lijst("doorgiftemechanismen", OP)],
    "artikel49": [g.code for g in lijst("doorgifteafwijkingen", OP)],
    "land": ["NL", "BE", "US", "CN", "GB", "JP"],
    "resultaat": ["6.1", "8.1", "99.9"],
    "duur": ["P5Y", "P28D", "vijf jaar"],
    "vernietigen_na": ["P5Y", "onzin"],
    "code": [m.code for m in lijst("maatregelen", OP)][:4],
}
_DATA = st.none() | st.dates(date(2015, 1, 1), date(2035, 1, 1))


def _veld(klasse: type, veld: Any, teksten: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    soort = str(veld.type)
    if veld.name in _CODES and soort == "str":
        return st.sampled_from(["", *_CODES[veld.name]])
    if soort == "str":
        return teksten
    if soort == "bool | None":
        return st.none() | st.booleans()
    if soort == "bool":
        return st.booleans()
    if soort == "int | None":
        return st.none() | st.integers(1, 4)
    return _DATA


def _rijen(klasse: type, teksten: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    velden = {
        f.name: _veld(klasse, f, teksten) for f in fields(klasse) if f.name not in ("regel", "noodzaken")
    }
    if klasse is i.Gegeven:
        noodzaak = st.builds(i.Noodzaak, doel=st.integers(1, 3), waarom=teksten)
        velden["noodzaken"] = st.lists(noodzaak, max_size=2).map(tuple)
    rij = st.fixed_dictionaries(velden)
    return st.lists(rij, max_size=3).map(
        lambda rijen: tuple(klasse(regel=nummer, **rij) for nummer, rij in enumerate(rijen, 1))
    )


_KLASSEN = {
    "doelen": i.Doel,
    "betrokkenen": i.Betrokkenen,
    "gegevens": i.Gegeven,
    "bewaartermijnen": i.Bewaartermijn,
    "vernietigingen": i.Vernietiging,
    "ontvangers": i.Ontvanger,
    "systemen": i.Systeem,
    "maatregelen": i.Maatregel,
    "autorisaties": i.Autorisatie,
}


def inhouden(teksten: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[i.Inhoud]:
    """Any content that the tables can hold, complete or not."""
    tekst = (
        teksten
        if teksten is not None
        else st.sampled_from(["", "tekst", "Een hele zin over wat de gemeente doet."])
    )
    velden = {f.name: _veld(i.Inhoud, f, tekst) for f in fields(i.Inhoud) if f.name in i.VELDEN}
    velden["regime"] = st.sampled_from([*b.Regime]).map(str)
    lijsten = {naam: _rijen(klasse, tekst) for naam, klasse in _KLASSEN.items()}
    return st.builds(i.Inhoud, **velden, **lijsten)
