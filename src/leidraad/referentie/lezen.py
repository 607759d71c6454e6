"""Read the reference lists: `<lijst>/<geldig_vanaf>.yaml`, one file per version.

`schema/<lijst>.json` says which fields an item has, `schema/_kop.json` what stands above the items. The tests
validate every file against both; when reading, the schema supplies the default of each field that a file
leaves out, so every item of a list has the same fields.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

# The C loader is about ten times faster; it is absent where PyYAML was built without libyaml.
_Lader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_MAP = Path(__file__).parent


class ReferentieFout(LookupError):
    """A list, version or code that does not exist; the text is Dutch and fit to show."""

    def __str__(self) -> str:
        """Return the text itself: a KeyError would put quotes around it."""
        return str(self.args[0])


class OnbekendeLijst(ReferentieFout, KeyError):
    """There is no list with this name."""


class NietGeldig(ReferentieFout):
    """The list exists, but has no version in force on the asked date."""


class OnbekendeCode(ReferentieFout, KeyError):
    """The list has no item with this code."""


@dataclass(frozen=True, eq=False)
class Item:
    """One immutable row of a list. Every field of the list's schema is an attribute: `item.wet_verplicht`."""

    code: str
    naam: str
    velden: Mapping[str, Any] = field(repr=False)

    def __getattr__(self, veld: str) -> Any:
        """Return another field; AttributeError when the list has no such field."""
        # `velden` itself is looked up here only while an item is being copied and not yet filled.
        if veld != "velden" and veld in self.velden:
            return self.velden[veld]
        raise AttributeError(f"Een item van deze lijst heeft geen veld '{veld}'.")


@dataclass(frozen=True, eq=False)
class Lijst:
    """One version of a list: its origin and its items in the order of the source.

    `bijgewerkt` is the day on which the content was last compared with the source, `status` says what
    could not be verified (empty when everything is).
    """

    code: str
    naam: str
    geldig_vanaf: date
    bron: str
    bijgewerkt: date
    status: str
    toelichting: str
    items: tuple[Item, ...] = field(repr=False)
    _op_code: Mapping[str, Item] = field(repr=False)

    def __getitem__(self, code: str) -> Item:
        """Return the item with this code. Raises OnbekendeCode."""
        try:
            return self._op_code[code]
        except KeyError:
            raise OnbekendeCode(f"'{code}' staat niet in de lijst '{self.naam}'.") from None

    def __contains__(self, code: object) -> bool:
        """Tell whether the list holds this code."""
        return code in self._op_code

    def __iter__(self) -> Iterator[Item]:
        """Iterate over the items in the order of the source."""
        return iter(self.items)

    def __len__(self) -> int:
        """Return the number of items."""
        return len(self.items)

    def get(self, code: str) -> Item | None:
        """Return the item with this code, or None."""
        return self._op_code.get(code)

    def keuzes(self) -> list[tuple[str, str]]:
        """Return (code, naam) pairs, as a form field takes them."""
        return [(item.code, item.naam) for item in self.items]


def lijst(naam: str, op: date) -> Lijst:
    """Return the version of a list that is in force on a date.

    Raises OnbekendeLijst when there is no such list, NietGeldig when its first version starts later and
    ValueError when `op` is a moment: which day that is depends on the time zone.
    """
    if isinstance(op, datetime):
        raise ValueError("Geef een datum zonder tijdstip.")
    versies = _versies(naam)
    geldig = [vanaf for vanaf in versies if vanaf <= op]
    if not geldig:
        raise NietGeldig(
            f"De lijst '{naam}' heeft geen versie die geldt op {op:%d-%m-%Y}. "
            f"De eerste versie geldt vanaf {versies[0]:%d-%m-%Y}."
        )
    return _lees(naam, geldig[-1])


def lijsten() -> Mapping[str, tuple[date, ...]]:
    """Return every list by name, with the first day of each of its versions, oldest first."""
    namen = sorted(map_.name for map_ in _MAP.iterdir() if any(map_.glob("*-*-*.yaml")))
    return MappingProxyType({naam: _versies(naam) for naam in namen})


@lru_cache
def _versies(naam: str) -> tuple[date, ...]:
    """Return the first day of every version, oldest first. Raises OnbekendeLijst."""
    # A name may come from a command line or an address: only an own folder name is looked up.
    versies = (
        sorted(date.fromisoformat(pad.stem) for pad in (_MAP / naam).glob("*-*-*.yaml"))
        if naam.isidentifier()
        else []
    )
    if not versies:
        raise OnbekendeLijst(f"Er is geen referentielijst '{naam}'.")
    return tuple(versies)


@lru_cache
def _standaardwaarden(naam: str) -> Mapping[str, Any]:
    """Return field -> default for the items of a list, as its schema states them."""
    schema = json.loads((_MAP / "schema" / f"{naam}.json").read_text(encoding="utf-8"))
    return {veld: _bevries(eigen.get("default")) for veld, eigen in schema["properties"].items()}


@lru_cache
def _lees(naam: str, vanaf: date) -> Lijst:
    """Read one version from its file."""
    with (_MAP / naam / f"{vanaf.isoformat()}.yaml").open("rb") as bestand:
        inhoud = yaml.load(bestand, Loader=_Lader)  # noqa: S506  # _Lader is one of the two safe loaders
    standaard = _standaardwaarden(naam)
    items = tuple(
        Item(code=rij["code"], naam=rij["naam"], velden=_bevries({**standaard, **rij}))
        for rij in inhoud["items"]
    )
    return Lijst(
        code=naam,
        naam=inhoud["naam"],
        geldig_vanaf=vanaf,
        bron=inhoud["bron"],
        bijgewerkt=inhoud["bijgewerkt"],
        status=inhoud.get("status", ""),
        toelichting=inhoud.get("toelichting", ""),
        items=items,
        _op_code=MappingProxyType({item.code: item for item in items}),
    )


def _bevries(waarde: Any) -> Any:
    """Make a value from a file immutable: a cached list is shared by all requests."""
    if isinstance(waarde, dict):
        return MappingProxyType({sleutel: _bevries(deel) for sleutel, deel in waarde.items()})
    if isinstance(waarde, list):
        return tuple(_bevries(deel) for deel in waarde)
    return waarde
