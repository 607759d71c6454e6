"""The page of one verwerking: what it says, its state, what must happen next, by when and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leidraad.dossiers.paneel import paneel
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.rechten import Lid
from leidraad.organisaties.verantwoordelijkheid import verantwoordelijke
from leidraad.referentie import lijst
from leidraad.registers.verwerkingen import opslag
from leidraad.registers.verwerkingen.begrippen import Informatiewijze, Status
from leidraad.registers.verwerkingen.handelingen.levensloop import GEEN_EENHEID
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.regels.afwijkingen import afwijkingen
from leidraad.registers.verwerkingen.regels.eis import Eis
from leidraad.registers.verwerkingen.regels.leesbaarheid import KORTE_ZIN, Leesbaarheid, is_b1, leesbaarheid
from leidraad.registers.verwerkingen.regels.levensloop import BEWERKBAAR
from leidraad.registers.verwerkingen.regels.volledigheid import ontbreekt
from leidraad.registers.verwerkingen.secties import SECTIE, SECTIES
from leidraad.registers.verwerkingen.views.laden import adres, kader, verwerking_voor, voor_lezer
from leidraad.registers.verwerkingen.views.volgende import acties, volgende_stap
from leidraad.registers.verwerkingen.weergave import secties_weergave


@dataclass(frozen=True)
class Tekort:
    """Something still needed, with the address of the field where it belongs."""

    tekst: str
    grond: str
    sectie: str
    url: str


@login_required
@require_safe
def detail(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """The whole dossier on one page."""
    verwerking = verwerking_voor(request, gemeente, nummer)
    lid = lid_bij(request)
    inhoud = voor_lezer(verwerking, opslag.lees(verwerking), lid)
    zijkant = paneel(verwerking.dossier, lid)
    bewerkbaar = zijkant["rechten"]["bewerken"] and verwerking.status in BEWERKBAAR
    eisen = ontbreekt(inhoud, lid.op)
    tekort = alle_tekorten(verwerking, eisen)
    context = {
        **zijkant,
        **kader(verwerking),
        "secties": [
            (s, adres("bewerken", verwerking.dossier, s.sectie.code))
            for s in secties_weergave(SECTIES, inhoud, lid.op, eisen)
        ],
        "bewerkbaar": bewerkbaar,
        "tabbladen": tabbladen(verwerking, "detail"),
        "tekort": tekort,
        "afwijkingen": afwijkingen(inhoud, lid.op),
        "klasse": lijst("gevoeligheidsklassen", lid.op)[verwerking.gevoeligheid],
        "klassemaatregelen": (maatregelen := maatregelen_bij(verwerking.gevoeligheid, inhoud, lid)),
        "genomen": sum(genomen for _, genomen in maatregelen),
        "volgende": volgende_stap(verwerking, lid, len(tekort), tekort[0].url if tekort else ""),
        "acties": acties(verwerking, lid),
        "afgerond": verwerking.status == Status.BEEINDIGD,
        "leesbaarheid": _leesbaarheid(inhoud, lid),
        "vandaag": lid.op,
        **wie_is_verantwoordelijk(verwerking, lid),
    }
    return render(request, "verwerkingen/detail.html", context)


@login_required
@require_safe
def overleg(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """What people say about it: remarks, advice, judgements and attachments."""
    verwerking = verwerking_voor(request, gemeente, nummer)
    context = {
        **paneel(verwerking.dossier, lid_bij(request)),
        **kader(verwerking, "Overleg en bijlagen"),
        "tabbladen": tabbladen(verwerking, "overleg"),
    }
    return render(request, "verwerkingen/overleg.html", context)


def tabbladen(verwerking: Verwerking, hier: str) -> list[dict[str, Any]]:
    """The pages of one verwerking."""
    namen = (("detail", "Inhoud"), ("overleg", "Overleg en bijlagen"), ("versies", "Versies"))
    return [
        {"label": label, "url": adres(naam, verwerking.dossier), "actief": naam == hier}
        for naam, label in namen
    ]


def alle_tekorten(verwerking: Verwerking, eisen: tuple[Eis, ...]) -> list[Tekort]:
    """What is still needed in the whole dossier: its unit first, because without it nobody is responsible."""
    plaats = Tekort(GEEN_EENHEID, "norm 4.2.1", "Wie", f"{adres('plaatsing', verwerking.dossier)}#id_eenheid")
    zonder = [plaats] if verwerking.dossier.eenheid_id is None else []
    return zonder + tekorten(verwerking, eisen)


def tekorten(verwerking: Verwerking, eisen: tuple[Eis, ...]) -> list[Tekort]:
    """What is still needed, each with the address of its own field in the form of its section."""
    return [
        Tekort(
            eis.tekst,
            eis.grond,
            SECTIE[eis.sectie].titel,
            f"{adres('bewerken', verwerking.dossier, eis.sectie)}#{anker(eis.veld)}",
        )
        for eis in eisen
    ]


def anker(pad: str) -> str:
    """The id in the form of a path such as `rol`, `doelen` or `doelen.2.grondslag`."""
    return f"veld-{pad.replace('.', '-')}"


def maatregelen_bij(klasse: str, inhoud: Inhoud, lid: Lid) -> list[tuple[str, bool]]:
    """The measures that the class asks for at least, and whether each has been recorded (norm 2.6.1)."""
    genomen = {m.code for m in inhoud.maatregelen}
    return [(m.naam, m.code in genomen) for m in lijst("maatregelen", lid.op) if klasse in m.klassen]


def wie_is_verantwoordelijk(verwerking: Verwerking, lid: Lid) -> dict[str, Any]:
    """The function holder who carries this verwerking, or the reason why nobody does (norm 4.2.1)."""
    eenheid = verwerking.dossier.eenheid
    if eenheid is None:
        return {"verantwoordelijke": None}
    return {"verantwoordelijke": verantwoordelijke(eenheid, "teammanager", lid.op)}


def _leesbaarheid(inhoud: Inhoud, lid: Lid) -> dict[str, Any] | None:
    """The indication for the privacy statement in words; None when there is no text of our own."""
    if inhoud.informatiewijze != Informatiewijze.TEKST or not inhoud.privacyverklaring:
        return None
    uit = leesbaarheid(inhoud.privacyverklaring, lid.op)
    lang = ", ".join(uit.lange_woorden[:8]) + (" en meer" if len(uit.lange_woorden) > 8 else "")
    return {
        "oordeel": _oordeel(uit),
        "woorden_per_zin": f"{uit.woorden_per_zin:.1f} (goed is 15 of minder)".replace(".", ",", 1),
        "flesch": f"{uit.flesch_douma:.0f} van 100 (goed is 60 of meer)"
        if uit.flesch_douma is not None
        else "",
        "lange_woorden": lang or "Geen",
        "jargon": uit.jargon,
    }


def _oordeel(uit: Leesbaarheid) -> str:
    """The figures in one sentence."""
    if uit.flesch_douma is None:
        return "Er staat nog geen tekst."
    if is_b1(uit):
        return "Deze tekst lijkt goed te lezen."
    if uit.woorden_per_zin > KORTE_ZIN:
        return "De zinnen zijn lang. Maak ze korter: één gedachte per zin."
    return "De woorden zijn lang of moeilijk. Kies gewone woorden."
