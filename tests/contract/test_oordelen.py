"""The charts lie below the norms and cannot ask them which verdicts exist: both name the same."""

from leidraad.normen.oordeel import Oordeel
from leidraad.ui.grafiek_verdeling import OORDELEN
from leidraad.ui.statussen import STATUSSEN


def test_een_verdeling_kent_elk_oordeel_en_noemt_het_net_zo():
    assert set(OORDELEN) == set(Oordeel)
    assert {code: STATUSSEN[code][0] for code in OORDELEN} == {o.value: o.label for o in Oordeel}
