"""Fill the purposes and their legal bases (AVG art. 6; Wpg art. 8, 9, 13)."""

from __future__ import annotations

import re
from dataclasses import replace

from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.begrippen import Regime
from leidraad.registers.verwerkingen.uitwisseling import lijsten
from leidraad.registers.verwerkingen.uitwisseling.bouwer import Bouwer, Cel
from leidraad.registers.verwerkingen.uitwisseling.waarden import ja_nee, splits_regels
from leidraad.registers.verwerkingen.uitwisseling.woorden import plat, zegt_niets

Cellen = dict[str, list[Cel]]
_ARTIKEL = re.compile(
    r"\b(art(?:ikel(?:en)?|\.)?\s*\d[\w.:]*(?:,?\s*(?:(?:eerste|tweede|derde|vierde)\s+lid|lid\s+\d+|onder(?:deel)?"
    r"\s+\w|sub\s+\w)\b)*)", re.IGNORECASE)  # fmt: skip


def doelen(b: Bouwer, per_veld: Cellen) -> None:
    """Purposes first, then the legal bases over them, then the law and the explanation."""
    for cel in per_veld.get("doel", []):
        delen = splits_regels(cel.tekst)
        if not delen:
            b.noteer(cel)
        for deel in delen:
            b.voeg_toe("doelen", omschrijving=b.knip("doelen", "omschrijving", deel, cel))
    _grondslagen(b, per_veld.get("grondslag", []))
    for veld in ("wet", "artikel"):
        for cel in per_veld.get(veld, []):
            _wet(b, veld, cel)
    for cel in per_veld.get("grondslag_toelichting", []):
        _licht_toe(b, cel)
    _artikelen(b)
    for cel in per_veld.get("later_doel", []):
        _later_doel(b, cel)


def _grondslagen(b: Bouwer, cellen: list[Cel]) -> None:
    gevonden: list[str] = []
    for cel in cellen:
        codes = _codes(b, cel.tekst)
        gevonden += [code for code in codes if code not in gevonden] if len(cellen) > 1 else codes
        if zegt_niets(cel.tekst) or (codes and _alleen_grondslag(b, cel.tekst, len(codes))):
            b.noteer(cel)
        elif not codes and lijsten.noemt_wet(cel.tekst):
            _wet(b, "wet", cel)
        else:
            _licht_toe(b, cel)
            if wet := _genoemde_wet(b, cel.tekst):
                _wet(b, "wet", Cel(cel.kop, wet))
            if not codes:
                b.meld(cel, f"De grondslag ‘{cel.tekst[:80]}’ is niet herkend. Zij staat in de toelichting.")
    if gevonden:
        _verdeel(b, gevonden, cellen)


def _genoemde_wet(b: Bouwer, tekst: str) -> str:
    """The law beside a basis, as in "wettelijke verplichting (Wet BRP)"; empty when none or several."""
    delen = [deel.strip(" ,.:–-") for deel in re.split(r"[();\n]", tekst)]
    wetten = [d for d in delen if lijsten.noemt_wet(d) and "avg" not in plat(d).split() and not _codes(b, d)]
    return wetten[0] if len(wetten) == 1 else ""


def _codes(b: Bouwer, tekst: str) -> list[str]:
    """The codes in a cell, one per line when every line names one."""
    lees = lijsten.wpg_grondslagen if b.velden.get("regime") == Regime.WPG else lijsten.grondslagen
    per_regel = [lees(deel, b.omgeving.op) for deel in splits_regels(tekst)]
    if per_regel and all(len(codes) == 1 for codes in per_regel):
        return [codes[0] for codes in per_regel]
    return list(lees(tekst, b.omgeving.op))


def _alleen_grondslag(b: Bouwer, tekst: str, aantal: int) -> bool:
    """Whether the cell says no more than the basis itself: then its words add nothing to the field."""
    return len(tekst) <= 60 * aantal and not re.search(
        r"\w{3,}(?:wet|besluit|verordening)\b|[(;]", tekst.lower()
    )


def _verdeel(b: Bouwer, codes: list[str], cellen: list[Cel]) -> None:
    """One basis holds for all purposes; as many as purposes go in order; one purpose takes them all."""
    rijen = b.lijsten["doelen"] or [b.voeg_toe("doelen")]
    uniek = list(dict.fromkeys(codes))
    if len(uniek) == 1:
        b.wijzig_alle("doelen", grondslag=uniek[0])
    elif len(codes) == len(rijen):
        b.lijsten["doelen"] = [replace(d, grondslag=c) for d, c in zip(rijen, codes, strict=True)]
    elif len(rijen) == 1:
        eerste = rijen[0]
        b.lijsten["doelen"] = [replace(eerste, regel=nr, grondslag=c) for nr, c in enumerate(uniek, 1)]
    else:
        for cel in cellen:
            b.noteer(cel)
        namen = ", ".join(_naam(b, code) for code in uniek)
        b.meld(
            cellen[0],
            f"De bron noemt {len(rijen)} doelen en {len(uniek)} grondslagen ({namen}). Kies zelf welke "
            "grondslag bij welk doel hoort.",
        )
    if "6-1-f" in uniek:
        b.meld(
            cellen[0],
            "Gerechtvaardigd belang is overgenomen, maar mag niet voor publieke taken (AVG artikel 6 lid 1, "
            "laatste zin).",
        )


def _naam(b: Bouwer, code: str) -> str:
    item = lijst("grondslagen", b.omgeving.op).get(code)
    return item.naam if item else code


def _wet(b: Bouwer, veld: str, cel: Cel) -> None:
    """The law or article: one text holds for all purposes, as many lines as purposes go in order."""
    if zegt_niets(cel.tekst) or ja_nee(cel.tekst) is not None:
        b.noteer(cel)
        return
    if not b.lijsten["doelen"]:
        b.voeg_toe("doelen")
    rijen = b.lijsten["doelen"]
    delen = splits_regels(cel.tekst)
    if len(delen) != len(rijen):
        delen = [cel.tekst] * len(rijen)
    for nr, (doel, deel) in enumerate(zip(rijen, delen, strict=True)):
        al = getattr(doel, veld)
        if deel not in al:
            rijen[nr] = replace(doel, **{veld: b.erbij("doelen", veld, al, deel, cel, "; ")})


def _artikelen(b: Bouwer) -> None:
    """An article that stands in the law's text fills the article when the source has no column for it."""
    b.lijsten["doelen"] = [
        replace(d, artikel=m[1][:100])
        if not d.artikel and d.wet and (m := _ARTIKEL.search(d.wet)) and len(_ARTIKEL.findall(d.wet)) == 1
        else d
        for d in b.lijsten["doelen"]
    ]


def _licht_toe(b: Bouwer, cel: Cel) -> None:
    """Add a text to the explanation of the first purpose."""
    if zegt_niets(cel.tekst):
        b.noteer(cel)
        return
    if not b.lijsten["doelen"]:
        b.voeg_toe("doelen")
    eerste = b.lijsten["doelen"][0]
    tekst = b.erbij("doelen", "toelichting", eerste.toelichting, cel.tekst, cel)
    b.lijsten["doelen"][0] = replace(eerste, toelichting=tekst)


def _later_doel(b: Bouwer, cel: Cel) -> None:
    antwoord = ja_nee(cel.tekst)
    if antwoord is not None or zegt_niets(cel.tekst) or plat(cel.tekst).startswith("nee"):
        b.noteer(cel)
        if antwoord:
            b.meld(cel, "De bron zegt dat er een later doel is, maar niet welk. Voeg het zelf toe.")
        return
    for deel in splits_regels(cel.tekst):
        b.voeg_toe("doelen", omschrijving=b.knip("doelen", "omschrijving", deel, cel), later_doel=True)
