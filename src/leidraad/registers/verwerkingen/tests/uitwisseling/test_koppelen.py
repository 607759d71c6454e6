"""Headers that real registers use are recognised; others can be corrected."""

import pytest

from leidraad.registers.verwerkingen.uitwisseling.bron import Bron, BronFout, Rij, unieke_koppen
from leidraad.registers.verwerkingen.uitwisseling.koppelen import als_koppeling, pas_aan, stel_voor
from leidraad.registers.verwerkingen.uitwisseling.velden import velden, zonder_veld


def bron(*koppen, rijen=()):
    return Bron(
        "tabel", "x", unieke_koppen(koppen), tuple(Rij(nr, tuple(r)) for nr, r in enumerate(rijen, 2))
    )


def velden_van(*koppen, rijen=()):
    return [",".join(v.velden) for v in stel_voor(bron(*koppen, rijen=rijen))]


def test_amersfoort():
    koppen = (
        "naam afdeling; taak afdeling; verwerking; verwerkingsactiviteit; verwerkingsverantwoordelijken; "
        "publiek/privaat; verwerkingsdoeleinden; rechtmatige grondslag; categorieën van persoonsgegevens; "
        "bewaartermijn; herkomst gegevens; categorieën van ontvangers; "
        "doorgifte aan derde land of internationale organisatie; samenwerkende partijen; "
        "convenant/privacyprotocol; gezamenlijke verantwoordelijkheid; verdere verwerking"
    ).split("; ")
    assert velden_van(*koppen) == [
        "eenheid",
        "wettelijke_taak",
        "naam",
        "omschrijving",
        "bestuursorgaan",
        "",
        "doel",
        "grondslag",
        "gegevens",
        "bewaartermijn",
        "herkomst",
        "ontvangers",
        "doorgifte",
        "ontvangers",
        "",
        "gezamenlijk",
        "later_doel",
    ]


def test_hendrik_ido_ambacht_heeft_de_naam_in_de_omschrijving():
    koppen = "Omschrijving;Verwerkingsdoeleinden;Persoonsgegevens;Betrokken(en);Ketenpartners;"
    koppen += "Rechtmatige grondslag;Grondslag;Bewaartermijn;Doorgifte naar het buitenland"
    assert velden_van(*koppen.split(";")) == [
        "naam",
        "doel",
        "gegevens",
        "betrokkenen",
        "ontvangers",
        "grondslag",
        "grondslag",
        "bewaartermijn",
        "doorgifte",
    ]


def test_zonder_kolom_voor_de_naam_geeft_het_doel_de_naam():
    assert velden_van("doel", "grondslag", "categorieën", "ontvanger", "bewaartermijn") == [
        "naam,doel",
        "grondslag",
        "gegevens",
        "ontvangers",
        "bewaartermijn",
    ]


@pytest.mark.parametrize(
    ("kop", "veld"),
    [
        ("Volgnr", "nummer"),
        ("Volg.nr.", "nummer"),
        ("Doel(en) van de verwerking", "doel"),
        ("Waarom verwerken wij deze gegevens?", "doel"),
        ("Juridische grondslag", "grondslag"),
        ("Article 6 lawful basis for processing personal data", "grondslag"),
        ("Categorie betrokkenen", "betrokkenen"),
        ("categories_data_subjects", "betrokkenen"),
        ("Bijzondere persoonsgegevens (ja/nee)", "bijzondere_gegevens"),
        ("Soort persoonsgegevens", "gegevens"),
        ("Retention schedule (if possible)", "bewaartermijn"),
        ("BEWAARTERMIJNEN", "bewaartermijn"),
        ("Met wie delen we de gegevens?", "ontvangers"),
        ("Verwerker(s)", "verwerkers"),
        ("Doorgifte buiten EU/EER", "doorgifte"),
        ("Naam applicatie", "systemen"),
        ("Beveilligingsmaatregelen", "maatregelen"),
        ("Team", "eenheid"),
        ("Business function", "eenheid"),
        ("Zweck der Verarbeitung", "doel"),
        ("Durée de conservation", "bewaartermijn"),
        ("DPIA uitgevoerd?", ""),
        ("Datum laatste wijziging", ""),
        ("Proceseigenaar", ""),
        ("Verwerkersovereenkomst aanwezig", ""),
        ("review_due_date", ""),
        ("Lunchvoorkeur", ""),
    ],
)
def test_bekende_koppen(kop, veld):
    assert velden_van("Naam", kop)[1] == veld


def test_een_veld_voor_een_kolom_gaat_naar_de_beste():
    assert velden_van("Naam", "Naam verwerking", "Ingangsdatum", "Startdatum").count("naam") == 1


def test_een_kop_die_niets_zegt_wordt_herkend_aan_de_cellen():
    rijen = [["A", "wettelijke verplichting"], ["B", "publieke taak"], ["C", "toestemming"]]
    assert velden_van("Naam", "Kolom X", rijen=rijen) == ["naam", "grondslag"]


def test_een_keuze_gaat_voor_en_neemt_een_enkel_veld_over():
    koppeling = als_koppeling(stel_voor(bron("Naam", "Proces", "Doel")))
    nieuw = pas_aan(koppeling, ["Proces=naam,omschrijving", "Doel="])
    assert nieuw == {"Naam": (), "Proces": ("naam", "omschrijving"), "Doel": ()}


@pytest.mark.parametrize("keuze", ["Onbekend=naam", "Naam=bestaatniet", "zonder is-teken"])
def test_een_verkeerde_keuze_wordt_geweigerd(keuze):
    with pytest.raises(BronFout, match="‘"):
        pas_aan({"Naam": ("naam",)}, [keuze])


def test_elk_woord_hoort_bij_een_veld_of_bij_geen():
    for veld in velden().values():
        assert not set(veld.woorden) & set(zonder_veld()), veld.code
