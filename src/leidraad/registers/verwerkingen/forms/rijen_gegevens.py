"""The forms of the rows that say why, about whom and which data."""

from __future__ import annotations

from typing import Any

from leidraad.dossiers.formulieren.rij import Groep, Rijformulier
from leidraad.dossiers.formulieren.velden import Aankruis, JaNee, Keuze, Tekst, Verwijzing
from leidraad.registers.verwerkingen import inhoud
from leidraad.registers.verwerkingen.begrippen import Beoordeeld, Herkomst, Schaal, SoortGegeven

_NOODZAAK = "Waar is dit gegeven voor nodig?"


class DoelForm(Rijformulier):
    """A purpose."""

    klasse = inhoud.Doel
    enkelvoud = "doel"
    naam_veld = "omschrijving"
    groepen = (
        Groep(
            "Dit doel is later toegevoegd",
            ("later_doel", "verband", "kader", "aard", "gevolgen", "waarborgen", "verenigbaar"),
            "Gebruikt u gegevens voor een ander doel dan waarvoor ze zijn verzameld? "
            "Toets dan of de doelen bij elkaar passen (AVG artikel 6 lid 4).",
        ),
    )

    omschrijving = Tekst("Wat wilt u bereiken?", 5000, regels=3)
    grondslag = Keuze("Grondslag")
    wet = Tekst("Wet", 300, hulp="Nodig bij een wettelijke plicht of een taak van de gemeente. "
                "Bijvoorbeeld: Participatiewet.")  # fmt: skip
    artikel = Tekst("Artikel", 100, hulp="Bijvoorbeeld: artikel 7 lid 1.")
    toelichting = Tekst("Toelichting op de grondslag", 5000, regels=3)
    later_doel = Aankruis("Dit is een later doel")
    verband = Tekst("Welk verband is er met het eerste doel?", 2000, regels=2)
    kader = Tekst("In welk kader zijn de gegevens verzameld?", 2000, regels=2)
    aard = Tekst("Wat is de aard van de gegevens?", 2000, regels=2)
    gevolgen = Tekst("Wat zijn de gevolgen voor mensen?", 2000, regels=2)
    waarborgen = Tekst("Welke waarborgen zijn er?", 2000, regels=2)
    verenigbaar = Keuze("Passen de doelen bij elkaar?", Beoordeeld.keuzes())

    def kies(self) -> None:
        """The legal bases of the law that governs this verwerking."""
        self.kies_uit("grondslag", self.keuzes.grondslagen())

    def uitleg(self) -> list[str]:
        """What the law says of the chosen legal basis."""
        gekozen = next((g for g in self.keuzes.grondslagitems() if g.code == self["grondslag"].value()), None)
        return [t for t in (gekozen.uitleg, gekozen.waarschuwing) if t] if gekozen else []


class BetrokkenenForm(Rijformulier):
    """A category of data subjects."""

    klasse = inhoud.Betrokkenen
    enkelvoud = "groep mensen"

    naam = Tekst("Over wie gaan de gegevens?", 1000, hulp="Bijvoorbeeld: ouders van leerlingen.")
    kwetsbaar = JaNee("Zijn dit kwetsbare mensen?", hulp="Zoals kinderen, patiënten of mensen met schulden.")
    schaal = Keuze("Om hoeveel mensen gaat het?", Schaal.keuzes())
    toelichting = Tekst("Toelichting", 2000, regels=2)


class GegevenForm(Rijformulier):
    """A category of data, with why it is needed for each purpose."""

    klasse = inhoud.Gegeven
    enkelvoud = "gegeven"
    sjabloon = "verwerkingen/_noodzaken.html"
    groepen = (
        Groep(
            "Wettelijke uitzondering (bijzonder, strafrechtelijk of BSN)",
            ("doorbrekingsgrond", "doorbreking_toelichting"),
            "Deze gegevens mag u alleen gebruiken als een wet dat toestaat.",
            bij=("soort:bijzonder", "soort:strafrechtelijk", "soort:bsn"),
        ),
    )

    naam = Tekst("Welk gegeven?", 1000, hulp="Bijvoorbeeld: naam en adres.")
    betrokkenen = Verwijzing("Over wie?")
    soort = Keuze("Soort", SoortGegeven.keuzes())
    doorbrekingsgrond = Keuze("Uitzondering")
    doorbreking_toelichting = Tekst("Wet, artikel en uitleg", 2000, regels=2)
    herkomst = Keuze("Waar komt het vandaan?", Herkomst.keuzes())
    herkomst_toelichting = Tekst("Welke bron?", 1000, hulp="Bijvoorbeeld: de Basisregistratie Personen.")
    verplicht = JaNee("Moet iemand dit geven?")
    gevolg = Tekst("Wat gebeurt er als iemand het niet geeft?", 2000, regels=2)
    bewaartermijn = Verwijzing("Bewaartermijn")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if "initial" in kwargs:
            kwargs["initial"] = _met_noodzaken(kwargs["initial"])
        super().__init__(*args, **kwargs)

    def kies(self) -> None:
        """Rows of other lists, the exceptions per kind, and a pair of fields per purpose."""
        for veld, lijst in (("betrokkenen", "betrokkenen"), ("bewaartermijn", "bewaartermijnen")):
            verwijzing = self.fields[veld]
            assert isinstance(verwijzing, Verwijzing)  # noqa: S101
            verwijzing.zet_rijen(self.keuzes.rijen(lijst))
        self.kies_uit("doorbrekingsgrond", self.keuzes.doorbrekingsgronden())
        for regel, naam in self.keuzes.rijen("doelen"):
            self.fields[f"nodig-{regel}"] = Aankruis(naam)
            self.fields[f"waarom-{regel}"] = Tekst("Waarom nodig voor dit doel?", 2000, regels=2)

    def losse_velden(self) -> list[str]:
        """Without the pairs per purpose, which stand together."""
        return [veld for veld in super().losse_velden() if not veld.startswith(("nodig-", "waarom-"))]

    @property
    def noodzaken_titel(self) -> str:
        """The question above the pairs, and whether an answer is still needed."""
        return _NOODZAAK + (" (nodig voor vaststellen)" if "noodzaken" in self.nodig else "")

    @property
    def noodzaken(self) -> list[tuple[Any, Any]]:
        """The pairs of fields, one pair per purpose: needed or not, and why."""
        return [(self[f"nodig-{regel}"], self[f"waarom-{regel}"]) for regel, _ in self.keuzes.rijen("doelen")]

    def rij(self, regel: int) -> inhoud.Gegeven:
        """The row; a reason that was typed without the tick counts as needed, so that no text is lost."""
        velden = dict(self.cleaned_data)
        noodzaken = []
        for doel, _ in self.keuzes.rijen("doelen"):
            nodig, waarom = velden.pop(f"nodig-{doel}"), velden.pop(f"waarom-{doel}")
            if nodig or waarom:
                noodzaken.append(inhoud.Noodzaak(doel=doel, waarom=waarom))
        return inhoud.Gegeven(regel=regel, noodzaken=tuple(noodzaken), **velden)


def _met_noodzaken(initial: dict[str, Any]) -> dict[str, Any]:
    velden = dict(initial)
    for noodzaak in initial.get("noodzaken", ()):
        velden |= {f"nodig-{noodzaak.doel}": True, f"waarom-{noodzaak.doel}": noodzaak.waarom}
    return velden
