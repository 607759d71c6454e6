"""The single fields per section; field names are the names in `inhoud`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms

from leidraad.dossiers.formulieren.rij import Sectievelden
from leidraad.dossiers.formulieren.velden import Datum, JaNee, Keuze, Link, Tekst
from leidraad.registers.verwerkingen.begrippen import Beoordeeld, Informatiewijze, Regime, Rol


class AlgemeenForm(Sectievelden):
    """What it is, whose it is and since when."""

    naam = Tekst("Naam van de verwerking", 300, hulp="Een korte naam die een inwoner begrijpt.")
    omschrijving = Tekst("Wat doet u met de gegevens?", 5000, regels=4, hulp="Schrijf in gewone taal.")
    regime = Keuze("Welke wet geldt?", Regime.keuzes(),
                   hulp="De Wpg geldt alleen voor politiegegevens van boa’s.")  # fmt: skip
    rol = Keuze("Rol van de gemeente", Rol.keuzes())
    rol_toelichting = Tekst(
        "Met wie of voor wie?", 2000, regels=3,
        hulp="Bij gezamenlijk verantwoordelijk: wie doet wat. Bij verwerker: voor wie u het werk doet.",
    )  # fmt: skip
    bestuursorgaan = Keuze("Welk bestuursorgaan is verantwoordelijk?")
    startdatum = Datum("Begint op", hulp="Een schatting is goed als u de dag niet meer weet.")
    einddatum = Datum("Eindigt op", hulp="Laat leeg als er geen einde is.")
    hoofdverwerking = Tekst(
        "Onderdeel van verwerking", 20, hulp="Het nummer van de hoofdverwerking. Bijvoorbeeld: VW-2026-0012."
    )
    wettelijke_taak = Tekst("Wettelijke taak of proces", 300)
    procestype = Keuze("Procestype van de Selectielijst")

    # Whether a number is another verwerking that this person may see; the view knows the database.
    bestaat: Callable[[str], bool] = staticmethod(lambda nummer: True)
    _verborgen = ""

    def verberg_hoofdverwerking(self) -> None:
        """The field shows nothing of a main verwerking that this person may not see; left empty, it stays."""
        self._verborgen = self.keuzes.inhoud.hoofdverwerking
        self.initial["hoofdverwerking"] = ""

    def kies(self) -> None:
        """The administrative bodies of the municipality and the process types."""
        self.kies_uit("bestuursorgaan", [(naam, naam) for naam in self.keuzes.bestuursorganen])
        typen = self.keuzes.lijst("procestypen")
        self.kies_uit("procestype", [(t.code, f"{t.code}. {t.naam}") for t in typen])

    def clean_regime(self) -> str:
        """A verwerking always has a law; the AVG when nothing was chosen."""
        return self.cleaned_data["regime"] or Regime.AVG.value

    def clean_hoofdverwerking(self) -> str:
        """The number must be another verwerking of the same municipality."""
        nummer: str = self.cleaned_data["hoofdverwerking"].upper()
        if self._verborgen and not nummer:
            return self._verborgen
        # What stands there already may stay; a hidden one cannot be found out by guessing.
        blijft = not self._verborgen and nummer == self.keuzes.inhoud.hoofdverwerking
        if nummer and not blijft and not self.bestaat(nummer):
            raise forms.ValidationError(f"Er is geen andere verwerking {nummer} in deze gemeente.")
        return nummer

    def clean(self) -> dict[str, Any]:
        """An end before the start is impossible."""
        velden = super().clean() or self.cleaned_data
        start, eind = velden.get("startdatum"), velden.get("einddatum")
        if start and eind and eind < start:
            self.add_error("einddatum", f"De einddatum ligt vóór de begindatum ({start:%d-%m-%Y}).")
        return velden


class ZorgvuldigheidForm(Sectievelden):
    """The weighing and decisions by computer."""

    proportionaliteit = Keuze(
        "Proportionaliteit: staat het doel in verhouding tot de inbreuk?", Beoordeeld.keuzes()
    )
    proportionaliteit_waarom = Tekst("Waarom vindt u dat?", 5000, regels=3)
    subsidiariteit = Keuze("Subsidiariteit: kan het niet met minder gegevens?", Beoordeeld.keuzes())
    subsidiariteit_waarom = Tekst("Waarom vindt u dat?", 5000, regels=3)
    juistheid = Tekst("Hoe zorgt u dat de gegevens kloppen?", 5000, regels=3)
    profilering = JaNee("Is er profilering?", hulp="Een computer voorspelt iets over iemand, "
                        "zoals gedrag of gezondheid (AVG artikel 4 onder 4).")  # fmt: skip
    profilering_toelichting = Tekst("Beschrijf de profilering en de gevolgen voor mensen", 5000, regels=3)
    geautomatiseerd_besluit = JaNee("Neemt een computer besluiten zonder dat een mens meekijkt?")
    menselijke_controle = Tekst("Hoe controleert een medewerker het besluit?", 5000, regels=3)


class InformerenForm(Sectievelden):
    """How people are informed."""

    informatiewijze = Keuze("Hoe informeert u mensen?", Informatiewijze.keuzes())
    privacyverklaring = Tekst("Tekst van de privacyverklaring", 20_000, regels=12)
    privacyverklaring_link = Link("Link naar de privacyverklaring", 500)
    informatie_uitzondering = Tekst(
        "Artikel van de uitzondering", 200, hulp="Bijvoorbeeld: AVG artikel 14 lid 5."
    )


class NotitieForm(Sectievelden):
    """What only colleagues read."""

    notitie = Tekst("Interne notitie", 50_000, regels=12, hulp="Deze tekst wordt nooit openbaar.")


VELDFORMULIEREN: dict[str, type[Sectievelden]] = {
    "algemeen": AlgemeenForm,
    "zorgvuldigheid": ZorgvuldigheidForm,
    "informeren": InformerenForm,
    "notitie": NotitieForm,
}
