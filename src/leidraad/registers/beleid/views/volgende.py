"""What this person can do with this document now: one next step, what is missing, and the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from leidraad.dossiers.models import Dossier
from leidraad.organisaties.rechten import Lid, Recht, mag
from leidraad.registers.beleid.models import Beleidsstuk, Toepassing
from leidraad.registers.beleid.overzicht import Conformiteit, Overzicht
from leidraad.registers.beleid.regels.bevoegd import recht_om_vast_te_leggen
from leidraad.registers.beleid.regels.conformiteit import moet_getoetst
from leidraad.registers.beleid.regels.verwachten import PRIVACYBELEID
from leidraad.registers.beleid.taaksoorten import VOORAF_DAGEN
from leidraad.registers.beleid.views.laden import adres


@dataclass(frozen=True)
class Feiten:
    """What stands around the versions."""

    heeft_griffie: bool
    toepassingen: Sequence[Toepassing]
    griffie: Toepassing | None
    conformiteit: Conformiteit
    heeft_tekst: bool


@dataclass(frozen=True)
class Actie:
    """Something to do: a link to its screen, or only a sentence when it is somebody else's turn."""

    tekst: str
    url: str = ""
    uitleg: str = ""


@dataclass(frozen=True)
class Tekort:
    """Something that is missing, with the address where it can be done."""

    tekst: str
    url: str


def nog_nodig(stuk: Beleidsstuk, beeld: Overzicht, feiten: Feiten) -> list[Tekort]:
    """Everything that this document still lacks, the most important first."""
    dossier, uit = stuk.dossier, []
    concept, geldend = beeld.concept, beeld.geldend
    if concept and not feiten.heeft_tekst:
        url = adres("versie_bewerken", dossier, concept.nummer)
        uit.append(Tekort("Schrijf de tekst van het concept, of voeg een bestand of link toe.", url))
    if beeld.beoordeling_voorbij:
        uit.append(
            Tekort("Beoordeel het stuk opnieuw: de dag daarvoor is voorbij.", adres("beoordelen", dossier))
        )
    if feiten.conformiteit.kleur == "rood":
        uit.append(
            Tekort(
                "Pas het stuk aan waar het niet voldoet aan een uitgangspunt.", adres("conformiteit", dossier)
            )
        )
    elif feiten.conformiteit.open:
        uit.append(Tekort("Toets het stuk aan alle tien de uitgangspunten.", adres("conformiteit", dossier)))
    if concept:
        uit.append(Tekort("Leg vast wie het concept heeft vastgesteld.", adres("vaststellen", dossier)))
    elif stuk.verwacht and beeld.ontbreekt:
        uit.append(Tekort("Er geldt geen versie van dit stuk.", adres("versie_nieuw", dossier)))
    if geldend and stuk.verwacht == PRIVACYBELEID and feiten.heeft_griffie and not feiten.griffie:
        uit.append(Tekort("Leg het besluit van de griffie vast.", adres("griffie", dossier)))
    return uit


def gemeenten_om_te_kopieren(lid: Lid, dossier: Dossier) -> frozenset[int]:
    """The other gemeenten in which this person makes documents of the whole gemeente."""
    heel = {b.gemeente_id for b in lid.met(Recht.AANMAKEN) if b.eenheden is None}
    return frozenset(heel - {dossier.gemeente_id})


def volgende_stap(stuk: Beleidsstuk, beeld: Overzicht, feiten: Feiten, lid: Lid) -> Actie:
    """The one thing that has to happen now, for the person who looks."""
    dossier = stuk.dossier
    bewerken, toetsen = (bool(mag(lid, recht, dossier)) for recht in (Recht.BEWERKEN, Recht.TOETSEN))
    besluiten = recht_om_vast_te_leggen(lid, dossier, stuk.eigenaar, door_functie=True) is not None
    concept = beeld.concept
    if beeld.beoordeling_voorbij and besluiten and not concept:
        return Actie(
            "Opnieuw beoordelen", adres("beoordelen", dossier), "De dag om te beoordelen is voorbij."
        )
    if concept and not feiten.heeft_tekst and bewerken:
        return Actie(
            "Tekst schrijven", adres("versie_bewerken", dossier, concept.nummer), "Er is nog geen tekst."
        )
    if feiten.conformiteit.open and toetsen:
        uitleg = "Voldoet het stuk aan de uitgangspunten?"
        return Actie("Toetsen", adres("conformiteit", dossier), uitleg)
    if concept and besluiten:
        return Actie("Vaststelling vastleggen", adres("vaststellen", dossier), "Er is een concept.")
    if stuk.verwacht and beeld.ontbreekt and not concept and bewerken:
        return Actie(
            "Nieuwe versie maken", adres("versie_nieuw", dossier), "Er geldt geen versie van dit stuk."
        )
    if besluiten and not concept and _bijna(beeld):
        return Actie(
            "Opnieuw beoordelen", adres("beoordelen", dossier), "De dag om te beoordelen komt eraan."
        )
    return Actie("", uitleg="Er is voor u nu niets te doen.")


def _bijna(beeld: Overzicht) -> bool:
    """Whether the review of the version in force is near."""
    geldend = beeld.geldend
    einde = beeld.op + timedelta(days=VOORAF_DAGEN)
    return bool(geldend and geldend.beoordelen_voor and geldend.beoordelen_voor <= einde)


def acties(stuk: Beleidsstuk, beeld: Overzicht, feiten: Feiten, lid: Lid) -> list[Actie]:
    """Everything that this person may do now, in a fixed order."""
    dossier = stuk.dossier
    uit: list[Actie] = []
    if mag(lid, Recht.BEWERKEN, dossier):
        uit += _schrijven(dossier, beeld)
    if recht_om_vast_te_leggen(lid, dossier, stuk.eigenaar, door_functie=True) is not None:
        uit += _besluiten(dossier, beeld)
    if mag(lid, Recht.TOETSEN, dossier):
        uit += _toetsen(stuk, beeld, feiten)
    if gemeenten_om_te_kopieren(lid, dossier):
        uit.append(Actie("Kopiëren naar andere gemeenten", adres("kopieren", dossier)))
    return uit


def _schrijven(dossier: Dossier, beeld: Overzicht) -> Iterator[Actie]:
    yield Actie("Naam, soort en eigenaar wijzigen", adres("bewerken", dossier))
    if beeld.concept is None:
        yield Actie("Nieuwe versie maken", adres("versie_nieuw", dossier))
        return
    nummer = beeld.concept.nummer
    yield Actie("Concept bewerken", adres("versie_bewerken", dossier, nummer))
    yield Actie("Bestand bij het concept voegen", adres("versie_bestand", dossier, nummer))
    if len(beeld.versies) > 1:
        yield Actie("Concept verwerpen", adres("versie_verwerpen", dossier, nummer))


def _besluiten(dossier: Dossier, beeld: Overzicht) -> Iterator[Actie]:
    if beeld.concept:
        yield Actie("Vaststelling vastleggen", adres("vaststellen", dossier))
    if beeld.geldend:
        yield Actie("Opnieuw beoordelen", adres("beoordelen", dossier))
    if beeld.geldend or beeld.komt:
        yield Actie("Intrekken zonder opvolger", adres("intrekken", dossier))


def _toetsen(stuk: Beleidsstuk, beeld: Overzicht, feiten: Feiten) -> Iterator[Actie]:
    if beeld.te_toetsen and moet_getoetst(stuk.soort):
        yield Actie("Toetsen aan de uitgangspunten", adres("conformiteit", stuk.dossier))
    if any(toepassing.ingetrokken_per is None for toepassing in feiten.toepassingen):
        yield Actie("Toepassing op de griffie intrekken", adres("griffie_intrekken", stuk.dossier))
    elif feiten.heeft_griffie:
        yield Actie("Van toepassing op de griffie", adres("griffie", stuk.dossier))
