"""Fill data subjects, categories of data and retention terms (AVG art. 30 lid 1 onder c and f)."""

from __future__ import annotations

import re
from dataclasses import replace

from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.begrippen import Bewaarbron, Herkomst, SoortGegeven
from leidraad.registers.verwerkingen.inhoud import Noodzaak
from leidraad.registers.verwerkingen.uitwisseling.bouwer import Bouwer, Cel
from leidraad.registers.verwerkingen.uitwisseling.bron import INFO
from leidraad.registers.verwerkingen.uitwisseling.lijsten import soort_gegeven
from leidraad.registers.verwerkingen.uitwisseling.vul_doelen import Cellen
from leidraad.registers.verwerkingen.uitwisseling.waarden import (
    ja_nee,
    lees_termijn,
    splits_lijst,
    splits_regels,
)
from leidraad.registers.verwerkingen.uitwisseling.woorden import bevat, plat, zegt_niets

_GEVOELIG = (SoortGegeven.BIJZONDER, SoortGegeven.STRAFRECHTELIJK, SoortGegeven.BSN)
_KOLOM_SOORT = {
    "bijzondere_gegevens": SoortGegeven.BIJZONDER,
    "strafrechtelijke_gegevens": SoortGegeven.STRAFRECHTELIJK,
    "bsn": SoortGegeven.BSN,
}
_ARTIKEL9 = re.compile(
    r"\b9\b[^a-z0-9]*(?:lid\s*)?2?[^a-z0-9]*(?:aanhef en\s*)?(?:onder|sub)?[^a-z0-9]*([a-j])\b", re.I
)
_RESULTAAT = re.compile(r"\b(\d{1,2}\.\d{1,2}(?:\.\d{1,3})?)\b")
_LIJSTVERSIE = "2020"


def betrokkenen(b: Bouwer, cellen: list[Cel]) -> None:
    """Each name of the list is a category of data subjects."""
    gezien: set[str] = set()
    for cel in cellen:
        delen = splits_lijst(cel.tekst)
        if not delen:
            b.noteer(cel)
        for deel in delen:
            if plat(deel) not in gezien:
                gezien.add(plat(deel))
                b.voeg_toe("betrokkenen", naam=b.knip("betrokkenen", "naam", deel, cel))


def gegevens(b: Bouwer, per_veld: Cellen) -> None:
    """Categories of data; the kind only where the list knows the words."""
    for cel in per_veld.get("gegevens", []):
        delen = splits_lijst(cel.tekst)
        if not delen:
            b.noteer(cel)
        for deel in delen:
            _gegeven(b, deel, cel)
    for veld, soort in _KOLOM_SOORT.items():
        for cel in per_veld.get(veld, []):
            _gevoelige_kolom(b, soort, cel)
    enige = b.lijsten["betrokkenen"][0].regel if len(b.lijsten["betrokkenen"]) == 1 else None
    b.wijzig_alle("gegevens", betrokkenen=enige)


def _gegeven(b: Bouwer, naam: str, cel: Cel) -> None:
    soort = soort_gegeven(naam, b.omgeving.op)
    if soort in _GEVOELIG and len(naam.split()) > 6:
        # A sentence names more than one kind: people split it.
        b.meld(
            cel,
            f"Deze tekst noemt gegevens van de soort ‘{SoortGegeven.label_van(soort)}’ tussen andere. Splits "
            "de gegevens en kies zelf de soort.",
        )
        soort = ""
    b.voeg_toe("gegevens", naam=b.knip("gegevens", "naam", naam, cel), soort=soort)


def _gevoelige_kolom(b: Bouwer, soort: SoortGegeven, cel: Cel) -> None:
    """A column about special, criminal data or the BSN: yes, no, or the data themselves."""
    antwoord = ja_nee(cel.tekst)
    bekend = any(g.soort == soort for g in b.lijsten["gegevens"])
    nee = antwoord is False or zegt_niets(cel.tekst) or plat(cel.tekst).startswith(("nee ", "geen ", "niet "))
    if nee or antwoord:
        b.noteer(cel)
    if nee or (antwoord and bekend):
        return
    if antwoord and soort == SoortGegeven.BSN:
        b.voeg_toe("gegevens", naam=SoortGegeven.BSN.label.split(" (")[0] + " (BSN)", soort=soort.value)
    elif antwoord:
        b.voeg_toe("gegevens", naam=cel.kop[:300], soort=soort.value)
        b.meld(
            cel,
            f"De bron zegt dat er gegevens van de soort ‘{soort.label}’ zijn, maar niet welke. Vul ze aan.",
        )
    else:
        for deel in splits_lijst(cel.tekst):
            gevonden = soort_gegeven(deel, b.omgeving.op)
            b.voeg_toe(
                "gegevens",
                naam=b.knip("gegevens", "naam", deel, cel),
                soort=gevonden if gevonden in _GEVOELIG else soort.value,
            )


def bij_gegevens(b: Bouwer, per_veld: Cellen) -> None:
    """What the source says about all data at once: origin, necessity, duty, consequence, exception."""
    for veld in ("herkomst", "verplicht", "gevolg", "noodzaak", "doorbrekingsgrond"):
        for cel in per_veld.get(veld, []):
            if not b.lijsten["gegevens"] or zegt_niets(cel.tekst):
                b.noteer(cel)
            else:
                _BIJ[veld](b, cel)


def _herkomst(b: Bouwer, cel: Cel) -> None:
    eigen = (
        "betrokkene",
        "betrokkenen",
        "data subject",
        "zelf",
        "inwoner",
        "aanvrager",
        "burger",
        "individual",
    )
    delen = splits_lijst(cel.tekst)
    zelf = [any(bevat(plat(deel), woord) for woord in eigen) for deel in delen]
    herkomst = Herkomst.BETROKKENE if all(zelf) else (Herkomst.BEIDE if any(zelf) else Herkomst.ANDERE_BRON)
    al = b.lijsten["gegevens"][0].herkomst_toelichting
    tekst = b.erbij("gegevens", "herkomst_toelichting", al, cel.tekst, cel)
    b.wijzig_alle("gegevens", herkomst=herkomst.value, herkomst_toelichting=tekst)


def _verplicht(b: Bouwer, cel: Cel) -> None:
    b.wijzig_alle("gegevens", verplicht=ja_nee(re.split(r"[\s,.;]", cel.tekst)[0]))
    b.noteer(cel)


def _gevolg(b: Bouwer, cel: Cel) -> None:
    b.wijzig_alle("gegevens", gevolg=b.knip("gegevens", "gevolg", cel.tekst, cel))


def _noodzaak(b: Bouwer, cel: Cel) -> None:
    """The necessity is told per purpose; with several purposes the source does not say for which."""
    if len(b.lijsten["doelen"]) != 1 or ja_nee(cel.tekst) is not None:
        b.noteer(cel)
        return
    tekst = b.knip("noodzaken", "waarom", cel.tekst, cel)
    b.wijzig_alle("gegevens", noodzaken=(Noodzaak(doel=1, waarom=tekst),))


def _doorbrekingsgrond(b: Bouwer, cel: Cel) -> None:
    letters = set(_ARTIKEL9.findall(cel.tekst.lower()))
    code = f"9-2-{letters.pop()}" if len(letters) == 1 else ""
    if not any(g.soort == SoortGegeven.BIJZONDER for g in b.lijsten["gegevens"]):
        b.noteer(cel)
        return
    tekst = b.knip("gegevens", "doorbreking_toelichting", cel.tekst, cel)
    b.lijsten["gegevens"] = [
        replace(g, doorbrekingsgrond=code, doorbreking_toelichting=tekst)
        if g.soort == SoortGegeven.BIJZONDER
        else g
        for g in b.lijsten["gegevens"]
    ]


_BIJ = {
    "herkomst": _herkomst,
    "verplicht": _verplicht,
    "gevolg": _gevolg,
    "noodzaak": _noodzaak,
    "doorbrekingsgrond": _doorbrekingsgrond,
}


def bewaartermijnen(b: Bouwer, per_veld: Cellen) -> None:
    """Each line of a retention cell is a term: the sentence stays, the duration only when it is sure."""
    for cel in per_veld.get("bewaartermijn", []):
        delen = splits_regels(cel.tekst)
        if not delen:
            b.noteer(cel)
        for deel in delen:
            _termijn(b, deel, cel)
    for cel in per_veld.get("startmoment", []):
        b.lijsten["bewaartermijnen"] = [
            t
            if t.startmoment
            else replace(t, startmoment=b.knip("bewaartermijnen", "startmoment", cel.tekst, cel))
            for t in b.lijsten["bewaartermijnen"]
        ]
    for cel in per_veld.get("bewaarbron", []):
        _bewaarbron(b, cel)
    if len(b.lijsten["bewaartermijnen"]) == 1:
        b.wijzig_alle("gegevens", bewaartermijn=1)


def _termijn(b: Bouwer, tekst: str, cel: Cel) -> None:
    t = lees_termijn(tekst)
    b.voeg_toe(
        "bewaartermijnen",
        omschrijving=b.knip("bewaartermijnen", "omschrijving", tekst, cel),
        duur=t.duur,
        blijvend=t.blijvend,
        startmoment=t.startmoment[:300],
        **_selectielijst(b, tekst),
    )
    if t.twijfel:
        b.meld(
            cel, f"De bewaartermijn ‘{tekst[:80]}’ {t.twijfel}. De zin is overgenomen; vul zelf de duur in."
        )
    elif not t.duur and not t.blijvend:
        b.meld(cel, f"In ‘{tekst[:80]}’ staat geen duur die wij herkennen. De zin is overgenomen.", INFO)


def _selectielijst(b: Bouwer, tekst: str, *, zeker: bool = False) -> dict[str, str]:
    """The result number of the Selectielijst, when the text names that list and the number exists."""
    if not zeker and not re.search(r"selectielijst|\bvng\b|resultaat", tekst, re.IGNORECASE):
        return {}
    resultaten = lijst("selectielijst", b.omgeving.op)
    nummers = [nummer for nummer in _RESULTAAT.findall(tekst) if nummer in resultaten]
    if len(nummers) != 1:
        return {}
    return {"bron": Bewaarbron.SELECTIELIJST.value, "lijstversie": _LIJSTVERSIE, "resultaat": nummers[0]}


def _bewaarbron(b: Bouwer, cel: Cel) -> None:
    """What the term rests on; the words stay in the motivation of each term."""
    if zegt_niets(cel.tekst) or ja_nee(cel.tekst) is not None or not b.lijsten["bewaartermijnen"]:
        b.noteer(cel)
        return
    bron = _selectielijst(b, cel.tekst, zeker=True)
    b.lijsten["bewaartermijnen"] = [
        replace(t, motivering=b.erbij("bewaartermijnen", "motivering", t.motivering, cel.tekst, cel), **bron)
        for t in b.lijsten["bewaartermijnen"]
    ]
