"""De datalekken van de voorbeeldregio: elk soort werk is er, de klok loopt, en niets lekt in het journaal."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from leidraad.dossiers.journaal.controleren import controleer
from leidraad.dossiers.models import Advies, Journaalregel, Koppeling, Taak, Termijn
from leidraad.project.demo.bestanden import GEMEENTEN, lees
from leidraad.project.demo.datalekken import Lek
from leidraad.project.demo.spelers import Spelers
from leidraad.registers.datalekken import opslag
from leidraad.registers.datalekken.begrippen import Oorzaak, Risico, SoortIncident, SoortMelding, Status
from leidraad.registers.datalekken.models import Datalek, Mededeling, Melding, Meldlink, Verbeteractie
from leidraad.registers.datalekken.regels.klok import klok, te_laat
from leidraad.registers.datalekken.regels.tijdlijn import tegenspraken
from leidraad.registers.datalekken.taaksoorten import BEOORDELEN, INFORMEREN, KLOK, MELDEN_AP, RISICO

NU = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))
UUR = timedelta(hours=1)


class DatalekkenVanDeRegio:
    """Tests over de geladen regio; test_demo.py laadt haar één keer en draait ze mee."""

    @property
    def datalekken(self) -> list[Datalek]:
        """Everything of the region, read for one test."""
        return list(Datalek.objects.select_related("dossier__gemeente", "melder"))

    def test_leiden_heeft_er_ruim_twintig_en_elke_andere_gemeente_zes(self) -> None:
        per_gemeente = Counter(d.dossier.gemeente.slug for d in self.datalekken)
        assert per_gemeente == {"leiden": 25, "leiderdorp": 6, "oegstgeest": 6, "zoeterwoude": 6}
        assert min(d.gemeld_op for d in self.datalekken) < NU - timedelta(days=365)

    def test_alles_komt_voor_wat_een_datalek_kan_zijn(self) -> None:
        assert {d.status for d in self.datalekken} == set(Status)
        assert {d.soort_incident for d in self.datalekken} == set(SoortIncident)
        assert {d.risico for d in self.datalekken} == {*Risico, ""}
        assert set(Oorzaak) <= {d.oorzaak for d in self.datalekken}
        assert {d.regime for d in self.datalekken} == {"avg", "wpg"}
        assert {"vooraf_onbegrijpelijk", "risico_weggenomen", "wpg_belang"} <= {
            d.uitzondering for d in self.datalekken
        }
        assert set(Melding.objects.values_list("soort", flat=True)) == set(SoortMelding)
        assert {"brief", "e_mail", "telefoon", "gesprek"} == set(
            Mededeling.objects.values_list("wijze", flat=True)
        )

    def test_de_klok_loopt_nu_met_veel_weinig_en_geen_tijd(self) -> None:
        over = {
            t.dossier.titel: round((t.streng - NU) / UUR)
            for t in Termijn.objects.lopend().filter(soort=KLOK.code).select_related("dossier")
        }
        ongelezen = {d.dossier.titel for d in self.datalekken if d.status == Status.GEMELD}
        assert {50, 5, -3} <= {over[titel] for titel in ongelezen}
        assert over.keys() - ongelezen

    def test_elk_soort_werk_ligt_er(self) -> None:
        open_werk = set(Taak.objects.open().values_list("soort", flat=True))
        assert {t.code for t in (BEOORDELEN, RISICO, MELDEN_AP, INFORMEREN)} <= open_werk
        assert {"advies_fg", "datalek_afsluiten"} <= open_werk

    def test_de_meeste_meldingen_waren_op_tijd_en_wie_te_laat_was_legt_uit(self) -> None:
        oordelen = []
        for melding in Melding.objects.filter(soort="eerste").select_related("datalek__dossier"):
            termijn = klok(opslag.lees(melding.datalek))
            assert termijn is not None
            laat = te_laat(termijn, melding.verzonden_op)
            oordelen.append(laat)
            assert bool(melding.datalek.reden_te_laat) == laat, melding.datalek.dossier.titel
        assert oordelen.count(True) == 2
        assert oordelen.count(False) > 15

    def test_wie_meldt_is_niet_altijd_wie_het_overkwam(self) -> None:
        functies = {d.melder.naam.split()[0] for d in self.datalekken if d.melder}
        assert {"Medewerker", "Teammanager", "Coördinator"} <= functies
        assert any(d.melder and d.namens for d in self.datalekken)
        assert Meldlink.objects.count() == len([d for d in self.datalekken if d.melder is None]) == 2

    def test_ook_wat_een_verwerker_meldt_krijgt_een_eenheid(self) -> None:
        assert all(d.dossier.eenheid_id for d in self.datalekken)

    def test_de_fg_adviseert_en_de_organisatie_reageert(self) -> None:
        reacties = Advies.objects.filter(dossier__soort="datalekken").values_list("van", "reactie")
        assert {("fg", "volgt"), ("fg", "legt_uit")} <= set(reacties)
        assert any(d.ciso_ingelicht_op for d in self.datalekken)

    def test_verbeteracties_zijn_klaar_lopen_of_zijn_te_laat(self) -> None:
        acties = list(Verbeteractie.objects.all())
        vandaag = NU.date()
        assert any(a.klaar_op for a in acties)
        assert any(not a.klaar_op and a.uiterlijk and a.uiterlijk < vandaag for a in acties)
        assert any(not a.klaar_op and a.uiterlijk and a.uiterlijk >= vandaag for a in acties)

    def test_datalekken_raken_verwerkingen(self) -> None:
        raakt = Koppeling.objects.filter(van__soort="datalekken", naar__soort="verwerkingen")
        assert raakt.count() > 25

    def test_de_tijdlijn_spreekt_zich_niet_tegen(self) -> None:
        for datalek, inhoud in zip(self.datalekken, opslag.lees_alle(self.datalekken).values(), strict=True):
            assert list(tegenspraken(inhoud, NU)) == [], datalek.dossier.titel

    def test_er_staat_geen_inhoud_in_het_journaal(self) -> None:
        assert controleer().klopt
        regels = Journaalregel.objects.filter(keten__in=[d.dossier.uuid for d in self.datalekken])
        tekst = " ".join(str(regel.details) for regel in regels)
        assert regels.count() > 300
        for datalek in self.datalekken:
            for eigen in (
                datalek.omschrijving,
                datalek.gevolgen,
                datalek.risico_reden,
                datalek.dossier.titel,
            ):
                assert not eigen or eigen[:40] not in tekst

    def test_niemand_is_met_naam_of_nummer_te_vinden(self) -> None:
        alles = " ".join(str(lees("datalekken", f"{slug}.yaml")) for slug in GEMEENTEN)
        assert re.search(r"\d{8,9}", alles) is None
        assert re.search(r"\b(dhr|mevr|mevrouw|meneer)\b", alles, re.IGNORECASE) is None

    def test_het_verhaal_klopt_op_elke_dag_van_de_week_en_op_elk_uur(self) -> None:
        spelers = Spelers()
        for uren in range(0, 14 * 24, 5):
            nu = NU + uren * UUR
            for slug in GEMEENTEN:
                for regel in lees("datalekken", f"{slug}.yaml"):
                    momenten = [moment for moment, _ in Lek(spelers, slug, regel, {}, nu).stappen()]
                    assert momenten[-1] <= nu
