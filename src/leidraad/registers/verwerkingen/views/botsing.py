"""Two people edited the same section: show both versions per field, and let the second choose."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from leidraad.dossiers.journaal.lezen import INGEZIEN, leesbaar
from leidraad.dossiers.models import Journaalregel
from leidraad.dossiers.toegang import lid_bij
from leidraad.registers.verwerkingen.forms.sectie import Sectieformulier
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.labels import LABELS, LIJSTTITELS
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.secties import Sectie
from leidraad.registers.verwerkingen.stempel import sectie_stempel
from leidraad.registers.verwerkingen.views.laden import kader
from leidraad.registers.verwerkingen.weergave import in_woorden

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


def verschillend(sectie: Sectie, een: Inhoud, ander: Inhoud) -> list[str]:
    """The names of the fields and lists of a section that differ."""
    return [naam for naam in (*sectie.velden, *sectie.lijsten) if getattr(een, naam) != getattr(ander, naam)]


def gekozen_inhoud(formulier: Sectieformulier, data: QueryDict) -> tuple[Inhoud, list[str]]:
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


def toon_botsing(
    request: HttpRequest,
    verwerking: Verwerking,
    formulier: Sectieformulier,
    huidig: Inhoud,
    onbeslist: list[str] | None = None,
) -> HttpResponse:
    """The page that shows both versions. What was typed travels along, so nothing is lost."""
    sectie, lid = formulier.sectie, lid_bij(request)
    mijn = formulier.naar_inhoud()
    punten = [
        Keuzepunt(
            naam,
            LABELS.get(naam) or LIJSTTITELS[naam],
            _in_delen(naam, huidig, lid.op),
            _in_delen(naam, mijn, lid.op),
            request.POST.get(f"kies-{naam}", ""),
            naam in (onbeslist or ()),
        )
        for naam in verschillend(sectie, mijn, huidig)
    ]
    regels = Journaalregel.objects.filter(keten=verwerking.dossier.uuid).exclude(handeling=INGEZIEN)
    context = {
        **kader(verwerking, "Iemand was u voor"),
        "sectie": sectie,
        "punten": punten,
        "meegenomen": _meegenomen(request.POST),
        "stempel": sectie_stempel(huidig, sectie.code),
        "laatste": leesbaar(regels.order_by("-volgnummer")[:1]),
        "onbeslist": bool(onbeslist),
    }
    return render(request, "verwerkingen/botsing.html", context)


def _in_delen(naam: str, inhoud: Inhoud, op: Any) -> list[str]:
    """A field as one text, a list as one text per row."""
    waarde = getattr(inhoud, naam)
    if naam in LIJSTTITELS:
        return [in_woorden(f"{naam}.{rij.regel}", rij, inhoud, op) for rij in waarde]
    tekst = in_woorden(naam, waarde, inhoud, op)
    return [tekst] if tekst else []


def _meegenomen(data: QueryDict) -> list[tuple[str, str]]:
    """Everything that was posted, to post again with the choices."""
    return [
        (naam, waarde)
        for naam, waarden in data.lists()
        if naam not in _NIET_MEE and not naam.startswith("kies-")
        for waarde in waarden
    ]
