"""Fill recipients, transfers, systems and measures (AVG art. 30 lid 1 onder d, e and g)."""

from __future__ import annotations

from dataclasses import replace

from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.begrippen import Partijrol
from leidraad.registers.verwerkingen.uitwisseling.bouwer import Bouwer, Cel
from leidraad.registers.verwerkingen.uitwisseling.lijsten import landen, maatregelen, mechanisme
from leidraad.registers.verwerkingen.uitwisseling.vul_doelen import Cellen
from leidraad.registers.verwerkingen.uitwisseling.waarden import ja_nee, splits_lijst
from leidraad.registers.verwerkingen.uitwisseling.woorden import plat, zegt_niets

_ROL = {
    "verwerkers": Partijrol.VERWERKER.value,
    "ontvangers": "",
    "interne_ontvangers": Partijrol.INTERN.value,
}


def ontvangers(b: Bouwer, per_veld: Cellen) -> None:
    """Parties from three kinds of columns; one that stands in two of them is one party."""
    for veld, rol in _ROL.items():
        for cel in per_veld.get(veld, []):
            if ja_nee(cel.tekst) is not None or zegt_niets(cel.tekst):
                b.noteer(cel)
                continue
            bekend = {plat(o.naam) for o in b.lijsten["ontvangers"]}
            for deel in splits_lijst(cel.tekst):
                if plat(deel) not in bekend:
                    b.voeg_toe("ontvangers", naam=b.knip("ontvangers", "naam", deel, cel), rol=rol)
    doorgifte(b, per_veld)


def doorgifte(b: Bouwer, per_veld: Cellen) -> None:
    """Countries and the safeguard; what cannot be tied to a country stays in the note."""
    cellen = [cel for veld in ("doorgifte", "land") for cel in per_veld.get(veld, [])]
    genoemd: list[str] = []
    for cel in cellen:
        # "no" is an answer and also the code of Norway: an answer comes first.
        antwoord = ja_nee(cel.tekst)
        zegt_iets = (
            antwoord is None
            and not zegt_niets(cel.tekst)
            and not plat(cel.tekst).startswith(("nee ", "geen "))
        )
        codes = [c for c in landen(cel.tekst, b.omgeving.op) if c != "NL"] if zegt_iets else []
        genoemd += [code for code in codes if code not in genoemd]
        b.noteer(cel)
        if antwoord or (zegt_iets and not codes and "land" not in plat(cel.tekst)):
            b.meld(cel, f"De bron meldt doorgifte (‘{cel.tekst[:80]}’), maar wij herkennen geen land. Vul de "
                        "ontvanger en het land aan.")  # fmt: skip
    waarborgen = [cel for cel in per_veld.get("mechanisme", []) if not zegt_niets(cel.tekst)]
    for cel in per_veld.get("mechanisme", []):
        if not genoemd or zegt_niets(cel.tekst):
            b.noteer(cel)
            if cel in waarborgen:
                b.meld(
                    cel,
                    f"De waarborg ‘{cel.tekst[:80]}’ hoort bij doorgifte, maar er is geen land. Hij staat in "
                    "de notitie.",
                )
    _landen(b, genoemd, waarborgen, cellen, per_veld.get("doorgiftebeoordeling", []))


def _landen(
    b: Bouwer, codes: list[str], waarborgen: list[Cel], cellen: list[Cel], oordelen: list[Cel]
) -> None:
    """Tie the countries to the one recipient there is, or to recipients still to be named."""
    if not codes:
        for cel in oordelen:
            b.noteer(cel)
        return
    extra: dict[str, str] = {"mechanisme": mechanisme("\n".join(c.tekst for c in [*waarborgen, *cellen]))}
    for veld, bronnen in (("mechanisme_toelichting", waarborgen), ("doorgiftebeoordeling", oordelen)):
        for cel in bronnen:
            extra[veld] = b.erbij("ontvangers", veld, extra.get(veld, ""), cel.tekst, cel)
    if len(b.lijsten["ontvangers"]) == 1 and len(codes) == 1:
        enige = b.lijsten["ontvangers"][0]
        b.lijsten["ontvangers"][0] = replace(enige, land=codes[0], **extra)
        b.meld(
            cellen[0], f"Het land staat bij de enige ontvanger, ‘{enige.naam[:80]}’. Kijk na of dat klopt."
        )
        return
    for code in codes:
        land = lijst("landen", b.omgeving.op)[code].naam
        b.voeg_toe("ontvangers", naam=f"Ontvanger in {land} (nog te benoemen)", land=code, **extra)
    b.meld(cellen[0], "De bron noemt wel een land, maar niet welke ontvanger daar zit. Vul de naam aan.")


def systemen(b: Bouwer, per_veld: Cellen) -> None:
    """Systems by name; a supplier goes with the one system there is."""
    gezien: set[str] = set()
    for cel in per_veld.get("systemen", []):
        if ja_nee(cel.tekst) is not None or zegt_niets(cel.tekst):
            b.noteer(cel)
            continue
        for deel in splits_lijst(cel.tekst):
            if plat(deel) not in gezien:
                gezien.add(plat(deel))
                b.voeg_toe("systemen", naam=b.knip("systemen", "naam", deel, cel))
    for cel in per_veld.get("leverancier", []):
        # A system is shared in the municipality and keeps the supplier it has: the note keeps the source's.
        b.noteer(cel)
        if len(b.lijsten["systemen"]) == 1 and not zegt_niets(cel.tekst):
            b.wijzig_alle("systemen", leverancier=b.knip("systemen", "leverancier", cel.tekst, cel))


def beveiliging(b: Bouwer, cellen: list[Cel]) -> None:
    """Measures from lists in cells."""
    for cel in cellen:
        delen = () if ja_nee(cel.tekst) is not None else splits_lijst(cel.tekst)
        if not delen:
            b.noteer(cel)
        for deel in delen:
            maatregel(b, deel, cel)


def maatregel(b: Bouwer, tekst: str, cel: Cel) -> None:
    """A measure in the source's own words, with the codes of the list that the words name."""
    bekend = {m.code for m in b.lijsten["maatregelen"]}
    codes = [code for code in maatregelen(tekst, b.omgeving.op) if code not in bekend]
    woorden = b.knip("maatregelen", "toelichting", tekst, cel)
    b.voeg_toe("maatregelen", code=codes[0] if codes else "", toelichting=woorden)
    for code in codes[1:]:
        b.voeg_toe("maatregelen", code=code)
