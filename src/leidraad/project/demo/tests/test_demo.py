"""De voorbeeldregio: hij laadt, hij klopt en elk scherm heeft iets te tonen."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

import pytest
from django.contrib.auth import authenticate
from django.utils import timezone

from leidraad.dossiers.journaal.controleren import controleer
from leidraad.dossiers.models import Advies, Bijlage, Dossier, Opmerking, Versie
from leidraad.organisaties.handelingen import maak_gemeente
from leidraad.organisaties.models import Eenheid, Gemeente, Overdracht, Persoon
from leidraad.organisaties.verantwoordelijkheid import alle_verantwoordelijken
from leidraad.project.demo import laad
from leidraad.project.demo.bestanden import GEMEENTEN
from leidraad.project.opdrachten.omgeving import Mislukt
from leidraad.referentie import lijst
from leidraad.registers.verwerkingen import opslag
from leidraad.registers.verwerkingen.begrippen import Status
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.regels.afwijkingen import afwijkingen
from leidraad.registers.verwerkingen.regels.volledigheid import ontbreekt
from leidraad.registers.verwerkingen.versies import inhoud_van

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _snel(settings, tmp_path) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def regio(nu: datetime) -> dict[int, Inhoud]:
    """De geladen regio: per verwerking de inhoud."""
    laad(nu=nu)
    return opslag.lees_alle(_alle())


def _alle() -> list[Verwerking]:
    return list(
        Verwerking.objects.select_related(
            "dossier__gemeente", "dossier__eenheid", "bestuursorgaan", "hoofdverwerking__dossier",
            "geldende_versie",
        )
    )  # fmt: skip


@pytest.mark.norm("4.2.1")
def test_de_regio_is_rijk_klopt_en_laat_gaten_zien(regio: dict[int, Inhoud], nu: datetime) -> None:
    """Laden kost seconden: daarom één test met deelvragen over dezelfde regio."""
    op = timezone.localdate(nu)
    verwerkingen = _alle()
    _aantallen_en_statussen(verwerkingen)
    _vastgesteld_is_volledig(verwerkingen, op)
    _codes_bestaan(regio.values(), op)
    _niemand_heeft_een_echte_naam(op)
    _verantwoordelijken_en_gaten(op)
    _elk_scherm_heeft_iets(verwerkingen, regio, nu)


def _aantallen_en_statussen(verwerkingen: list[Verwerking]) -> None:
    per_gemeente = Counter(v.dossier.gemeente.slug for v in verwerkingen)
    assert set(per_gemeente) == set(GEMEENTEN)
    assert per_gemeente["leiden"] >= 40
    assert all(per_gemeente[slug] >= 15 for slug in GEMEENTEN)
    assert {v.status for v in verwerkingen if v.dossier.gemeente.slug == "leiden"} == set(Status)
    versies = Counter(Versie.objects.values_list("dossier_id", flat=True))
    assert {1, 2, 3} <= set(versies.values())
    assert {v.openbaarheid for v in verwerkingen} >= {"openbaar", "niet_openbaar"}
    assert any(v.hoofdverwerking for v in verwerkingen)


def _vastgesteld_is_volledig(verwerkingen: list[Verwerking], op) -> None:
    for v in verwerkingen:
        if v.geldende_versie:
            assert ontbreekt(inhoud_van(v.geldende_versie), op) == (), v.dossier.titel


def _codes_bestaan(inhouden, op) -> None:
    gronden = {"avg": lijst("grondslagen", op), "wpg": lijst("grondslagen_wpg", op)}
    landen, procestypen = lijst("landen", op), lijst("procestypen", op)
    selectielijst = lijst("selectielijst", op)
    for inhoud in inhouden:
        assert inhoud.procestype in procestypen
        assert all(d.grondslag in gronden[inhoud.regime] for d in inhoud.doelen if d.grondslag)
        assert all(m.code in lijst("maatregelen", op) for m in inhoud.maatregelen)
        assert all(g.soort in lijst("soorten_gegevens", op) for g in inhoud.gegevens)
        for g in inhoud.gegevens:
            assert not g.doorbrekingsgrond or g.doorbrekingsgrond in lijst("doorbrekingsgronden", op)
        for o in inhoud.ontvangers:
            assert o.land in landen
            assert not o.mechanisme or o.mechanisme in lijst("doorgiftemechanismen", op)
        for t in inhoud.bewaartermijnen:
            if t.resultaat:
                resultaat = selectielijst[t.resultaat]
                assert t.blijvend == (resultaat.waardering == "blijvend_bewaren"), (inhoud.naam, t.resultaat)
                assert t.duur == (resultaat.bewaartermijn or ""), (inhoud.naam, t.resultaat)


def _niemand_heeft_een_echte_naam(op) -> None:
    titels = tuple(functie.naam for functie in lijst("functies", op)) + ("CISO",)
    assert Persoon.objects.exists()
    for persoon in Persoon.objects.all():
        assert persoon.naam.startswith(titels), persoon.naam
        assert persoon.email.endswith(".example")


def _verantwoordelijken_en_gaten(op) -> None:
    eenheden = list(Eenheid.objects.exclude(soort__in=["organisatie", "griffie"]))
    rollen = alle_verantwoordelijken(eenheden, ["directeur", "afdelingsmanager", "teammanager"], op)
    gevonden = [r for per_rol in rollen.values() for r in per_rol.values() if r.functievervulling]
    assert len(gevonden) > 0.7 * 3 * len(eenheden)
    per_naam = {(e.gemeente.slug, e.naam): rollen[e.pk]["teammanager"] for e in eenheden}
    vacant = per_naam["leiden", "Team Omgevingsvergunningen"]
    afgelopen = per_naam["leiden", "Team Schuldhulpverlening"]
    dubbel = per_naam["leiden", "Team Innen"]
    for gat in (vacant, afgelopen, dubbel, per_naam["oegstgeest", "Team Personeel en Informatie"]):
        assert gat.is_tekort
        assert gat.reden
    assert vacant.reden != dubbel.reden
    assert per_naam["leiden", "Team Inburgering"].functie == "afdelingsmanager"
    assert per_naam["zoeterwoude", "Programma Communicatie"].interpretatie
    assert Overdracht.objects.count() == 2


def _elk_scherm_heeft_iets(verwerkingen: list[Verwerking], regio: dict[int, Inhoud], nu: datetime) -> None:
    op = timezone.localdate(nu)
    dossiers = Dossier.objects.all()
    assert dossiers.filter(herzien_voor__lt=op).count() >= 3
    assert dossiers.filter(vertrouwelijkheid="vertrouwelijk").count() >= 3
    assert dossiers.filter(behandelaar=None).exists()
    assert dossiers.exclude(behandelaar=None).exists()
    assert Opmerking.objects.count() >= 10
    assert {a.mediatype for a in Bijlage.objects.all()} >= {"application/pdf", "text/plain"}
    adviezen = Counter(Advies.objects.values_list("van", "reactie"))
    assert {van for van, _ in adviezen} == {"privacy_officer", "fg"}
    assert {reactie for _, reactie in adviezen} == {"", "volgt", "legt_uit"}
    gevonden = [a for v in verwerkingen for a in afwijkingen(regio[v.pk], op)]
    assert any(a.naar_fg for a in gevonden)
    assert len({a.tekst for a in gevonden}) >= 5
    uitslag = controleer()
    assert uitslag.klopt
    assert uitslag.regels > 600
    assert dossiers.filter(gewijzigd_op__gt=nu).count() == 0


def test_nog_eens_laden_verandert_niets_en_geeft_dezelfde_accounts(nu: datetime) -> None:
    accounts = laad(nu=nu)
    aantal = Dossier.objects.count()
    assert laad(nu=nu) == accounts
    assert Dossier.objects.count() == aantal
    for account in accounts:
        assert authenticate(username=account.email, password=account.wachtwoord) is not None
    functies = {account.functie.partition(" (")[0] for account in accounts}
    assert functies >= {"Privacy Officer", "Functionaris Gegevensbescherming", "Teammanager", "Medewerker"}


def test_de_demo_komt_niet_in_een_register_van_een_ander(nu: datetime) -> None:
    maak_gemeente(naam="Leiden", slug="leiden", cbs_code="GM0546", nu=nu)
    with pytest.raises(Mislukt, match="Leiden staat al in deze installatie"):
        laad(nu=nu)
    assert Gemeente.objects.count() == 1
    assert not Persoon.objects.exists()
