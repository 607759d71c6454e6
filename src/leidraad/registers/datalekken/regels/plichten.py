"""Who must be told and when a case may be closed (AVG art. 33, 34; Wpg art. 33a; norms 3.4.2, 3.4.3)."""

from collections.abc import Iterator
from dataclasses import dataclass

from leidraad.registers.datalekken.begrippen import Regime, Risico, Uitzondering
from leidraad.registers.datalekken.inhoud import Inhoud


@dataclass(frozen=True)
class Stand:
    """What has been done so far, apart from the content."""

    gemeld_bij_ap: bool = False
    gemeld_te_laat: bool = False
    betrokkenen_ingelicht: bool = False
    acties_zonder_eigenaar_of_datum: int = 0
    advies_fg_gevraagd_zonder_antwoord: bool = False


def moet_naar_ap(inhoud: Inhoud) -> bool:
    """Whether the breach must be notified to the AP: unless a risk is unlikely (AVG art. 33 lid 1)."""
    return inhoud.risico in (Risico.RISICO, Risico.HOOG_RISICO)


def moet_naar_betrokkenen(inhoud: Inhoud) -> bool:
    """Whether people must be told: a high risk and no exception that fits the law (AVG art. 34; Wpg 33a)."""
    return inhoud.risico == Risico.HOOG_RISICO and not _uitzondering_past(inhoud)


def _uitzondering_past(inhoud: Inhoud) -> bool:
    if not inhoud.uitzondering or not inhoud.uitzondering_toelichting:
        return False
    if inhoud.uitzondering == Uitzondering.ONEVENREDIG:
        # Then they are told in public instead of one by one (AVG art. 34 lid 3 onder c).
        return False
    if inhoud.uitzondering == Uitzondering.WPG_BELANG:
        return inhoud.regime == Regime.WPG
    if inhoud.uitzondering == Uitzondering.VOORAF_ONBEGRIJPELIJK:
        return bool(inhoud.versleuteld)
    return True


def nog_nodig_voor_melding(inhoud: Inhoud) -> Iterator[tuple[str, str]]:
    """Pairs of (field, what to fill in) before the AP can be notified (AVG art. 33 lid 3).

    A first notification may be incomplete (lid 4), so these advise; they do not block.
    """
    if not inhoud.omschrijving:
        yield "omschrijving", "Beschrijf wat er is gebeurd."
    if not (
        inhoud.vertrouwelijkheid_geschonden
        or inhoud.integriteit_geschonden
        or inhoud.beschikbaarheid_geschonden
    ):
        yield "vertrouwelijkheid_geschonden", "Kies wat er met de gegevens gebeurde."
    if not inhoud.betrokkenen:
        yield "betrokkenen", "Noem over wie de gegevens gaan en ongeveer hoeveel mensen dat zijn."
    if not inhoud.gegevens:
        yield "gegevens", "Noem welke gegevens het zijn."
    if not inhoud.gevolgen:
        yield "gevolgen", "Beschrijf wat dit voor mensen kan betekenen."
    if not inhoud.maatregelen_gedicht:
        yield "maatregelen_gedicht", "Beschrijf wat u hebt gedaan of gaat doen."


def nog_nodig_voor_afsluiten(inhoud: Inhoud, stand: Stand) -> Iterator[tuple[str, str]]:
    """Pairs of (field, what is missing) before closing: facts, consequences, measures (33 lid 5)."""
    if not inhoud.risico:
        yield "risico", "Beslis of er een risico is voor mensen."
    elif not inhoud.risico_reden:
        yield "risico_reden", "Leg uit waarom u dit over het risico besluit."
    if not inhoud.oorzaak:
        yield "oorzaak", "Kies de oorzaak."
    yield from nog_nodig_voor_melding(inhoud)
    if moet_naar_ap(inhoud) and not stand.gemeld_bij_ap:
        yield "melding", "Meld het datalek bij de AP."
    if stand.gemeld_te_laat and not inhoud.reden_te_laat:
        yield "reden_te_laat", "Leg uit waarom de melding later was dan 72 uur."
    if moet_naar_betrokkenen(inhoud) and not stand.betrokkenen_ingelicht:
        yield "mededeling", "Licht de mensen om wie het gaat in, of leg vast waarom dat niet hoeft."
    if stand.acties_zonder_eigenaar_of_datum:
        yield "acties", "Geef elke verbeteractie een eigenaar en een datum."
    if stand.advies_fg_gevraagd_zonder_antwoord:
        yield "advies", "De FG heeft nog geen advies gegeven."
