"""Norms 3.3.1, 3.3.2, 3.3.3, 4.4.1 and 4.4.4: complete, up to date, public and judged in time."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from leidraad.dossiers.models import Beoordeling
from leidraad.organisaties.models import Functievervulling
from leidraad.registers.verwerkingen import handelingen
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.tests.toetsen.conftest import (
    GOED,
    OP_NORM,
    VANDAAG,
    doel,
    gegeven,
    rij,
    tekort,
)
from leidraad.registers.verwerkingen.toetsen.volledig import BELEID_SINDS

DAG = timedelta(days=1)


@pytest.mark.norm("3.3.1")
@pytest.mark.parametrize(
    ("anders", "uitkomst"),
    [
        ({}, False),
        ({"naam": ""}, True),
        ({"omschrijving": ""}, True),
        ({"rol": ""}, True),
        ({"bestuursorgaan": ""}, True),
        ({"bestuursorgaan": "", "rol": "verwerker", "rol_toelichting": "Voor Leiderdorp"}, False),
        ({"rol": "verwerker"}, True),
        ({"rol": "gezamenlijk"}, True),
        ({"rol": "gezamenlijk", "rol_toelichting": "Samen met Leiderdorp"}, False),
        ({"doelen": ()}, True),
        ({"doelen": doel(omschrijving="")}, True),
        ({"betrokkenen": ()}, True),
        (rij("betrokkenen", naam=""), True),
        ({"gegevens": ()}, True),
        ({"gegevens": gegeven(naam="")}, True),
        ({"gegevens": gegeven(betrokkenen=None)}, True),
        ({"gegevens": gegeven(bewaartermijn=None)}, True),
        ({"ontvangers": ()}, True),
        (rij("ontvangers", naam=""), True),
        ({"bewaartermijnen": (), "gegevens": gegeven(bewaartermijn=None)}, True),
        (rij("bewaartermijnen", duur=""), True),
        (rij("bewaartermijnen", duur="vijf jaar"), True),
        (rij("bewaartermijnen", duur="", blijvend=True), False),
        ({"maatregelen": ()}, True),
        # What the policy asks for and the law does not.
        ({"juistheid": "", "proportionaliteit": "", "profilering": None, "autorisaties": ()}, False),
    ],
)
def test_de_velden_van_artikel_30_zijn_ingevuld(beoordeel, anders, uitkomst):
    assert beoordeel("3.3.1", **anders) is uitkomst


WPG = {"regime": "wpg", "doelen": doel(grondslag="wpg-8"), **rij("bewaartermijnen", vernietigen_na="P5Y")}


@pytest.mark.norm("3.3.1")
@pytest.mark.parametrize(
    ("anders", "uitkomst"),
    [
        ({}, False),
        ({"profilering": None}, True),
        ({"doelen": doel(grondslag="wpg-10")}, True),
        (rij("bewaartermijnen", vernietigen_na=""), True),
        ({"autorisaties": ()}, True),
    ],
)
def test_politiegegevens_hebben_ook_de_velden_van_artikel_31d(beoordeel, anders, uitkomst):
    assert beoordeel("3.3.1", **WPG | anders) is uitkomst


VERWERKER = Inhoud(
    naam="Schuldhulp voor Leiderdorp",
    omschrijving="Wij helpen inwoners van Leiderdorp met hun schulden.",
    rol="verwerker",
    rol_toelichting="Het college van Leiderdorp",
    maatregelen=GOED.maatregelen,
)


@pytest.mark.norm("3.3.1")
@pytest.mark.parametrize("regime", ["avg", "wpg"])
@pytest.mark.parametrize(
    ("anders", "uitkomst"),
    [({}, False), ({"rol_toelichting": ""}, True), ({"omschrijving": ""}, True), ({"maatregelen": ()}, True)],
)
def test_een_verwerker_heeft_alleen_de_velden_van_het_tweede_lid(beoordeel, regime, anders, uitkomst):
    assert beoordeel("3.3.1", replace(VERWERKER, regime=regime), **anders) is uitkomst


@pytest.mark.regel("3.3.1", "3.3.2")
def test_een_kopie_zonder_bestuursorgaan_is_niet_volledig(stel_vast, wereld, nu):
    """The other gemeente has no body by that name, so the field is empty there."""
    Functievervulling.objects.create(
        persoon=wereld.persoon("privacy_officer"), gemeente=wereld.andere_gemeente, functie="privacy_officer"
    )
    po = wereld.lid("privacy_officer")
    kopie = handelingen.kopieer(
        verwerking=stel_vast(), gemeente=wereld.andere_gemeente, eenheid=None, door=po, nu=nu
    )
    assert (kopie.bestuursorgaan, kopie.volledigheid < 100) == (None, True)
    weer = handelingen.vervang_inhoud(
        verwerking=kopie, inhoud=replace(GOED, notitie="Nog eens."), handeling="gewijzigd", door=po, nu=nu
    )
    assert (weer.bestuursorgaan, weer.volledigheid < 100) == (None, True)


@pytest.mark.norm("3.3.2")
@pytest.mark.norm("4.4.4")
@pytest.mark.parametrize(
    ("herzien_voor", "uitkomst"),
    [(VANDAAG + DAG, False), (VANDAAG, False), (VANDAAG - DAG, True), (None, True)],
)
def test_een_vastgestelde_verwerking_is_op_tijd_herzien(stel_vast, nu, herzien_voor, uitkomst):
    verwerking = stel_vast()
    verwerking.dossier.herzien_voor = herzien_voor
    verwerking.dossier.save()
    assert tekort(OP_NORM["3.3.2"], verwerking, nu) is uitkomst
    assert tekort(OP_NORM["4.4.4"], verwerking, nu) is uitkomst


@pytest.mark.norm("3.3.2")
@pytest.mark.norm("4.4.4")
def test_een_concept_en_een_onvolledige_herziening_maken_het_register_onvolledig(maak, stel_vast, wereld, nu):
    concept, verwerking = maak(), stel_vast()
    for norm in ("3.3.2", "4.4.4"):
        assert tekort(OP_NORM[norm], concept, nu) is True
        assert tekort(OP_NORM[norm], verwerking, nu) is False
    handelingen.vervang_inhoud(
        verwerking=verwerking, inhoud=replace(GOED, juistheid=""), handeling="gewijzigd",
        door=wereld.lid("teammanager"), nu=nu,
    )  # fmt: skip
    for norm in ("3.3.2", "4.4.4"):
        assert tekort(OP_NORM[norm], verwerking, nu) is True


@pytest.mark.norm("4.4.4")
def test_een_verwerking_zonder_eenheid_is_van_geen_team(stel_vast, nu):
    verwerking = stel_vast()
    verwerking.dossier.eenheid = None
    verwerking.dossier.save()
    assert tekort(OP_NORM["3.3.2"], verwerking, nu) is False
    assert tekort(OP_NORM["4.4.4"], verwerking, nu) is True


@pytest.mark.norm("3.3.3")
@pytest.mark.parametrize(
    ("openbaarheid", "grond", "uitkomst"),
    [
        ("openbaar", "", False),
        ("niet_openbaar", "5-1-2-d", False),
        ("niet_openbaar", "bestaat-niet", True),
        ("", "", True),
    ],
)
def test_wat_vaststaat_is_openbaar_of_heeft_een_reden(stel_vast, nu, openbaarheid, grond, uitkomst):
    verwerking = stel_vast()
    Verwerking.objects.update(openbaarheid=openbaarheid, niet_openbaar_grond=grond)
    assert tekort(OP_NORM["3.3.3"], verwerking, nu) is uitkomst


@pytest.mark.norm("3.3.3")
def test_een_concept_hoeft_nog_niet_openbaar(maak, nu):
    assert tekort(OP_NORM["3.3.3"], maak(), nu) is None


NIEUW = date(2026, 9, 1)


def _oordeel(verwerking, wereld, op, *, rol="privacy_officer", uitkomst="akkoord"):
    Beoordeling.objects.create(
        dossier=verwerking.dossier, rol=rol, uitkomst=uitkomst, redenen="Goed zo.",
        door=wereld.persoon("privacy_officer"), op=op,
    )  # fmt: skip


@pytest.mark.norm("4.4.1")
@pytest.mark.parametrize(
    ("startdatum", "getoetst", "uitkomst"),
    [
        (NIEUW, None, True),
        (NIEUW, datetime(2026, 8, 31, 12, tzinfo=UTC), False),
        # A quarter to midnight in the Netherlands is still the day on which it begins; an hour on is not.
        (NIEUW, datetime(2026, 9, 1, 21, 45, tzinfo=UTC), False),
        (NIEUW, datetime(2026, 9, 1, 22, 45, tzinfo=UTC), True),
        (None, datetime(2026, 9, 2, 12, tzinfo=UTC), False),
        (None, None, True),
        # What ran before the policy could not be judged beforehand, but must be judged.
        (BELEID_SINDS, datetime(2026, 9, 2, 12, tzinfo=UTC), True),
        (BELEID_SINDS - DAG, datetime(2026, 9, 2, 12, tzinfo=UTC), False),
        (BELEID_SINDS - DAG, None, True),
    ],
)
def test_de_privacy_officer_toetst_voor_het_begin(maak, wereld, nu, startdatum, getoetst, uitkomst):
    verwerking = maak(startdatum=startdatum)
    if getoetst:
        _oordeel(verwerking, wereld, getoetst)
    assert tekort(OP_NORM["4.4.1"], verwerking, nu) is uitkomst


@pytest.mark.norm("4.4.1")
def test_alleen_akkoord_van_de_privacy_officer_telt(maak, wereld, nu):
    verwerking, op_tijd = maak(startdatum=NIEUW), datetime(2026, 8, 1, tzinfo=UTC)
    _oordeel(verwerking, wereld, op_tijd, uitkomst="teruggestuurd")
    _oordeel(verwerking, wereld, op_tijd, rol="teammanager")
    assert tekort(OP_NORM["4.4.1"], verwerking, nu) is True
    _oordeel(verwerking, wereld, op_tijd)
    assert tekort(OP_NORM["4.4.1"], verwerking, nu) is False
