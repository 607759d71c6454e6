"""Two people edited the same section: show both versions per field, and let the second choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import QueryDict

from leidraad.dossiers.formulieren.sectie import Sectieformulier
from leidraad.dossiers.journaal.lezen import INGEZIEN, leesbaar
from leidraad.dossiers.models import Dossier, Journaalregel
from leidraad.dossiers.secties import Sectie, sectie_stempel

SJABLOON = "dossiers/sectie/botsing.html"
_NIET_MEE = {"csrfmiddlewaretoken", "stempel", "doe"}
MIJN, OPGESLAGEN = "mijn", "opgeslagen"


@dataclass(frozen=True)
class Keuzepunt:
    """One field or list in which the two versions differ."""

    naam: str
    label: str
    opgeslagen: list[str]
    mijn: list[str]
    keuze: str
    open: bool


def verschillend(sectie: Sectie, een: Any, ander: Any) -> list[str]:
    """The names of the fields and lists of a section that differ."""
    return [naam for naam in sectie.namen if getattr(een, naam) != getattr(ander, naam)]


def gekozen_inhoud(formulier: Sectieformulier, data: QueryDict) -> tuple[Any, list[str]]:
    """What was typed, with the stored value where the person chose that; and where no choice was made."""
    mijn, opgeslagen = formulier.naar_inhoud(), formulier.inhoud
    terug: dict[str, Any] = {}
    onbeslist = []
    for naam in verschillend(formulier.sectie, mijn, opgeslagen):
        keuze = data.get(f"kies-{naam}", "")
        if keuze == OPGESLAGEN:
            terug[naam] = getattr(opgeslagen, naam)
        elif keuze != MIJN:
            onbeslist.append(naam)
    return replace(mijn, **terug), onbeslist


def botsing_context(
    formulier: Sectieformulier,
    huidig: Any,
    data: QueryDict,
    dossier: Dossier,
    *,
    label: Callable[[str], str],
    in_delen: Callable[[str, Any], list[str]],
    onbeslist: Sequence[str] = (),
) -> dict[str, Any]:
    """The context of the page that shows both versions. What was typed travels along, so nothing is lost.

    `label` names a field or list; `in_delen` says one of them in words: a field as one text, a list as one
    text per row.
    """
    sectie, mijn = formulier.sectie, formulier.naar_inhoud()
    punten = [
        Keuzepunt(
            naam,
            label(naam),
            in_delen(naam, huidig),
            in_delen(naam, mijn),
            data.get(f"kies-{naam}", ""),
            naam in onbeslist,
        )
        for naam in verschillend(sectie, mijn, huidig)
    ]
    regels = Journaalregel.objects.filter(keten=dossier.uuid).exclude(handeling=INGEZIEN)
    return {
        "sectie": sectie,
        "punten": punten,
        "meegenomen": _meegenomen(data),
        "stempel": sectie_stempel(huidig, sectie),
        "laatste": leesbaar(regels.order_by("-volgnummer")[:1]),
        "onbeslist": bool(onbeslist),
    }


def _meegenomen(data: QueryDict) -> list[tuple[str, str]]:
    """Everything that was posted, to post again with the choices."""
    return [
        (naam, waarde)
        for naam, waarden in data.lists()
        if naam not in _NIET_MEE and not naam.startswith("kies-")
        for waarde in waarden
    ]
