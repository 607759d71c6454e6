"""The words of the report for a reader who knows nothing of privacy law: B1, each explained once."""

from leidraad.normen.oordeel import Oordeel
from leidraad.ui.papier.blokken import Tint

OORDELEN = {
    Oordeel.GEHAALD: ("Gehaald", Tint.GOED),
    Oordeel.NIET_GEHAALD: ("Niet gehaald", Tint.SLECHT),
    Oordeel.ATTEST_NODIG: ("Verklaring nodig", Tint.LET_OP),
    Oordeel.NOG_NIETS_VASTGELEGD: ("Nog niets vastgelegd", Tint.LEEG),
    Oordeel.NOG_NIET_GEBOUWD: ("Nog niet te meten", Tint.LATER),
}
"""The verdicts in the order in which the report shows them, with their short name and colour."""

UITLEG_OORDELEN = (
    ("Gehaald", "Alles wat meetelt, is in orde."),
    ("Niet gehaald", "Er is ten minste één ding niet in orde."),
    ("Verklaring nodig", "Deze norm is niet te tellen. Iemand moet verklaren hoe het staat."),
    ("Nog niets vastgelegd", "Er staat nog niets in het register. Dan weten wij niet of het goed gaat."),
    ("Nog niet te meten", "Dit deel van Leidraad is er nog niet."),
)

BEGRIPPEN = (
    ("AP", "De Autoriteit Persoonsgegevens. Die houdt in Nederland toezicht op privacy."),
    ("AVG", "De Europese wet over privacy."),
    ("Betrokkene", "De mens van wie de gegevens zijn."),
    ("Bewaartermijn", "Hoe lang de gemeente gegevens mag bewaren."),
    ("Boa", "Iemand die namens de gemeente mag handhaven en bekeuren."),
    ("BSN", "Het burgerservicenummer."),
    ("CISO", "Wie in de gemeente zorgt dat gegevens goed beveiligd zijn."),
    ("Datalek", "Gegevens van mensen zijn kwijt, of ze zijn bij iemand die ze niet mag zien."),
    ("DPIA", "Een onderzoek vooraf naar de risico's voor mensen."),
    ("EER", "De landen van Europa waar dezelfde regels voor privacy gelden."),
    ("FG", "De functionaris gegevensbescherming. Die houdt in de gemeente toezicht op privacy."),
    ("Grondslag", "De reden uit de wet waarom de gemeente gegevens mag gebruiken."),
    ("Norm", "Een afspraak uit het privacybeleid van de gemeente."),
    ("Persoonsgegevens", "Alles wat iets zegt over een mens, zoals een naam of een adres."),
    ("Privacy Officer", "Wie in de gemeente helpt om goed met gegevens om te gaan."),
    ("Selectielijst", "De lijst waarin staat hoe lang gemeenten stukken bewaren."),
    ("Verwerking", "Al het werk waarbij de gemeente gegevens van mensen gebruikt."),
    ("Wpg", "De wet over gegevens van de politie. Die geldt ook voor boa's."),
)

ONDERDELEN = {
    "ai": "Kunstmatige intelligentie",
    "bewustwording": "Training en bewust werken",
    "dpia": "Onderzoek naar risico's (DPIA)",
    "evaluatie": "Terugkijken en plannen",
    "ontwerp": "Privacy in nieuwe plannen",
    "overeenkomsten": "Afspraken met anderen",
    "toezicht": "Toezicht door de FG",
    "verzoeken": "Vragen van mensen over hun gegevens",
    "wpg": "Gegevens van de politie",
}
"""The parts of Leidraad that are still to come, as a reader knows them."""

VERANTWOORDING = (
    "Dit rapport komt uit Leidraad. Daarin houdt de gemeente bij hoe zij met gegevens omgaat.",
    "De normen komen uit het privacybeleid van de gemeente.",
    "Een computer telt per norm hoeveel dingen meetellen, en bij hoeveel er iets niet in orde is. "
    "Eén fout is genoeg: dan is de norm niet gehaald.",
    "Sommige normen kan een computer niet tellen. Dan verklaart een mens hoe het staat, met bewijs. "
    "Zo'n verklaring loopt na een tijd af.",
    "Staat er niets in een register? Dan noemen wij de norm nooit goed.",
    "Is er een dag niet gemeten? Dan ziet u dat in de grafiek. Wij vullen niets in.",
    "In dit rapport staan geen namen van medewerkers.",
)
