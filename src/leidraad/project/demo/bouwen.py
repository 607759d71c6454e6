"""From a process in the data files to the content of a verwerking.

The files are written for people: rows have a name instead of a number, and what holds for most data of a
process stands once, under `standaard`. Here everything gets its full form.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from leidraad.project.demo.bestanden import lees
from leidraad.project.demo.nogniet import laat_weg
from leidraad.project.demo.toegang import Groep, Moment, autorisaties, nummers, rijen, vernietigingen
from leidraad.referentie import lijst
from leidraad.registers.verwerkingen import inhoud as i
from leidraad.registers.verwerkingen.regels.gevoeligheid import gevoeligheidsklasse

ORGANEN = {
    "college": "College van burgemeester en wethouders",
    "burgemeester": "Burgemeester",
    "raad": "Gemeenteraad",
    "heffing": "Heffingsambtenaar",
    "invordering": "Invorderingsambtenaar",
    "abs": "Ambtenaar van de burgerlijke stand",
    "leerplicht": "Leerplichtambtenaar",
}
_LIJSTVERSIE = "2020"


def bouw(proces: Groep, gemeente: str, hoofdverwerking: str, moment: Moment) -> i.Inhoud:
    """The content that a process describes. Raises KeyError for a name that the process does not have."""
    p = _met_gemeente(proces, gemeente)
    zonder_maatregelen = replace(
        _velden(p, moment),
        hoofdverwerking=hoofdverwerking,
        doelen=_doelen(p),
        betrokkenen=_betrokkenen(p),
        bewaartermijnen=_bewaartermijnen(p, moment.op),
        gegevens=_gegevens(p),
        ontvangers=_ontvangers(p),
        systemen=_systemen(p),
        autorisaties=autorisaties(p, moment),
        vernietigingen=vernietigingen(p, moment),
    )
    volledig = replace(zonder_maatregelen, maatregelen=_maatregelen(p, zonder_maatregelen, moment.op))
    return laat_weg(volledig, p.get("nog_niet", []))


def _met_gemeente(waarde: Any, gemeente: str) -> Any:
    """Fill in the name of the municipality wherever a text asks for it."""
    if isinstance(waarde, dict):
        return {sleutel: _met_gemeente(deel, gemeente) for sleutel, deel in waarde.items()}
    if isinstance(waarde, str):
        return waarde.replace("{gemeente}", f"de gemeente {gemeente}").replace("{naam}", gemeente)
    return waarde


def _velden(p: Groep, moment: Moment) -> i.Inhoud:
    weging = "voldoet" if p["proportionaliteit"] else ""
    # What still has to begin, begins so many days from today.
    begin = moment.vandaag + timedelta(days=p["begint_over"]) if "begint_over" in p else p["start"]
    return i.Inhoud(
        naam=p["naam"],
        omschrijving=p["omschrijving"],
        regime=p.get("regime", "avg"),
        rol=p.get("rol", "verantwoordelijke"),
        rol_toelichting=p.get("rol_uitleg", ""),
        bestuursorgaan=ORGANEN[p["orgaan"]],
        startdatum=begin,
        wettelijke_taak=p["taak"],
        procestype=p["procestype"],
        profilering=p.get("profilering", False),
        profilering_toelichting=p.get("profilering_uitleg", ""),
        geautomatiseerd_besluit=p.get("besluit", False),
        menselijke_controle=p.get("menselijk", ""),
        proportionaliteit=p.get("evenredig", weging),
        proportionaliteit_waarom=p["proportionaliteit"],
        subsidiariteit="voldoet" if p["subsidiariteit"] else "",
        subsidiariteit_waarom=p["subsidiariteit"],
        juistheid=p["juistheid"],
        informatiewijze=p.get("informatie", "tekst"),
        privacyverklaring=p.get("verklaring", ""),
        privacyverklaring_link=p.get("verklaring_link", ""),
        informatie_uitzondering=p.get("uitzondering", ""),
        notitie=p.get("notitie", ""),
    )


def _doelen(p: Groep) -> tuple[i.Doel, ...]:
    return tuple(
        i.Doel(
            regel=nummer,
            omschrijving=rij["doel"],
            grondslag=rij.get("grondslag", ""),
            wet=rij.get("wet", ""),
            artikel=rij.get("artikel", ""),
            toelichting=rij.get("uitleg", ""),
            later_doel="toets" in rij,
            **rij.get("toets", {}),
        )
        for nummer, _, rij in rijen(p["doelen"])
    )


def _betrokkenen(p: Groep) -> tuple[i.Betrokkenen, ...]:
    return tuple(
        i.Betrokkenen(
            regel=nummer,
            naam=rij["naam"],
            kwetsbaar=rij.get("kwetsbaar", False),
            schaal=rij["schaal"],
            toelichting=rij.get("uitleg", ""),
        )
        for nummer, _, rij in rijen(p["betrokkenen"])
    )


def _bewaartermijnen(p: Groep, op: date) -> tuple[i.Bewaartermijn, ...]:
    return tuple(_bewaartermijn(nummer, rij, op) for nummer, _, rij in rijen(p["bewaren"]))


def _bewaartermijn(nummer: int, rij: Groep, op: date) -> i.Bewaartermijn:
    resultaat = rij.get("lijst", "")
    duur = rij.get("duur", "")
    if resultaat and not duur:
        duur = lijst("selectielijst", op)[resultaat].bewaartermijn or ""
    bron = "selectielijst" if resultaat else "wet" if "wet" in rij else "eigen" if "eigen" in rij else ""
    return i.Bewaartermijn(
        regel=nummer,
        omschrijving=rij["wat"],
        duur=duur,
        blijvend=rij.get("blijvend", False),
        startmoment=rij.get("vanaf", ""),
        bron=bron,
        wet=rij.get("wet", ""),
        lijstversie=_LIJSTVERSIE if resultaat else "",
        resultaat=resultaat,
        motivering=rij.get("eigen", ""),
        wet_en_lijst_zwijgen=bool(rij.get("eigen")),
        vernietigen_na=rij.get("na", ""),
    )


def _gegevens(p: Groep) -> tuple[i.Gegeven, ...]:
    uit: list[i.Gegeven] = []
    nummer = 0
    groepen = nummers(p["betrokkenen"])
    for wie, gegevens in p["gegevens"].items():
        for naam, rij in (gegevens or {}).items():
            nummer += 1
            if rij is not None and p["betrokkenen"][wie] is not None:
                uit.append(_gegeven(nummer, naam, groepen[wie], rij, p))
    return tuple(uit)


def _gegeven(nummer: int, naam: str, wie: int, rij: Any, p: Groep) -> i.Gegeven:
    rij = p["standaard"] | (rij if isinstance(rij, dict) else {"waarom": rij})
    # Who only names the person as source has no other source to explain.
    bron = "" if rij["herkomst"] == "betrokkene" else rij["bron"]
    bewaren = nummers(p["bewaren"])[rij["bewaren"]] if p["bewaren"].get(rij["bewaren"]) else None
    return i.Gegeven(
        regel=nummer,
        naam=naam,
        betrokkenen=wie,
        soort=rij.get("soort", "gewoon"),
        doorbrekingsgrond=rij.get("grond", ""),
        doorbreking_toelichting=rij.get("wet", ""),
        noodzaken=_noodzaken(rij["waarom"], p["doelen"]),
        herkomst=rij["herkomst"],
        herkomst_toelichting=bron,
        verplicht=rij["verplicht"],
        gevolg=rij["gevolg"],
        bewaartermijn=bewaren,
    )


def _noodzaken(waarom: str | Groep, doelen: Groep) -> tuple[i.Noodzaak, ...]:
    """Why it is needed, per purpose; a plain text belongs to the first purpose."""
    per_doel = waarom if isinstance(waarom, dict) else {next(iter(doelen)): waarom}
    op_naam = nummers(doelen)
    redenen = [(op_naam[doel], tekst) for doel, tekst in per_doel.items() if doelen[doel] is not None]
    return tuple(i.Noodzaak(doel=doel, waarom=tekst) for doel, tekst in sorted(redenen) if tekst)


def _ontvangers(p: Groep) -> tuple[i.Ontvanger, ...]:
    return tuple(
        i.Ontvanger(
            regel=nummer,
            naam=naam,
            rol=rij["rol"],
            waarvoor=rij["voor"],
            land=rij.get("land", "NL"),
            mechanisme=rij.get("mechanisme", ""),
            mechanisme_toelichting=rij.get("toelichting", ""),
            doorgiftebeoordeling=rij.get("beoordeling", ""),
        )
        for nummer, naam, rij in rijen(p["ontvangers"])
    )


def _systemen(p: Groep) -> tuple[i.Systeem, ...]:
    return tuple(i.Systeem(regel=n, naam=naam, leverancier=lev) for n, naam, lev in rijen(p["systemen"]))


def _maatregelen(p: Groep, inhoud: i.Inhoud, op: date) -> tuple[i.Maatregel, ...]:
    """What the sensitivity asks for, plus what the process adds, minus what is not there yet.

    What the process itself does not explain is done as everywhere in the region.
    """
    klasse = gevoeligheidsklasse(inhoud, op)
    eigen, overal = p["maatregelen"], lees("maatregelen.yaml")
    zonder = p.get("zonder_maatregelen", [])
    codes = [m.code for m in lijst("maatregelen", op) if klasse in m.klassen or m.code in eigen]
    return tuple(
        i.Maatregel(regel=nummer, code=code, toelichting=eigen.get(code) or overal[code])
        for nummer, code in enumerate((c for c in codes if c not in zonder), 1)
    )
