"""The forms of the sections of a breach; field names are the names in `inhoud`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from leidraad.dossiers.formulieren.moment import Moment
from leidraad.dossiers.formulieren.rij import Rijformulier, Sectievelden
from leidraad.dossiers.formulieren.sectie import Sectieformulier
from leidraad.dossiers.formulieren.velden import Aankruis, Getal, JaNee, Keuze, Tekst
from leidraad.registers.datalekken import inhoud
from leidraad.registers.datalekken.begrippen import Oorzaak, Regime, SoortIncident, Uitzondering, Zekerheid
from leidraad.registers.datalekken.weergave import SOORTEN_GEGEVENS

_MOMENT = "Nederlandse tijd. Bijvoorbeeld: 23-11-2026 14:30."


class FeitenForm(Sectievelden):
    """What happened and why."""

    naam = Tekst("Korte naam", 300, hulp="Zonder namen van mensen. Bijvoorbeeld: brief naar verkeerd adres.")
    omschrijving = Tekst(
        "Wat is er gebeurd?", 20_000, regels=6, hulp="Noem geen namen en geen nummers van mensen."
    )
    regime = Keuze("Welke wet geldt?", Regime.keuzes(), leeg="AVG",
                   hulp="De Wpg geldt alleen voor politiegegevens van boa’s.")  # fmt: skip
    soort_incident = Keuze("Wat voor incident is het?", SoortIncident.keuzes())
    vertrouwelijkheid_geschonden = Aankruis("Iemand zag of kreeg gegevens die niet voor hem zijn")
    integriteit_geschonden = Aankruis("Gegevens zijn veranderd zonder dat het mocht")
    beschikbaarheid_geschonden = Aankruis("Gegevens zijn weg of niet bereikbaar")
    oorzaak = Keuze("Hoe kon het gebeuren?", Oorzaak.keuzes())
    oorzaak_toelichting = Tekst("Toelichting op de oorzaak", 5000, regels=3)
    beveiligingsincident = JaNee(
        "Is het ook een beveiligingsincident?",
        hulp="Zoals een hack, een virus of een gestolen laptop. Licht dan de CISO in.",
    )
    verwerker = Tekst("Gebeurde het bij een verwerker? Welke?", 300)

    def clean_regime(self) -> str:
        """A breach always has a law; the AVG when nothing was chosen."""
        return self.cleaned_data["regime"] or Regime.AVG.value


class TijdlijnForm(Sectievelden):
    """The moments, each apart: only knowing starts the clock."""

    gebeurd_van = Moment("Wanneer begon het?", hulp=_MOMENT)
    gebeurd_tot = Moment("Wanneer eindigde het?", hulp="Laat leeg als het nog duurt of als u het niet weet.")
    gebeurd_zekerheid = Keuze("Hoe zeker weet u dit?", Zekerheid.keuzes())
    duurt_voort = Aankruis("Het duurt nog voort")
    ontdekt_op = Moment("Wanneer is het ontdekt?", hulp="Het moment waarop iemand het voor het eerst zag.")
    kennisgenomen_op = Moment(
        "Sinds wanneer weet de gemeente het?",
        hulp="Het moment waarop redelijk zeker was dat het een datalek is. Dan begint de klok van 72 uur.",
    )
    verwerker_meldde_op = Moment("Wanneer meldde de verwerker het?",
                                 hulp="De klok begint uiterlijk op dit moment.")  # fmt: skip
    intern_gemeld_op = Moment("Wanneer is het intern gemeld?")


class GevolgenForm(Sectievelden):
    """What it means for people, and what was done."""

    versleuteld = JaNee(
        "Waren de gegevens onleesbaar voor anderen?", hulp="Zoals goed versleuteld, met een veilige sleutel."
    )
    maatregelen_vooraf = Tekst("Welke maatregelen waren er al?", 5000, regels=3)
    gevolgen = Tekst("Wat kan dit voor mensen betekenen?", 5000, regels=4,
                     hulp="Bijvoorbeeld: fraude met hun gegevens, schaamte, verlies van geld.")  # fmt: skip
    maatregelen_gedicht = Tekst(
        "Wat hebt u gedaan, of gaat u doen, om de schade te beperken?", 5000, regels=4
    )
    maatregelen_voorkomen = Tekst("Wat doet u om herhaling te voorkomen?", 5000, regels=4)
    grensoverschrijdend = JaNee("Zijn er mensen in andere landen van de Europese Unie bij?")
    andere_toezichthouders = Tekst("Welke andere toezichthouders hebt u ingelicht?", 500)


class InformerenForm(Sectievelden):
    """Why people need not be told (AVG art. 34 lid 3; Wpg art. 33a lid 7)."""

    uitzondering = Keuze(
        "Waarom licht u de mensen niet in?", leeg="Er geldt geen uitzondering: wij lichten mensen in",
        hulp="Alleen bij een hoog risico is dit nodig.",
    )  # fmt: skip
    uitzondering_toelichting = Tekst("Leg uit waarom deze uitzondering past", 5000, regels=4)

    def kies(self) -> None:
        """The exceptions that the law of this breach knows."""
        wpg = self.keuzes.inhoud.regime == Regime.WPG
        self.kies_uit(
            "uitzondering",
            [(u.value, u.label) for u in Uitzondering if wpg or u is not Uitzondering.WPG_BELANG],
        )


class GetroffenenForm(Rijformulier):
    """A category of people."""

    klasse = inhoud.Getroffenen
    enkelvoud = "groep mensen"

    naam = Tekst(
        "Over wie gaan de gegevens?",
        300,
        hulp="Een groep, geen namen. Bijvoorbeeld: aanvragers van bijstand.",
    )
    minimum = Getal("Hoeveel mensen minstens?")
    maximum = Getal("Hoeveel mensen hoogstens?")
    kwetsbaar = JaNee("Zijn dit kwetsbare mensen?", hulp="Zoals kinderen, patiënten of mensen met schulden.")


class GelektGegevenForm(Rijformulier):
    """A category of data."""

    klasse = inhoud.GelektGegeven
    enkelvoud = "gegeven"

    naam = Tekst("Welk gegeven?", 300, hulp="De soort, niet de inhoud. Bijvoorbeeld: naam en adres.")
    soort = Keuze("Hoe gevoelig?", SOORTEN_GEGEVENS.items())
    aantal = Getal("Hoeveel records ongeveer?")


class Datalekformulier(Sectieformulier):
    """The form of a section of a breach."""

    inhoud: inhoud.Inhoud
    veldformulieren: ClassVar[Mapping[str, type[Sectievelden]]] = {
        "feiten": FeitenForm,
        "tijdlijn": TijdlijnForm,
        "gevolgen": GevolgenForm,
        "informeren": InformerenForm,
    }
    rijformulieren: ClassVar[Mapping[str, type[Rijformulier]]] = {
        "betrokkenen": GetroffenenForm,
        "gegevens": GelektGegevenForm,
    }
