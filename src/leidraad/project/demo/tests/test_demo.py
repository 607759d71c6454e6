"""De voorbeeldregio: hij laadt, hij klopt en elk scherm heeft iets te tonen."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth import authenticate
from django.test import RequestFactory, TestCase
from django.utils import timezone

from leidraad.berichten.models import Bericht
from leidraad.dossiers.journaal.controleren import controleer
from leidraad.dossiers.models import Advies, Bijlage, Dossier, Journaalregel, Opmerking, Versie
from leidraad.naleving.peilen import Uitslagen, peil_alle
from leidraad.naleving.standen import trend
from leidraad.normen.oordeel import Oordeel
from leidraad.organisaties.handelingen import maak_gemeente
from leidraad.organisaties.models import Bestuursorgaan, Eenheid, Gemeente, Overdracht, Persoon
from leidraad.organisaties.verantwoordelijkheid import alle_verantwoordelijken
from leidraad.project.demo import Account, laad
from leidraad.project.demo.bestanden import GEMEENTEN
from leidraad.project.demo.tests.test_datalekken import DatalekkenVanDeRegio
from leidraad.project.demo.tests.test_vragen import VragenVanDeRegio
from leidraad.project.opdrachten.omgeving import Mislukt
from leidraad.referentie import lijst
from leidraad.registers.verwerkingen import opslag
from leidraad.registers.verwerkingen.begrippen import Schaal, Status
from leidraad.registers.verwerkingen.inhoud import Bewaartermijn, Inhoud
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.regels.afwijkingen import afwijkingen
from leidraad.registers.verwerkingen.regels.volledigheid import ontbreekt
from leidraad.registers.verwerkingen.versies import inhoud_van

NU = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))
VANDAAG = timezone.localdate(NU)


class TestVoorbeeldregio(DatalekkenVanDeRegio, VragenVanDeRegio, TestCase):
    """Laden kost seconden: één keer voor al deze tests."""

    accounts: list[Account]
    verwerkingen: list[Verwerking]
    inhouden: dict[int, Inhoud]
    gemeenten: dict[str, int]
    uitslagen: dict[str, Uitslagen]

    @classmethod
    def setUpTestData(cls) -> None:
        cls.accounts = laad(nu=NU)
        cls.verwerkingen = list(
            Verwerking.objects.select_related(
                "dossier__gemeente", "bestuursorgaan", "hoofdverwerking__dossier", "geldende_versie"
            )
        )
        cls.inhouden = opslag.lees_alle(cls.verwerkingen)
        cls.gemeenten = dict(Gemeente.objects.values_list("slug", "pk"))
        gepeild = peil_alle(cls.gemeenten.values(), NU)
        cls.uitslagen = {slug: gepeild[pk] for slug, pk in cls.gemeenten.items()}

    def test_leiden_heeft_er_veertig_en_elke_andere_gemeente_vijftien(self) -> None:
        per_gemeente = Counter(v.dossier.gemeente.slug for v in self.verwerkingen)
        assert set(per_gemeente) == set(GEMEENTEN)
        assert per_gemeente["leiden"] >= 40
        assert min(per_gemeente.values()) >= 15

    def test_alle_statussen_komen_voor(self) -> None:
        assert {v.status for v in self.verwerkingen if v.dossier.gemeente.slug == "leiden"} == set(Status)
        for slug in GEMEENTEN:
            assert len({v.status for v in self.verwerkingen if v.dossier.gemeente.slug == slug}) >= 5

    def test_wat_is_vastgesteld_mist_niets(self) -> None:
        versies = [v.geldende_versie for v in self.verwerkingen if v.geldende_versie]
        assert len(versies) > 60
        for versie in versies:
            assert ontbreekt(inhoud_van(versie), VANDAAG) == (), versie.dossier.titel

    def test_wat_nog_niet_is_vastgesteld_mist_soms_iets(self) -> None:
        met_tekort = {v.status for v in self.verwerkingen if ontbreekt(self.inhouden[v.pk], VANDAAG)}
        assert {"concept", "teruggestuurd"} <= met_tekort

    def test_versies_verschillen_echt_van_elkaar(self) -> None:
        per_dossier: dict[int, list[str]] = {}
        for dossier, sha256 in Versie.objects.order_by("nummer").values_list("dossier_id", "sha256"):
            per_dossier.setdefault(dossier, []).append(sha256)
        assert {len(versies) for versies in per_dossier.values()} == {1, 2, 3}
        assert all(len(set(versies)) == len(versies) for versies in per_dossier.values())

    def test_elke_code_bestaat(self) -> None:
        gronden = {"avg": lijst("grondslagen", VANDAAG), "wpg": lijst("grondslagen_wpg", VANDAAG)}
        for inhoud in self.inhouden.values():
            gebruikt = {
                "procestypen": {inhoud.procestype},
                "maatregelen": {m.code for m in inhoud.maatregelen},
                "soorten_gegevens": {g.soort for g in inhoud.gegevens},
                "doorbrekingsgronden": {g.doorbrekingsgrond for g in inhoud.gegevens} - {""},
                "landen": {o.land for o in inhoud.ontvangers},
                "doorgiftemechanismen": {o.mechanisme for o in inhoud.ontvangers} - {""},
            }
            for naam, codes in gebruikt.items():
                onbekend = codes - {item.code for item in lijst(naam, VANDAAG)}
                assert not onbekend, (inhoud.naam, naam, onbekend)
            assert all(d.grondslag in gronden[inhoud.regime] for d in inhoud.doelen if d.grondslag)
            assert {b.schaal for b in inhoud.betrokkenen} <= set(Schaal)

    def test_termijnen_zijn_die_van_de_selectielijst(self) -> None:
        met_resultaat = [
            (inhoud.naam, t)
            for inhoud in self.inhouden.values()
            for t in inhoud.bewaartermijnen
            if t.resultaat
        ]
        assert len(met_resultaat) > 150
        assert [fout for fout in met_resultaat if not _klopt_met_selectielijst(fout[1])] == []

    def test_niemand_heeft_een_naam_van_een_mens(self) -> None:
        titels = tuple({functie.naam for functie in lijst("functies", VANDAAG)} | {"CISO"})
        personen = Persoon.objects.all()
        assert len(personen) > 100
        for persoon in personen:
            assert persoon.naam.startswith(titels), persoon.naam
            assert persoon.email.endswith(".example")

    def test_de_meeste_eenheden_hebben_een_verantwoordelijke_en_de_gaten_tonen_zich(self) -> None:
        eenheden = list(Eenheid.objects.exclude(soort__in=["organisatie", "griffie"]))
        rollen = alle_verantwoordelijken(eenheden, ["teammanager"], VANDAAG)
        per_naam = {(e.gemeente.slug, e.naam): rollen[e.pk]["teammanager"] for e in eenheden}
        # A cluster has no teammanager by nature: the teams and afdelingen count.
        plekken = [per_naam[e.gemeente.slug, e.naam] for e in eenheden if e.soort != "cluster"]
        assert sum(bool(plek.functievervulling) for plek in plekken) > 0.8 * len(plekken)
        gaten = {
            "vacant": per_naam["leiden", "Team Omgevingsvergunningen"],
            "afgelopen": per_naam["leiden", "Team Schuldhulpverlening"],
            "twee tegelijk": per_naam["leiden", "Team Innen"],
            "afdeling zonder manager": per_naam["oegstgeest", "Team Personeel en Informatie"],
        }
        assert all(gat.is_tekort and gat.reden for gat in gaten.values())
        assert gaten["vacant"].reden != gaten["twee tegelijk"].reden
        assert per_naam["leiden", "Team Inburgering"].functie == "afdelingsmanager"
        assert per_naam["zoeterwoude", "Programma Communicatie"].interpretatie

    def test_elke_gemeente_heeft_bestuursorganen_en_een_fg_om_te_bereiken(self) -> None:
        for gemeente in Gemeente.objects.all():
            assert gemeente.fg_email.endswith(".example")
            assert gemeente.fg_telefoon
        assert Bestuursorgaan.objects.filter(naam="Leerplichtambtenaar").count() == 4
        assert all(v.bestuursorgaan for v in self.verwerkingen)

    def test_er_is_open_werk(self) -> None:
        dossiers = Dossier.objects.all()
        assert dossiers.filter(herzien_voor__lt=VANDAAG).count() >= 5
        assert dossiers.filter(vertrouwelijkheid="vertrouwelijk").count() >= 5
        assert dossiers.filter(behandelaar=None).exists()
        assert dossiers.exclude(behandelaar=None).exists()
        assert {v.openbaarheid for v in self.verwerkingen if v.geldende_versie} == {
            "openbaar",
            "niet_openbaar",
        }
        assert any(v.hoofdverwerking for v in self.verwerkingen)
        assert Overdracht.objects.geldig_op(VANDAAG).count() == 2

    def test_alleen_de_post_van_de_laatste_dagen_gaat_nog_weg(self) -> None:
        oud = Bericht.objects.filter(aangemaakt_op__lt=NU - timedelta(days=2))
        assert oud.exists()
        assert {b.status for b in oud} == {Bericht.Status.VERVALLEN}
        nieuw = Bericht.objects.exclude(pk__in=oud.values("pk"))
        assert {b.status for b in nieuw} <= {Bericht.Status.KLAAR, Bericht.Status.OVERZICHT}

    def test_er_zijn_afwijkingen_ook_voor_de_fg(self) -> None:
        gevonden = [a for inhoud in self.inhouden.values() for a in afwijkingen(inhoud, VANDAAG)]
        assert {a.naar_fg for a in gevonden} == {True, False}
        assert len({a.sectie for a in gevonden}) >= 4

    def test_het_beeld_is_gemengd_en_beter_dan_een_jaar_geleden(self) -> None:
        for slug, uitslagen in self.uitslagen.items():
            vandaag = _gehaald(uitslagen)
            punten = [punt.waarde for punt in trend(self.gemeenten[slug], NU) if punt.waarde is not None]
            assert 45 <= vandaag <= 85, (slug, vandaag)
            assert punten[0] + 5 < vandaag, (slug, punten[0], vandaag)
            stappen = [later - eerder for eerder, later in pairwise(punten) if later != eerder]
            assert sum(stap > 0 for stap in stappen) >= 5, slug
            assert sum(stap < 0 for stap in stappen) >= 3, slug

    def test_elk_oordeel_komt_voor_en_niets_schiet_in_zijn_geheel_tekort(self) -> None:
        alle = [(slug, u) for slug, per_norm in self.uitslagen.items() for u in per_norm.values()]
        assert {u.oordeel for _, u in alle} == set(Oordeel)
        for slug, u in alle:
            assert u.totaal < 4 or u.tekort < u.totaal - 1, (slug, u.norm.nummer)
        for slug, u in alle:
            if u.norm.module == "verwerkingen":
                assert u.totaal == 1 or u.tekort <= 0.4 * u.totaal, (slug, u.norm.nummer, u.tekort, u.totaal)

    def test_de_dagen_zonder_stand_zijn_te_zien(self) -> None:
        for slug, gemeente in self.gemeenten.items():
            leeg = [punt.dag for punt in trend(gemeente, NU)[:-1] if punt.waarde is None]
            assert len(leeg) == 6, slug
            assert leeg[-1] - leeg[0] == timedelta(days=5), slug

    def test_niets_is_gedaan_op_een_dag_die_nog_komt(self) -> None:
        for inhoud in self.inhouden.values():
            gedaan = [v.uitgevoerd_op for v in inhoud.vernietigingen if v.uitgevoerd_op]
            bekeken = [a.herzien_op for a in inhoud.autorisaties if a.herzien_op]
            assert all(dag < VANDAAG for dag in gedaan + bekeken), inhoud.naam
        gepland = [v for inhoud in self.inhouden.values() for v in inhoud.vernietigingen]
        assert sum(not v.uitgevoerd_op and v.gepland_op > VANDAAG for v in gepland if v.gepland_op) > 80

    def test_mensen_adviseren_reageren_en_merken_op(self) -> None:
        adviezen = Counter(Advies.objects.values_list("van", "reactie"))
        assert {van for van, _ in adviezen} == {"privacy_officer", "fg"}
        assert {reactie for _, reactie in adviezen} == {"", "volgt", "legt_uit"}
        assert Opmerking.objects.count() >= 10
        assert set(Bijlage.objects.values_list("mediatype", flat=True)) == {"application/pdf", "text/plain"}

    def test_het_journaal_vertelt_alles_in_volgorde_van_de_tijd(self) -> None:
        uitslag = controleer()
        assert uitslag.klopt
        assert uitslag.regels > 800
        tijden = list(Journaalregel.objects.order_by("pk").values_list("op", flat=True))
        assert tijden == sorted(tijden)
        assert tijden[-1] <= NU
        assert (tijden[-1] - tijden[0]).days > 700

    def test_iedereen_op_de_lijst_kan_inloggen(self) -> None:
        verzoek = RequestFactory().post("/account/login/")
        for account in self.accounts:
            inlog = authenticate(verzoek, username=account.email, password=account.wachtwoord)
            assert inlog is not None, account
        functies = {account.functie.partition(" (")[0] for account in self.accounts}
        assert {"Privacy Officer", "Functionaris Gegevensbescherming", "Teamleider", "Medewerker"} <= functies

    def test_nog_eens_laden_verandert_niets(self) -> None:
        aantal = Journaalregel.objects.count()
        assert laad(nu=NU) == self.accounts
        assert Journaalregel.objects.count() == aantal


def _gehaald(uitslagen: Uitslagen) -> float:
    """The share of the judged norms that is met, in percents."""
    telling = Counter(u.oordeel for u in uitslagen.values())
    gehaald = telling[Oordeel.GEHAALD]
    return 100 * gehaald / (gehaald + telling[Oordeel.NIET_GEHAALD])


def _klopt_met_selectielijst(termijn: Bewaartermijn) -> bool:
    resultaat = lijst("selectielijst", VANDAAG)[termijn.resultaat]
    blijvend = resultaat.waardering == "blijvend_bewaren"
    return termijn.blijvend == blijvend and termijn.duur == (resultaat.bewaartermijn or "")


@pytest.mark.django_db
def test_de_demo_komt_niet_in_een_register_van_een_ander() -> None:
    maak_gemeente(naam="Utrecht", slug="utrecht", cbs_code="GM0344", nu=NU)
    with pytest.raises(Mislukt, match="staan al gemeenten of mensen"):
        laad(nu=NU)
    assert Gemeente.objects.count() == 1
    assert not Persoon.objects.exists()
