"""The states of a verwerking: each has a way on, and nothing else is possible."""

import pytest

from leidraad.registers.verwerkingen.begrippen import Status
from leidraad.registers.verwerkingen.regels.levensloop import (
    BEWERKBAAR,
    OVERGANGEN,
    Stap,
    naar,
    stappen_vanuit,
    status_na_bewerken,
)


@pytest.mark.parametrize("status", list(Status))
def test_geen_status_loopt_dood(status: Status):
    assert stappen_vanuit(status)


@pytest.mark.parametrize("status", list(Status))
def test_elke_status_is_te_bereiken_vanaf_concept(status: Status):
    bereikt, wacht = {Status.CONCEPT}, [Status.CONCEPT]
    while wacht:
        hier = wacht.pop()
        for stap in stappen_vanuit(hier):
            daar = naar(hier, stap)
            if daar is not None and daar not in bereikt:
                bereikt.add(daar)
                wacht.append(daar)
    assert status in bereikt


@pytest.mark.parametrize("status", list(Status))
def test_vanuit_elke_status_kan_een_verwerking_eindigen_en_vastgesteld_worden(status: Status):
    bereikt, wacht = {status}, [status]
    while wacht:
        hier = wacht.pop()
        nieuw = {daar for stap in stappen_vanuit(hier) if (daar := naar(hier, stap))} - bereikt
        bereikt |= nieuw
        wacht += nieuw
    assert {Status.BEEINDIGD, Status.VASTGESTELD} <= bereikt


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("stap", list(Stap))
def test_wat_niet_in_de_tabel_staat_kan_niet(status: Status, stap: Stap):
    assert (naar(status, stap) is None) == ((status, stap) not in OVERGANGEN)
    assert (stap in stappen_vanuit(status)) == ((status, stap) in OVERGANGEN)


@pytest.mark.regel("4.4.1", "4.4.4")
def test_alleen_de_manager_maakt_vastgesteld_na_akkoord():
    """Norm 4.4.4: nothing becomes established but by establishing, or by throwing a draft away."""
    naar_vastgesteld = {sleutel for sleutel, doel in OVERGANGEN.items() if doel == Status.VASTGESTELD}
    assert naar_vastgesteld == {
        (Status.TER_VASTSTELLING, Stap.VASTSTELLEN),
        (Status.IN_HERZIENING, Stap.HERZIENING_INTREKKEN),
    }


def test_tijdens_de_beslissing_staat_de_tekst_stil():
    assert set(Status) - BEWERKBAAR == {Status.TER_VASTSTELLING, Status.BEEINDIGD}


@pytest.mark.parametrize("status", sorted(BEWERKBAAR))
def test_bewerken_begint_alleen_na_vaststellen_een_herziening(status: Status):
    verwacht = Status.IN_HERZIENING if status == Status.VASTGESTELD else status
    assert status_na_bewerken(status) == verwacht


def test_een_onbekende_status_wordt_niet_stil_aanvaard():
    with pytest.raises(ValueError, match="onzin"):
        naar("onzin", Stap.INDIENEN)
