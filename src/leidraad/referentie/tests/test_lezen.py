"""Reading a list: the version of the day, its items and the errors."""

import copy
from datetime import UTC, date, datetime

import pytest

from leidraad.referentie import (
    NietGeldig,
    OnbekendeCode,
    OnbekendeLijst,
    ReferentieFout,
    lijst,
    lijsten,
)

VANDAAG = date(2026, 11, 23)


def test_een_oud_dossier_wordt_gelezen_onder_de_wet_van_zijn_dag() -> None:
    oud = lijst("uavg_artikelen", op=date(2026, 8, 31))
    nieuw = lijst("uavg_artikelen", op=date(2026, 9, 1))
    assert "23a" not in oud
    assert "47a" not in oud
    assert {"23a", "30a", "30b", "47a"} <= {artikel.code for artikel in nieuw}
    assert oud.geldig_vanaf == date(2018, 5, 25)
    assert nieuw.geldig_vanaf == date(2026, 9, 1)


def test_het_verenigd_koninkrijk_verlaat_de_eer_en_brazilie_wordt_adequaat() -> None:
    assert "GB" in lijst("eer", op=date(2020, 12, 31))
    assert "GB" not in lijst("eer", op=date(2021, 1, 1))
    assert "BR" not in lijst("adequaatheid", op=date(2026, 1, 25))
    assert "BR" in lijst("adequaatheid", op=date(2026, 1, 26))


def test_een_item_heeft_al_zijn_velden_ook_als_het_bestand_ze_weglaat() -> None:
    grondslagen = lijst("grondslagen", op=VANDAAG)
    assert grondslagen["6-1-c"].wet_verplicht is True
    assert grondslagen["6-1-b"].wet_verplicht is False
    assert grondslagen["6-1-b"].waarschuwing == ""
    assert lijst("adequaatheid", op=VANDAAG)["GB"].geldig_tot == date(2031, 12, 27)
    assert lijst("adequaatheid", op=VANDAAG)["CH"].geldig_tot is None


def test_een_lijst_is_te_doorlopen_en_te_gebruiken_als_keuzelijst() -> None:
    soorten = lijst("soorten_gegevens", op=VANDAAG)
    assert [soort.code for soort in soorten] == ["gewoon", "gevoelig", "bsn", "strafrechtelijk", "bijzonder"]
    assert len(soorten) == 5
    assert soorten.keuzes()[0] == ("gewoon", "Gewoon")
    assert soorten.get("gewoon") is soorten.items[0]
    assert soorten.get("onbekend") is None


def test_een_lijst_wordt_een_keer_gelezen_en_is_niet_te_wijzigen() -> None:
    functies = lijst("functies", op=VANDAAG)
    assert lijst("functies", op=date(2024, 1, 1)) is functies
    with pytest.raises(AttributeError):
        functies["fg"].naam = "Anders"  # type: ignore[misc]
    with pytest.raises(TypeError):
        functies["fg"].velden["soort"] = "anders"  # type: ignore[index]
    assert isinstance(functies["fg"].herkenning, tuple)


def test_een_kopie_van_een_item_blijft_bruikbaar() -> None:
    item = lijst("functies", op=VANDAAG)["fg"]
    assert copy.copy(item).soort == item.soort


def test_een_onbekend_veld_is_een_programmeerfout() -> None:
    with pytest.raises(AttributeError, match="geen veld 'bestaat_niet'"):
        _ = lijst("functies", op=VANDAAG)["fg"].bestaat_niet


@pytest.mark.parametrize("naam", ["bestaat_niet", "schema", "tests", "../referentie", "", "eer/../eer"])
def test_een_onbekende_lijst_geeft_een_nederlandse_fout(naam: str) -> None:
    with pytest.raises(OnbekendeLijst) as fout:
        lijst(naam, op=VANDAAG)
    assert str(fout.value) == f"Er is geen referentielijst '{naam}'."


def test_een_datum_voor_de_eerste_versie_geeft_een_nederlandse_fout() -> None:
    with pytest.raises(NietGeldig) as fout:
        lijst("selectielijst", op=date(2019, 12, 31))
    assert str(fout.value) == (
        "De lijst 'selectielijst' heeft geen versie die geldt op 31-12-2019. "
        "De eerste versie geldt vanaf 01-01-2020."
    )


def test_een_onbekende_code_geeft_een_nederlandse_fout() -> None:
    with pytest.raises(OnbekendeCode) as fout:
        lijst("grondslagen", op=VANDAAG)["6-1-z"]
    assert str(fout.value) == "'6-1-z' staat niet in de lijst 'Grondslagen van de AVG'."
    assert isinstance(fout.value, ReferentieFout)
    assert isinstance(fout.value, KeyError)


def test_een_tijdstip_in_plaats_van_een_datum_wordt_geweigerd() -> None:
    with pytest.raises(ValueError, match="zonder tijdstip"):
        lijst("grondslagen", op=datetime(2026, 11, 23, tzinfo=UTC))


def test_lijsten_noemt_elke_lijst_met_zijn_versies() -> None:
    alle = lijsten()
    assert alle["uavg_artikelen"] == (date(2018, 5, 25), date(2026, 9, 1))
    assert "schema" not in alle
    assert "tests" not in alle
