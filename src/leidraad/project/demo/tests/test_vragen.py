"""De vragen van de voorbeeldregio: elke status is er, een paar zijn te laat, en niemand staat erin."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from leidraad.dossiers.models import Journaalregel, Koppeling, Taak
from leidraad.normen.toets import tel
from leidraad.organisaties.models import Gemeente
from leidraad.project.demo.bestanden import GEMEENTEN, lees
from leidraad.project.demo.spelers import Spelers
from leidraad.project.demo.vragen import Verloop
from leidraad.registers.vragen.begrippen import Status
from leidraad.registers.vragen.models import Reactie, VeelgesteldeVraag, Vraag
from leidraad.registers.vragen.taaksoorten import BEANTWOORDEN
from leidraad.registers.vragen.toetsen import TOETSEN

NU = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))


class VragenVanDeRegio:
    """Tests over de geladen regio; test_demo.py laadt haar één keer en draait ze mee."""

    @property
    def vragen(self) -> list[Vraag]:
        """Everything of the region, read for one test."""
        return list(Vraag.objects.select_related("dossier__gemeente", "vrager"))

    def test_elke_gemeente_heeft_er_ongeveer_acht_over_een_heel_jaar(self) -> None:
        per_gemeente = Counter(v.dossier.gemeente.slug for v in self.vragen)
        assert per_gemeente == {"leiden": 9, "leiderdorp": 8, "oegstgeest": 8, "zoeterwoude": 8}
        assert min(v.gevraagd_op for v in self.vragen) < NU - timedelta(days=300)

    def test_elke_status_komt_voor(self) -> None:
        assert {v.status for v in self.vragen} == set(Status)
        assert Reactie.objects.filter(soort="vervolg").count() >= 4
        assert Koppeling.objects.filter(van__soort="vragen").count() == 6

    @pytest.mark.norm("1.1.7")
    def test_een_deel_is_te_laat_en_het_meeste_op_tijd(self) -> None:
        cijfers = tel(TOETSEN, NU)
        for gemeente in Gemeente.objects.all():
            telling = cijfers.van("1.1.7", gemeente.pk)
            assert 1 <= telling.tekort <= 3, gemeente
            assert telling.totaal >= 8, gemeente

    def test_wat_wacht_staat_op_de_werklijst(self) -> None:
        werk = Taak.objects.open().filter(soort=BEANTWOORDEN.code)
        assert {taak.dossier_id for taak in werk} == {v.pk for v in self.vragen if v.wacht}
        assert werk.filter(toegewezen__isnull=False).exists()
        assert werk.filter(uiterlijk__lt=NU).exists()

    def test_er_zijn_veelgestelde_vragen_voor_iedereen(self) -> None:
        assert VeelgesteldeVraag.objects.count() >= 8
        overal = [v for v in VeelgesteldeVraag.objects.all() if v.gemeenten.count() == len(GEMEENTEN)]
        assert len(overal) >= 6

    def test_er_staat_geen_vraag_of_antwoord_in_het_journaal(self) -> None:
        ketens = [v.dossier.uuid for v in self.vragen]
        tekst = " ".join(Journaalregel.objects.filter(keten__in=ketens).values_list("details", flat=True))
        assert all(v.dossier.titel not in tekst and v.tekst[:40] not in tekst for v in self.vragen)

    def test_niemand_staat_met_naam_of_nummer_in_een_vraag(self) -> None:
        alles = " ".join(str(lees("vragen", f"{slug}.yaml")) for slug in GEMEENTEN)
        assert re.search(r"\d{8,9}", alles) is None
        assert re.search(r"\b(dhr|mevr|mevrouw|meneer)\b", alles, re.IGNORECASE) is None

    def test_de_vragen_kloppen_op_elke_dag_van_de_week_en_op_elk_uur(self) -> None:
        spelers = Spelers()
        for uren in range(0, 14 * 24, 5):
            nu = NU + timedelta(hours=uren)
            for slug in GEMEENTEN:
                for regel in lees("vragen", f"{slug}.yaml"):
                    momenten = [moment for moment, _ in Verloop(spelers, slug, regel, {}, nu).stappen()]
                    assert momenten == sorted(momenten)
                    assert momenten[-1] <= nu
