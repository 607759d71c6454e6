"""What cannot be true about the moments and the numbers of a breach; messages for the right field."""

from collections.abc import Iterator
from datetime import datetime

from leidraad.registers.datalekken.inhoud import Inhoud

MEESTE_MENSEN = 18_000_000
"""More people than live in the Netherlands is a typing error."""


def tegenspraken(inhoud: Inhoud, nu: datetime) -> Iterator[tuple[str, str]]:
    """Pairs of (field, message in plain Dutch) for what contradicts itself or lies in the future."""
    yield from _toekomst(inhoud, nu)
    yield from _volgorde(inhoud)
    for groep in inhoud.betrokkenen:
        yield from _aantallen(groep.regel, groep.minimum, groep.maximum)
    for gegeven in inhoud.gegevens:
        if gegeven.aantal is not None and gegeven.aantal < 0:
            yield f"gegevens.{gegeven.regel}.aantal", "Een aantal kan niet kleiner zijn dan nul."


def _toekomst(inhoud: Inhoud, nu: datetime) -> Iterator[tuple[str, str]]:
    for veld in (
        "gebeurd_van",
        "gebeurd_tot",
        "ontdekt_op",
        "kennisgenomen_op",
        "verwerker_meldde_op",
        "intern_gemeld_op",
    ):
        moment = getattr(inhoud, veld)
        if moment is not None and moment > nu:
            yield veld, "Dit moment ligt in de toekomst. Kijk de datum en de tijd na."


def _volgorde(inhoud: Inhoud) -> Iterator[tuple[str, str]]:
    van, tot, ontdekt = inhoud.gebeurd_van, inhoud.gebeurd_tot, inhoud.ontdekt_op
    if van and tot and tot < van:
        yield "gebeurd_tot", "Het einde ligt voor het begin."
    if tot and inhoud.duurt_voort:
        yield "gebeurd_tot", "Het duurt nog voort, maar er staat ook een einde. Kies één van de twee."
    if van and ontdekt and ontdekt < van:
        yield "ontdekt_op", "Het is ontdekt voordat het gebeurde. Kijk beide momenten na."
    if ontdekt and inhoud.kennisgenomen_op and inhoud.kennisgenomen_op < ontdekt:
        yield "kennisgenomen_op", "De gemeente wist het niet eerder dan dat iemand het ontdekte."


def _aantallen(regel: int, minimum: int | None, maximum: int | None) -> Iterator[tuple[str, str]]:
    pad = f"betrokkenen.{regel}."
    for veld, aantal in (("minimum", minimum), ("maximum", maximum)):
        if aantal is not None and aantal < 0:
            yield pad + veld, "Een aantal mensen kan niet kleiner zijn dan nul."
        if aantal is not None and aantal > MEESTE_MENSEN:
            yield pad + veld, "Dit zijn meer mensen dan er in Nederland wonen. Kijk het aantal na."
    if minimum is not None and maximum is not None and minimum > maximum:
        yield pad + "minimum", "Het kleinste aantal is groter dan het grootste aantal."
