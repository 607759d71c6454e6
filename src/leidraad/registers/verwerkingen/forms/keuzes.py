"""What can be chosen in the forms: the dated lists, and the rows of this verwerking itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from leidraad.dossiers.formulieren import keuzes
from leidraad.referentie import Item
from leidraad.registers.verwerkingen.begrippen import Regime
from leidraad.registers.verwerkingen.inhoud import Inhoud

_SOORTEN = {
    "bijzonder": "Bijzondere gegevens (AVG artikel 9)",
    "strafrechtelijk": "Strafrechtelijke gegevens (AVG artikel 10)",
    "bsn": "Burgerservicenummer",
}


@dataclass
class Keuzes(keuzes.Keuzes):
    """The choices on day `op` for one verwerking; `bestuursorganen` and `systemen` come from the database."""

    inhoud: Inhoud
    bestuursorganen: Sequence[str] = ()
    systemen: Sequence[str] = ()

    enkelvoud: ClassVar[Mapping[str, str]] = {
        "doelen": "Doel",
        "betrokkenen": "Groep mensen",
        "bewaartermijnen": "Bewaartermijn",
    }
    naamveld: ClassVar[Mapping[str, str]] = {
        "doelen": "omschrijving",
        "betrokkenen": "naam",
        "bewaartermijnen": "omschrijving",
    }

    def grondslagen(self) -> list[tuple[str, str]]:
        """The legal bases of the law that governs this verwerking, with their article."""
        return [(item.code, f"{item.naam} ({item.artikel})") for item in self.grondslagitems()]

    def grondslagitems(self) -> tuple[Item, ...]:
        """The same with everything the list says of them."""
        wpg = self.inhoud.regime == Regime.WPG
        return self.lijst("grondslagen_wpg" if wpg else "grondslagen").items

    def doorbrekingsgronden(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The exceptions for special data, criminal data and the BSN, grouped by kind."""
        gronden = self.lijst("doorbrekingsgronden")
        return [
            (titel, [(g.code, f"{g.naam} ({g.artikel})") for g in gronden if g.soort == soort])
            for soort, titel in _SOORTEN.items()
        ]

    def artikel49(self) -> list[tuple[str, str]]:
        """The exceptions of AVG art. 49, with what a municipality may not use (lid 3)."""
        return [
            (
                i.code,
                f"{i.naam} ({i.artikel})"
                + (" – niet bij een overheidstaak" if i.niet_voor_overheidstaak else ""),
            )
            for i in self.lijst("doorgifteafwijkingen")
        ]

    def maatregelen(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The security measures, technical and organisational apart."""
        alle = self.lijst("maatregelen")
        return [
            (soort.capitalize(), [(m.code, m.naam) for m in alle if m.soort == soort])
            for soort in ("technisch", "organisatorisch")
        ]

    def landstatus(self, land: str) -> tuple[str, str]:
        """What the law says of transfers to a country (AVG art. 44–46): a kind and a sentence."""
        landen = self.lijst("landen")
        code = (
            land if land in landen else next((i.code for i in landen if i.naam.lower() == land.lower()), "")
        )
        if not code:
            return "", ""
        naam = landen[code].naam
        if code in self.lijst("eer"):
            return "eer", f"{naam} ligt in de Europese Economische Ruimte. U hoeft hier niets te kiezen."
        besluit = self.lijst("adequaatheid").get(code)
        if besluit is None or (besluit.geldig_tot and besluit.geldig_tot < self.op):
            return "geen", f"Voor {naam} geldt geen adequaatheidsbesluit. Kies een andere waarborg."
        tot = f" Het besluit geldt tot en met {besluit.geldig_tot:%d-%m-%Y}." if besluit.geldig_tot else ""
        grens = f" Let op: {besluit.beperking}" if besluit.beperking else ""
        return "adequaat", f"Voor {naam} geldt een adequaatheidsbesluit.{grens}{tot}"
