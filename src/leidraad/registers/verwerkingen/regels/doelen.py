"""Purpose and legal basis (AVG art. 5 lid 1 onder b, 6; Wpg art. 8, 9, 13; normen 2.1.1, 2.2.1, 2.2.2)."""

from collections.abc import Iterator
from datetime import date

from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.begrippen import Beoordeeld, Regime
from leidraad.registers.verwerkingen.inhoud import Doel, Inhoud
from leidraad.registers.verwerkingen.regels.eis import Eis

_SECTIE = "doelen"
_FACTOREN = ("verband", "kader", "aard", "gevolgen", "waarborgen")


def eisen(inhoud: Inhoud, op: date) -> Iterator[Eis]:
    """What the purposes need: at least one, each described, with a legal basis that may be used."""
    yield Eis(
        bool(inhoud.doelen), _SECTIE, "doelen", "Voeg ten minste één doel toe.", "AVG art. 30 lid 1 onder b"
    )
    for doel in inhoud.doelen:
        yield from _doel(doel, inhoud, op)
        if doel.later_doel:
            yield from _verenigbaarheid(doel)


def _doel(doel: Doel, inhoud: Inhoud, op: date) -> Iterator[Eis]:
    pad = f"doelen.{doel.regel}."
    wie = f"Doel {doel.regel}"
    yield Eis(
        bool(doel.omschrijving), _SECTIE, pad + "omschrijving",
        f"{wie}: omschrijf het doel.", "AVG art. 5 lid 1 onder b, norm 2.2.1",
    )  # fmt: skip
    yield from (_wpg if inhoud.regime == Regime.WPG else _avg)(doel, inhoud, op)


def _wpg(doel: Doel, inhoud: Inhoud, op: date) -> Iterator[Eis]:
    grond = lijst("grondslagen_wpg", op).get(doel.grondslag)
    yield Eis(
        grond is not None and grond.voor_boa, _SECTIE, f"doelen.{doel.regel}.grondslag",
        f"Doel {doel.regel}: kies het artikel van de Wpg dat voor boa's geldt.",
        "Wpg art. 8, 9, 13; Bpg boa art. 2",
    )  # fmt: skip


def _avg(doel: Doel, inhoud: Inhoud, op: date) -> Iterator[Eis]:
    pad = f"doelen.{doel.regel}."
    wie = f"Doel {doel.regel}"
    grond = lijst("grondslagen", op).get(doel.grondslag)
    yield Eis(
        grond is not None, _SECTIE, pad + "grondslag",
        f"{wie}: kies de grondslag.", "AVG art. 6 lid 1, norm 2.1.1",
    )  # fmt: skip
    if grond is not None and grond.wet_verplicht:
        yield Eis(
            bool(doel.wet), _SECTIE, pad + "wet",
            f"{wie}: noem de wet die de gemeente deze plicht of taak geeft.", "AVG art. 6 lid 3",
        )  # fmt: skip
        yield Eis(
            bool(doel.artikel), _SECTIE, pad + "artikel", f"{wie}: noem het artikel.", "AVG art. 6 lid 3"
        )
    if grond is not None and grond.niet_voor_overheidstaak:
        yield Eis(
            not inhoud.wettelijke_taak, _SECTIE, pad + "grondslag",
            f"{wie}: ‘gerechtvaardigd belang’ mag niet bij een wettelijke taak. Kies een andere grondslag.",
            "AVG art. 6 lid 1, laatste zin",
        )  # fmt: skip
        yield Eis(
            bool(doel.toelichting), _SECTIE, pad + "toelichting",
            f"{wie}: leg uit welk belang de gemeente heeft en waarom dit geen publieke taak is.",
            "AVG art. 6 lid 1 onder f",
        )  # fmt: skip
    if grond is not None and grond.toestemming_verdacht:
        yield Eis(
            bool(doel.toelichting), _SECTIE, pad + "toelichting",
            f"{wie}: leg uit waarom mensen echt vrij zijn om nee te zeggen.", "AVG overweging 43",
        )  # fmt: skip


def _verenigbaarheid(doel: Doel) -> Iterator[Eis]:
    """The five factors of AVG art. 6 lid 4 for a purpose that came later (norm 2.2.2)."""
    pad = f"doelen.{doel.regel}."
    for factor in _FACTOREN:
        yield Eis(
            bool(getattr(doel, factor)), _SECTIE, pad + factor,
            f"Doel {doel.regel}: vul de verenigbaarheidstoets in ({factor}).", "AVG art. 6 lid 4, norm 2.2.2",
        )  # fmt: skip
    yield Eis(
        doel.verenigbaar == Beoordeeld.VOLDOET, _SECTIE, pad + "verenigbaar",
        f"Doel {doel.regel}: het nieuwe doel moet verenigbaar zijn met het eerste doel.", "AVG art. 6 lid 4",
    )  # fmt: skip
