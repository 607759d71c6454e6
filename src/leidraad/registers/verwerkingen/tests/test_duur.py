"""Retention terms in ordinary words, there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leidraad.registers.verwerkingen.duur import duur_in_woorden, lees_duur


@pytest.mark.parametrize(
    ("getypt", "iso"),
    [
        ("7 jaar", "P7Y"),
        ("7jaar", "P7Y"),
        ("zeven jaar", "P7Y"),
        ("één jaar", "P1Y"),
        ("1 jaar en 6 maanden", "P1Y6M"),
        ("6 maanden, 1 jaar", "P1Y6M"),
        ("18 MAANDEN", "P18M"),
        ("  6   weken ", "P6W"),
        ("28 dagen", "P28D"),
        ("p7y", "P7Y"),
        ("P1Y6M", "P1Y6M"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_een_termijn_in_gewone_woorden(getypt, iso):
    assert lees_duur(getypt) == iso


@pytest.mark.parametrize(
    "getypt",
    [
        "lang",
        "7",
        "jaar",
        "0 jaar",
        "7 jaar of 8 jaar",
        "7 jaar na sluiting",
        "P",
        "PT5H",
        "-1 jaar",
        "7,5 jaar",
    ],
)
def test_wat_geen_termijn_is_wordt_uitgelegd(getypt):
    with pytest.raises(ValueError, match="Schrijf bijvoorbeeld"):
        lees_duur(getypt)


@given(st.integers(1, 9999), st.sampled_from(["jaar", "maanden", "weken", "dagen"]))
def test_heen_en_terug_blijft_hetzelfde(getal, maat):
    iso = lees_duur(f"{getal} {maat}")
    assert lees_duur(duur_in_woorden(iso)) == iso


@given(st.text(max_size=40))
def test_elke_tekst_is_een_termijn_of_krijgt_uitleg(tekst):
    try:
        iso = lees_duur(tekst)
    except ValueError:
        iso = ""
    assert iso == "" or duur_in_woorden(iso) != iso


@pytest.mark.parametrize(
    ("iso", "woorden"),
    [
        ("P1Y", "1 jaar"),
        ("P7Y", "7 jaar"),
        ("P1M", "1 maand"),
        ("P1Y6M2D", "1 jaar, 6 maanden en 2 dagen"),
        ("x", "x"),
    ],
)
def test_een_termijn_in_woorden(iso, woorden):
    assert duur_in_woorden(iso) == woorden
