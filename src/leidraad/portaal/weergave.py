"""A public verwerking in the words of an inhabitant, read under the lists of the day it was established."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from leidraad.portaal.rechten import Recht, rechten_bij
from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.begrippen import (
    Bewaarbron,
    Herkomst,
    Informatiewijze,
    Partijrol,
    Regime,
    Rol,
    Schaal,
    SoortGegeven,
)
from leidraad.registers.verwerkingen.duur import duur_in_woorden
from leidraad.registers.verwerkingen.inhoud import Bewaartermijn, Gegeven, Inhoud, Ontvanger
from leidraad.registers.verwerkingen.regels.doorgifte import buiten_eer

_SOORTEN: dict[str, str] = {
    SoortGegeven.BIJZONDER: "extra beschermd",
    SoortGegeven.STRAFRECHTELIJK: "over straffen of strafbare feiten",
    SoortGegeven.BSN: "mag alleen als de wet het zegt",
    SoortGegeven.GEVOELIG: "gevoelig",
}
_HERKOMST: dict[str, str] = {
    Herkomst.BETROKKENE: "van uzelf",
    Herkomst.ANDERE_BRON: "van een ander",
    Herkomst.BEIDE: "van uzelf en van een ander",
}
_PARTIJEN: dict[str, str] = {
    Partijrol.VERWERKER: "werkt in opdracht van de gemeente",
    Partijrol.SUBVERWERKER: "werkt in opdracht van een bedrijf dat voor de gemeente werkt",
    Partijrol.GEZAMENLIJK: "is samen met de gemeente verantwoordelijk",
    Partijrol.ZELFSTANDIG: "is zelf verantwoordelijk voor wat er met de gegevens gebeurt",
    Partijrol.INTERN: "binnen de gemeente",
}
_ROLLEN: dict[str, str] = {
    Rol.VERANTWOORDELIJKE: "De gemeente is zelf verantwoordelijk.",
    Rol.GEZAMENLIJK: "De gemeente is samen met een ander verantwoordelijk.",
    Rol.VERWERKER: "De gemeente doet dit werk voor een ander. Die ander is verantwoordelijk.",
}


@dataclass(frozen=True)
class Reden:
    """Why, and on what legal basis."""

    doel: str
    grondslag: str
    uitleg: str
    wet: str
    toelichting: str


@dataclass(frozen=True)
class Persoonsgegeven:
    """One category of data, why it is needed and how long it is kept."""

    naam: str
    soort: str
    uitzondering: str
    waarom: tuple[str, ...]
    herkomst: str
    plicht: str
    bewaard: str


@dataclass(frozen=True)
class Groep:
    """A group of people with the data about them; `naam` is empty for data that name no group."""

    naam: str
    schaal: str
    kwetsbaar: bool
    toelichting: str
    gegevens: tuple[Persoonsgegeven, ...]


@dataclass(frozen=True)
class Termijn:
    """How long, from when and why."""

    wat: str
    hoe_lang: str
    vanaf: str
    reden: str


@dataclass(frozen=True)
class Partij:
    """Who gets the data; `waarborg` says why they may leave Europe."""

    naam: str
    rol: str
    waarvoor: str
    land: str
    buiten_eer: bool
    waarborg: str


@dataclass(frozen=True)
class Beschrijving:
    """Everything the page shows."""

    inhoud: Inhoud
    rol: str
    wet: str
    redenen: tuple[Reden, ...]
    groepen: tuple[Groep, ...]
    termijnen: tuple[Termijn, ...]
    partijen: tuple[Partij, ...]
    rechten: tuple[Recht, ...]
    meer_lezen: str
    uitzondering: str

    @property
    def buiten_eer(self) -> tuple[Partij, ...]:
        """The parties outside the European Economic Area."""
        return tuple(p for p in self.partijen if p.buiten_eer)


def beschrijf(inhoud: Inhoud, op: date) -> Beschrijving:
    """Put a public content into words. `op` is the day on which it was established.

    A code that no list knows is shown as it is, or left out: an old version must stay readable.
    """
    grondslagen = {d.grondslag for d in inhoud.doelen}
    via_link = inhoud.informatiewijze == Informatiewijze.LINK
    return Beschrijving(
        inhoud=inhoud,
        rol=_ROLLEN.get(inhoud.rol, ""),
        wet="de Wet politiegegevens (Wpg)" if inhoud.regime == Regime.WPG else "de privacywet AVG",
        redenen=tuple(_redenen(inhoud, op)),
        groepen=tuple(_groepen(inhoud, op)),
        termijnen=tuple(_termijn(t, op) for t in inhoud.bewaartermijnen),
        partijen=tuple(_partij(o, op) for o in inhoud.ontvangers),
        rechten=rechten_bij(inhoud.regime, grondslagen, bool(inhoud.geautomatiseerd_besluit)),
        meer_lezen=veilige_link(inhoud.privacyverklaring_link) if via_link else "",
        uitzondering=inhoud.informatie_uitzondering
        if inhoud.informatiewijze == Informatiewijze.UITZONDERING
        else "",
    )


def veilige_link(adres: str) -> str:
    """The address when it is one of the web; anything else is no link."""
    try:
        delen = urlsplit(adres.strip())
    except ValueError:
        return ""
    return adres.strip() if delen.scheme in ("http", "https") and delen.netloc else ""


def _redenen(inhoud: Inhoud, op: date) -> Iterator[Reden]:
    gronden = lijst("grondslagen_wpg" if inhoud.regime == Regime.WPG else "grondslagen", op)
    for doel in inhoud.doelen:
        grond = gronden.get(doel.grondslag)
        yield Reden(
            doel=doel.omschrijving,
            grondslag=f"{grond.naam} ({grond.artikel})" if grond else doel.grondslag,
            uitleg=grond.uitleg if grond else "",
            wet=", ".join(deel for deel in (doel.wet, doel.artikel) if deel),
            toelichting=doel.toelichting,
        )


def _groepen(inhoud: Inhoud, op: date) -> Iterator[Groep]:
    gegevens: dict[int | None, list[Persoonsgegeven]] = {}
    bekend = {b.regel for b in inhoud.betrokkenen}
    for gegeven in inhoud.gegevens:
        van = gegeven.betrokkenen if gegeven.betrokkenen in bekend else None
        gegevens.setdefault(van, []).append(_gegeven(gegeven, inhoud, op))
    for wie in inhoud.betrokkenen:
        eigen = tuple(gegevens.get(wie.regel, ()))
        schaal = _label(Schaal, wie.schaal)
        yield Groep(wie.naam, schaal, bool(wie.kwetsbaar), wie.toelichting, eigen)
    if None in gegevens:
        yield Groep("", "", False, "", tuple(gegevens[None]))


def _gegeven(gegeven: Gegeven, inhoud: Inhoud, op: date) -> Persoonsgegeven:
    uitzondering = lijst("doorbrekingsgronden", op).get(gegeven.doorbrekingsgrond)
    termijn = next((t for t in inhoud.bewaartermijnen if t.regel == gegeven.bewaartermijn), None)
    herkomst = _HERKOMST.get(gegeven.herkomst, "")
    if herkomst and gegeven.herkomst_toelichting:
        herkomst = f"{herkomst}: {gegeven.herkomst_toelichting}"
    plicht = ""
    if gegeven.verplicht:
        plicht = f"U moet dit geven. {gegeven.gevolg}".strip()
    return Persoonsgegeven(
        naam=gegeven.naam,
        soort=_SOORTEN.get(gegeven.soort, ""),
        uitzondering=f"{uitzondering.naam} ({uitzondering.artikel})" if uitzondering else "",
        waarom=tuple(dict.fromkeys(n.waarom for n in gegeven.noodzaken if n.waarom)),
        herkomst=herkomst,
        plicht=plicht,
        bewaard=_hoe_lang(termijn) if termijn else "",
    )


def _hoe_lang(termijn: Bewaartermijn) -> str:
    if termijn.blijvend:
        return "Altijd. De gemeente vernietigt deze gegevens niet."
    return duur_in_woorden(termijn.duur)


def _termijn(termijn: Bewaartermijn, op: date) -> Termijn:
    redenen: dict[str, str] = {
        Bewaarbron.WET: f"Dit staat in de wet: {termijn.wet}.",
        Bewaarbron.SELECTIELIJST: _selectielijst(termijn, op),
        Bewaarbron.EIGEN: f"De gemeente koos deze termijn zelf. {termijn.motivering}".strip(),
    }
    # A term of the Wpg names no source, only the article.
    reden = redenen.get(termijn.bron or (Bewaarbron.WET if termijn.wet else ""), "")
    vanaf = "" if termijn.blijvend else termijn.startmoment
    return Termijn(termijn.omschrijving, _hoe_lang(termijn), vanaf, reden)


def _selectielijst(termijn: Bewaartermijn, op: date) -> str:
    """The rule of the Selectielijst, of which our first version is that of 2020."""
    regel = lijst("selectielijst", max(op, date(2020, 1, 1))).get(termijn.resultaat)
    naam = f" ({regel.naam})" if regel else ""
    return f"Dit staat in de Selectielijst van gemeenten, nummer {termijn.resultaat}{naam}."


def _partij(ontvanger: Ontvanger, op: date) -> Partij:
    land = lijst("landen", op).get(ontvanger.land)
    mechanisme = lijst("doorgiftemechanismen", op).get(ontvanger.mechanisme)
    weg = buiten_eer(ontvanger.land, op)
    return Partij(
        naam=ontvanger.naam,
        rol=_PARTIJEN.get(ontvanger.rol, ""),
        waarvoor=ontvanger.waarvoor,
        land=land.naam if land else ontvanger.land,
        buiten_eer=weg,
        waarborg=mechanisme.uitleg if weg and mechanisme else "",
    )


def _label(begrip: type[Schaal], waarde: str) -> str:
    return begrip.label_van(waarde) if waarde in set(begrip) else waarde
