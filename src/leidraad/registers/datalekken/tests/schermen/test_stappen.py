"""Triage, risk, telling people, closing and opening again."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from leidraad.berichten.models import Bericht
from leidraad.dossiers.handelingen import open_dossier
from leidraad.dossiers.models import Koppeling, Taak
from leidraad.registers.datalekken.handelingen import meld_bij_ap
from leidraad.registers.datalekken.models import Datalek, Verbeteractie
from leidraad.registers.datalekken.tests.schermen.conftest import tekst, url, vers
from tests.wereld import Wereld

FACTOREN = {
    "soort_gegevens": "3", "omvang": "1", "identificeerbaarheid": "3",
    "ernst": "2", "kwetsbaren": "2", "omkeerbaarheid": "2",
}  # fmt: skip
BESLUIT = {**FACTOREN, "doe": "besluit", "risico": "hoog_risico", "risico_reden": "Gegevens over bijstand."}


@pytest.mark.regel("3.4.1")
def test_na_ja_bij_het_beoordelen_volgt_het_risico(po: Client, datalek: Datalek) -> None:
    antwoord = po.post(url(datalek, "triage/"), {"uitkomst": "ja"})
    assert antwoord.headers["Location"] == url(datalek, "risico/")
    assert vers(datalek).status == "in_behandeling"


@pytest.mark.regel("3.4.1")
def test_geen_datalek_vraagt_een_reden_en_blijft_bewaard(po: Client, datalek: Datalek) -> None:
    assert "Leg uit waarom" in tekst(po.post(url(datalek, "triage/"), {"uitkomst": "nee", "reden": " "}))
    po.post(url(datalek, "triage/"), {"uitkomst": "nee", "reden": "Alleen een storing."})
    assert vers(datalek).status == "geen_datalek"
    assert "Alleen een storing." in tekst(po.get(url(datalek)))


def test_niets_kiezen_bij_het_beoordelen_zegt_wat_er_mist(po: Client, datalek: Datalek) -> None:
    assert "Kies of dit een datalek is." in tekst(po.post(url(datalek, "triage/"), {"reden": "x"}))


def test_twee_keer_beoordelen_is_een_keer(po: Client, datalek: Datalek) -> None:
    po.post(url(datalek, "triage/"), {"uitkomst": "ja"})
    antwoord = po.post(url(datalek, "triage/"), {"uitkomst": "nee", "reden": "Toch niet."}, follow=True)
    assert "al beoordeeld" in tekst(antwoord)
    assert vers(datalek).status == "in_behandeling"


def test_het_advies_toont_redenen_en_beslist_niets(po: Client, in_behandeling: Datalek) -> None:
    pagina = tekst(po.post(url(in_behandeling, "risico/"), {**FACTOREN, "doe": "advies"}))
    assert "Advies: Hoog risico" in pagina
    assert "zeer gevoelige gegevens van kwetsbare mensen" in pagina
    assert vers(in_behandeling).risico == ""


@pytest.mark.regel("3.4.3")
def test_een_hoog_risico_vraagt_melden_en_inlichten(po: Client, in_behandeling: Datalek) -> None:
    po.post(url(in_behandeling, "risico/"), BESLUIT)
    assert vers(in_behandeling).risico == "hoog_risico"
    open_ = set(Taak.objects.open().filter(dossier=in_behandeling.pk).values_list("soort", flat=True))
    assert {"datalek_melden_ap", "datalek_informeren"} <= open_
    assert "Melden bij de AP" in tekst(po.get(url(in_behandeling)))


def test_afwijken_van_het_advies_mag_met_een_reden(po: Client, in_behandeling: Datalek) -> None:
    zonder = tekst(
        po.post(url(in_behandeling, "risico/"), BESLUIT | {"risico": "geen_risico", "risico_reden": ""})
    )
    assert "Leg uit waarom u dit besluit." in zonder
    assert vers(in_behandeling).risico == ""
    met = BESLUIT | {"risico": "geen_risico", "risico_reden": "De brief kwam ongeopend terug."}
    po.post(url(in_behandeling, "risico/"), met)
    assert vers(in_behandeling).risico == "geen_risico"
    assert "Melden hoeft niet" in tekst(po.get(url(in_behandeling)))


def test_een_besluit_vraagt_alle_factoren(po: Client, in_behandeling: Datalek) -> None:
    pagina = tekst(po.post(url(in_behandeling, "risico/"), BESLUIT | {"ernst": ""}))
    assert "Kies wat het beste past." in pagina
    assert "Gegevens over bijstand." in pagina


@pytest.mark.parametrize("rol", ["fg", "teammanager"])
def test_wie_niet_beslist_leest_wel_maar_beslist_niet(
    client_als: Callable[[str], Client], in_behandeling: Datalek, rol: str
) -> None:
    assert client_als(rol).get(url(in_behandeling, "risico/")).status_code == 200
    assert client_als(rol).post(url(in_behandeling, "risico/"), BESLUIT).status_code == 403


@pytest.mark.regel("3.4.3")
def test_inlichten_wordt_vastgelegd_met_wie_hoe_en_hoeveel(po: Client, in_behandeling: Datalek) -> None:
    po.post(url(in_behandeling, "risico/"), BESLUIT)
    velden = {"wijze": "brief", "verstuurd_op": "2190-01-01T10:00", "aantal": "2", "tekst": "Beste mensen"}
    assert "ligt in de toekomst" in tekst(po.post(url(in_behandeling, "informeren/"), velden))
    toen = timezone.localtime() - timedelta(minutes=5)
    po.post(url(in_behandeling, "informeren/"), velden | {"verstuurd_op": f"{toen:%d-%m-%Y %H:%M}"})
    assert in_behandeling.mededelingen.get().aantal == 2
    assert "Beste mensen" in tekst(po.get(url(in_behandeling, "informeren/")))


def test_fg_en_ciso_worden_erbij_gehaald(po: Client, in_behandeling: Datalek) -> None:
    assert "De FG is om advies gevraagd." in tekst(po.post(url(in_behandeling, "advies-fg/"), follow=True))
    assert "De CISO is ingelicht" in tekst(po.post(url(in_behandeling, "ciso/"), follow=True))
    assert vers(in_behandeling).ciso_ingelicht_op is not None
    assert Bericht.objects.filter(sleutel__contains=":ciso:").count() == 1


def test_afsluiten_noemt_alles_wat_mist_en_lukt_daarna(
    po: Client, in_behandeling: Datalek, wereld: Wereld, straks: datetime
) -> None:
    pagina = tekst(po.get(url(in_behandeling, "afsluiten/")))
    assert "Beslis of er een risico is voor mensen." in pagina
    po.post(url(in_behandeling, "afsluiten/"))
    assert vers(in_behandeling).status == "in_behandeling"
    po.post(url(in_behandeling, "risico/"), BESLUIT | {"risico": "risico"})
    meld_bij_ap(
        datalek=in_behandeling, soort="eerste", verzonden_op=straks, door=wereld.lid("privacy_officer"),
        nu=timezone.now(),
    )  # fmt: skip
    assert "Op tijd gemeld bij de AP" in tekst(po.get(url(in_behandeling)))
    po.post(url(in_behandeling, "afsluiten/"))
    assert vers(in_behandeling).status == "afgesloten"
    assert po.get(url(in_behandeling, "bewerken/feiten/")).status_code == 302


def test_heropenen_vraagt_een_reden(po: Client, datalek: Datalek) -> None:
    po.post(url(datalek, "triage/"), {"uitkomst": "nee", "reden": "Storing."})
    assert "Leg uit waarom u dit datalek weer opent." in tekst(po.post(url(datalek, "heropenen/"), {}))
    po.post(url(datalek, "heropenen/"), {"reden": "Er waren toch gegevens bij."})
    assert vers(datalek).status == "in_behandeling"


def test_een_verbeteractie_komt_erbij_en_wordt_afgerond(
    po: Client, in_behandeling: Datalek, wereld: Wereld
) -> None:
    manager = wereld.persoon("teammanager")
    morgen = timezone.localdate() + timedelta(days=1)
    velden = {"omschrijving": "Adressen nakijken", "eigenaar": str(manager.pk), "uiterlijk": f"{morgen}"}
    gisteren = f"{timezone.localdate() - timedelta(days=1)}"
    assert "al geweest" in tekst(po.post(url(in_behandeling, "acties/"), velden | {"uiterlijk": gisteren}))
    po.post(url(in_behandeling, "acties/"), velden)
    actie = Verbeteractie.objects.get()
    assert "Adressen nakijken" in tekst(po.get(url(in_behandeling)))
    assert "Beschrijf wat er is gedaan." in tekst(po.post(url(in_behandeling, f"acties/{actie.pk}/"), {}))
    po.post(url(in_behandeling, f"acties/{actie.pk}/"), {"resultaat": "Gedaan."})
    actie.refresh_from_db()
    assert actie.resultaat == "Gedaan."


def test_wie_een_actie_krijgt_hoort_het_en_rondt_haar_af_zonder_het_datalek_te_zien(
    po: Client, in_behandeling: Datalek, wereld: Wereld, client_als: Callable[[str], Client]
) -> None:
    eigenaar, collega = client_als("medewerker"), client_als("coordinator")
    wie = wereld.persoon("medewerker")
    po.post(url(in_behandeling, "acties/"), {"omschrijving": "Adressen nakijken", "eigenaar": f"{wie.pk}"})
    pad = Bericht.objects.get(ontvanger=wie, soort="toegewezen").pad
    assert collega.get(pad).status_code == 404
    lees = tekst(eigenaar.get(pad))
    assert "Adressen nakijken" in lees
    assert in_behandeling.dossier.titel not in lees
    assert eigenaar.get(url(in_behandeling)).status_code == 404
    assert eigenaar.post(pad, {"resultaat": "Gedaan."}, follow=True).status_code == 200
    assert Verbeteractie.objects.get().resultaat == "Gedaan."
    assert "Gedaan" not in tekst(collega.get(pad))


def test_een_verwerking_zoeken_koppelen_en_losmaken(
    po: Client, datalek: Datalek, wereld: Wereld, straks: datetime
) -> None:
    verwerking = open_dossier(
        soort="verwerkingen", voorvoegsel="VW", gemeente=wereld.gemeente, eenheid=wereld.team,
        titel="Bijstand", door=wereld.lid("privacy_officer"), nu=straks,
    )  # fmt: skip
    nummer = verwerking.nummer
    assert nummer in tekst(po.get(url(datalek, "koppelen/"), {"q": nummer.lower()}))
    po.post(url(datalek, "koppelen/"), {"naar": nummer})
    assert Koppeling.objects.get().naar_id == verwerking.pk
    assert nummer in tekst(po.get(url(datalek)))
    po.post(url(datalek, "koppelen/"), {"naar": nummer, "doe": "los"})
    assert not Koppeling.objects.exists()
    assert po.post(url(datalek, "koppelen/"), {"naar": "VW-1999-0001"}).status_code == 404


def test_de_privacy_officer_geeft_een_datalek_aan_een_behandelaar(
    po: Client, client_als: Callable[[str], Client], datalek: Datalek, wereld: Wereld
) -> None:
    coordinator = wereld.persoon("coordinator")
    assert client_als("coordinator").get(url(datalek)).status_code == 404
    assert "Opgeslagen." in tekst(
        po.post(
            url(datalek, "plaatsing/"),
            {"eenheid": str(wereld.ander_team.pk), "behandelaar": str(coordinator.pk)},
            follow=True,
        )
    )
    assert vers(datalek).dossier.eenheid_id == wereld.ander_team.pk
    assert client_als("coordinator").get(url(datalek)).status_code == 200
    fg = {"behandelaar": str(wereld.persoon("fg").pk)}
    assert "Opgeslagen." not in tekst(po.post(url(datalek, "plaatsing/"), fg, follow=True))


@pytest.mark.regel("3.4.2")
def test_het_werk_heeft_hetzelfde_einde_als_de_klok(datalek: Datalek) -> None:
    taak = Taak.objects.get(dossier=datalek.pk, soort="datalek_beoordelen")
    assert taak.uiterlijk == datalek.dossier.termijnen.get().streng


def test_een_verwerking_van_een_andere_gemeente_bestaat_hier_niet(
    po: Client, datalek: Datalek, wereld: Wereld, straks: datetime
) -> None:
    elders = open_dossier(
        soort="verwerkingen", voorvoegsel="VX", gemeente=wereld.andere_gemeente, eenheid=None,
        titel="Van elders", door=wereld.lid("privacy_officer_elders"), nu=straks,
    )  # fmt: skip
    assert "Van elders" not in tekst(po.get(url(datalek, "koppelen/"), {"q": elders.nummer}))
    assert po.post(url(datalek, "koppelen/"), {"naar": elders.nummer}).status_code == 404
