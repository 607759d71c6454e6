"""Fill the single fields of a verwerking from its cells."""

from __future__ import annotations

import re

from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.begrippen import Informatiewijze, Regime, Rol
from leidraad.registers.verwerkingen.uitwisseling.bouwer import Bouwer, Cel
from leidraad.registers.verwerkingen.uitwisseling.lijsten import vind_naam
from leidraad.registers.verwerkingen.uitwisseling.waarden import ja_nee, lees_datum, splits_lijst
from leidraad.registers.verwerkingen.uitwisseling.woorden import bevat, plat, zegt_niets

_URL = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
TEKSTVELDEN = {
    "omschrijving": "omschrijving",
    "rol_toelichting": "rol_toelichting",
    "wettelijke_taak": "wettelijke_taak",
    "menselijke_controle": "menselijke_controle",
    "proportionaliteit": "proportionaliteit_waarom",
    "subsidiariteit": "subsidiariteit_waarom",
    "juistheid": "juistheid",
    "notitie": "notitie",
}


def naam(b: Bouwer, cellen: list[Cel]) -> None:
    """The name, on one line."""
    for cel in cellen:
        if "naam" in b.velden:
            b.noteer(cel)
        else:
            b.velden["naam"] = b.knip("", "naam", " ".join(cel.tekst.split()), cel)


def tekst(b: Bouwer, veld: str, cellen: list[Cel]) -> None:
    """A free text; with several columns each text carries its header, and so does a note."""
    vol = [cel for cel in cellen if not zegt_niets(cel.tekst)]
    for cel in cellen:
        if zegt_niets(cel.tekst):
            b.noteer(cel)
    for cel in vol:
        met_kop = len(vol) > 1 or veld == "notitie"
        b.zet(veld, f"{cel.kop}: {cel.tekst}" if met_kop else cel.tekst, cel)


def regime(b: Bouwer, cellen: list[Cel]) -> None:
    """AVG or Wpg; a cell that names both means the AVG, which is the rule."""
    for cel in cellen:
        wpg = any(bevat(plat(cel.tekst), woord) for woord in ("wpg", "wet politiegegevens"))
        avg = any(bevat(plat(cel.tekst), woord) for woord in ("avg", "gdpr", "uavg"))
        b.velden["regime"] = (Regime.WPG if wpg and not avg else Regime.AVG).value
        if plat(cel.tekst) != b.velden["regime"]:
            b.noteer(cel)


def rol(b: Bouwer, cellen: list[Cel]) -> None:
    """The role of the municipality in words."""
    for cel in cellen:
        vlak = plat(cel.tekst)
        if "gezamenlijk" in vlak or "joint" in vlak:
            gekozen = Rol.GEZAMENLIJK.value
        elif "verantwoordelijke" in vlak or "controller" in vlak:
            gekozen = Rol.VERANTWOORDELIJKE.value
        else:
            gekozen = Rol.VERWERKER.value if bevat(vlak, "verwerker") or bevat(vlak, "processor") else ""
        b.velden["rol"] = gekozen
        if cel.tekst != gekozen:
            b.noteer(cel)
        if not gekozen and not zegt_niets(cel.tekst):
            b.meld(cel, f"De rol ‘{cel.tekst[:80]}’ is niet herkend. De tekst staat in de notitie.")


def is_verwerker(b: Bouwer, cellen: list[Cel]) -> None:
    """A yes or no to "we are processor"; yes wins from nothing, not from an explicit role."""
    for cel in cellen:
        antwoord = ja_nee(cel.tekst)
        if antwoord is not None:
            b.velden.setdefault("rol", (Rol.VERWERKER if antwoord else Rol.VERANTWOORDELIJKE).value)
        b.noteer(cel)


def bestuursorgaan(b: Bouwer, cellen: list[Cel]) -> None:
    """The controller by name, also by its short name ("college", "B en W")."""
    for cel in cellen:
        gevonden = _bestuursorgaan(cel.tekst, b.omgeving.bestuursorganen)
        b.velden["bestuursorgaan"] = gevonden
        if gevonden != cel.tekst:
            b.noteer(cel)
        if not gevonden and not zegt_niets(cel.tekst):
            b.meld(
                cel, f"‘{cel.tekst[:80]}’ is geen bestuursorgaan van deze gemeente. Het staat in de notitie."
            )


def _bestuursorgaan(tekst: str, namen: tuple[str, ...]) -> str:
    if gevonden := vind_naam(tekst, namen):
        return gevonden
    vlak = plat(tekst)
    is_college = any(bevat(vlak, w) for w in ("college", "wethouders", "b w", "b en w", "benw"))
    woorden = ("college",) if is_college else ("burgemeester", "raad", "heffingsambtenaar", "ontvanger")
    genoemd = [w for w in woorden if bevat(vlak, w) or is_college]
    if len(genoemd) != 1:
        return ""
    past = [n for n in namen if genoemd[0] in plat(n) and ("college" in plat(n)) == is_college]
    return past[0] if len(past) == 1 else ""


def datums(b: Bouwer, start: list[Cel], eind: list[Cel]) -> None:
    """Start and end; dates that contradict each other are not both taken."""
    for veld, cellen in (("startdatum", start), ("einddatum", eind)):
        for cel in cellen:
            datum = lees_datum(cel.tekst)
            vroegst = b.velden.get("startdatum")
            if datum and veld == "einddatum" and vroegst and datum < vroegst:
                b.meld(
                    cel,
                    f"De einddatum ‘{cel.tekst}’ ligt voor de startdatum. Hij staat alleen in de notitie.",
                )
                datum = None
            elif datum is None and not zegt_niets(cel.tekst):
                b.meld(cel, f"‘{cel.tekst[:80]}’ is geen datum. De tekst staat in de notitie.")
            b.velden[veld] = datum
            if datum is None or datum.isoformat() != cel.tekst:
                b.noteer(cel)


def vraag(b: Bouwer, veld: str, cellen: list[Cel]) -> None:
    """A yes or no; a sentence that begins with yes or no gives the answer and stays in the explanation."""
    for cel in cellen:
        eerste = re.split(r"[\s,.;:–-]", cel.tekst, maxsplit=1)[0]
        antwoord = ja_nee(cel.tekst)
        heel = antwoord is not None or zegt_niets(cel.tekst)
        b.velden[veld] = antwoord if heel else ja_nee(eerste)
        if veld == "profilering" and not heel:
            b.zet("profilering_toelichting", cel.tekst, cel)
        else:
            b.noteer(cel)
        if b.velden[veld] is None and not heel:
            b.meld(cel, f"‘{cel.tekst[:80]}’ is geen ja of nee. Kies zelf het antwoord.")


def procestype(b: Bouwer, cellen: list[Cel]) -> None:
    """The process type of the Selectielijst, by number or name."""
    for cel in cellen:
        typen = lijst("procestypen", b.omgeving.op)
        nummer = cel.tekst.split(" ")[0].strip(".:")
        op_naam = [item.code for item in typen if plat(item.naam) == plat(cel.tekst)]
        b.velden["procestype"] = nummer if nummer in typen else (op_naam[0] if op_naam else "")
        if cel.tekst != b.velden["procestype"]:
            b.noteer(cel)


def privacyverklaring(b: Bouwer, teksten: list[Cel], links: list[Cel]) -> None:
    """How people are informed: an address becomes the link, a text the statement."""
    for cel in [*links, *teksten]:
        adres = _URL.fullmatch(cel.tekst)
        if adres and len(cel.tekst) <= 500 and "privacyverklaring_link" not in b.velden:
            b.velden |= {"privacyverklaring_link": cel.tekst, "informatiewijze": Informatiewijze.LINK.value}
        elif cel in links or zegt_niets(cel.tekst) or len(cel.tekst.split()) < 6:
            b.noteer(cel)
        else:
            b.zet("privacyverklaring", cel.tekst, cel)
            b.velden.setdefault("informatiewijze", Informatiewijze.TEKST.value)


def gezamenlijk(b: Bouwer, cellen: list[Cel]) -> None:
    """Joint controllers: each is a party, and the role of the municipality follows."""
    for cel in cellen:
        antwoord = ja_nee(cel.tekst)
        if antwoord is False or zegt_niets(cel.tekst):
            b.noteer(cel)
            continue
        b.velden["rol"] = Rol.GEZAMENLIJK.value
        if antwoord:
            b.noteer(cel)
            continue
        for deel in splits_lijst(cel.tekst):
            b.voeg_toe("ontvangers", naam=b.knip("ontvangers", "naam", deel, cel), rol=Rol.GEZAMENLIJK.value)
