"""Which unit of ours a unit of the source is: by its own name, or because a person chose so. No Django."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from leidraad.registers.verwerkingen.uitwisseling.bron import Bron, BronFout, schoon
from leidraad.registers.verwerkingen.uitwisseling.koppelen import Koppeling
from leidraad.registers.verwerkingen.uitwisseling.lijsten import vind_naam
from leidraad.registers.verwerkingen.uitwisseling.woorden import zegt_niets

# The part of a record that names the unit, in the sources that are no table.
_DEEL = {"avgregister": "Dienst", "leidraad": "eenheid"}


def sleutel(tekst: str) -> str:
    """The words of the source as key: capitals and white space do not count."""
    return " ".join(tekst.split()).casefold()


@dataclass(frozen=True)
class Eenheidkeuze:
    """What a person chose: `namen` has a unit of ours per key, `standaard` is for rows without a unit."""

    namen: Mapping[str, str] = field(default_factory=dict)
    standaard: str = ""

    def eenheid(self, tekst: str, eenheden: Iterable[str]) -> str:
        """The unit that a text of the source means; empty when nobody knows."""
        return self.namen.get(sleutel(tekst), "") or vind_naam(tekst, eenheden)

    def als_dict(self) -> dict[str, Any]:
        """The choice as JSON-ready data."""
        return {"namen": dict(self.namen), "standaard": self.standaard}

    @classmethod
    def van_dict(cls, gegevens: Mapping[str, Any], eenheden: Sequence[str]) -> Eenheidkeuze:
        """Rebuild a choice that was kept, as far as it still means something.

        A unit that is gone is no choice any more, and a name that became a unit here needs none.
        """
        namen = {k: naam for k, naam in gegevens.get("namen", {}).items() if naam in eenheden}
        standaard = gegevens.get("standaard", "")
        return cls(
            {k: naam for k, naam in namen.items() if not vind_naam(k, eenheden)},
            standaard if standaard in eenheden else "",
        )


GEEN_KEUZE = Eenheidkeuze()


def pas_keuzes_toe(
    keuze: Eenheidkeuze, eenheden: Sequence[str], keuzes: Sequence[str] = (), standaard: str | None = None
) -> Eenheidkeuze:
    """The choice with others such as "administration=Team Burgerzaken" laid over it.

    Nothing after the sign undoes a choice. Raises BronFout for a unit that the municipality does not have.
    """
    namen = dict(keuze.namen)
    for tekst, is_teken, naam in (keuze_.rpartition("=") for keuze_ in keuzes):
        if not is_teken or not tekst.strip():
            raise BronFout(f"‘{naam}’ is geen keuze. Schrijf: naam in de bron=eenheid van de gemeente.")
        namen[sleutel(tekst)] = _bestaand(naam, eenheden)
    if standaard is not None:
        keuze = replace(keuze, standaard=_bestaand(standaard, eenheden))
    return replace(keuze, namen={k: naam for k, naam in namen.items() if naam})


def _bestaand(naam: str, eenheden: Sequence[str]) -> str:
    gevonden = vind_naam(naam, eenheden)
    if naam.strip() and not gevonden:
        bekend = ", ".join(eenheden) or "nog geen"
        raise BronFout(f"‘{naam.strip()}’ is geen eenheid van deze gemeente. Bekend zijn: {bekend}.")
    return gevonden


def onbekende_eenheden(bron: Bron, koppeling: Koppeling, eenheden: Sequence[str]) -> list[tuple[str, int]]:
    """The names in the source that are no unit here, with their number of rows; the most frequent first."""
    eerste: dict[str, str] = {}
    keren: Counter[str] = Counter()
    for tekst in _teksten(bron, koppeling):
        keren[sleutel(tekst)] += 1
        eerste.setdefault(sleutel(tekst), tekst)
    return [
        (eerste[code], aantal)
        for code, aantal in keren.most_common()
        if not vind_naam(eerste[code], eenheden)
    ]


def _teksten(bron: Bron, koppeling: Koppeling) -> Iterator[str]:
    """The names of units in the source; within one row each name once."""
    plaatsen = [nr for nr, kop in enumerate(bron.koppen) if "eenheid" in koppeling.get(kop, ())]
    deel = _DEEL.get(bron.soort, "")
    rijen = [[rij.cellen[nr] for nr in plaatsen] for rij in bron.rijen]
    rijen += [[schoon(waarde)] for record in bron.records if isinstance(waarde := record.get(deel), str)]
    for rij in rijen:
        yield from {sleutel(tekst): tekst for tekst in rij if not zegt_niets(tekst)}.values()
