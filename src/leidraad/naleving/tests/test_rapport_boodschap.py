"""What the report says on page one follows from the figures, in words that everybody can read."""

from dataclasses import replace
from datetime import date

import pytest

from leidraad.naleving.rapport.boodschap import kernboodschap, vragen
from leidraad.naleving.rapport.inhoud import Doelgroep, Kwartaal, Meting, Rapport
from leidraad.naleving.rapport.opbouw import document
from leidraad.naleving.tests.rapporten import DAG, leeg_rapport, maak_rapport, trend, uitslag
from leidraad.normen.norm import normen
from leidraad.normen.oordeel import Oordeel
from leidraad.registers.verwerkingen.regels.leesbaarheid import leesbaarheid
from leidraad.ui.papier.blokken import Alinea, Begrippen, Kader, Kop, Lijst

GOED = Kwartaal(jaar=2026, nummer=4, aantal=3, te_melden=2, gemeld=2, te_laat=0, hoog_risico=0, ingelicht=0)


def boodschap(rapport: Rapport) -> str:
    return " ".join(kernboodschap(rapport))


def test_de_stand_staat_voorop():
    rapport = maak_rapport()
    verwacht = f"Leiden haalt {rapport.gehaald} van de {rapport.beoordeeld} normen die wij nu kunnen meten."
    assert kernboodschap(rapport)[0] == verwacht


def test_alles_gehaald_is_een_eigen_zin():
    alles = tuple(uitslag(nummer, Oordeel.GEHAALD) for nummer in ("3.4.1", "3.4.2"))
    rapport = maak_rapport(uitslagen=alles, tekorten=())
    assert "haalt alle normen die wij nu kunnen meten. Dat zijn er 2." in boodschap(rapport)
    assert "nog niet afgesproken" not in boodschap(rapport)


def test_zonder_gegevens_heet_niets_goed():
    gezegd = boodschap(leeg_rapport())
    assert "Er is nog te weinig vastgelegd." in gezegd
    assert "normen staat er nog niets in de boeken." in gezegd
    assert "gaat goed" not in gezegd


@pytest.mark.parametrize(
    ("toen", "zin"),
    [
        (5, "Het gaat nu beter."),
        (43, "Het gaat nu minder goed."),
        (None, "Wij meten nog te kort om te zeggen of het beter gaat dan eerst."),
    ],
)
def test_de_verandering_is_die_met_een_kwartaal_geleden(toen, zin):
    metingen = tuple(
        Meting(date(2026, maand, 23), *((None, None) if toen is None else (toen, 44)))
        for maand in (8, 9, 10, 11)
    )
    assert zin in boodschap(maak_rapport(trend=metingen))


def test_gelijk_is_niet_beter_en_niet_slechter():
    rapport = maak_rapport()
    zelfde = tuple(replace(m, gehaald=rapport.gehaald, beoordeeld=rapport.beoordeeld) for m in rapport.trend)
    assert "ongeveer gelijk gebleven" in boodschap(replace(rapport, trend=zelfde))


def test_een_kwartaal_zonder_meting_kijkt_een_jaar_terug():
    metingen = trend(gat=len(trend()) - 4)
    assert "Een jaar geleden waren dat er 14 van de 44." in boodschap(maak_rapport(trend=metingen))


def test_een_te_korte_reeks_zegt_dat_zij_te_kort_is():
    assert "Wij meten nog te kort" in boodschap(maak_rapport(trend=trend()[-2:]))


def test_datalekken_op_tijd_gemeld_is_goed_nieuws():
    assert "geen enkel datalek is te laat gemeld" in boodschap(maak_rapport(datalekken=(GOED,)))
    laat = replace(GOED, te_laat=1)
    assert "te laat gemeld" not in boodschap(maak_rapport(datalekken=(laat,)))


def test_de_zwaarste_norm_staat_in_woorden_en_dan_in_cijfers():
    rapport = maak_rapport()
    eerste = rapport.tekorten[0].uitslag.norm
    assert f"“{eerste.tekst}” (norm {eerste.nummer}). Dat gaat 12 van de 40 keer niet goed." in boodschap(
        rapport
    )


def test_afspraken_zijn_er_voor_alles_voor_een_deel_of_voor_niets():
    rapport = maak_rapport()
    assert "Bij 8 daarvan is nog niet afgesproken wanneer het klaar is." in boodschap(rapport)
    niets = tuple(replace(t, klaar_op=None) for t in rapport.tekorten)
    assert "Bij geen enkele is al afgesproken wanneer het klaar is." in boodschap(
        replace(rapport, tekorten=niets)
    )
    alles = tuple(replace(t, klaar_op=DAG) for t in rapport.tekorten)
    assert "is een dag afgesproken waarop het klaar is." in boodschap(replace(rapport, tekorten=alles))


def test_het_college_krijgt_een_vraag_per_eigen_norm_en_over_afspraken():
    gevraagd = " ".join(vragen(maak_rapport()))
    assert normen()["1.1.1"].tekst in gevraagd
    assert "Spreek bij 8 tekorten af wie het oplost" in gevraagd
    assert "Vraag bij 4 tekorten waarom de dag voorbij is." in gevraagd
    assert "schriftelijk verklaart" in gevraagd


def test_de_raad_controleert_het_college():
    gevraagd = " ".join(vragen(maak_rapport(doelgroep=Doelgroep.RAAD)))
    assert "Vraag het college om een dag af te spreken voor 8 tekorten." in gevraagd
    assert "Neem een besluit" not in gevraagd


@pytest.mark.parametrize("doelgroep", list(Doelgroep))
@pytest.mark.parametrize("maak", [maak_rapport, leeg_rapport, lambda **a: maak_rapport(1, **a)])
def test_elk_rapport_is_te_lezen_op_taalniveau_b1(maak, doelgroep):
    """Every sentence of our own; the words of a norm are those of the policy."""
    tekst = "\n".join(eigen_zinnen(maak(doelgroep=doelgroep)))
    for norm in normen().values():
        tekst = tekst.replace(f"“{norm.tekst}”", "deze norm")
    gemeten = leesbaarheid(tekst, DAG)
    assert gemeten.flesch_douma is not None
    assert gemeten.flesch_douma > 70
    assert gemeten.woorden_per_zin < 12
    assert gemeten.lange_zinnen == ()


def eigen_zinnen(rapport: Rapport) -> list[str]:
    zinnen: list[str] = []
    for blok in document(rapport).blokken:
        if isinstance(blok, Kop | Alinea):
            zinnen.append(blok.tekst)
        elif isinstance(blok, Lijst | Kader):
            zinnen += blok.punten
        elif isinstance(blok, Begrippen):
            zinnen += [uitleg for _, uitleg in blok.begrippen]
    return zinnen
