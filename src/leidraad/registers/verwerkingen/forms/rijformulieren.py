"""One form per list of rows; field names are the names in `inhoud`, labels the words of the users."""

from __future__ import annotations

from leidraad.dossiers.formulieren.rij import Groep, Rijformulier
from leidraad.dossiers.formulieren.velden import (
    Aankruis,
    Datum,
    Keuze,
    Tekst,
    Verwijzing,
    Zoeklijst,
)
from leidraad.registers.verwerkingen import inhoud
from leidraad.registers.verwerkingen.begrippen import Bewaarbron, Partijrol, Regime
from leidraad.registers.verwerkingen.duur import duur_in_woorden
from leidraad.registers.verwerkingen.forms.rijen_gegevens import BetrokkenenForm, DoelForm, GegevenForm
from leidraad.registers.verwerkingen.forms.velden import Duur


class BewaartermijnForm(Rijformulier):
    """A retention term."""

    klasse = inhoud.Bewaartermijn
    enkelvoud = "bewaartermijn"
    naam_veld = "omschrijving"
    groepen = (
        Groep("Een wet geeft de termijn", ("wet",), bij=("bron:wet",)),
        Groep("De Selectielijst geeft de termijn", ("resultaat",), bij=("bron:selectielijst",)),
        Groep("Eigen termijn", ("motivering", "wet_en_lijst_zwijgen"), bij=("bron:eigen",)),
        Groep("Vernietigen na verwijderen (Wpg artikel 14)", ("vernietigen_na",), alleen_wpg=True),
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

    def toont(self, groep: Groep) -> bool:
        """What the Wpg asks only when the Wpg governs, or something of it is filled in already."""
        gevuld = any(self[veld].value() for veld in groep.velden)
        return not groep.alleen_wpg or gevuld or self.keuzes.inhoud.regime == Regime.WPG

    def hoort_erbij(self, groep: Groep) -> bool:
        """What the Wpg asks is always in sight when it governs."""
        return groep.alleen_wpg or super().hoort_erbij(groep)

    def uitleg(self) -> list[str]:
        """What the Selectielijst says of the chosen result."""
        code = str(self["resultaat"].value() or "").split(" – ")[0].strip()
        resultaat = self.keuzes.lijst("selectielijst").get(code)
        if resultaat is None:
            return []
        if resultaat.waardering == "blijvend_bewaren":
            return [f"De Selectielijst zegt bij {resultaat.code}: blijvend bewaren."]
        duur = duur_in_woorden(resultaat.bewaartermijn) if resultaat.bewaartermijn else "een eigen termijn"
        return [f"De Selectielijst zegt bij {resultaat.code}: vernietigen na {duur}."]

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
        status: tuple[str, str] = self.keuzes.landstatus(self["land"].value() or "")
        return status

    def hoort_erbij(self, groep: Groep) -> bool:
        """The transfer is asked for as soon as the country lies outside the EER."""
        return self.landstatus[0] in ("adequaat", "geen")

    def uitleg(self) -> list[str]:
        """What the law says of the chosen country."""
        return [tekst] if (tekst := self.landstatus[1]) else []


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
