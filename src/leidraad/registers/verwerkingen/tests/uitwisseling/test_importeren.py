"""An import makes, updates or leaves alone, and never overwrites the work of people."""

from dataclasses import replace

import pytest

from leidraad.dossiers.fouten import GeenRecht
from leidraad.registers.verwerkingen import opslag
from leidraad.registers.verwerkingen.handelingen import beeindig, bewaar_sectie, maak_aan
from leidraad.registers.verwerkingen.models import Importbron, Importprofiel, Verwerking
from leidraad.registers.verwerkingen.stempel import sectie_stempel
from leidraad.registers.verwerkingen.tests.uitwisseling.bestanden import KOPPEN, RIJ, csv_tekst, xlsx
from leidraad.registers.verwerkingen.tests.voorbeeld import VOLLEDIG
from leidraad.registers.verwerkingen.uitwisseling.importeren import importeer
from leidraad.registers.verwerkingen.uitwisseling.lezen import lees
from leidraad.registers.verwerkingen.uitwisseling.profiel import koppeling_voor

TWEE = (RIJ, ["8", "Rijbewijs aanvragen", "Rijbewijzen uitgeven", "publieke taak", "2 tot 5 jaar"])


@pytest.fixture
def haal_binnen(wereld, nu):
    """Import rows or a file into Leiden as its Privacy Officer."""

    def doe(
        *rijen, koppen=KOPPEN, bestand=None, gemeente=None, rol="privacy_officer", keuzes=(), proef=False
    ):
        bron = lees("register.csv", bestand or csv_tekst(koppen, *rijen).encode())
        waar = gemeente or wereld.gemeente
        return importeer(
            bron=bron,
            gemeente=waar,
            koppeling=koppeling_voor(bron, waar, keuzes),
            door=wereld.lid(rol),
            nu=nu,
            proef=proef,
        )

    return doe


def aantallen(rapport):
    return rapport.aangemaakt, rapport.bijgewerkt, rapport.ongewijzigd, rapport.afgekeurd


def meldingen(rapport):
    return "\n".join(m.melding for m in rapport.meldingen)


def inhoud_van(nummer):
    return opslag.lees(Verwerking.objects.get(bron_nummer=nummer))


def test_het_verslag_heeft_de_afgesproken_vorm(haal_binnen):
    verslag = haal_binnen(*TWEE, ["9", "", "x", "", ""]).als_dict()
    assert list(verslag) == [
        "gelezen",
        "aangemaakt",
        "bijgewerkt",
        "ongewijzigd",
        "afgekeurd",
        "kolommen",
        "meldingen",
    ]
    assert [verslag[k] for k in list(verslag)[:5]] == [3, 2, 0, 0, 1]
    assert verslag["kolommen"]["Naam verwerking"] == "naam"
    assert {"rij", "kolom", "ernst", "melding"} == set(verslag["meldingen"][0])
    assert {
        "rij": 4,
        "kolom": None,
        "ernst": "fout",
        "melding": "Deze rij heeft geen naam en is niet overgenomen.",
    } in verslag["meldingen"]


def test_alles_komt_binnen_als_concept_met_zin_en_duur(haal_binnen):
    haal_binnen(*TWEE)
    verwerking = Verwerking.objects.get(bron_nummer="7")
    assert verwerking.status == "concept"
    inhoud = opslag.lees(verwerking)
    assert (inhoud.doelen[0].omschrijving, inhoud.doelen[0].grondslag) == ("Paspoorten uitgeven", "6-1-c")
    assert (inhoud.bewaartermijnen[0].omschrijving, inhoud.bewaartermijnen[0].duur) == ("11 jaar", "P11Y")
    assert inhoud_van("8").bewaartermijnen[0].duur == ""


def test_een_proef_schrijft_niets_en_zegt_hetzelfde(haal_binnen):
    proef = haal_binnen(*TWEE, proef=True)
    assert not Verwerking.objects.exists()
    assert not Importprofiel.objects.exists()
    assert proef.als_dict() == haal_binnen(*TWEE).als_dict()


def test_nog_een_keer_importeren_verandert_niets(haal_binnen):
    haal_binnen(*TWEE)
    assert aantallen(haal_binnen(*TWEE)) == (0, 0, 2, 0)
    assert Verwerking.objects.count() == 2


def test_een_gewijzigde_rij_werkt_de_verwerking_bij(haal_binnen):
    haal_binnen(*TWEE)
    nieuw = [*RIJ[:2], "Paspoorten en ID-kaarten uitgeven", *RIJ[3:]]
    assert aantallen(haal_binnen(nieuw, TWEE[1], proef=True)) == (0, 1, 1, 0)
    assert aantallen(haal_binnen(nieuw, TWEE[1])) == (0, 1, 1, 0)
    assert inhoud_van("7").doelen[0].omschrijving == "Paspoorten en ID-kaarten uitgeven"
    assert aantallen(haal_binnen(nieuw, TWEE[1])) == (0, 0, 2, 0)


def test_werk_van_mensen_wordt_nooit_overschreven(haal_binnen, wereld, nu):
    haal_binnen(*TWEE)
    verwerking = Verwerking.objects.get(bron_nummer="7")
    oud = opslag.lees(verwerking)
    bewaar_sectie(
        verwerking=verwerking, sectie="algemeen", nieuw=replace(oud, omschrijving="Door ons aangevuld."),
        stempel=sectie_stempel(oud, "algemeen"), door=wereld.lid("privacy_officer"), nu=nu,
    )  # fmt: skip
    assert aantallen(haal_binnen(*TWEE)) == (0, 0, 2, 0)
    rapport = haal_binnen([*RIJ[:2], "Iets anders", *RIJ[3:]], TWEE[1])
    assert aantallen(rapport) == (0, 0, 2, 0)
    assert "Er is niets overschreven" in meldingen(rapport)
    assert inhoud_van("7").omschrijving == "Door ons aangevuld."


def test_een_beeindigde_verwerking_blijft_zoals_zij_is(haal_binnen, wereld, nu):
    haal_binnen(*TWEE)
    verwerking = Verwerking.objects.get(bron_nummer="7")
    beeindig(
        verwerking=verwerking,
        einddatum=nu.date(),
        redenen="Gestopt",
        door=wereld.lid("privacy_officer"),
        nu=nu,
    )
    rapport = haal_binnen([*RIJ[:2], "Iets anders", *RIJ[3:]], TWEE[1])
    assert rapport.bijgewerkt == 0
    assert inhoud_van("7").doelen[0].omschrijving == "Paspoorten uitgeven"


def test_zonder_nummers_telt_naam_en_eenheid(haal_binnen):
    koppen, rij = ["Naam", "Team", "Doel"], ["BRP", "Burgerzaken", "Bijhouden"]
    rapport = haal_binnen(rij, ["BRP", "Belastingen", "Bijhouden"], koppen=koppen)
    assert aantallen(rapport) == (2, 0, 0, 0)
    assert "geen eigen nummers" in meldingen(rapport)
    assert aantallen(haal_binnen(["BRP", "Burgerzaken", "Anders"], koppen=koppen)) == (0, 1, 0, 0)


def test_de_eenheid_wordt_bij_naam_gevonden(haal_binnen, wereld):
    haal_binnen(["BRP", "Burgerzaken", "x"], ["GBA", "Onbekend team", "x"], koppen=["Naam", "Team", "Doel"])
    eenheden = {v.dossier.titel: v.dossier.eenheid for v in Verwerking.objects.all()}
    assert eenheden == {"BRP": wereld.team, "GBA": None}


def test_gelijke_rijen_tellen_een_keer_en_andere_met_hetzelfde_nummer_apart(haal_binnen):
    rapport = haal_binnen(RIJ, RIJ, [*RIJ[:2], "Een ander doel", *RIJ[3:]])
    assert aantallen(rapport) == (2, 0, 1, 0)
    assert "hetzelfde nummer" in meldingen(rapport)
    assert aantallen(haal_binnen(RIJ, RIJ, [*RIJ[:2], "Een ander doel", *RIJ[3:]])) == (0, 0, 3, 0)


def test_hetzelfde_nummer_uit_een_andere_bron_is_een_andere_verwerking(haal_binnen):
    haal_binnen(RIJ)
    rapport = haal_binnen(["7", "Bezwaar", "Beslissen"], koppen=["Id", "Proces", "Waarom"])
    assert aantallen(rapport) == (1, 0, 0, 0)
    assert "uit een andere bron" in meldingen(rapport)
    assert Verwerking.objects.filter(dossier__titel="Paspoort aanvragen").exists()


def test_de_gekozen_kolommen_worden_onthouden(haal_binnen, wereld):
    koppen = ["Naam", "Kleur van het dossier"]
    haal_binnen(["A", "blauw"], koppen=koppen, keuzes=["Kleur van het dossier=omschrijving"])
    bron = lees("r.csv", csv_tekst(koppen, ["B", "geel"]).encode())
    assert koppeling_voor(bron, wereld.gemeente)["Kleur van het dossier"] == ("omschrijving",)
    assert koppeling_voor(bron, wereld.andere_gemeente)["Kleur van het dossier"] == ()


def test_twee_gemeenten_staan_los_van_elkaar(haal_binnen, wereld):
    haal_binnen(*TWEE)
    rapport = haal_binnen(*TWEE, gemeente=wereld.andere_gemeente, rol="privacy_officer_elders")
    assert aantallen(rapport) == (2, 0, 0, 0)


@pytest.mark.parametrize("rol", ["medewerker", "teammanager", "fg", "privacy_officer_elders"])
def test_alleen_de_privacy_officer_van_de_gemeente_importeert(haal_binnen, rol):
    with pytest.raises(GeenRecht):
        haal_binnen(*TWEE, rol=rol)


def test_een_verwerking_die_hier_al_is_met_dat_nummer_komt_geen_tweede_keer(haal_binnen, wereld, nu):
    po = wereld.lid("privacy_officer")
    inhoud = replace(VOLLEDIG, naam=RIJ[1])
    maak_aan(gemeente=wereld.gemeente, eenheid=None, inhoud=inhoud, bron_nummer="7", door=po, nu=nu)
    assert aantallen(haal_binnen(RIJ)) == (0, 0, 1, 0)
    assert Verwerking.objects.count() == 1


def test_tienduizend_rijen_kosten_een_vast_aantal_vragen(haal_binnen, django_assert_max_num_queries):
    rijen = [[str(nr), f"Verwerking {nr}", *RIJ[2:]] for nr in range(10_000)]
    with django_assert_max_num_queries(20):
        rapport = haal_binnen(bestand=xlsx(Register=[KOPPEN, *rijen]), proef=True)
    assert aantallen(rapport) == (10_000, 0, 0, 0)


def test_een_import_van_duizend_groeit_niet_in_vragen_per_rij(haal_binnen, django_assert_max_num_queries):
    rijen = [[str(nr), f"Verwerking {nr}", *RIJ[2:]] for nr in range(1000)]
    with django_assert_max_num_queries(200):
        haal_binnen(*rijen)
    assert Importbron.objects.count() == 1000
