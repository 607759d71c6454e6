"""The export of the AVG Register Rijksoverheid, in its three kinds: controller, processor and Wpg.

A record is a tree. What has a field here is taken from it; the rest of the tree goes to the note by its path.
"""

from __future__ import annotations

from collections.abc import Iterator

from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.begrippen import Herkomst, Regime, Rol
from leidraad.registers.verwerkingen.inhoud import Noodzaak
from leidraad.registers.verwerkingen.uitwisseling import vul_algemeen as algemeen
from leidraad.registers.verwerkingen.uitwisseling import vul_ontvangers
from leidraad.registers.verwerkingen.uitwisseling.avgregister_wpg import (
    betrokkenen_wpg,
    doel_wpg,
    ontvangers_wpg,
)
from leidraad.registers.verwerkingen.uitwisseling.boom import Boom
from leidraad.registers.verwerkingen.uitwisseling.bouwer import Bouwer, Cel, Omgeving, Omgezet, afgekeurd
from leidraad.registers.verwerkingen.uitwisseling.bron import INFO, Bron
from leidraad.registers.verwerkingen.uitwisseling.lijsten import grondslagen, landen, soort_gegeven
from leidraad.registers.verwerkingen.uitwisseling.waarden import lees_termijn

KOLOMMEN: dict[str, str | None] = {
    "Nummer": "nummer", "Naam": "naam", "Dienst": "eenheid", "Verantwoordelijken": "bestuursorgaan",
    "VerdelingVerantwoordelijkheid": "rol_toelichting", "Verwerkers": "verwerkers", "Doelen": "doel",
    "Betrokkenen": "betrokkenen",
    "Categorien": "gegevens", "Systemen": "systemen", "Ontvangers": "ontvangers", "Ontvanger": "ontvangers",
    "Beveiliging": "maatregelen", "Doorgifte": "doorgifte", "Besluitvorming": "geautomatiseerd_besluit",
    "GebPia": "profilering",
}  # fmt: skip
"""Which part of a record goes to which field; the other parts go to the note."""

# The flags of a category of data subjects, as categories of our own list.
_BIJZONDER = {
    "RasOfEtniciteit": "ras_etniciteit",
    "PolitiekeGezindheid": "politiek",
    "GodsdienstOfLevensovertuiging": "religie",
    "LidmaatschapVakvereniging": "vakbond",
    "Genetisch": "genetisch",
    "Biometrisch": "biometrisch",
    "Gezondheid": "gezondheid",
    "SeksueleLeven": "seksueel",
    "Strafrechtelijk": "strafrechtelijk",
}


def zet_om(bron: Bron, omgeving: Omgeving) -> Iterator[Omgezet]:
    """Each record as content, in the order of the source."""
    for nr, record in enumerate(bron.records, 1):
        yield _record(nr, Boom(record), omgeving)


def _record(nr: int, boom: Boom, omgeving: Omgeving) -> Omgezet:
    b = Bouwer(nr, omgeving)
    naam, nummer = boom.neem("Naam"), boom.neem("Nummer") or boom.neem("Id")
    if not naam:
        cellen = [Cel(pad, tekst) for pad, tekst in boom.over()]
        return afgekeurd(nr, nummer, cellen, "Deze verwerking heeft geen naam en is niet overgenomen.")
    algemeen.naam(b, [Cel("Naam", naam)])
    if len(nummer) > 100:
        b.noteer(Cel("Nummer", nummer))
    is_wpg = isinstance(boom.tak("Betrokkenen").waarde, dict)
    b.velden["regime"] = (Regime.WPG if is_wpg else Regime.AVG).value
    if dienst := boom.neem("Dienst"):
        b.kies_eenheid([Cel("Dienst", dienst)])
    _rol(b, boom, is_verwerker=not is_wpg and boom.tak("Betrokkenen").waarde is None)
    for tak in boom.takken("Doelen"):
        doel_wpg(b, tak) if is_wpg else _doel(b, tak)
    if is_wpg:
        betrokkenen_wpg(b, boom.tak("Betrokkenen"))
    else:
        for tak in boom.takken("Betrokkenen"):
            _betrokkenen(b, tak)
    for tak in boom.takken("Categorien"):
        if categorie := tak.zelf() or tak.neem("Omschrijving", "Naam", "Categorie"):
            _voeg_gegeven(b, categorie, Cel("Categorien", categorie))
    _ontvangers(b, boom)
    if is_wpg:
        ontvangers_wpg(b, boom.tak("Ontvanger"))
    _beveiliging(b, boom.tak("Beveiliging"))
    b.velden["geautomatiseerd_besluit"] = boom.tak("Besluitvorming").vlag("HasBesluitvorming")
    b.velden["profilering"] = boom.tak("GebPia").vlag("IsGeautomatiseerdProfilering")
    _rest(b, boom)
    inhoud = b.klaar()
    return Omgezet(
        nr, nummer[:100], inhoud, b.eenheid, tuple(b.meldingen), sleutel=nummer[:100] or f"naam:{naam[:150]}"
    )


def _rest(b: Bouwer, boom: Boom) -> None:
    """What nobody took goes to the note; technical numbers only to the report."""
    nummers = []
    for pad, tekst in boom.over():
        if pad == "Id" or pad.endswith(" Id"):
            nummers.append(f"{pad}: {tekst}")
        else:
            b.noteer(Cel(pad, tekst))
    if nummers:
        tekst = f"Technische nummers van het oude register, niet overgenomen: {'; '.join(nummers)}"
        b.meld(Cel("Id", ""), tekst, INFO)


def _rol(b: Bouwer, boom: Boom, *, is_verwerker: bool) -> None:
    """Who is responsible: one body of this municipality, several, or another for whom we process."""
    namen = [
        tak.tak("Naam").waarde for tak in boom.takken("Verantwoordelijken") if isinstance(tak.waarde, dict)
    ]
    rol = Rol.VERWERKER if is_verwerker else Rol.GEZAMENLIJK if len(namen) > 1 else Rol.VERANTWOORDELIJKE
    b.velden["rol"] = rol.value
    if verdeling := boom.neem("VerdelingVerantwoordelijkheid"):
        b.zet("rol_toelichting", verdeling, Cel("VerdelingVerantwoordelijkheid", verdeling))
    for naam in filter(None, namen):
        cel = Cel("Verantwoordelijken", str(naam))
        if is_verwerker:
            b.zet("rol_toelichting", f"Verwerker voor {naam}", cel)
        elif not b.velden.get("bestuursorgaan"):
            algemeen.bestuursorgaan(b, [cel])


def _doel(b: Bouwer, tak: Boom) -> None:
    tekst, grond = tak.neem("Doel", "Omschrijving"), tak.neem("Rechtsgrond", "Grondslag")
    toelichting = tak.neem("Toelichting")
    codes = grondslagen(grond, b.omgeving.op) if grond else ()
    cel = Cel("Doelen Rechtsgrond", grond)
    if grond and len(codes) == 1:
        b.noteer(cel)
    elif grond:
        b.meld(cel, f"De grondslag ‘{grond[:80]}’ is niet zeker herkend. De tekst staat in de toelichting.")
        toelichting = f"{toelichting}\n{grond}".strip()
    b.voeg_toe(
        "doelen",
        omschrijving=b.knip("doelen", "omschrijving", tekst, Cel(f"{tak.pad} Doel", tekst)),
        grondslag=codes[0] if len(codes) == 1 else "",
        toelichting=b.knip("doelen", "toelichting", toelichting, Cel(f"{tak.pad} Toelichting", toelichting)),
    )


def _betrokkenen(b: Bouwer, tak: Boom) -> None:
    """A category of data subjects with its special kinds of data and its own data."""
    naam = tak.zelf() or tak.neem("Omschrijving", "Naam") or "Betrokkenen"
    regel = b.voeg_toe("betrokkenen", naam=b.knip("betrokkenen", "naam", naam, Cel(tak.pad, naam))).regel
    tak.vlag("GeenBijzondereGegevens")
    categorieen = lijst("gegevenscategorieen", b.omgeving.op)
    for vlag, code in _BIJZONDER.items():
        if tak.vlag(vlag):
            b.voeg_toe(
                "gegevens", naam=categorieen[code].naam, soort=categorieen[code].soort, betrokkenen=regel
            )
    for gegeven in tak.takken("Gegevens"):
        _gegeven(b, gegeven, regel)


def _gegeven(b: Bouwer, tak: Boom, betrokkenen: int) -> None:
    naam = tak.zelf() or tak.neem("Omschrijving", "Naam")
    bron, van_zelf = tak.neem("BronOmschrijving"), tak.vlag("IsBronBetrokkene")
    herkomst = "" if van_zelf is None else (Herkomst.BETROKKENE if van_zelf else Herkomst.ANDERE_BRON).value
    gevolg, waarom = tak.neem("BetrokkeneConsequenties"), tak.neem("Verzameldoel")
    een_doel = len(b.lijsten["doelen"]) == 1
    if waarom and not een_doel:
        b.noteer(Cel(f"{tak.pad} Verzameldoel", waarom))
    nood = (
        b.knip("noodzaken", "waarom", waarom, Cel(f"{tak.pad} Verzameldoel", waarom))
        if waarom and een_doel
        else ""
    )
    _voeg_gegeven(
        b, naam, Cel(tak.pad, naam), betrokkenen=betrokkenen,
        bewaartermijn=_termijn(b, tak.neem("Bewaartermijn"), f"{tak.pad} Bewaartermijn"),
        herkomst=herkomst,
        herkomst_toelichting=b.knip(
            "gegevens", "herkomst_toelichting", bron, Cel(f"{tak.pad} BronOmschrijving", bron)
        ),
        verplicht=tak.vlag("IsBetrokkeneVerplicht"),
        gevolg=b.knip("gegevens", "gevolg", gevolg, Cel(f"{tak.pad} BetrokkeneConsequenties", gevolg)),
        noodzaken=(Noodzaak(doel=1, waarom=nood),) if nood else (),
    )  # fmt: skip


def _voeg_gegeven(b: Bouwer, naam: str, cel: Cel, **waarden: object) -> None:
    soort = soort_gegeven(naam, b.omgeving.op) if len(naam.split()) <= 6 else ""
    b.voeg_toe("gegevens", naam=b.knip("gegevens", "naam", naam, cel), soort=soort, **waarden)


def _termijn(b: Bouwer, tekst: str, pad: str) -> int | None:
    """The number of the retention term with this sentence; the same sentence is one term."""
    if not tekst:
        return None
    omschrijving = b.knip("bewaartermijnen", "omschrijving", tekst, Cel(pad, tekst))
    for rij in b.lijsten["bewaartermijnen"]:
        if rij.omschrijving == omschrijving:
            return int(rij.regel)
    t = lees_termijn(tekst)
    rij = b.voeg_toe(
        "bewaartermijnen",
        omschrijving=omschrijving,
        duur=t.duur,
        blijvend=t.blijvend,
        startmoment=t.startmoment[:300],
    )
    return int(rij.regel)


def _ontvangers(b: Bouwer, boom: Boom) -> None:
    for tak in boom.takken("Verwerkers"):
        if naam := tak.zelf() or tak.neem("Naam"):
            land = next(iter(landen(str(tak.tak("Land").waarde or ""), b.omgeving.op)), "")
            b.voeg_toe(
                "ontvangers",
                naam=b.knip("ontvangers", "naam", naam, Cel(tak.pad, naam)),
                rol="verwerker",
                land=land,
            )
    for tak in boom.takken("Ontvangers"):
        if naam := tak.zelf() or tak.neem("Omschrijving", "Naam"):
            b.voeg_toe("ontvangers", naam=b.knip("ontvangers", "naam", naam, Cel(tak.pad, naam)))
    systemen = [t for tak in boom.takken("Systemen") if (t := tak.zelf() or tak.neem("Omschrijving", "Naam"))]
    for naam in dict.fromkeys(systemen):
        b.voeg_toe("systemen", naam=b.knip("systemen", "naam", naam, Cel("Systemen", naam)))
    door = boom.tak("Doorgifte")
    if door.vlag("BuitenEu"):
        waar, waarborg = (
            door.neem("BuitenEuOmschrijving"),
            door.neem("BuitenEuPassendBeschermingsniveauOmschrijving"),
        )
        cellen = {"doorgifte": [Cel("Doorgifte BuitenEuOmschrijving", waar or "ja")]}
        if waarborg:
            cellen["mechanisme"] = [Cel("Doorgifte BuitenEuPassendBeschermingsniveauOmschrijving", waarborg)]
        vul_ontvangers.doorgifte(b, cellen)


def _beveiliging(b: Bouwer, tak: Boom) -> None:
    """Measures in words; pseudonymisation, encryption and access have a code of their own."""
    for sleutel, code in (("Pseudonimisering", "pseudonimisering"), ("Encryptie", "versleuteling_opslag")):
        tekst = tak.neem(sleutel)
        if len(tekst.split()) > 2:
            b.voeg_toe(
                "maatregelen",
                code=code,
                toelichting=b.knip("maatregelen", "toelichting", tekst, Cel(sleutel, tekst)),
            )
        elif tekst:
            b.noteer(Cel(f"Beveiliging {sleutel}", tekst))
    teksten = [
        t for sleutel in ("Maatregelen", "Toegang") for deel in tak.takken(sleutel) if (t := deel.zelf())
    ]
    for tekst in teksten:
        vul_ontvangers.maatregel(b, tekst, Cel("Beveiliging", tekst))
