"""Het beleid van de voorbeeldregio: het echte verhaal van het privacybeleid, en normen die gemengd zijn."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import TestCase

from leidraad.naleving.models import Verklaring
from leidraad.normen.toets import Telling, tel
from leidraad.organisaties.models import Gemeente
from leidraad.project.demo.beleid import Levensloop, beleiddaden
from leidraad.project.demo.bestanden import GEMEENTEN, lees
from leidraad.project.demo.regio import BEGIN, _laad_organisatie
from leidraad.project.demo.spelers import Spelers
from leidraad.project.demo.verklaringen import verklaringdaden
from leidraad.registers.beleid.begrippen import Stand
from leidraad.registers.beleid.models import Beleidsversie, Kennisname
from leidraad.registers.beleid.toetsen import ATTESTEN, TOETSEN

NU = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))


class TestBeleid(TestCase):
    """Alleen de organisatie, het beleid en de verklaringen: één keer voor al deze tests."""

    @classmethod
    def setUpTestData(cls) -> None:
        _laad_organisatie(NU - BEGIN)
        spelers = Spelers()
        daden = [*beleiddaden(spelers, NU), *verklaringdaden(spelers, NU)]
        for moment, doe in sorted(daden, key=lambda daad: daad[0]):
            doe(moment)

    def test_elk_college_stelde_het_privacybeleid_vast_en_trok_de_oude_regeling_in(self) -> None:
        versies = Beleidsversie.objects.filter(stuk__verwacht="privacybeleid")
        assert {v.stuk.dossier.gemeente.slug for v in versies} == set(GEMEENTEN)
        for versie in versies:
            assert versie.besluitdatum == versie.geldig_vanaf == date(2025, 7, 1)
            assert versie.orgaan is not None
            assert versie.orgaan.naam.startswith("College")
            [oud] = versie.trekt_in.all()
            assert oud.versies.get().ingetrokken_per == date(2025, 7, 1)

    @pytest.mark.norm("1.1.2")
    def test_de_griffie_van_leiderdorp_besluit_nog(self) -> None:
        assert self._tekort("1.1.2") == {"leiden": 0, "leiderdorp": 1, "oegstgeest": 0, "zoeterwoude": 0}

    @pytest.mark.norm("1.1.1")
    @pytest.mark.norm("1.1.3")
    @pytest.mark.norm("1.1.6")
    @pytest.mark.norm("4.6.2")
    @pytest.mark.norm("4.7.1")
    def test_de_normen_zijn_gemengd(self) -> None:
        assert set(self._tekort("1.1.1").values()) == {0}
        for norm in ("1.1.3", "1.1.6", "4.7.1"):
            assert min(self._tekort(norm).values()) == 0 < max(self._tekort(norm).values()), norm
        ontbreekt = self._tekort("4.6.2")
        assert ontbreekt["oegstgeest"] < ontbreekt["leiderdorp"] < ontbreekt["zoeterwoude"]

    @pytest.mark.regel("1.1.5")
    def test_een_procedure_voldoet_niet_aan_een_uitgangspunt(self) -> None:
        assert self._tekort("1.1.5") == {"leiden": 1, "leiderdorp": 0, "oegstgeest": 0, "zoeterwoude": 0}

    def test_elke_stand_komt_voor_behalve_wat_nog_moet_beginnen(self) -> None:
        standen = {versie.stand(NU.date()) for versie in Beleidsversie.objects.all()}
        assert standen == {Stand.CONCEPT, Stand.GELDT, Stand.INGETROKKEN}

    def test_een_deel_van_de_mensen_heeft_gelezen(self) -> None:
        assert 80 < Kennisname.objects.count() < 200

    def test_wat_is_verklaard_geldt_is_verlopen_of_voldoet_nog_niet(self) -> None:
        verklaringen = Verklaring.objects.select_related("normdossier__gemeente")
        stand = {
            (v.normdossier.gemeente.slug, v.normdossier.norm): (v.voldoet, v.geldig_tot >= NU.date())
            for v in verklaringen
        }
        assert stand[("leiden", "4.1.1")] == (True, True)
        assert stand[("leiderdorp", "4.1.1")] == (True, False)
        assert stand[("oegstgeest", "2.1.3")] == (False, True)
        assert sum(norm == "1.1.5" for _, norm in stand) == 2

    def test_niemand_is_met_naam_of_nummer_te_vinden(self) -> None:
        alles = " ".join(str(lees("beleid", f"{naam}.yaml")) for naam in (*GEMEENTEN, "stukken"))
        assert re.search(r"\d{8,9}", alles) is None
        assert re.search(r"\b(dhr|mevr|mevrouw|meneer)\b", alles, re.IGNORECASE) is None

    def test_het_verhaal_klopt_op_elke_dag_van_de_week_en_op_elk_uur(self) -> None:
        spelers = Spelers()
        for uren in range(0, 14 * 24, 5):
            nu = NU + timedelta(hours=uren)
            for slug in GEMEENTEN:
                for regel in lees("beleid", f"{slug}.yaml")["stukken"]:
                    momenten = [moment for moment, _ in Levensloop(spelers, slug, regel, {}, nu).stappen()]
                    assert momenten[-1] <= nu

    def _tekort(self, norm: str) -> dict[str, int]:
        alle = {t.norm: t for t in (*TOETSEN, ATTESTEN[0].onderbouwing) if t is not None}
        cijfers = tel([alle[norm]], NU)
        gemeenten = Gemeente.objects.all()
        tellingen: dict[str, Telling] = {g.slug: cijfers.van(norm, g.pk) for g in gemeenten}
        return {slug: telling.tekort for slug, telling in tellingen.items()}
