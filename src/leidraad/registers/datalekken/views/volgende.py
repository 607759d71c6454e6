"""What this person can do with this breach now: one next step, what is missing, and the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from leidraad.organisaties.rechten import Lid, Recht, mag
from leidraad.registers.datalekken.begrippen import Status
from leidraad.registers.datalekken.inhoud import Inhoud
from leidraad.registers.datalekken.models import Datalek
from leidraad.registers.datalekken.regels.plichten import Stand, moet_naar_ap, moet_naar_betrokkenen
from leidraad.registers.datalekken.secties import SECTIES
from leidraad.registers.datalekken.views.laden import adres

OPEN = (Status.GEMELD, Status.IN_BEHANDELING)


@dataclass(frozen=True)
class Actie:
    """Something to do: a link to its screen, or only a sentence when it is somebody else's turn."""

    tekst: str
    url: str = ""
    uitleg: str = ""


@dataclass(frozen=True)
class Tekort:
    """Something that is missing, with the address where it can be filled in."""

    tekst: str
    url: str


def tekorten(datalek: Datalek, paren: Iterable[tuple[str, str]]) -> list[Tekort]:
    """What is missing, each with the address of its field or its screen."""
    return [Tekort(tekst, adres_van(datalek, veld)) for veld, tekst in paren]


def adres_van(datalek: Datalek, veld: str) -> str:
    """Where a field is filled in."""
    for sectie in SECTIES:
        if veld in sectie.namen:
            return f"{adres('bewerken', datalek.dossier, sectie.code)}#veld-{veld}"
    schermen = {"risico": "risico", "risico_reden": "risico", "mededeling": "informeren", "advies": "overleg"}
    if veld in schermen:
        return adres(schermen[veld], datalek.dossier)
    detail = adres("detail", datalek.dossier)
    return f"{detail}#acties" if veld == "acties" else adres("ap", datalek.dossier)


def volgende_stap(datalek: Datalek, inhoud: Inhoud, stand: Stand, tekort: list[Tekort], lid: Lid) -> Actie:
    """The one thing that has to happen now, for the person who looks."""
    toetsen = bool(mag(lid, Recht.TOETSEN, datalek.dossier))
    if datalek.status not in OPEN:
        return Actie("", uitleg=f"{datalek.get_status_display()}. Er is nu niets te doen.")
    if not toetsen:
        return Actie("", uitleg="De Privacy Officer behandelt dit datalek.")
    if datalek.status == Status.GEMELD:
        return Actie("Beoordelen", adres("triage", datalek.dossier), "Is dit een datalek?")
    if not inhoud.risico:
        return Actie("Risico bepalen", adres("risico", datalek.dossier), "Is er een risico voor mensen?")
    if moet_naar_ap(inhoud) and not stand.gemeld_bij_ap:
        return Actie("Melden bij de AP", adres("ap", datalek.dossier), "Bereid de melding voor.")
    if moet_naar_betrokkenen(inhoud) and not stand.betrokkenen_ingelicht:
        return Actie("Mensen inlichten", adres("informeren", datalek.dossier), "Er is een hoog risico.")
    if tekort:
        nog = "Er is nog 1 ding nodig." if len(tekort) == 1 else f"Er zijn nog {len(tekort)} dingen nodig."
        return Actie("Verder invullen", tekort[0].url, nog)
    return Actie("Afsluiten", adres("afsluiten", datalek.dossier), "Alles is ingevuld.")


def acties(datalek: Datalek, lid: Lid) -> list[Actie]:
    """Everything else that this person may do in this state, in a fixed order."""
    dossier, toetsen = datalek.dossier, bool(mag(lid, Recht.TOETSEN, datalek.dossier))
    uit = []
    if datalek.status == Status.GEMELD and toetsen:
        uit.append(Actie("Beoordelen", adres("triage", dossier)))
    if datalek.status in OPEN and toetsen:
        uit += [
            Actie("Risico bepalen", adres("risico", dossier)),
            Actie("Melden bij de AP", adres("ap", dossier)),
            Actie("Mensen inlichten", adres("informeren", dossier)),
            Actie("Brief maken", adres("brieven", dossier)),
            Actie("Eenheid en behandelaar", adres("plaatsing", dossier)),
        ]
    if datalek.status == Status.IN_BEHANDELING and toetsen:
        uit.append(Actie("Afsluiten", adres("afsluiten", dossier)))
    if datalek.status not in OPEN and toetsen:
        uit.append(Actie("Heropenen", adres("heropenen", dossier)))
    if mag(lid, Recht.BEWERKEN, dossier):
        uit.append(Actie("Verwerkingen koppelen", adres("koppelen", dossier)))
    return uit
