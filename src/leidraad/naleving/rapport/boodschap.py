"""What the report says in words: the message on page one and the questions to the reader. Pure rules.

Every sentence is B1 and follows from a figure. A test measures how readable they are.
"""

from __future__ import annotations

from leidraad.naleving.rapport.inhoud import Doelgroep, Meting, Rapport
from leidraad.normen.oordeel import Oordeel
from leidraad.ui.opmaak import telwoord

_GELIJK = 0.01


def kernboodschap(rapport: Rapport) -> tuple[str, ...]:
    """Three to five points: the state, the change, what goes well, what worries, and what must be agreed."""
    delen = (_stand, _verandering, _goed, _zorg, _afspraken) if rapport.beoordeeld else (_stand, _leeg)
    punten = (punt for deel in delen for punt in [deel(rapport)])
    return tuple(punt for punt in punten if punt)


def vragen(rapport: Rapport) -> tuple[str, ...]:
    """What we ask of the reader. The college decides and assigns; the raad checks the college."""
    return _aan_college(rapport) if rapport.doelgroep == Doelgroep.COLLEGE else _aan_raad(rapport)


def _stand(rapport: Rapport) -> str:
    gehaald, beoordeeld = rapport.gehaald, rapport.beoordeeld
    if not beoordeeld:
        return "Er is nog te weinig vastgelegd. Daarom weten wij nog niet hoe het gaat."
    if gehaald == beoordeeld:
        return f"{rapport.gemeente} haalt alle normen die wij nu kunnen meten. Dat zijn er {beoordeeld}."
    return f"{rapport.gemeente} haalt {gehaald} van de {beoordeeld} normen die wij nu kunnen meten."


def _leeg(rapport: Rapport) -> str:
    niets = len(rapport.met(Oordeel.NOG_NIETS_VASTGELEGD))
    return f"Bij {telwoord(niets, 'norm', 'normen')} staat er nog niets in de boeken." if niets else ""


def _verandering(rapport: Rapport) -> str:
    """How it stood a quarter ago, or else a year ago. A month that was not measured says nothing."""
    nu = Meting(rapport.dag, rapport.gehaald, rapport.beoordeeld).deel or 0
    for maanden, wanneer in ((3, "Drie maanden geleden"), (12, "Een jaar geleden")):
        toen = rapport.trend[-1 - maanden] if len(rapport.trend) > maanden else None
        if toen is not None and toen.deel is not None:
            oordeel = _vergelijk(nu - toen.deel)
            return f"{wanneer} waren dat er {toen.gehaald} van de {toen.beoordeeld}. {oordeel}"
    return "Wij meten nog te kort om te zeggen of het beter gaat dan eerst."


def _vergelijk(verschil: float) -> str:
    if abs(verschil) < _GELIJK:
        return "Dat is ongeveer gelijk gebleven."
    return "Het gaat nu beter." if verschil > 0 else "Het gaat nu minder goed."


def _goed(rapport: Rapport) -> str:
    lekken = rapport.datalekken
    if any(k.te_melden for k in lekken) and not any(k.te_laat for k in lekken):
        return "Dit gaat goed: geen enkel datalek is te laat gemeld bij de landelijke toezichthouder."
    for nummer, naam in rapport.hoofdstukken:
        goed = len(rapport.met(Oordeel.GEHAALD, hoofdstuk=nummer))
        if goed and not rapport.met(Oordeel.NIET_GEHAALD, hoofdstuk=nummer):
            return f"Dit gaat goed: in het hoofdstuk ‘{naam}’ haalt de gemeente elke norm die is gemeten."
    return ""


def _zorg(rapport: Rapport) -> str:
    if not rapport.tekorten:
        return ""
    uitslag = rapport.tekorten[0].uitslag
    kop = f"Dit vraagt de meeste aandacht: “{uitslag.norm.tekst}” (norm {uitslag.norm.nummer})."
    if uitslag.totaal <= 1:
        return f"{kop} Dat is nog niet zo."
    return f"{kop} Dat gaat {uitslag.tekort} van de {uitslag.totaal} keer niet goed."


def _afspraken(rapport: Rapport) -> str:
    if not rapport.tekorten:
        return ""
    open_ = len(rapport.zonder_afspraak)
    if not open_:
        return "Voor elke norm die niet is gehaald, is een dag afgesproken waarop het klaar is."
    hoeveel = "geen enkele is al" if open_ == len(rapport.tekorten) else f"{open_} daarvan is nog niet"
    return (
        f"De gemeente haalt {telwoord(len(rapport.tekorten), 'norm', 'normen')} niet. "
        f"Bij {hoeveel} afgesproken wanneer het klaar is."
    )


def _aan_college(rapport: Rapport) -> tuple[str, ...]:
    van_u = [t.uitslag.norm for t in rapport.tekorten if t.uitslag.norm.rol == "col"]
    vragen = [
        f"Neem een besluit over “{norm.tekst}” (norm {norm.nummer}). U gaat hier zelf over."
        for norm in van_u[:3]
    ]
    if rapport.zonder_afspraak:
        hoeveel = telwoord(len(rapport.zonder_afspraak), "tekort", "tekorten")
        vragen.append(f"Spreek bij {hoeveel} af wie het oplost, en op welke dag dat klaar is.")
    if rapport.over_tijd:
        hoeveel = telwoord(len(rapport.over_tijd), "tekort", "tekorten")
        vragen.append(f"Vraag bij {hoeveel} waarom de dag voorbij is. Spreek een nieuwe dag af.")
    if nodig := rapport.met(Oordeel.ATTEST_NODIG):
        hoeveel = telwoord(len(nodig), "norm", "normen")
        vragen.append(f"Zorg dat iemand voor {hoeveel} schriftelijk verklaart hoe het staat.")
    if niets := rapport.met(Oordeel.NOG_NIETS_VASTGELEGD):
        hoeveel = telwoord(len(niets), "norm", "normen")
        vragen.append(f"Zorg dat de gemeente ook bij {hoeveel} begint met vastleggen.")
    return (*vragen, "Bespreek dit rapport. Stuur het daarna naar de raad.")


def _aan_raad(rapport: Rapport) -> tuple[str, ...]:
    vragen = ["Lees hoe de gemeente omgaat met de gegevens van mensen."]
    if rapport.zonder_afspraak:
        hoeveel = telwoord(len(rapport.zonder_afspraak), "tekort", "tekorten")
        vragen.append(f"Vraag het college om een dag af te spreken voor {hoeveel}.")
    if rapport.over_tijd:
        hoeveel = telwoord(len(rapport.over_tijd), "tekort", "tekorten")
        vragen.append(f"Vraag het college waarom bij {hoeveel} de dag voorbij is.")
    return (*vragen, "Bespreek met het college wat dit jaar voorgaat.")
