"""The closed lists of the breach register, in the users' words."""

from leidraad.dossiers.begrip import Begrip


class Status(Begrip):
    """The life of a report of a breach."""

    GEMELD = "gemeld", "Gemeld"
    IN_BEHANDELING = "in_behandeling", "In behandeling"
    GEEN_DATALEK = "geen_datalek", "Geen datalek"
    AFGESLOTEN = "afgesloten", "Afgesloten"


class Regime(Begrip):
    """The law under which the breach is notified: AVG art. 33 or Wpg art. 33a."""

    AVG = "avg", "AVG"
    WPG = "wpg", "Wpg (politiegegevens)"


class SoortIncident(Begrip):
    """What kind of incident it is, in the order of the form of the AP."""

    VERKEERD_VERZONDEN = "verkeerd_verzonden", "Verkeerd verzonden of afgegeven"
    VERLOREN = "verloren", "Verloren apparaat, papier of drager"
    GESTOLEN = "gestolen", "Gestolen apparaat, papier of drager"
    HACKING = "hacking", "Hacking, malware of phishing"
    ONBEVOEGDE_INZAGE = "onbevoegde_inzage", "Iemand keek zonder dat het mocht"
    GEPUBLICEERD = "gepubliceerd", "Per ongeluk openbaar gemaakt"
    ONBESCHIKBAAR = "onbeschikbaar", "Gegevens weg of niet bereikbaar"
    ANDERS = "anders", "Anders"


class Oorzaak(Begrip):
    """Why it could happen: the pattern view counts these."""

    VERGISSING = "vergissing", "Vergissing van een medewerker"
    WERKWIJZE = "werkwijze", "Werkwijze of instructie schiet tekort"
    TECHNIEK = "techniek", "Technische fout of verkeerde instelling"
    KWADE_OPZET = "kwade_opzet", "Kwade opzet van buiten"
    INTERN_MISBRUIK = "intern_misbruik", "Misbruik van binnen"
    VERWERKER = "verwerker", "Fout bij een verwerker"
    ONBEKEND = "onbekend", "Nog niet bekend"


class Zekerheid(Begrip):
    """How sure a moment is."""

    EXACT = "exact", "Precies"
    BENADERING = "benadering", "Ongeveer"
    ONBEKEND = "onbekend", "Niet bekend"


class Risico(Begrip):
    """What a person decides about the risk (AVG art. 33 lid 1, 34 lid 1)."""

    GEEN_RISICO = "geen_risico", "Geen risico"
    RISICO = "risico", "Risico"
    HOOG_RISICO = "hoog_risico", "Hoog risico"


class Uitzondering(Begrip):
    """Why people need not be told (AVG art. 34 lid 3), or may be told later or not (Wpg art. 33a lid 7)."""

    VOORAF_ONBEGRIJPELIJK = (
        "vooraf_onbegrijpelijk",
        "De gegevens waren vooraf onbegrijpelijk gemaakt (AVG 34 lid 3 a)",
    )
    RISICO_WEGGENOMEN = "risico_weggenomen", "Achteraf is het hoge risico weggenomen (AVG 34 lid 3 b)"
    ONEVENREDIG = "onevenredig", "Onevenredige inspanning: er komt een openbare mededeling (AVG 34 lid 3 c)"
    WPG_BELANG = "wpg_belang", "Een belang van Wpg artikel 27 gaat voor (Wpg 33a lid 7)"


class SoortMelding(Begrip):
    """One notification to the AP in a row of phases (AVG art. 33 lid 4)."""

    EERSTE = "eerste", "Eerste melding"
    VERVOLG = "vervolg", "Vervolgmelding"
    INTREKKING = "intrekking", "Intrekking"


class Wijze(Begrip):
    """How people were told."""

    BRIEF = "brief", "Brief"
    E_MAIL = "e_mail", "E-mail"
    TELEFOON = "telefoon", "Telefoon"
    GESPREK = "gesprek", "Gesprek"
    OPENBAAR = "openbaar", "Openbare mededeling"
