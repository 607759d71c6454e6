"""How long (AVG art. 5 lid 1 onder e, 30 lid 1 onder f; Archiefwet; Wpg art. 8–14; normen 2.5.1, 2.5.2)."""

from collections.abc import Iterator
from datetime import date

from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.begrippen import Bewaarbron, Regime
from leidraad.registers.verwerkingen.duur import lees_duur
from leidraad.registers.verwerkingen.inhoud import Bewaartermijn, Inhoud
from leidraad.registers.verwerkingen.regels.eis import Eis

_SECTIE = "bewaren"


def is_duur(tekst: str) -> bool:
    """Whether `tekst` is an ISO 8601 duration of whole years, months, weeks or days, such as P7Y or P28D."""
    try:
        return bool(tekst) and lees_duur(tekst) == tekst
    except ValueError:
        return False


def te_vernietigen(op: date) -> list[str]:
    """The results of the Selectielijst after which data must go: keeping them for ever does not follow it."""
    return [r.code for r in lijst("selectielijst", op) if r.waardering == "vernietigen"]


def eisen(inhoud: Inhoud, op: date) -> Iterator[Eis]:
    """What the retention terms need before the verwerking can be established."""
    yield Eis(
        bool(inhoud.bewaartermijnen), _SECTIE, "bewaartermijnen",
        "Voeg ten minste één bewaartermijn toe.", "AVG art. 30 lid 1 onder f",
    )  # fmt: skip
    for termijn in inhoud.bewaartermijnen:
        yield from _termijn(termijn, inhoud.regime, op)


def _termijn(termijn: Bewaartermijn, regime: str, op: date) -> Iterator[Eis]:
    pad = f"bewaartermijnen.{termijn.regel}."
    wat = f"Bewaartermijn {termijn.regel}"
    yield Eis(
        termijn.blijvend or is_duur(termijn.duur), _SECTIE, pad + "duur",
        f"{wat}: vul in hoe lang, of kies blijvend bewaren.", "AVG art. 5 lid 1 onder e",
    )  # fmt: skip
    if not termijn.blijvend:
        yield Eis(
            bool(termijn.startmoment), _SECTIE, pad + "startmoment",
            f"{wat}: vul in vanaf welk moment de termijn loopt.", "AVG art. 5 lid 1 onder e",
        )  # fmt: skip
    if regime == Regime.WPG:
        yield Eis(
            bool(termijn.wet),
            _SECTIE,
            pad + "wet",
            f"{wat}: noem het artikel van de Wpg.",
            "Wpg art. 8, 9, 13",
        )
        yield Eis(
            is_duur(termijn.vernietigen_na), _SECTIE, pad + "vernietigen_na",
            f"{wat}: vul in hoe lang na het verwijderen u vernietigt.", "Wpg art. 14",
        )  # fmt: skip
        return
    yield Eis(
        termijn.bron in set(Bewaarbron), _SECTIE, pad + "bron",
        f"{wat}: kies waar de termijn op rust.", "norm 2.5.1",
    )  # fmt: skip
    yield from _bron(termijn, pad, wat, op)


def _bron(termijn: Bewaartermijn, pad: str, wat: str, op: date) -> Iterator[Eis]:
    if termijn.bron == Bewaarbron.WET:
        yield Eis(
            bool(termijn.wet), _SECTIE, pad + "wet", f"{wat}: noem de wet en het artikel.", "norm 2.5.1"
        )
    if termijn.bron == Bewaarbron.SELECTIELIJST:
        yield Eis(
            termijn.resultaat in lijst("selectielijst", op), _SECTIE, pad + "resultaat",
            f"{wat}: kies een resultaat uit de Selectielijst.", "Archiefwet; norm 2.5.1",
        )  # fmt: skip
        if termijn.blijvend:
            yield Eis(
                termijn.resultaat not in te_vernietigen(op), _SECTIE, pad + "blijvend",
                f"{wat}: de Selectielijst zegt bij dit resultaat: vernietigen. Kies dus niet voor blijvend.",
                "Archiefwet; norm 2.5.1",
            )  # fmt: skip
    if termijn.bron == Bewaarbron.EIGEN:
        yield Eis(
            bool(termijn.motivering), _SECTIE, pad + "motivering",
            f"{wat}: leg uit waarom deze termijn nodig is.", "norm 2.5.2",
        )  # fmt: skip
        yield Eis(
            termijn.wet_en_lijst_zwijgen, _SECTIE, pad + "wet_en_lijst_zwijgen",
            f"{wat}: verklaar dat wet en Selectielijst geen termijn geven.", "norm 2.5.2",
        )  # fmt: skip
