"""What is known of one breach, as a plain value (AVG art. 33 lid 3 and 5; Wpg art. 33a). No Django.

Moments are kept apart on purpose: when it happened, when somebody discovered it, when the municipality
knew with reasonable certainty, when a processor told it, when it was reported inside. Only knowing starts
the clock.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Getroffenen:
    """A category of people with the least and most people it can be."""

    regel: int
    naam: str = ""
    minimum: int | None = None
    maximum: int | None = None
    kwetsbaar: bool | None = None


@dataclass(frozen=True, kw_only=True)
class GelektGegeven:
    """A category of data and roughly how many records."""

    regel: int
    naam: str = ""
    soort: str = ""
    aantal: int | None = None


@dataclass(frozen=True, kw_only=True)
class Factoren:
    """The six factors of the risk, each from 0 (none) to 3 (serious); None is not judged yet."""

    soort_gegevens: int | None = None
    omvang: int | None = None
    identificeerbaarheid: int | None = None
    ernst: int | None = None
    kwetsbaren: int | None = None
    omkeerbaarheid: int | None = None


@dataclass(frozen=True, kw_only=True)
class Inhoud:
    """All that is known. Empty text is unknown; None for a yes/no is unknown."""

    naam: str = ""
    omschrijving: str = ""
    regime: str = "avg"
    soort_incident: str = ""
    vertrouwelijkheid_geschonden: bool = False
    integriteit_geschonden: bool = False
    beschikbaarheid_geschonden: bool = False
    oorzaak: str = ""
    oorzaak_toelichting: str = ""
    beveiligingsincident: bool | None = None
    verwerker: str = ""
    gebeurd_van: datetime | None = None
    gebeurd_tot: datetime | None = None
    gebeurd_zekerheid: str = ""
    duurt_voort: bool = False
    ontdekt_op: datetime | None = None
    kennisgenomen_op: datetime | None = None
    verwerker_meldde_op: datetime | None = None
    intern_gemeld_op: datetime | None = None
    reden_te_laat: str = ""
    versleuteld: bool | None = None
    maatregelen_vooraf: str = ""
    gevolgen: str = ""
    factoren: Factoren = Factoren()
    risico: str = ""
    risico_reden: str = ""
    maatregelen_gedicht: str = ""
    maatregelen_voorkomen: str = ""
    grensoverschrijdend: bool | None = None
    andere_toezichthouders: str = ""
    uitzondering: str = ""
    uitzondering_toelichting: str = ""
    betrokkenen: tuple[Getroffenen, ...] = ()
    gegevens: tuple[GelektGegeven, ...] = ()


LIJSTEN = ("betrokkenen", "gegevens")
"""The lists of rows within `Inhoud`."""

VELDEN = tuple(f.name for f in dataclasses.fields(Inhoud) if f.name not in (*LIJSTEN, "factoren"))
"""The single fields of `Inhoud`."""

FACTOREN = tuple(f.name for f in dataclasses.fields(Factoren))
"""The names of the six factors."""
