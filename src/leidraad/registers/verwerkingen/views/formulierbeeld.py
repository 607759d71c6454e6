"""The form of a section as the screen draws it: which rows and groups stand open, what is still needed."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import Any

from django.forms.boundfield import BoundField

from leidraad.referentie import Item
from leidraad.registers.verwerkingen.begrippen import Regime
from leidraad.registers.verwerkingen.duur import duur_in_woorden
from leidraad.registers.verwerkingen.forms.keuzes import Keuzes
from leidraad.registers.verwerkingen.forms.rij import Groep, Rijformulier
from leidraad.registers.verwerkingen.forms.rijen import Rijen
from leidraad.registers.verwerkingen.forms.rijen_gegevens import GegevenForm
from leidraad.registers.verwerkingen.forms.rijformulieren import OntvangerForm
from leidraad.registers.verwerkingen.forms.sectie import Sectieformulier
from leidraad.registers.verwerkingen.labels import LIJSTTITELS
from leidraad.registers.verwerkingen.secties import Sectie

# Up to this many rows all stand open; with more only those that need attention.
_ALLE_OPEN = 3
_NOODZAAK = "Waar is dit gegeven voor nodig?"


@dataclass(frozen=True)
class Veldbeeld:
    """One field with the id that the list of what is needed points at."""

    gebonden: BoundField
    anker: str
    nodig: str


@dataclass(frozen=True)
class Groepbeeld:
    """Fields that are folded away."""

    titel: str
    uitleg: str
    open: bool
    velden: list[Veldbeeld]


@dataclass(frozen=True)
class Rijbeeld:
    """One row."""

    regel: int
    titel: str
    open: bool
    velden: list[Veldbeeld]
    groepen: list[Groepbeeld]
    noodzaken: list[tuple[Any, Any]]
    noodzaken_anker: str
    noodzaken_titel: str
    uitleg: list[str]


@dataclass(frozen=True)
class Lijstbeeld:
    """One list of rows."""

    naam: str
    titel: str
    enkelvoud: str
    rijen: list[Rijbeeld]
    fouten: list[str]
    nodig: bool

    @property
    def regelnaam(self) -> str:
        """The name of the hidden input that says which rows there are."""
        return f"{self.naam}-regel"

    @property
    def toevoegen(self) -> str:
        """The text of the button that adds a row."""
        return f"{self.enkelvoud.capitalize()} toevoegen"

    @property
    def toevoegwaarde(self) -> str:
        """The value of that button."""
        return f"toevoegen:{self.naam}"


def velden_beeld(formulier: Sectieformulier, nodig: Set[str]) -> list[Veldbeeld]:
    """The single fields of the section."""
    if formulier.velden is None:
        return []
    return [
        Veldbeeld(formulier.velden[naam], f"veld-{naam}", _nodig(naam in nodig))
        for naam in formulier.sectie.velden
    ]


def lijsten_beeld(formulier: Sectieformulier, nodig: Set[str]) -> list[Lijstbeeld]:
    """The lists of the section."""
    return [
        Lijstbeeld(
            naam,
            LIJSTTITELS[naam],
            rijen.formulier.enkelvoud,
            [_rij(rijen, naam, regel, nodig) for regel in rijen.formulieren],
            rijen.fouten,
            naam in nodig,
        )
        for naam, rijen in formulier.lijsten.items()
    ]


def _rij(rijen: Rijen, naam: str, regel: int, nodig: Set[str]) -> Rijbeeld:
    formulier = rijen.formulieren[regel]
    pad = f"{naam}.{regel}."
    mist = any(veld.startswith(pad) for veld in nodig)
    nieuw = regel == rijen.nieuw
    gegroepeerd = {veld for groep in formulier.groepen for veld in groep.velden}
    los = [v for v in formulier.fields if v not in gegroepeerd and not v.startswith(("nodig-", "waarom-"))]
    velden = _velden(formulier, los, pad, nodig)
    if nieuw and velden:
        velden[0].gebonden.field.widget.attrs["autofocus"] = True
    return Rijbeeld(
        regel=regel,
        titel=_titel(formulier, regel),
        open=nieuw
        or mist
        or bool(formulier.is_bound and formulier.errors)
        or len(rijen.formulieren) <= _ALLE_OPEN,
        velden=velden,
        groepen=[
            _groep(formulier, groep, pad, nodig)
            for groep in formulier.groepen
            if not groep.alleen_wpg or _wpg(formulier, groep)
        ],
        noodzaken=formulier.noodzaken if isinstance(formulier, GegevenForm) else [],
        noodzaken_anker=f"veld-{naam}-{regel}-noodzaken",
        noodzaken_titel=_NOODZAAK + (" (nodig voor vaststellen)" if f"{pad}noodzaken" in nodig else ""),
        uitleg=_uitleg(formulier),
    )


def _velden(formulier: Rijformulier, namen: Iterable[str], pad: str, nodig: Set[str]) -> list[Veldbeeld]:
    return [
        Veldbeeld(formulier[naam], f"veld-{pad.replace('.', '-')}{naam}", _nodig(f"{pad}{naam}" in nodig))
        for naam in namen
    ]


def _nodig(nodig: bool) -> str:
    return "vaststellen" if nodig else ""


def _titel(formulier: Rijformulier, regel: int) -> str:
    """The row in words: its number, as the rules call it too, and its own name."""
    gebonden = formulier[formulier.naam_veld]
    waarde = gebonden.value()
    if keuzes := getattr(gebonden.field, "choices", None):
        waarde = next((naam for code, naam in _vlak(keuzes) if waarde and code == waarde), "")
    wat = f"{formulier.enkelvoud.capitalize()} {regel}"
    tekst = " ".join(str(waarde or "").split())
    return f"{wat}: {tekst[:80]}" if tekst else wat


def _vlak(keuzes: Iterable[Any]) -> Iterable[tuple[str, str]]:
    for code, naam in keuzes:
        if isinstance(naam, (list, tuple)):
            yield from naam
        else:
            yield code, naam


def _groep(formulier: Rijformulier, groep: Groep, pad: str, nodig: Set[str]) -> Groepbeeld:
    velden = _velden(formulier, groep.velden, pad, nodig)
    gevuld = any(veld.gebonden.value() not in (None, "", False) for veld in velden)
    mist = any(veld.nodig or (formulier.is_bound and veld.gebonden.errors) for veld in velden)
    return Groepbeeld(
        groep.titel, groep.uitleg, bool(gevuld or mist or _hoort_erbij(formulier, groep)), velden
    )


def _wpg(formulier: Rijformulier, groep: Groep) -> bool:
    """Whether the Wpg governs this verwerking, or something of the Wpg is filled in already."""
    gevuld = any(formulier[veld].value() for veld in groep.velden)
    return gevuld or formulier.keuzes.inhoud.regime == Regime.WPG


def _hoort_erbij(formulier: Rijformulier, groep: Groep) -> bool:
    if groep.alleen_wpg:
        return True
    for voorwaarde in groep.bij:
        veld, _, waarde = voorwaarde.partition(":")
        if veld == "buiten_eer":
            if isinstance(formulier, OntvangerForm) and formulier.landstatus[0] in ("adequaat", "geen"):
                return True
        elif formulier[veld].value() == waarde:
            return True
    return False


def _uitleg(formulier: Rijformulier) -> list[str]:
    """What the lists say of what is chosen in this row."""
    keuzes = formulier.keuzes
    if isinstance(formulier, OntvangerForm):
        tekst = formulier.landstatus[1]
        return [tekst] if tekst else []
    if "grondslag" in formulier.fields:
        gekozen = next((g for g in keuzes.grondslagitems() if g.code == formulier["grondslag"].value()), None)
        return [t for t in (gekozen.uitleg, gekozen.waarschuwing) if t] if gekozen else []
    if "resultaat" in formulier.fields:
        return _resultaat(keuzes, str(formulier["resultaat"].value() or ""))
    return []


def _resultaat(keuzes: Keuzes, waarde: str) -> list[str]:
    resultaat = keuzes.lijst("selectielijst").get(waarde.split(" – ")[0].strip())
    if resultaat is None:
        return []
    if resultaat.waardering == "blijvend_bewaren":
        return [f"De Selectielijst zegt bij {resultaat.code}: blijvend bewaren."]
    termijn = duur_in_woorden(resultaat.bewaartermijn) if resultaat.bewaartermijn else "een eigen termijn"
    return [f"De Selectielijst zegt bij {resultaat.code}: vernietigen na {termijn}."]


def datalijsten(sectie: Sectie, keuzes: Keuzes) -> list[tuple[str, list[str]]]:
    """The long lists that people search by typing, for this section."""
    if sectie.code == "bewaren":
        return [("selectielijst", [_resultaatnaam(r) for r in keuzes.lijst("selectielijst")])]
    if sectie.code == "ontvangers":
        return [("landen", [land.naam for land in keuzes.lijst("landen")])]
    return [("systemen", list(keuzes.systemen))] if sectie.code == "beveiliging" else []


def _resultaatnaam(resultaat: Item) -> str:
    meer = f": {resultaat.omschrijving}" if resultaat.omschrijving else ""
    return f"{resultaat.code} – {resultaat.naam}{meer}"
