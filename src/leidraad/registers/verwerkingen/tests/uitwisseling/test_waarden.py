"""Cells are understood when they are sure, and left to people when not."""

from datetime import date

import pytest

from leidraad.registers.verwerkingen.uitwisseling import lijsten, waarden

OP = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("zin", "duur"),
    [
        ("7 jaar (fiscaal)", "P7Y"),
        ("10 jaar na ongeval", "P10Y"),
        ("4 weken (tenzij incident)", "P4W"),
        ("28 dagen", "P28D"),
        ("13 maanden", "P13M"),
        ("vijf jaar", "P5Y"),
        ("20 jr.", "P20Y"),
        ("P5Y", "P5Y"),
        ("1 jaar en 6 maanden", "P1Y6M"),
        ("maximaal 5 jaar na einde dienstverband", "P5Y"),
        ("7 years", "P7Y"),
        ("Vernietigen na 12 mnd", "P12M"),
        ("In de praktijk 2 tot 5 jaar na beëindiging", ""),
        ("Zolang toestemming geldig (max 3 jaar)", ""),
        ("2-5 jaar", ""),
        ("minimaal 3 jaar", ""),
        ("enkele minuten", ""),
        ("geen", ""),
        ("0 jaar", ""),
        ("5 jaar voor de één en 7 jaar voor de ander", ""),
        ("zie selectielijst", ""),
    ],
)
def test_een_bewaartermijn_wordt_alleen_gelezen_als_die_zeker_is(zin, duur):
    assert waarden.lees_termijn(zin).duur == duur


def test_blijvend_en_startmoment():
    assert waarden.lees_termijn("Blijvend bewaren").blijvend
    assert not waarden.lees_termijn("niet blijvend").blijvend
    assert waarden.lees_termijn("7 jaar na laatste donatie").startmoment == "na laatste donatie"


@pytest.mark.parametrize(
    ("tekst", "codes"),
    [
        ("contract", "b"),
        ("legal_obligation", "c"),
        ("legitimate_interests", "f"),
        ("consent", "a"),
        ("vital_interests", "d"),
        ("public_task", "e"),
        ("Wettelijke taak", "e"),
        ("e", "e"),
        ("AVG artikel 6 lid 1 onder c en e", "ce"),
        ("art. 6.1.c AVG", "c"),
        ("6 lid 1c", "c"),
        ("6(1)(e)", "e"),
        ("f. gerechtvaardigd belang", "f"),
        ("Noodzakelijk voor de vervulling van een taak van algemeen belang", "e"),
        ("Participatiewet", ""),
        ("geen toestemming nodig", ""),
        ("overeenkomstig de wet", ""),
        ("Toestemming betrokkene", "a"),
    ],
)
def test_grondslagen_in_het_nederlands_en_engels(tekst, codes):
    assert "".join(code[-1] for code in lijsten.grondslagen(tekst, OP)) == codes


def test_artikelen_van_de_wpg():
    assert lijsten.wpg_grondslagen("artikel 8 en artikel 13 lid 3 Wpg", OP) == ("wpg-8", "wpg-13")


@pytest.mark.parametrize(
    ("tekst", "antwoord"),
    [
        ("Ja", True),
        ("yes", True),
        ("x", True),
        ("✓", True),
        ("nee", False),
        ("No", False),
        ("n", False),
        ("onbekend", None),
        ("unknown", None),
        ("soms", None),
        ("☐", False),
    ],
)
def test_ja_en_nee(tekst, antwoord):
    assert waarden.ja_nee(tekst) is antwoord


@pytest.mark.parametrize(
    "tekst",
    [
        "04-05-2026",
        "4-5-2026",
        "2026-05-04",
        "4/5/2026",
        "4 mei 2026",
        "maandag 4 mei 2026",
        "2026-05-04 10:53:38",
        "2026-05-04T10:53:38.213",
        "20260504",
    ],
)
def test_datums_in_veel_vormen(tekst):
    assert waarden.lees_datum(tekst) == date(2026, 5, 4)


@pytest.mark.parametrize("tekst", ["31-02-2026", "mei 2026", "morgen", "2026"])
def test_wat_geen_datum_is_wordt_geen_datum(tekst):
    assert waarden.lees_datum(tekst) is None


@pytest.mark.parametrize(
    ("tekst", "delen"),
    [
        ("Naam, adres, BSN", ["Naam", "adres", "BSN"]),
        ("Inwoners; bezoekers\n• medewerkers", ["Inwoners", "bezoekers", "medewerkers"]),
        (
            "Alles wat nodig is voor de hulp aan mensen, ook later",
            ["Alles wat nodig is voor de hulp aan mensen, ook later"],
        ),
        ("NAW (naam, adres, woonplaats)", ["NAW (naam, adres, woonplaats)"]),
    ],
)
def test_een_lijst_wordt_alleen_veilig_gesplitst(tekst, delen):
    assert list(waarden.splits_lijst(tekst)) == delen


@pytest.mark.parametrize(
    ("naam", "soort"),
    [
        ("bsn_nr_partner", "bsn"),
        ("medische gegevens", "bijzonder"),
        ("Strafblad", "strafrechtelijk"),
        ("IBAN", "gevoelig"),
        ("Naam", "gewoon"),
        ("inkomsten en uitgaven", ""),
        ("preventieplan", ""),
        ("naam van de beste vriend", ""),
    ],
)
def test_de_soort_gegevens_alleen_als_de_lijst_het_woord_kent(naam, soort):
    assert lijsten.soort_gegeven(naam, OP) == soort


def test_landen_en_waarborgen():
    assert lijsten.landen("Ja, Verenigde Staten en India", OP) == ("US", "IN")
    assert lijsten.landen("VS", OP) == ("US",)
    assert lijsten.landen("Nee", OP) == ()
    assert lijsten.mechanisme("Standard Contracual Clauses Facebook") == "scc"
    assert lijsten.mechanisme("SCC of BCR") == ""


def test_een_naam_wordt_herkend_zonder_soort_eenheid_en_nooit_geraden():
    namen = ["Team Burgerzaken", "Afdeling Inwonerszaken", "Team Inwonerszaken"]
    assert lijsten.vind_naam("burgerzaken", namen) == "Team Burgerzaken"
    assert lijsten.vind_naam("Inwonerszaken", namen) == ""
