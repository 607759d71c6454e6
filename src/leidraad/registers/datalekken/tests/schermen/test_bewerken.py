"""Editing a section of a breach: nothing typed is lost, what cannot be true is said at its field."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from leidraad.dossiers.models import Termijn
from leidraad.registers.datalekken import opslag
from leidraad.registers.datalekken.models import Datalek
from leidraad.registers.datalekken.tests.schermen.conftest import stempel, tekst, url, vers

NEDERLAND = ZoneInfo("Europe/Amsterdam")


def _bewaar(po: Client, datalek: Datalek, sectie: str, **velden: str) -> str:
    antwoord = po.post(
        url(datalek, f"bewerken/{sectie}/"),
        {"stempel": stempel(datalek, sectie), "doe": "opslaan", **velden},
        follow=True,
    )
    return tekst(antwoord)


def test_een_onderdeel_opslaan_laat_de_rest_staan(po: Client, datalek: Datalek) -> None:
    assert "is opgeslagen" in _bewaar(po, datalek, "gevolgen", gevolgen="Schaamte.")
    inhoud = opslag.lees(vers(datalek))
    assert inhoud.gevolgen == "Schaamte."
    assert inhoud.oorzaak == "vergissing"


@pytest.mark.regel("3.4.2")
def test_een_ander_moment_van_weten_verzet_de_klok(po: Client, datalek: Datalek) -> None:
    eerder = (timezone.now() - timedelta(hours=20)).astimezone(NEDERLAND).replace(second=0, microsecond=0)
    velden = {"kennisgenomen_op": f"{eerder:%Y-%m-%dT%H:%M}", "intern_gemeld_op": "", "ontdekt_op": ""}
    assert "is opgeslagen" in _bewaar(po, datalek, "tijdlijn", **velden)
    termijn = Termijn.objects.lopend().get(dossier=datalek.pk)
    assert termijn.streng == eerder + timedelta(hours=72)


def test_ontdekt_voordat_het_gebeurde_staat_bij_het_veld(po: Client, datalek: Datalek) -> None:
    pagina = _bewaar(
        po, datalek, "tijdlijn", gebeurd_van="2026-11-10T10:00", ontdekt_op="2026-11-09T10:00",
        kennisgenomen_op="2026-11-10T11:00",
    )  # fmt: skip
    assert "Het is ontdekt voordat het gebeurde" in pagina
    assert 'value="2026-11-09T10:00"' in pagina
    assert opslag.lees(vers(datalek)).gebeurd_van is None


def test_een_moment_in_de_toekomst_wordt_geweigerd_en_blijft_staan(po: Client, datalek: Datalek) -> None:
    pagina = _bewaar(po, datalek, "tijdlijn", kennisgenomen_op="01-01-2190 10:00")
    assert "Dit moment ligt in de toekomst" in pagina
    assert "01-01-2190 10:00" in pagina


@pytest.mark.parametrize(
    ("getypt", "uur"), [("25-10-2026 02:30 zomertijd", 0), ("25-10-2026 02:30 (wintertijd)", 1)]
)
def test_van_het_uur_dat_twee_keer_kwam_kiest_u_welke(
    po: Client, datalek: Datalek, getypt: str, uur: int
) -> None:
    pagina = _bewaar(po, datalek, "tijdlijn", gebeurd_van="2026-10-25T02:30")
    assert "dit uur kwam twee keer voor" in pagina
    assert 'value="25-10-2026 02:30"' in pagina
    assert "is opgeslagen" in _bewaar(po, datalek, "tijdlijn", gebeurd_van=getypt)
    assert opslag.lees(vers(datalek)).gebeurd_van == datetime(2026, 10, 25, uur, 30, tzinfo=UTC)
    welke = "wintertijd" if uur else "zomertijd"
    assert f'value="25-10-2026 02:30 {welke}"' in tekst(po.get(url(datalek, "bewerken/tijdlijn/")))


def test_een_uur_dat_niet_bestond_wordt_geweigerd(po: Client, datalek: Datalek) -> None:
    assert "Deze tijd bestond niet" in _bewaar(po, datalek, "tijdlijn", gebeurd_van="29-03-2026 02:30")


@pytest.mark.parametrize(
    ("minimum", "maximum", "fout"),
    [
        ("10", "5", "Het kleinste aantal is groter dan het grootste aantal."),
        ("-3", "", "kan niet kleiner zijn dan nul"),
        ("", "99.000.000", "meer mensen dan er in Nederland wonen"),
        ("veel", "", "Vul een heel getal in"),
        ("1", "999999999999", "Dit getal is te groot"),
    ],
)
def test_onmogelijke_aantallen_staan_bij_het_veld(
    po: Client, datalek: Datalek, minimum: str, maximum: str, fout: str
) -> None:
    pagina = _bewaar(
        po, datalek, "wie_en_wat",
        **{"betrokkenen-regel": "1", "betrokkenen-1-naam": "Ouders",
           "betrokkenen-1-minimum": minimum, "betrokkenen-1-maximum": maximum},
    )  # fmt: skip
    assert fout in pagina
    assert "Ouders" in pagina
    assert opslag.lees(vers(datalek)).betrokkenen[0].naam == "Aanvragers van bijstand"


def test_rijen_komen_en_gaan_met_gewone_knoppen(po: Client, datalek: Datalek) -> None:
    velden = {"betrokkenen-regel": "1", "betrokkenen-1-naam": "Ouders", "betrokkenen-1-maximum": "1.200"}
    pagina = tekst(
        po.post(
            url(datalek, "bewerken/wie_en_wat/"), velden | {"doe": "toevoegen:betrokkenen", "stempel": "x"}
        )
    )
    assert 'name="betrokkenen-2-naam"' in pagina
    assert 'value="Ouders"' in pagina
    assert "is opgeslagen" in _bewaar(po, datalek, "wie_en_wat", **velden)
    inhoud = opslag.lees(vers(datalek))
    assert [(r.naam, r.maximum) for r in inhoud.betrokkenen] == [("Ouders", 1200)]
    assert inhoud.gegevens == ()


def test_een_bsn_in_de_tekst_geeft_een_waarschuwing_en_wordt_bewaard(po: Client, datalek: Datalek) -> None:
    pagina = _bewaar(po, datalek, "gevolgen", gevolgen="Het gaat om 111222333.")
    assert "dat op een BSN lijkt" in pagina
    assert "111222333" in opslag.lees(vers(datalek)).gevolgen


def test_twee_mensen_tegelijk_zien_elkaars_versie(po: Client, datalek: Datalek) -> None:
    oud = stempel(datalek, "gevolgen")
    _bewaar(po, datalek, "gevolgen", gevolgen="Van de eerste.")
    antwoord = po.post(
        url(datalek, "bewerken/gevolgen/"), {"stempel": oud, "doe": "opslaan", "gevolgen": "Van de tweede."}
    )
    pagina = tekst(antwoord)
    assert "Iemand was u voor" in pagina
    assert "Van de eerste." in pagina
    assert "Van de tweede." in pagina
    assert opslag.lees(vers(datalek)).gevolgen == "Van de eerste."
    keuze = {"stempel": stempel(datalek, "gevolgen"), "doe": "kies", "gevolgen": "Van de tweede."}
    po.post(url(datalek, "bewerken/gevolgen/"), keuze | {"kies-gevolgen": "mijn", "kies-maatregelen_gedicht": "opgeslagen"})  # fmt: skip # noqa: E501
    assert opslag.lees(vers(datalek)).gevolgen == "Van de tweede."


def test_wat_de_wpg_kent_staat_niet_bij_de_avg(po: Client, datalek: Datalek) -> None:
    assert "Wpg 33a lid 7" not in tekst(po.get(url(datalek, "bewerken/informeren/")))
    _bewaar(po, datalek, "feiten", naam="Lek", omschrijving="Iets", regime="wpg")
    assert "Wpg 33a lid 7" in tekst(po.get(url(datalek, "bewerken/informeren/")))


def test_het_formulier_overleeft_een_verlopen_sessie(po: Client, datalek: Datalek) -> None:
    assert 'name="wie"' in tekst(po.get(url(datalek, "bewerken/feiten/")))


def test_een_onbekend_onderdeel_bestaat_niet(po: Client, datalek: Datalek) -> None:
    assert po.get(url(datalek, "bewerken/onzin/")).status_code == 404
