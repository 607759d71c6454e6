"""Every cell of the source is in a field, in the note, or in the report."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leidraad.dossiers.waarde import alle_tekst
from leidraad.registers.verwerkingen.tests.uitwisseling.bestanden import xlsx
from leidraad.registers.verwerkingen.uitwisseling import avgregister, lezen, rijen
from leidraad.registers.verwerkingen.uitwisseling.bouwer import Omgeving, Omgezet
from leidraad.registers.verwerkingen.uitwisseling.bron import Bron, Rij, schoon, unieke_koppen
from leidraad.registers.verwerkingen.uitwisseling.koppelen import als_koppeling, stel_voor
from leidraad.registers.verwerkingen.uitwisseling.velden import velden
from tests.naast import REDEN, naast

OP = Omgeving(
    date(2026, 11, 23), "leiden", ("Team Burgerzaken",), ("College van burgemeester en wethouders",)
)
# Between these marks a list is split; a bullet or a number in front of a line says nothing by itself.
STUKKEN = re.compile(r"[\n;,•●▪◦‣∙·*]|^\s*(?:[–—-]|\d{1,2}[.)]|[a-z]\))\s+", re.MULTILINE)
CSV = "voorbeelden/register-voedselbank-33.csv"
JSON = "voorbeelden/avg-register-rijksoverheid-verantwoordelijke.json"

STUK = st.sampled_from(
    [
        "Naam",
        "BSN",
        "ja",
        "nee",
        "onbekend",
        "n.v.t.",
        "-",
        ".",
        "7 jaar na afloop",
        "2 tot 5 jaar",
        "blijvend",
        "contract",
        "artikel 6 lid 1 onder e",
        "Participatiewet art. 7",
        "toestemming",
        "Verenigde Staten",
        "SCC",
        "https://leiden.nl/privacy",
        "01-02-2020",
        "2020-01-01",
        "Team Burgerzaken",
        "college",
        "encryptie",
        "medische gegevens",
        "x",
        "Gezamenlijk",
        "Wet politiegegevens",
        "artikel 8",
        "1. eerste",
        "• tweede",
        "Een zin met meer woorden. En nog een zin, met komma.",
    ]
)
CEL = st.one_of(
    st.just(""),
    STUK,
    st.text(max_size=40),
    st.lists(STUK, min_size=2, max_size=4).flatmap(
        lambda delen: st.sampled_from([s.join(delen) for s in ("; ", ", ", "\n", " • ")])
    ),
    st.integers(300, 6000).map(lambda n: "lang " * n),
)


def kwijt(omgezet: Omgezet, kop: str, cel: str) -> list[str]:
    """The pieces of a cell that stand nowhere."""
    melding = "\n".join(m.melding for m in omgezet.meldingen if m.kolom in (kop, None))
    alles = "\n".join((alle_tekst(omgezet.inhoud), omgezet.eenheid, omgezet.bron_nummer, melding))
    alles += "\n" + " ".join(alles.split())
    if cel in alles:
        return []
    stukken = (stuk.strip() for stuk in STUKKEN.split(cel))
    return [stuk for stuk in stukken if any(t.isalnum() for t in stuk) and stuk not in alles]


@given(st.data())
def test_geen_cel_gaat_verloren(data):
    codes = data.draw(st.lists(st.sampled_from([*velden(), ""]), min_size=3, max_size=8))
    koppen = unieke_koppen(["Naam", *(velden()[c].label if c else "Lunch" for c in codes)])
    cellen = tuple(schoon(data.draw(CEL)) for _ in koppen)
    bron = Bron("tabel", "x", koppen, (Rij(2, cellen),))
    [omgezet] = rijen.zet_om(bron, als_koppeling(stel_voor(bron)), OP)
    for kop, cel in zip(koppen, cellen, strict=True):
        assert not kwijt(omgezet, kop, cel), (kop, cel)


def test_een_te_lange_naam_staat_begonnen_in_het_veld_en_heel_in_de_notitie():
    naam = "Een heel lange naam " * 40
    bron = lezen.lees("r.xlsx", xlsx(R=[["Naam", "Doel"], [naam, "d"]]))
    [omgezet] = rijen.zet_om(bron, als_koppeling(stel_voor(bron)), OP)
    assert len(omgezet.inhoud.naam) == 300
    assert naam.strip() in omgezet.inhoud.notitie
    assert any("te lang" in m.melding and m.kolom == "Naam" for m in omgezet.meldingen)


def test_wat_niet_meer_in_de_notitie_past_staat_in_het_verslag():
    koppen = ("Naam", *(f"Lunch {nr}" for nr in range(4)))
    bron = Bron("tabel", "x", koppen, (Rij(2, ("A", *(f"{nr}" * 20_000 for nr in range(4)))),))
    [omgezet] = rijen.zet_om(bron, als_koppeling(stel_voor(bron)), OP)
    assert len(omgezet.inhoud.notitie) <= 50_000
    for kop, cel in zip(koppen, bron.rijen[0].cellen, strict=True):
        assert not kwijt(omgezet, kop, cel)


def test_een_rij_zonder_naam_wordt_afgekeurd_met_al_haar_cellen_in_het_verslag():
    bron = Bron("tabel", "x", ("Naam", "Doel"), (Rij(2, ("n.v.t.", "Iets doen")),))
    [omgezet] = rijen.zet_om(bron, als_koppeling(stel_voor(bron)), OP)
    assert omgezet.afgekeurd
    assert [m.ernst for m in omgezet.meldingen] == ["fout", "info", "info"]
    assert not kwijt(omgezet, "Doel", "Iets doen")


@pytest.mark.skipif(naast(CSV) is None, reason=REDEN)
def test_van_het_echte_register_gaat_geen_cel_verloren():
    pad = naast(CSV)
    bron = lezen.lees(pad.name, pad.read_bytes())
    uit = list(rijen.zet_om(bron, als_koppeling(stel_voor(bron)), OP))
    assert len(uit) == 33
    for rij, omgezet in zip(bron.rijen, uit, strict=True):
        assert omgezet.inhoud.doelen[0].grondslag
        for kop, cel in zip(bron.koppen, rij.cellen, strict=True):
            assert not kwijt(omgezet, kop, cel), (rij.nummer, kop)


@pytest.mark.skipif(naast(JSON) is None, reason=REDEN)
def test_van_het_avg_register_gaat_geen_blad_verloren():
    pad = naast(JSON)
    bron = lezen.lees(pad.name, pad.read_bytes())
    [omgezet] = avgregister.zet_om(bron, OP)
    assert omgezet.bron_nummer == "M5071"
    assert omgezet.inhoud.doelen[0].grondslag == "6-1-a"
    for pad_, tekst in bladen(bron.records[0]):
        assert not kwijt(omgezet, "Id", schoon(tekst)), pad_


def bladen(waarde, pad=""):
    """Every text and number of a record; a no has its place in the structure."""
    if isinstance(waarde, dict):
        for sleutel, w in waarde.items():
            yield from bladen(w, f"{pad}.{sleutel}")
    elif isinstance(waarde, list):
        for w in waarde:
            yield from bladen(w, pad)
    elif waarde not in (None, "") and not isinstance(waarde, bool):
        yield pad, str(waarde)
