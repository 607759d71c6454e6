"""The forms of the head of a document and of its concept; field names are the names in `inhoud`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from leidraad.dossiers.formulieren.keuzes import Keuzes
from leidraad.dossiers.formulieren.rij import Sectievelden
from leidraad.dossiers.formulieren.sectie import Sectieformulier
from leidraad.dossiers.formulieren.velden import Aankruis, Keuze, Link, Tekst, Verwijzing
from leidraad.registers.beleid.begrippen import Soort
from leidraad.registers.beleid.regels.verwachten import verwachte_stukken
from leidraad.registers.beleid.weergave import eigenaren


@dataclass
class Beleidskeuzes(Keuzes):
    """What can be chosen: besides the lists also the attachments of this dossier."""

    bijlagen: Sequence[tuple[int, str]] = ()


class StukForm(Sectievelden):
    """What kind of document it is and who keeps it."""

    naam = Tekst("Naam", 300)
    soort = Keuze("Wat voor stuk is dit?", Soort.keuzes())
    verwacht = Keuze(
        "Welk stuk uit het privacybeleid is dit?", leeg="Geen van deze",
        hulp="Het privacybeleid noemt stukken die elke gemeente moet hebben.",
    )  # fmt: skip
    eigenaar = Keuze("Welke functie zorgt voor dit stuk?")
    omschrijving = Tekst("Waar gaat het over?", 5000, regels=3, hulp="Twee of drie zinnen in gewone taal.")

    def kies(self) -> None:
        """The expected documents and the functions of today."""
        self.kies_uit("verwacht", verwachtkeuzes(self.keuzes))
        self.kies_uit("eigenaar", eigenaren(self.keuzes.op))


class VersieForm(Sectievelden):
    """What a version says."""

    naam = Tekst("Naam van deze versie", 100, hulp="Bijvoorbeeld: 2026. Dit hoeft niet.")
    tekst = Tekst(
        "Tekst", 200_000, regels=22,
        hulp="Zet # voor een kop, - voor een opsomming en ** om een woord dat vet moet zijn. "
        "Hebt u een bestand of een link? Dan hoeft de tekst hier niet.",
    )  # fmt: skip
    link = Link("Link", 500, hulp="Waar het stuk te lezen is, bijvoorbeeld op intranet of op overheid.nl.")
    bestand = Verwijzing("Bestand", leeg="Geen bestand", hulp="Een bijlage van dit dossier.")
    vraagt_kennisname = Aankruis(
        "Medewerkers moeten dit lezen",
        hulp="Zodra de versie geldt, staat zij bij iedereen op de pagina ‘Te lezen’.",
    )

    def kies(self) -> None:
        """The attachments of this dossier."""
        veld = self.fields["bestand"]
        assert isinstance(veld, Verwijzing)  # noqa: S101
        keuzes: Any = self.keuzes
        veld.zet_rijen(list(keuzes.bijlagen))


def verwachtkeuzes(keuzes: Keuzes) -> list[tuple[str, str]]:
    """The documents that the policy names, by code."""
    return [(code, item.naam) for code, item in verwachte_stukken(keuzes.op).items()]


class Beleidsformulier(Sectieformulier):
    """The form of the head or of a version."""

    veldformulieren: ClassVar[Mapping[str, type[Sectievelden]]] = {"stuk": StukForm, "versie": VersieForm}
