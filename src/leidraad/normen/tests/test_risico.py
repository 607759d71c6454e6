"""How heavily the law weighs a norm: what article 83 AVG says, read from the references of the norms."""

from dataclasses import replace

import pytest

from leidraad.normen.norm import normen
from leidraad.normen.risico import GEWOON, ZWAAR, ZWAARST, artikelen, gewicht


@pytest.mark.regel("4.5.7")
@pytest.mark.parametrize(
    ("nummer", "verwacht"),
    [
        # Article 83 lid 5: principles, grounds, special data, the rights of people, transfers.
        ("2.1.1", ZWAARST),
        ("2.1.2", ZWAARST),
        ("2.5.1", ZWAARST),
        ("2.7.2", ZWAARST),
        ("2.9.1", ZWAARST),
        ("2.10.1", ZWAARST),
        ("3.6.1", ZWAARST),
        ("4.4.7", ZWAARST),
        # Lid 4: the duties of the controller, and other laws.
        ("1.1.1", ZWAAR),
        ("1.1.4", ZWAAR),
        ("2.6.2", ZWAAR),
        ("3.4.1", ZWAAR),
        ("4.5.3", ZWAAR),
        ("4.5.4", ZWAAR),
        ("4.6.5", ZWAAR),
        ("5.5.4", ZWAAR),
        # What only the policy asks.
        ("1.1.7", GEWOON),
        ("4.2.1", GEWOON),
        ("4.8.1", GEWOON),
    ],
)
def test_de_wet_weegt_de_norm(nummer, verwacht):
    assert gewicht(normen()[nummer]) == verwacht


@pytest.mark.parametrize(
    ("verwijzing", "verwacht"),
    [
        ("AVG 5 lid 1e, 17", {5, 17}),
        ("AVG 44-49", set(range(44, 50))),
        ("AVG 4 onder 12, 33 lid 5", {4, 33}),
        ("AVG 38 lid 4, 39 lid 1d-e", {38, 39}),
        ("AVG 12-14", {12, 13, 14}),
        ("Woo", set()),
        ("", set()),
    ],
)
def test_leden_en_onderdelen_zijn_geen_artikelen(verwijzing, verwacht):
    assert artikelen(verwijzing) == verwacht


@pytest.mark.parametrize(
    ("wet", "verwacht"),
    [("beleid", GEWOON), ("UAVG 22", ZWAAR), ("Wpg 5", ZWAAR), ("beleid; AVG 5", ZWAARST)],
)
def test_alleen_de_avg_zelf_telt_het_zwaarst(wet, verwacht):
    assert gewicht(replace(normen()["1.1.1"], wet=wet)) == verwacht


def test_elke_norm_heeft_een_gewicht():
    assert {gewicht(norm) for norm in normen().values()} == {GEWOON, ZWAAR, ZWAARST}
