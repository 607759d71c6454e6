"""The figures per quarter: by the calendar of the Netherlands, and as they stood at the moment asked."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leidraad.registers.datalekken.cijfers import Kwartaalcijfers, kwartaalcijfers
from leidraad.registers.datalekken.tests.rijen import maak, mededeling, melding
from tests.wereld import Wereld

pytestmark = pytest.mark.django_db
JANUARI, APRIL, JULI, OKTOBER = (date(2026, maand, 1) for maand in (1, 4, 7, 10))


def cijfers(wereld: Wereld, tot: datetime) -> dict[date, Kwartaalcijfers]:
    return kwartaalcijfers(wereld.gemeente.pk, JANUARI, tot)


def test_een_kwartaal_begint_op_nederlandse_tijd(wereld: Wereld, nu: datetime) -> None:
    # In UTC it is still June.
    maak(wereld, datetime(2026, 6, 30, 22, 30, tzinfo=UTC))
    maak(wereld, datetime(2026, 6, 30, 21, 30, tzinfo=UTC))
    assert {k: c.aantal for k, c in cijfers(wereld, nu).items()} == {APRIL: 1, JULI: 1}


def test_alleen_deze_gemeente_en_alleen_echte_datalekken(wereld: Wereld, nu: datetime) -> None:
    maak(wereld, nu)
    maak(wereld, nu, wereld.andere_gemeente)
    maak(wereld, nu, status="geen_datalek", geen_datalek_reden="Loos alarm.")
    maak(wereld, datetime(2025, 12, 31, 20, tzinfo=UTC))
    maak(wereld, nu + timedelta(days=1))
    assert [c.aantal for c in cijfers(wereld, nu).values()] == [1]


def test_te_laat_is_na_72_uur_ook_met_uitleg(wereld: Wereld, nu: datetime) -> None:
    begin = nu - timedelta(days=30)
    for uren, uitleg in ((72, ""), (80, ""), (80, "De verwerker meldde laat.")):
        lek = maak(wereld, begin, kennisgenomen_op=begin, risico="risico", reden_te_laat=uitleg)
        melding(lek, wereld, begin + timedelta(hours=uren))
    [c] = cijfers(wereld, nu).values()
    assert (c.te_melden, c.gemeld, c.te_laat) == (3, 3, 2)


def test_wat_nog_tijd_heeft_is_niet_te_laat(wereld: Wereld, nu: datetime) -> None:
    maak(wereld, nu - timedelta(hours=10), kennisgenomen_op=nu - timedelta(hours=10), risico="risico")
    maak(wereld, nu - timedelta(days=9), kennisgenomen_op=nu - timedelta(days=9), risico="risico")
    [c] = cijfers(wereld, nu).values()
    assert (c.te_melden, c.gemeld, c.te_laat) == (2, 0, 1)


def test_een_ingetrokken_melding_is_geen_melding(wereld: Wereld, nu: datetime) -> None:
    begin = nu - timedelta(days=9)
    lek = maak(wereld, begin, kennisgenomen_op=begin, risico="risico")
    melding(lek, wereld, begin)
    melding(lek, wereld, begin, "intrekking")
    [c] = cijfers(wereld, nu).values()
    assert (c.gemeld, c.te_laat) == (0, 1)


def test_wie_is_ingelicht_telt_bij_een_hoog_risico(wereld: Wereld, nu: datetime) -> None:
    for risico in ("hoog_risico", "hoog_risico", "geen_risico"):
        mededeling(maak(wereld, nu, risico=risico), wereld, nu)
    maak(wereld, nu, risico="hoog_risico")
    [c] = cijfers(wereld, nu).values()
    assert (c.hoog_risico, c.ingelicht) == (3, 2)


def test_een_eerder_moment_ziet_wat_later_kwam_niet(wereld: Wereld, nu: datetime) -> None:
    lek = maak(wereld, nu - timedelta(days=5), risico="hoog_risico")
    melding(lek, wereld, nu)
    mededeling(lek, wereld, nu)
    [toen] = cijfers(wereld, nu - timedelta(days=1)).values()
    [later] = cijfers(wereld, nu).values()
    assert (toen.gemeld, toen.ingelicht) == (0, 0)
    assert (later.gemeld, later.ingelicht) == (1, 1)


def test_alle_kwartalen_kosten_een_vraag(wereld: Wereld, nu: datetime) -> None:
    for dagen in (0, 100, 200, 300):
        maak(wereld, nu - timedelta(days=dagen))
    with CaptureQueriesContext(connection) as vragen:
        assert set(cijfers(wereld, nu)) == {JANUARI, APRIL, JULI, OKTOBER}
    assert len(vragen) == 1
