"""Whose data and which data (AVG art. 5 lid 1 onder c, 9, 10, 13–14; UAVG art. 22–33, 46; Wpg art. 5)."""

from collections.abc import Iterator
from datetime import date

from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.begrippen import Herkomst, Regime, SoortGegeven
from leidraad.registers.verwerkingen.inhoud import Gegeven, Inhoud
from leidraad.registers.verwerkingen.regels.eis import Eis

_SECTIE = "gegevens"


def eisen(inhoud: Inhoud, op: date) -> Iterator[Eis]:
    """What the data subjects and the data need before the verwerking can be established."""
    yield Eis(
        bool(inhoud.betrokkenen), _SECTIE, "betrokkenen",
        "Voeg toe over wie de gegevens gaan.", "AVG art. 30 lid 1 onder c",
    )  # fmt: skip
    for wie in inhoud.betrokkenen:
        yield Eis(
            bool(wie.naam), _SECTIE, f"betrokkenen.{wie.regel}.naam",
            f"Betrokkenen {wie.regel}: geef deze groep een naam.", "AVG art. 30 lid 1 onder c",
        )  # fmt: skip
    yield Eis(
        bool(inhoud.gegevens), _SECTIE, "gegevens",
        "Voeg toe welke gegevens u gebruikt.", "AVG art. 30 lid 1 onder c",
    )  # fmt: skip
    for gegeven in inhoud.gegevens:
        yield from _gegeven(gegeven, inhoud, op)


def _gegeven(gegeven: Gegeven, inhoud: Inhoud, op: date) -> Iterator[Eis]:
    pad = f"gegevens.{gegeven.regel}."
    wat = f"Gegeven ‘{gegeven.naam[:60]}’" if gegeven.naam else f"Gegeven {gegeven.regel}"
    yield Eis(
        bool(gegeven.naam), _SECTIE, pad + "naam", f"{wat}: noem het gegeven.", "AVG art. 30 lid 1 onder c"
    )
    yield Eis(
        gegeven.betrokkenen is not None, _SECTIE, pad + "betrokkenen",
        f"{wat}: kies over wie het gaat.", "AVG art. 30 lid 1 onder c",
    )  # fmt: skip
    yield Eis(
        gegeven.soort in set(SoortGegeven),
        _SECTIE,
        pad + "soort",
        f"{wat}: kies de soort.",
        "AVG art. 9 en 10; UAVG art. 46",
    )
    yield Eis(
        any(n.waarom for n in gegeven.noodzaken), _SECTIE, pad + "noodzaken",
        f"{wat}: leg bij ten minste één doel uit waarom het nodig is.",
        "AVG art. 5 lid 1 onder c, norm 2.3.1",
    )  # fmt: skip
    yield Eis(
        gegeven.herkomst in set(Herkomst), _SECTIE, pad + "herkomst",
        f"{wat}: kies waar het vandaan komt.", "AVG art. 14 lid 2 onder f",
    )  # fmt: skip
    if gegeven.verplicht:
        yield Eis(
            bool(gegeven.gevolg), _SECTIE, pad + "gevolg",
            f"{wat}: beschrijf wat er gebeurt als iemand het niet geeft.", "AVG art. 13 lid 2 onder e",
        )  # fmt: skip
    yield Eis(
        gegeven.bewaartermijn is not None, _SECTIE, pad + "bewaartermijn",
        f"{wat}: kies de bewaartermijn.", "AVG art. 30 lid 1 onder f",
    )  # fmt: skip
    yield from _doorbreking(gegeven, inhoud.regime, pad, wat, op)


def _doorbreking(gegeven: Gegeven, regime: str, pad: str, wat: str, op: date) -> Iterator[Eis]:
    """Special data, criminal data and the BSN need their own ground (norm 2.1.2)."""
    soort = lijst("soorten_gegevens", op).get(gegeven.soort)
    if soort is None or not soort.doorbrekingsgrond_nodig:
        return
    if regime == Regime.WPG:
        yield Eis(
            bool(gegeven.doorbreking_toelichting), _SECTIE, pad + "doorbreking_toelichting",
            f"{wat}: leg uit waarom dit gegeven onvermijdelijk is.", "Wpg art. 5",
        )  # fmt: skip
        return
    grond = lijst("doorbrekingsgronden", op).get(gegeven.doorbrekingsgrond)
    yield Eis(
        grond is not None and grond.soort == gegeven.soort and not grond.niet_voor_gemeente,
        _SECTIE, pad + "doorbrekingsgrond",
        f"{wat}: kies de wettelijke uitzondering die bij deze soort hoort.",
        "AVG art. 9 en 10; UAVG art. 22–33 en 46; norm 2.1.2",
    )  # fmt: skip
    if grond is not None and grond.wet_verplicht:
        yield Eis(
            bool(gegeven.doorbreking_toelichting), _SECTIE, pad + "doorbreking_toelichting",
            f"{wat}: noem de wet en het artikel waaruit de uitzondering blijkt.",
            "AVG art. 9 en 10; UAVG art. 22–33 en 46; norm 2.1.2",
        )  # fmt: skip
