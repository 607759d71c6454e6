"""A number of a person in free text is noticed; an ordinary number is not."""

import pytest

from leidraad.dossiers.persoonsnummers import lijkt_op, verdachte_velden
from leidraad.registers.verwerkingen.tests.voorbeeld import volledig


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("BSN 111222333 van de aanvrager", "BSN"),
        ("111 222 333", "BSN"),
        ("111.222.333", "BSN"),
        ("111222334", ""),
        ("telefoon 0612345678", ""),
        ("bedrag 1112223330", ""),
        ("rekening NL91 ABNA 0417 1643 00 staat op naam", "IBAN"),
        ("nl91abna0417164300", "IBAN"),
        ("NL91ABNA0417164301", ""),
        ("Participatiewet, artikel 7", ""),
        ("", ""),
    ],
)
def test_een_bsn_of_iban_valt_op(tekst, soort):
    assert lijkt_op(tekst) == soort


def test_een_gewone_verwerking_valt_niet_op():
    assert verdachte_velden(volledig()) == []


def test_het_veld_wordt_genoemd():
    assert verdachte_velden(volledig(notitie="111222333")) == [("notitie", "BSN")]
