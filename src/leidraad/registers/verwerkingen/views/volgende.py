"""What this person can do with this verwerking now: one next step, and the rest."""

from __future__ import annotations

from dataclasses import dataclass

from leidraad.organisaties.rechten import Lid, Recht, mag, mag_in
from leidraad.registers.verwerkingen.begrippen import Status
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.regels.levensloop import Stap, naar
from leidraad.registers.verwerkingen.views.laden import adres


@dataclass(frozen=True)
class Actie:
    """Something to do: a link to its screen, or only a sentence when it is somebody else's turn."""

    tekst: str
    url: str = ""
    uitleg: str = ""


_WACHT = {
    Status.TER_TOETSING: "Wacht op de Privacy Officer. Die toetst deze verwerking.",
    Status.TER_VASTSTELLING: "Wacht op de leidinggevende. Die stelt deze verwerking vast.",
}


def volgende_stap(verwerking: Verwerking, lid: Lid, tekort: int, eerste_tekort: str) -> Actie:
    """The one thing that has to happen now, for the person who looks."""
    status = Status.van(verwerking.status)
    bewerken = bool(mag(lid, Recht.BEWERKEN, verwerking.dossier))
    if status in (Status.CONCEPT, Status.TERUGGESTUURD, Status.IN_HERZIENING):
        if not bewerken:
            return Actie("", uitleg="De eenheid vult deze verwerking nog in.")
        if tekort:
            nog = "Er is nog 1 ding nodig." if tekort == 1 else f"Er zijn nog {tekort} dingen nodig."
            return Actie("Verder invullen", eerste_tekort, nog)
        return Actie(Stap.INDIENEN.label, _stap(verwerking, Stap.INDIENEN), "Alles is ingevuld.")
    if status == Status.TER_TOETSING and mag(lid, Recht.TOETSEN, verwerking.dossier):
        return Actie("Toetsen", _stap(verwerking, Stap.AKKOORD), "Geef akkoord of stuur terug.")
    if status == Status.TER_VASTSTELLING and mag(lid, Recht.VASTSTELLEN, verwerking.dossier):
        return Actie("Vaststellen", adres("vaststellen", verwerking.dossier), "Stel vast of stuur terug.")
    if status == Status.VASTGESTELD:
        return _na_vaststellen(verwerking, lid, bewerken)
    if status == Status.BEEINDIGD:
        return Actie("", uitleg="Deze verwerking is beëindigd.")
    return Actie("", uitleg=_WACHT[status])


def _na_vaststellen(verwerking: Verwerking, lid: Lid, bewerken: bool) -> Actie:
    if not verwerking.openbaarheid and mag(lid, Recht.PUBLICEREN, verwerking.dossier):
        return Actie(
            "Publicatie regelen", adres("publicatie", verwerking.dossier), "Is deze verwerking openbaar?"
        )
    herzien = verwerking.dossier.herzien_voor
    if bewerken and herzien and (herzien - lid.op).days <= 60:
        return Actie(Stap.HERZIEN.label, _stap(verwerking, Stap.HERZIEN), "De herziening komt eraan.")
    return Actie("", uitleg="Er is nu niets te doen.")


def acties(verwerking: Verwerking, lid: Lid) -> list[Actie]:
    """Everything else that this person may do in this state, in a fixed order."""
    dossier = verwerking.dossier
    bewerken = bool(mag(lid, Recht.BEWERKEN, dossier))
    vaststellen = bool(mag(lid, Recht.VASTSTELLEN, dossier))
    beeindigen = vaststellen or (bewerken and verwerking.geldende_versie_id is None)
    terugsturen = Recht.VASTSTELLEN if verwerking.status == Status.TER_VASTSTELLING else Recht.TOETSEN
    mogelijk = [
        (Stap.INDIENEN, bewerken),
        (Stap.TERUGSTUREN, bool(mag(lid, terugsturen, dossier))),
        (Stap.HERZIEN, bewerken),
        (Stap.HERZIENING_INTREKKEN, bewerken and verwerking.geldende_versie_id is not None),
        (Stap.BEEINDIGEN, beeindigen),
        (Stap.HEROPENEN, bewerken),
    ]
    uit = [
        Actie(stap.label, _stap(verwerking, stap))
        for stap, recht in mogelijk
        if recht and naar(verwerking.status, stap)
    ]
    if bewerken:
        uit.append(Actie("Eenheid, behandelaar en vertrouwelijkheid", adres("plaatsing", dossier)))
    if verwerking.geldende_versie_id and mag(lid, Recht.PUBLICEREN, dossier):
        uit.append(Actie("Publicatie", adres("publicatie", dossier)))
    if lid.gemeenten(Recht.AANMAKEN):
        uit.append(Actie("Kopiëren", adres("kopieren", dossier)))
    return uit


def mag_kopieren(lid: Lid, gemeente_id: int) -> bool:
    """Whether this person may make verwerkingen somewhere in the municipality."""
    return bool(mag_in(lid, Recht.AANMAKEN, gemeente_id)) or gemeente_id in lid.gemeenten(Recht.AANMAKEN)


def _stap(verwerking: Verwerking, stap: Stap) -> str:
    return adres("stap", verwerking.dossier, stap.value)
