"""Who may reach the data of a process, and how they go: authorisations and rounds of destruction.

What a process does not say itself goes as everywhere in the region: `gegevens/beheer.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from zlib import crc32

from leidraad.project.demo.bestanden import lees
from leidraad.project.demo.kantoortijd import werkdag
from leidraad.registers.verwerkingen import inhoud as i

Groep = dict[str, Any]

_RECHTEN = ("lezen", "invoeren", "wijzigen", "verwijderen")
_BEKEKEN = 25
"""Days between the yearly look at the authorisations and the day that a content is written."""
_RONDE = 335
"""The next round of destruction follows so many days after a content is written, or up to 25 days later."""
_OUD_GENOEG = timedelta(days=4 * 365)


@dataclass(frozen=True)
class Moment:
    """When a content is written: `op`, in a region that is loaded on `vandaag`, as draft or as last one."""

    op: date
    vandaag: date
    laatste: bool = True


def nummers(groep: Groep) -> dict[str, int]:
    """The row number of every key; a key without value keeps its number, so that others do not move."""
    return {sleutel: nummer for nummer, sleutel in enumerate(groep, 1)}


def rijen(groep: Groep) -> list[tuple[int, str, Any]]:
    """The rows that have a value, each with its number and its key."""
    op_naam = nummers(groep)
    return [(op_naam[sleutel], sleutel, rij) for sleutel, rij in groep.items() if rij is not None]


def autorisaties(p: Groep, moment: Moment) -> tuple[i.Autorisatie, ...]:
    """Who may do what. Reviewed just before the content was written, unless the process says otherwise.

    A right that the process gives to nobody belongs to who keeps the system.
    """
    herzien = moment.op - timedelta(days=p.get("autorisaties_herzien", _BEKEKEN))
    wie = [(nummer, functie, rechten.split()) for nummer, functie, rechten in rijen(p["autorisaties"])]
    gegeven = {recht for _, _, rechten in wie for recht in rechten}
    if over := [recht for recht in _RECHTEN if recht not in gegeven]:
        wie.append((len(p["autorisaties"]) + 1, lees("beheer.yaml")["beheerder"], ["lezen", *over]))
    return tuple(
        i.Autorisatie(regel=nummer, functie=functie, herzien_op=herzien, **dict.fromkeys(rechten, True))
        for nummer, functie, rechten in wie
    )


def vernietigingen(p: Groep, moment: Moment) -> tuple[i.Vernietiging, ...]:
    """The last round and the next one.

    What a process says itself counts in days from today; older contents do not know it yet.
    """
    if "vernietigingen" not in p:
        return _gewone_rondes(p, moment)
    if not moment.laatste:
        return ()
    termijnen = nummers(p["bewaren"])
    return tuple(
        i.Vernietiging(
            regel=nummer,
            bewaartermijn=termijnen[rij["bewaren"]],
            gepland_op=moment.vandaag + timedelta(days=rij["gepland"]),
            uitgevoerd_op=_over(moment.vandaag, rij.get("uitgevoerd")),
            verklaring=rij.get("verklaring", ""),
        )
        for nummer, rij in enumerate(p["vernietigingen"], 1)
    )


def _gewone_rondes(p: Groep, moment: Moment) -> tuple[i.Vernietiging, ...]:
    """A yearly round for the first term that ends; what is old enough has been through one."""
    eindig = [nummer for nummer, _, rij in rijen(p["bewaren"]) if not rij.get("blijvend")]
    if not eindig:
        return ()
    toeval = crc32(p["naam"].encode())
    gedaan = werkdag(moment.op - timedelta(days=20 + toeval % 40))
    volgende = werkdag(moment.op + timedelta(days=_RONDE + toeval % 25))
    rondes = [i.Vernietiging(regel=2, bewaartermijn=eindig[0], gepland_op=volgende)]
    if p["start"] + _OUD_GENOEG < moment.op:
        verklaring = lees("beheer.yaml")["verklaringen"][toeval % 3]
        eerste = i.Vernietiging(
            regel=1, bewaartermijn=eindig[0], gepland_op=gedaan, uitgevoerd_op=gedaan, verklaring=verklaring
        )
        rondes.insert(0, eerste)
    return tuple(rondes)


def _over(vandaag: date, dagen: int | None) -> date | None:
    return None if dagen is None else vandaag + timedelta(days=dagen)
