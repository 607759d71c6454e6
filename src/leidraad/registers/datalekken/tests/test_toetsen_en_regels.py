"""The toetsen say in SQL what the rules of law say: the clock of 72 hours, and who must be told."""

from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leidraad.registers.datalekken import opslag
from leidraad.registers.datalekken.begrippen import Regime, Risico, Uitzondering
from leidraad.registers.datalekken.models import Datalek
from leidraad.registers.datalekken.regels.klok import klok, te_laat
from leidraad.registers.datalekken.regels.plichten import moet_naar_betrokkenen
from leidraad.registers.datalekken.tests.rijen import TOETS, maak, melding
from tests.wereld import Wereld

pytestmark = pytest.mark.django_db

# Around the change of the clock, on and beside whole hours, so that bounds are hit often.
BEGIN = datetime(2026, 10, 24, 22, tzinfo=UTC)
UITERST = timedelta(hours=73)
tikken = st.sampled_from([-1, 0, 1]).map(lambda n: timedelta(microseconds=n))
momenten = st.builds(lambda uur, tik: BEGIN + timedelta(hours=uur) + tik, st.integers(0, 6), tikken)
verstreken = st.builds(lambda uur, tik: UITERST + timedelta(hours=uur) + tik, st.integers(-3, 3), tikken)
gevallen = st.lists(
    st.tuples(momenten, st.none() | momenten, st.none() | momenten, verstreken, st.sampled_from(Regime)),
    min_size=1,
    max_size=8,
)


@pytest.mark.norm("3.4.2")
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gevallen)
def test_te_laat_is_hetzelfde_als_de_klok(wereld: Wereld, rijen: list[tuple[Any, ...]]) -> None:
    with transaction.atomic():
        verwacht_nu, verwacht_gemeld = set(), set()
        nu = BEGIN + UITERST + timedelta(hours=2)
        for gemeld, kennis, verwerker, tijd, regime in rijen:
            velden = {
                "risico": "risico", "kennisgenomen_op": kennis, "verwerker_meldde_op": verwerker,
                "regime": str(regime),
            }  # fmt: skip
            stil, laat = (maak(wereld, gemeld, **velden) for _ in range(2))
            # While nobody wrote since when we knew, the report itself starts the clock.
            termijn = klok(opslag.lees(stil)) or klok(opslag.lees(Datalek(
                dossier=stil.dossier, gemeld_op=gemeld, kennisgenomen_op=gemeld, regime=str(regime)
            )))  # fmt: skip
            assert termijn is not None
            verzonden = melding(laat, wereld, (kennis or gemeld) + tijd).verzonden_op
            verwacht_nu |= {stil.pk} if te_laat(termijn, nu) else set()
            verwacht_gemeld |= {laat.pk} if te_laat(termijn, verzonden) else set()
        gevonden = {rij.pk for rij in TOETS["3.4.2"].bevindingen(nu)}
        assert gevonden == verwacht_nu | verwacht_gemeld
        transaction.set_rollback(True)


@pytest.mark.norm("3.4.3")
def test_wie_moet_worden_ingelicht_is_hetzelfde_als_de_regel(wereld: Wereld, nu: datetime) -> None:
    """Every combination of risk, exception, reasons, law and encryption."""
    oud = nu - timedelta(days=30)
    verwacht = set()
    alle = product(("", *Risico), ("", *Uitzondering), ("", "Uitleg."), Regime, (None, False, True))
    for risico, uitzondering, toelichting, regime, versleuteld in alle:
        datalek = maak(
            wereld, oud, risico=str(risico), uitzondering=str(uitzondering), regime=str(regime),
            uitzondering_toelichting=toelichting, versleuteld=versleuteld, kennisgenomen_op=oud,
        )  # fmt: skip
        if moet_naar_betrokkenen(opslag.lees(datalek)):
            verwacht.add(datalek.pk)
    gevonden = {rij.pk for rij in TOETS["3.4.3"].bevindingen(nu)}
    assert gevonden == verwacht
    assert 0 < len(verwacht) < Datalek.objects.filter(risico="hoog_risico").count()
