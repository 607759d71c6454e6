"""De controle van de installatie zegt het als er geen werker meer is."""

from datetime import UTC, datetime, timedelta

import pytest

from leidraad.berichten.models import Werkproces
from leidraad.project.opdrachten.beheer import _werker

NU = datetime(2026, 11, 23, 8, tzinfo=UTC)


@pytest.mark.django_db
@pytest.mark.parametrize(("minuten", "in_orde"), [(0, True), (9, True), (11, False), (60 * 24 * 30, False)])
def test_een_werker_die_er_was_moet_er_nog_zijn(minuten, in_orde):
    gezien = NU - timedelta(minutes=minuten)
    Werkproces.objects.create(kenmerk="een", gestart_op=gezien - timedelta(days=1), gezien_op=gezien)
    uitkomst = _werker(NU)
    assert uitkomst.in_orde is in_orde
    assert ("geen werker" in uitkomst.uitleg) is not in_orde


@pytest.mark.django_db
def test_een_nieuwe_installatie_krijgt_alleen_een_wenk():
    uitkomst = _werker(NU)
    assert uitkomst.in_orde
    assert "leidraad werker" in uitkomst.uitleg
