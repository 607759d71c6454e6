"""The content of one verwerking as a plain value (AVG art. 30; Wpg art. 31d). No Django.

Everything works on this value: the rules, a frozen Versie, compare, copy, import, export and the public page.
`regel` numbers a row within its own list; other rows refer to it by that number, so references survive a copy
to another municipality. Empty text means "not filled in yet"; `None` for a yes/no means "unknown".
"""

from __future__ import annotations

import dataclasses
import operator
from dataclasses import dataclass
from datetime import date
from typing import Any

from leidraad.dossiers import waarde


@dataclass(frozen=True, kw_only=True)
class Doel:
    """A purpose with its legal basis; a later purpose also has the test of AVG art. 6 lid 4."""

    regel: int
    omschrijving: str = ""
    grondslag: str = ""
    wet: str = ""
    artikel: str = ""
    toelichting: str = ""
    later_doel: bool = False
    verband: str = ""
    kader: str = ""
    aard: str = ""
    gevolgen: str = ""
    waarborgen: str = ""
    verenigbaar: str = ""


@dataclass(frozen=True, kw_only=True)
class Betrokkenen:
    """A category of data subjects."""

    regel: int
    naam: str = ""
    kwetsbaar: bool | None = None
    schaal: str = ""
    toelichting: str = ""


@dataclass(frozen=True, kw_only=True)
class Noodzaak:
    """Why a category of data is needed for one purpose (norm 2.3.1)."""

    doel: int
    waarom: str = ""


@dataclass(frozen=True, kw_only=True)
class Gegeven:
    """A category of personal data of one category of data subjects."""

    regel: int
    naam: str = ""
    betrokkenen: int | None = None
    soort: str = ""
    doorbrekingsgrond: str = ""
    doorbreking_toelichting: str = ""
    noodzaken: tuple[Noodzaak, ...] = ()
    herkomst: str = ""
    herkomst_toelichting: str = ""
    verplicht: bool | None = None
    gevolg: str = ""
    bewaartermijn: int | None = None


@dataclass(frozen=True, kw_only=True)
class Bewaartermijn:
    """How long, from when, and on what ground.

    `duur` is an ISO 8601 duration; for the Wpg it is the term for verwijderen and `vernietigen_na` the
    further term for vernietigen (Wpg art. 14).
    """

    regel: int
    omschrijving: str = ""
    duur: str = ""
    blijvend: bool = False
    startmoment: str = ""
    bron: str = ""
    wet: str = ""
    lijstversie: str = ""
    resultaat: str = ""
    motivering: str = ""
    wet_en_lijst_zwijgen: bool = False
    vernietigen_na: str = ""


@dataclass(frozen=True, kw_only=True)
class Vernietiging:
    """A planned round of destruction and the statement afterwards (norm 2.5.3)."""

    regel: int
    bewaartermijn: int | None = None
    gepland_op: date | None = None
    uitgevoerd_op: date | None = None
    verklaring: str = ""


@dataclass(frozen=True, kw_only=True)
class Ontvanger:
    """A party that gets the data; outside the EER with its transfer mechanism (AVG ch. V)."""

    regel: int
    naam: str = ""
    rol: str = ""
    waarvoor: str = ""
    land: str = ""
    mechanisme: str = ""
    mechanisme_toelichting: str = ""
    artikel49: str = ""
    doorgiftebeoordeling: str = ""


@dataclass(frozen=True, kw_only=True)
class Systeem:
    """An information system; one list per municipality, found by name."""

    regel: int
    naam: str = ""
    leverancier: str = ""


@dataclass(frozen=True, kw_only=True)
class Maatregel:
    """A security measure: a code of the list, or own words (AVG art. 32)."""

    regel: int
    code: str = ""
    toelichting: str = ""


@dataclass(frozen=True, kw_only=True)
class Autorisatie:
    """What a function may do with the data, and when that was last reviewed (norms 2.8.1 and 2.8.2)."""

    regel: int
    functie: str = ""
    lezen: bool = False
    invoeren: bool = False
    wijzigen: bool = False
    verwijderen: bool = False
    herzien_op: date | None = None


@dataclass(frozen=True, kw_only=True)
class Inhoud:
    """All a verwerking says.

    `hoofdverwerking` is a number in the same municipality, `bestuursorgaan` a name.
    """

    naam: str = ""
    omschrijving: str = ""
    regime: str = "avg"
    rol: str = ""
    rol_toelichting: str = ""
    bestuursorgaan: str = ""
    startdatum: date | None = None
    einddatum: date | None = None
    hoofdverwerking: str = ""
    wettelijke_taak: str = ""
    procestype: str = ""
    profilering: bool | None = None
    profilering_toelichting: str = ""
    geautomatiseerd_besluit: bool | None = None
    menselijke_controle: str = ""
    proportionaliteit: str = ""
    proportionaliteit_waarom: str = ""
    subsidiariteit: str = ""
    subsidiariteit_waarom: str = ""
    juistheid: str = ""
    informatiewijze: str = ""
    privacyverklaring: str = ""
    privacyverklaring_link: str = ""
    informatie_uitzondering: str = ""
    notitie: str = ""
    doelen: tuple[Doel, ...] = ()
    betrokkenen: tuple[Betrokkenen, ...] = ()
    gegevens: tuple[Gegeven, ...] = ()
    bewaartermijnen: tuple[Bewaartermijn, ...] = ()
    vernietigingen: tuple[Vernietiging, ...] = ()
    ontvangers: tuple[Ontvanger, ...] = ()
    systemen: tuple[Systeem, ...] = ()
    maatregelen: tuple[Maatregel, ...] = ()
    autorisaties: tuple[Autorisatie, ...] = ()


LIJSTEN = tuple(f.name for f in dataclasses.fields(Inhoud) if "tuple" in str(f.type))
"""The names of the lists of rows within `Inhoud`."""

VELDEN = tuple(f.name for f in dataclasses.fields(Inhoud) if f.name not in LIJSTEN)
"""The names of the single fields of `Inhoud`."""


def van_dict(gegevens: dict[str, Any]) -> Inhoud:
    """Rebuild the content, also that of an older version (dossiers.waarde.van_dict)."""
    return waarde.van_dict(Inhoud, gegevens)


def te_bewaren(inhoud: Inhoud) -> Inhoud:
    """The content as it is stored: no row refers to a row that is gone, and a text without words is empty.

    A dot or a dash gives no reason and names nothing, so it does not count as filled in. The name is also
    that of the dossier, and the note belongs to its writer: those stay as they were typed.
    """
    zo = dataclasses.replace(_met_woorden(inhoud), naam=inhoud.naam, notitie=inhoud.notitie)
    return zonder_losse_verwijzingen(zo)


def _met_woorden(waarde: Any) -> Any:
    """The same value, in which a text without a single letter or digit is empty.

    What does not change is not copied: nearly always that is everything, also in a large import.
    """
    if isinstance(waarde, str):
        return waarde if not waarde or any(map(str.isalnum, waarde)) else ""
    if isinstance(waarde, tuple):
        schoon = tuple(map(_met_woorden, waarde))
        return waarde if all(map(operator.is_, schoon, waarde)) else schoon
    if dataclasses.is_dataclass(waarde) and not isinstance(waarde, type):
        anders = {n: nieuw for n, oud in vars(waarde).items() if (nieuw := _met_woorden(oud)) is not oud}
        return dataclasses.replace(waarde, **anders) if anders else waarde
    return waarde


def zonder_losse_verwijzingen(inhoud: Inhoud) -> Inhoud:
    """The content in which no row refers to a row that is gone."""
    doelen, betrokkenen, termijnen = (
        {rij.regel for rij in rijen} for rijen in (inhoud.doelen, inhoud.betrokkenen, inhoud.bewaartermijnen)
    )
    return dataclasses.replace(
        inhoud,
        gegevens=tuple(
            dataclasses.replace(
                g,
                betrokkenen=g.betrokkenen if g.betrokkenen in betrokkenen else None,
                bewaartermijn=g.bewaartermijn if g.bewaartermijn in termijnen else None,
                noodzaken=tuple(n for n in g.noodzaken if n.doel in doelen),
            )
            for g in inhoud.gegevens
        ),
        vernietigingen=tuple(
            dataclasses.replace(v, bewaartermijn=v.bewaartermijn if v.bewaartermijn in termijnen else None)
            for v in inhoud.vernietigingen
        ),
    )
