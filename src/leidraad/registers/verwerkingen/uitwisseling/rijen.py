"""Turn the rows of a table into content, by the mapping of its columns."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator

from leidraad.registers.verwerkingen.uitwisseling import eigen_tabel
from leidraad.registers.verwerkingen.uitwisseling import vul_algemeen as algemeen
from leidraad.registers.verwerkingen.uitwisseling import vul_gegevens as gegevens
from leidraad.registers.verwerkingen.uitwisseling import vul_ontvangers as ontvangers
from leidraad.registers.verwerkingen.uitwisseling.bouwer import Bouwer, Cel, Omgeving, Omgezet, afgekeurd
from leidraad.registers.verwerkingen.uitwisseling.bron import Bron, Rij
from leidraad.registers.verwerkingen.uitwisseling.koppelen import Koppeling
from leidraad.registers.verwerkingen.uitwisseling.vul_doelen import Cellen, doelen
from leidraad.registers.verwerkingen.uitwisseling.woorden import plat, zegt_niets

_STUKKEN = re.compile(r"[\n;,•●▪◦‣∙·*]|^\s*(?:[–—-]|\d{1,2}[.)]|[a-z]\))\s+", re.MULTILINE)
_NUMMER_MAX = 100


def zet_om(bron: Bron, koppeling: Koppeling, omgeving: Omgeving) -> Iterator[Omgezet]:
    """Each row of a table as content, in the order of the source."""
    for rij in bron.rijen:
        yield _rij(bron.koppen, rij, koppeling, omgeving)


def _rij(koppen: tuple[str, ...], rij: Rij, koppeling: Koppeling, omgeving: Omgeving) -> Omgezet:
    b = Bouwer(rij.nummer, omgeving)
    cellen = [Cel(kop, tekst) for kop, tekst in zip(koppen, rij.cellen, strict=True) if tekst]
    per_veld: Cellen = defaultdict(list)
    for cel in cellen:
        for veld in koppeling.get(cel.kop, ()):
            per_veld[veld].append(cel)
        if not koppeling.get(cel.kop):
            b.noteer(cel)
    nummer = _nummer(per_veld["nummer"][0].tekst) if per_veld["nummer"] else ""
    for cel in per_veld["nummer"]:
        if cel.tekst != nummer:
            b.noteer(cel)
    if not any(not zegt_niets(cel.tekst) for cel in per_veld["naam"]):
        return afgekeurd(rij.nummer, nummer, cellen, "Deze rij heeft geen naam en is niet overgenomen.")
    inhoud = eigen_tabel.inhoud(b, per_veld)
    if inhoud is None:
        _vul(b, per_veld)
        _sluit(b, [cel for cel in cellen if cel.tekst != nummer and cel not in per_veld["inhoud"]])
        inhoud = b.klaar()
    waar = "|".join(plat(cel.tekst) for cel in per_veld["eenheid"])
    sleutel = nummer or "naam:" + hashlib.sha256(f"{plat(inhoud.naam)}|{waar}".encode()).hexdigest()
    return Omgezet(rij.nummer, nummer, inhoud, b.eenheid, tuple(b.meldingen), sleutel=sleutel)


def _nummer(tekst: str) -> str:
    """The number of the source as key: too long a number becomes its fingerprint."""
    return tekst if len(tekst) <= _NUMMER_MAX else hashlib.sha256(tekst.encode()).hexdigest()


def _vul(b: Bouwer, per_veld: Cellen) -> None:
    algemeen.naam(b, [cel for cel in per_veld["naam"] if not zegt_niets(cel.tekst)])
    for bron, doel in algemeen.TEKSTVELDEN.items():
        algemeen.tekst(b, doel, per_veld[bron])
    b.kies_eenheid(per_veld["eenheid"])
    algemeen.regime(b, per_veld["regime"])
    algemeen.rol(b, per_veld["rol"])
    algemeen.gezamenlijk(b, per_veld["gezamenlijk"])
    algemeen.is_verwerker(b, per_veld["is_verwerker"])
    algemeen.bestuursorgaan(b, per_veld["bestuursorgaan"])
    algemeen.datums(b, per_veld["startdatum"], per_veld["einddatum"])
    algemeen.procestype(b, per_veld["procestype"])
    algemeen.vraag(b, "profilering", per_veld["profilering"])
    algemeen.vraag(b, "geautomatiseerd_besluit", per_veld["geautomatiseerd_besluit"])
    algemeen.privacyverklaring(b, per_veld["privacyverklaring"], per_veld["privacyverklaring_link"])
    doelen(b, per_veld)
    gegevens.betrokkenen(b, per_veld["betrokkenen"])
    gegevens.gegevens(b, per_veld)
    gegevens.bij_gegevens(b, per_veld)
    gegevens.bewaartermijnen(b, per_veld)
    ontvangers.ontvangers(b, per_veld)
    ontvangers.systemen(b, per_veld)
    ontvangers.beveiliging(b, per_veld["maatregelen"])


def _sluit(b: Bouwer, cellen: list[Cel]) -> None:
    """The safety net: a cell of which a piece stands in no field, goes to the note as a whole."""
    teksten = [w for w in b.velden.values() if isinstance(w, str)]
    teksten += [
        w for rijen in b.lijsten.values() for rij in rijen for w in vars(rij).values() if isinstance(w, str)
    ]
    teksten += [n.waarom for g in b.lijsten["gegevens"][:1] for n in g.noodzaken]
    alles = "\n".join(teksten)
    genoteerd = {cel.kop for cel in cellen if (cel.kop, cel.tekst) in set(b.noten)}
    for cel in cellen:
        if cel.kop in genoteerd or cel.tekst in alles or cel.tekst == b.eenheid:
            continue
        stukken = (stuk.strip() for stuk in _STUKKEN.split(cel.tekst))
        if not all(stuk in alles for stuk in stukken if plat(stuk)):
            b.noteer(cel)
