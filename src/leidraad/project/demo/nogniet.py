"""What a content does not tell yet: a draft taken from the old list names little more than what and who.

A story names the gaps of an earlier content under `nog_niet`; each gap is one thing that a norm asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from leidraad.registers.verwerkingen import inhoud as i


def laat_weg(inhoud: i.Inhoud, wat: Iterable[str]) -> i.Inhoud:
    """The content without what nobody has filled in yet. Raises KeyError for a gap that does not exist."""
    for gat in wat:
        inhoud = _GATEN[gat](inhoud)
    return inhoud


def _grondslag(inhoud: i.Inhoud) -> i.Inhoud:
    return replace(inhoud, doelen=tuple(replace(d, grondslag="", wet="", artikel="") for d in inhoud.doelen))


def _uitzondering(inhoud: i.Inhoud) -> i.Inhoud:
    zonder = (replace(g, doorbrekingsgrond="", doorbreking_toelichting="") for g in inhoud.gegevens)
    return replace(inhoud, gegevens=tuple(zonder))


def _noodzaak(inhoud: i.Inhoud) -> i.Inhoud:
    return replace(inhoud, gegevens=tuple(replace(g, noodzaken=()) for g in inhoud.gegevens))


def _bewaarbron(inhoud: i.Inhoud) -> i.Inhoud:
    """How long is known, but not which law or list says so."""
    kaal = (
        i.Bewaartermijn(
            regel=b.regel,
            omschrijving=b.omschrijving,
            duur=b.duur,
            blijvend=b.blijvend,
            startmoment=b.startmoment,
            vernietigen_na=b.vernietigen_na,
        )
        for b in inhoud.bewaartermijnen
    )
    return replace(inhoud, bewaartermijnen=tuple(kaal))


def _opruimer(inhoud: i.Inhoud) -> i.Inhoud:
    """Who may destroy data is not arranged yet."""
    return replace(inhoud, autorisaties=tuple(replace(a, verwijderen=False) for a in inhoud.autorisaties))


_GATEN: dict[str, Callable[[i.Inhoud], i.Inhoud]] = {
    "grondslag": _grondslag,
    "uitzondering": _uitzondering,
    "noodzaak": _noodzaak,
    "evenredig": lambda inhoud: replace(inhoud, proportionaliteit="", proportionaliteit_waarom=""),
    "minder": lambda inhoud: replace(inhoud, subsidiariteit="", subsidiariteit_waarom=""),
    "juistheid": lambda inhoud: replace(inhoud, juistheid=""),
    "bewaarbron": _bewaarbron,
    "vernietigen": lambda inhoud: replace(inhoud, vernietigingen=()),
    "maatregelen": lambda inhoud: replace(inhoud, maatregelen=inhoud.maatregelen[:2]),
    "verklaring": lambda inhoud: replace(inhoud, informatiewijze="", privacyverklaring=""),
    "autorisaties": lambda inhoud: replace(inhoud, autorisaties=()),
    "opruimer": _opruimer,
    "ontvangers": lambda inhoud: replace(inhoud, ontvangers=()),
    "computer": lambda inhoud: replace(inhoud, profilering=None, geautomatiseerd_besluit=None),
}
