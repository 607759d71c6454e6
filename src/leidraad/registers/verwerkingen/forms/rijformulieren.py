"""One form per list of rows; field names are the names in `inhoud`, labels the words of the users."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms

from leidraad.registers.verwerkingen import inhoud
from leidraad.registers.verwerkingen.begrippen import (
    Beoordeeld,
    Bewaarbron,
    Herkomst,
    Partijrol,
    Schaal,
    SoortGegeven,
)
from leidraad.registers.verwerkingen.duur import duur_in_woorden
from leidraad.registers.verwerkingen.forms.keuzes import Keuzes
from leidraad.registers.verwerkingen.forms.velden import (
    Aankruis,
    Datum,
    Duur,
    JaNee,
    Keuze,
    Tekst,
    Verwijzing,
    Zoeklijst,
)


@dataclass(frozen=True)
class Groep:
    """Fields that are only needed sometimes: folded away until one of them, or `bij`, is filled in."""

    titel: str
    velden: tuple[str, ...]
    uitleg: str = ""
    bij: tuple[str, ...] = ()


class Rijformulier(forms.Form):
    """One row. `naam_veld` gives the row its name on the screen, `enkelvoud` says what a row is."""

    klasse: ClassVar[type]
    enkelvoud: ClassVar[str]
    naam_veld: ClassVar[str] = "naam"
    groepen: ClassVar[tuple[Groep, ...]] = ()

    def __init__(self, *args: Any, keuzes: Keuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.keuzes = keuzes
        for naam, veld in self.fields.items():
            if isinstance(veld, Datum):
                veld.vandaag = keuzes.op
            elif isinstance(veld, Zoeklijst):
                veld.items = keuzes.lijst(veld.lijst)
            elif isinstance(veld, Duur) and (duur := self.initial.get(naam)):
                veld.help_text = f"{veld.help_text} Begrepen als: {duur_in_woorden(duur)} ({duur})."
        self.kies()

    def kies(self) -> None:
        """Fill the pick lists."""

    def kies_uit(self, veld: str, keuzes: Any) -> None:
        """Fill one pick list, keeping the stored value choosable."""
        keuzeveld = self.fields[veld]
        assert isinstance(keuzeveld, Keuze)  # noqa: S101
        keuzeveld.zet(keuzes, ook=self.get_initial_for_field(keuzeveld, veld) or "")

    def rij(self, regel: int) -> Any:
        """The row as a value of `inhoud`; only for a valid form."""
        return self.klasse(regel=regel, **self.cleaned_data)


class DoelForm(Rijformulier):
    """A purpose."""

    klasse = inhoud.Doel
    enkelvoud = "doel"
    naam_veld = "omschrijving"
    groepen = (
        Groep(
            "Dit doel is later toegevoegd",
            ("later_doel", "verband", "kader", "aard", "gevolgen", "waarborgen", "verenigbaar"),
            "Gebruikt u gegevens voor een ander doel dan waarvoor ze zijn verzameld? "
            "Toets dan of de doelen bij elkaar passen (AVG artikel 6 lid 4).",
        ),
    )

    omschrijving = Tekst("Wat wilt u bereiken?", 5000, regels=3)
    grondslag = Keuze("Grondslag")
    wet = Tekst("Wet", 300, hulp="Nodig bij een wettelijke plicht of een taak van de gemeente. "
                "Bijvoorbeeld: Participatiewet.")  # fmt: skip
    artikel = Tekst("Artikel", 100, hulp="Bijvoorbeeld: artikel 7 lid 1.")
    toelichting = Tekst("Toelichting op de grondslag", 5000, regels=3)
    later_doel = Aankruis("Dit is een later doel")
    verband = Tekst("Welk verband is er met het eerste doel?", 2000, regels=2)
    kader = Tekst("In welk kader zijn de gegevens verzameld?", 2000, regels=2)
    aard = Tekst("Wat is de aard van de gegevens?", 2000, regels=2)
    gevolgen = Tekst("Wat zijn de gevolgen voor mensen?", 2000, regels=2)
    waarborgen = Tekst("Welke waarborgen zijn er?", 2000, regels=2)
    verenigbaar = Keuze("Passen de doelen bij elkaar?", Beoordeeld.keuzes())

    def kies(self) -> None:
        """The legal bases of the law that governs this verwerking."""
        self.kies_uit("grondslag", self.keuzes.grondslagen())


class BetrokkenenForm(Rijformulier):
    """A category of data subjects."""

    klasse = inhoud.Betrokkenen
    enkelvoud = "groep mensen"

    naam = Tekst("Over wie gaan de gegevens?", 1000, hulp="Bijvoorbeeld: ouders van leerlingen.")
    kwetsbaar = JaNee("Zijn dit kwetsbare mensen?", hulp="Zoals kinderen, patiënten of mensen met schulden.")
    schaal = Keuze("Om hoeveel mensen gaat het?", Schaal.keuzes())
    toelichting = Tekst("Toelichting", 2000, regels=2)


class GegevenForm(Rijformulier):
    """A category of data, with why it is needed for each purpose."""

    klasse = inhoud.Gegeven
    enkelvoud = "gegeven"
    groepen = (
        Groep(
            "Wettelijke uitzondering (bijzonder, strafrechtelijk of BSN)",
            ("doorbrekingsgrond", "doorbreking_toelichting"),
            "Deze gegevens mag u alleen gebruiken als een wet dat toestaat.",
            bij=("soort:bijzonder", "soort:strafrechtelijk", "soort:bsn"),
        ),
    )

    naam = Tekst("Welk gegeven?", 1000, hulp="Bijvoorbeeld: naam en adres.")
    betrokkenen = Verwijzing("Over wie?")
    soort = Keuze("Soort", SoortGegeven.keuzes())
    doorbrekingsgrond = Keuze("Uitzondering")
    doorbreking_toelichting = Tekst("Wet, artikel en uitleg", 2000, regels=2)
    herkomst = Keuze("Waar komt het vandaan?", Herkomst.keuzes())
    herkomst_toelichting = Tekst("Welke bron?", 1000, hulp="Bijvoorbeeld: de Basisregistratie Personen.")
    verplicht = JaNee("Moet iemand dit geven?")
    gevolg = Tekst("Wat gebeurt er als iemand het niet geeft?", 2000, regels=2)
    bewaartermijn = Verwijzing("Bewaartermijn")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if "initial" in kwargs:
            kwargs["initial"] = _met_noodzaken(kwargs["initial"])
        super().__init__(*args, **kwargs)

    def kies(self) -> None:
        """Rows of other lists, the exceptions per kind, and a pair of fields per purpose."""
        for veld, lijst in (("betrokkenen", "betrokkenen"), ("bewaartermijn", "bewaartermijnen")):
            verwijzing = self.fields[veld]
            assert isinstance(verwijzing, Verwijzing)  # noqa: S101
            verwijzing.zet_rijen(self.keuzes.rijen(lijst))
        self.kies_uit("doorbrekingsgrond", self.keuzes.doorbrekingsgronden())
        for regel, naam in self.keuzes.rijen("doelen"):
            self.fields[f"nodig-{regel}"] = Aankruis(naam)
            self.fields[f"waarom-{regel}"] = Tekst("Waarom nodig voor dit doel?", 2000, regels=2)

    @property
    def noodzaken(self) -> list[tuple[Any, Any]]:
        """The pairs of fields, one pair per purpose: needed or not, and why."""
        return [(self[f"nodig-{regel}"], self[f"waarom-{regel}"]) for regel, _ in self.keuzes.rijen("doelen")]

    def rij(self, regel: int) -> inhoud.Gegeven:
        """The row; a reason that was typed without the tick counts as needed, so that no text is lost."""
        velden = dict(self.cleaned_data)
        noodzaken = []
        for doel, _ in self.keuzes.rijen("doelen"):
            nodig, waarom = velden.pop(f"nodig-{doel}"), velden.pop(f"waarom-{doel}")
            if nodig or waarom:
                noodzaken.append(inhoud.Noodzaak(doel=doel, waarom=waarom))
        return inhoud.Gegeven(regel=regel, noodzaken=tuple(noodzaken), **velden)


def _met_noodzaken(initial: dict[str, Any]) -> dict[str, Any]:
    velden = dict(initial)
    for noodzaak in initial.get("noodzaken", ()):
        velden |= {f"nodig-{noodzaak.doel}": True, f"waarom-{noodzaak.doel}": noodzaak.waarom}
    return velden


class BewaartermijnForm(Rijformulier):
    """A retention term."""

    klasse = inhoud.Bewaartermijn
    enkelvoud = "bewaartermijn"
    naam_veld = "omschrijving"
    groepen = (
        Groep("Een wet geeft de termijn", ("wet",), bij=("bron:wet",)),
        Groep("De Selectielijst geeft de termijn", ("resultaat",), bij=("bron:selectielijst",)),
        Groep("Eigen termijn", ("motivering", "wet_en_lijst_zwijgen"), bij=("bron:eigen",)),
        Groep("Alleen voor de Wpg", ("vernietigen_na",)),
    )

    omschrijving = Tekst("Wat bewaart u?", 2000, regels=2, hulp="Bijvoorbeeld: het dossier van de aanvraag.")
    duur = Duur("Hoe lang?", hulp="Bijvoorbeeld: 7 jaar, 18 maanden of 6 weken.")
    blijvend = Aankruis("Wij bewaren dit voor altijd (blijvend bewaren)")
    startmoment = Tekst("Vanaf welk moment?", 300, hulp="Bijvoorbeeld: nadat het dossier is gesloten.")
    bron = Keuze("Waar rust de termijn op?", Bewaarbron.keuzes())
    wet = Tekst("Wet en artikel", 300)
    resultaat = Zoeklijst(
        "Resultaat in de Selectielijst", "selectielijst", hulp="Typ een nummer of een woord."
    )
    motivering = Tekst("Waarom deze termijn?", 2000, regels=2)
    wet_en_lijst_zwijgen = Aankruis("De wet en de Selectielijst geven geen termijn")
    vernietigen_na = Duur("Hoe lang na verwijderen vernietigt u?", hulp="Bijvoorbeeld: 5 jaar.")

    def rij(self, regel: int) -> inhoud.Bewaartermijn:
        """The row; a chosen result also keeps the edition of the list it was chosen from."""
        versie = (
            str(self.keuzes.lijst("selectielijst").geldig_vanaf.year)
            if self.cleaned_data["resultaat"]
            else ""
        )
        oude = self.initial.get("lijstversie", "")
        zelfde = self.initial.get("resultaat") == self.cleaned_data["resultaat"]
        return inhoud.Bewaartermijn(
            regel=regel, lijstversie=oude if zelfde and oude else versie, **self.cleaned_data
        )


class VernietigingForm(Rijformulier):
    """A round of destruction."""

    klasse = inhoud.Vernietiging
    enkelvoud = "vernietiging"
    naam_veld = "gepland_op"

    bewaartermijn = Verwijzing("Welke bewaartermijn?")
    gepland_op = Datum("Gepland op")
    uitgevoerd_op = Datum("Uitgevoerd op", verleden=True)
    verklaring = Tekst(
        "Verklaring van vernietiging", 2000, regels=2, hulp="Wie heeft wat vernietigd, en hoe?"
    )

    def kies(self) -> None:
        """The retention terms of this verwerking."""
        verwijzing = self.fields["bewaartermijn"]
        assert isinstance(verwijzing, Verwijzing)  # noqa: S101
        verwijzing.zet_rijen(self.keuzes.rijen("bewaartermijnen"))


class OntvangerForm(Rijformulier):
    """A recipient; outside the EER with its transfer mechanism."""

    klasse = inhoud.Ontvanger
    enkelvoud = "ontvanger"
    groepen = (
        Groep(
            "Doorgifte buiten de Europese Economische Ruimte",
            ("mechanisme", "mechanisme_toelichting", "artikel49", "doorgiftebeoordeling"),
            "Alleen nodig als het land buiten de Europese Economische Ruimte ligt.",
            bij=("buiten_eer",),
        ),
    )

    naam = Tekst("Wie krijgt de gegevens?", 1000)
    rol = Keuze("Rol", Partijrol.keuzes())
    waarvoor = Tekst("Waarvoor?", 2000, regels=2)
    land = Zoeklijst("Land", "landen", hulp="Typ de naam van het land. Bijvoorbeeld: Nederland.")
    mechanisme = Keuze("Waarop rust de doorgifte?")
    mechanisme_toelichting = Tekst("Toelichting", 2000, regels=2)
    artikel49 = Keuze("Uitzondering van AVG artikel 49")
    doorgiftebeoordeling = Tekst("Uitkomst van de doorgiftebeoordeling", 5000, regels=3)

    def kies(self) -> None:
        """The transfer mechanisms and the exceptions of AVG art. 49."""
        self.kies_uit("mechanisme", self.keuzes.lijst("doorgiftemechanismen").keuzes())
        self.kies_uit("artikel49", self.keuzes.artikel49())

    @property
    def landstatus(self) -> tuple[str, str]:
        """What the law says of the chosen country: a code and a sentence; empty while no country is known."""
        return self.keuzes.landstatus(self["land"].value() or "")


class SysteemForm(Rijformulier):
    """An information system."""

    klasse = inhoud.Systeem
    enkelvoud = "systeem"

    naam = Tekst("Naam van het systeem", 300)
    leverancier = Tekst("Leverancier", 300)

    def kies(self) -> None:
        """Offer the systems that the municipality already knows."""
        self.fields["naam"].widget.attrs |= {"list": "lijst-systemen", "autocomplete": "off"}


class MaatregelForm(Rijformulier):
    """A security measure."""

    klasse = inhoud.Maatregel
    enkelvoud = "maatregel"
    naam_veld = "code"

    code = Keuze("Maatregel", leeg="Anders, namelijk")
    toelichting = Tekst("Toelichting", 2000, regels=2)

    def kies(self) -> None:
        """The measures of the list, technical and organisational apart."""
        self.kies_uit("code", self.keuzes.maatregelen())


class AutorisatieForm(Rijformulier):
    """What a function may do with the data."""

    klasse = inhoud.Autorisatie
    enkelvoud = "functie"
    naam_veld = "functie"

    functie = Tekst("Welke functie?", 200, hulp="Noem een functie, geen naam van een persoon.")
    lezen = Aankruis("Lezen")
    invoeren = Aankruis("Invoeren")
    wijzigen = Aankruis("Wijzigen")
    verwijderen = Aankruis("Verwijderen")
    herzien_op = Datum("Laatst nagekeken op", verleden=True)


FORMULIEREN: dict[str, type[Rijformulier]] = {
    "doelen": DoelForm,
    "betrokkenen": BetrokkenenForm,
    "gegevens": GegevenForm,
    "bewaartermijnen": BewaartermijnForm,
    "vernietigingen": VernietigingForm,
    "ontvangers": OntvangerForm,
    "systemen": SysteemForm,
    "maatregelen": MaatregelForm,
    "autorisaties": AutorisatieForm,
}
