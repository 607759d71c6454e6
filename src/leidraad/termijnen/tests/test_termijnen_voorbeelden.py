"""Worked examples of terms: each row is a case that a privacy officer can check on a calendar."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from leidraad.termijnen import (
    dagen_na,
    feestdagen,
    is_werkdag,
    maanden_na,
    uren_na,
    volgende_werkdag,
    weken_na,
)

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@pytest.mark.parametrize(
    ("jaar", "dagen"),
    [
        (2026, ["01-01", "04-03", "04-06", "04-27", "05-05", "05-14", "05-25", "12-25", "12-26"]),
        (2027, ["01-01", "03-26", "03-29", "04-27", "05-05", "05-06", "05-17", "12-25", "12-26"]),
        (2028, ["01-01", "04-14", "04-17", "04-27", "05-05", "05-25", "06-05", "12-25", "12-26"]),
    ],
)
def test_de_feestdagen_zijn_die_van_de_algemene_termijnenwet(jaar: int, dagen: list[str]) -> None:
    assert [dag.strftime("%m-%d") for dag in feestdagen(jaar)] == dagen


def test_koningsdag_is_een_dag_eerder_als_27_april_op_zondag_valt() -> None:
    assert feestdagen(2025)[date(2025, 4, 26)] == "Koningsdag"
    assert date(2025, 4, 27) not in feestdagen(2025)


def test_vijf_mei_is_elk_jaar_gesloten_en_niet_eens_in_de_vijf_jaar() -> None:
    assert all(date(jaar, 5, 5) in feestdagen(jaar) for jaar in range(2018, 2040))


def test_een_feestdagenlijst_is_niet_te_wijzigen() -> None:
    with pytest.raises(TypeError):
        feestdagen(2026)[date(2026, 7, 1)] = "Verzonnen"  # type: ignore[index]


@pytest.mark.parametrize(
    ("datum", "verwacht"),
    [
        (date(2026, 11, 23), date(2026, 11, 23)),  # maandag
        (date(2026, 11, 28), date(2026, 11, 30)),  # zaterdag
        (date(2026, 4, 3), date(2026, 4, 7)),  # Goede Vrijdag tot na tweede paasdag
        (date(2026, 12, 25), date(2026, 12, 28)),  # Kerst en weekend
        (date(2027, 5, 5), date(2027, 5, 7)),  # 5 mei en Hemelvaart na elkaar
    ],
)
def test_volgende_werkdag(datum: date, verwacht: date) -> None:
    assert volgende_werkdag(datum) == verwacht


def test_een_gelijkgestelde_dag_is_gesloten() -> None:
    vrijdag_na_hemelvaart = date(2026, 5, 15)
    assert is_werkdag(vrijdag_na_hemelvaart)
    assert not is_werkdag(vrijdag_na_hemelvaart, gelijkgesteld=[vrijdag_na_hemelvaart])
    assert volgende_werkdag(vrijdag_na_hemelvaart, gelijkgesteld=[vrijdag_na_hemelvaart]) == date(2026, 5, 18)
    assert maanden_na(date(2026, 4, 15), 1, gelijkgesteld=[vrijdag_na_hemelvaart]) == date(2026, 5, 18)


@pytest.mark.parametrize(
    ("ontvangen", "maanden", "uiterlijk"),
    [
        (date(2026, 3, 5), 1, date(2026, 4, 7)),  # eerste paasdag, dan tweede paasdag
        (date(2026, 3, 5), 3, date(2026, 6, 5)),
        (date(2026, 11, 23), 1, date(2026, 12, 23)),
        (date(2026, 11, 23), 3, date(2027, 2, 23)),
        (date(2026, 11, 25), 1, date(2026, 12, 28)),  # eerste kerstdag, dan weekend
        (date(2026, 1, 31), 1, date(2026, 3, 2)),  # 28 februari is een zaterdag
        (date(2027, 1, 29), 1, date(2027, 3, 1)),  # februari heeft geen 29e
        (date(2027, 1, 29), 3, date(2027, 4, 29)),
        (date(2027, 3, 27), 1, date(2027, 4, 28)),  # Koningsdag
        (date(2027, 3, 27), 3, date(2027, 6, 28)),  # zondag
        (date(2028, 1, 31), 1, date(2028, 2, 29)),  # schrikkeldag
        (date(2028, 2, 29), 12, date(2029, 2, 28)),  # een jaar na een schrikkeldag
        (date(2026, 12, 31), 2, date(2027, 3, 1)),  # over de jaargrens, 28 februari is een zondag
    ],
)
def test_maanden_eindigen_op_hetzelfde_dagnummer_of_de_laatste_dag(
    ontvangen: date, maanden: int, uiterlijk: date
) -> None:
    assert maanden_na(ontvangen, maanden) == uiterlijk


@pytest.mark.parametrize(
    ("ontvangen", "weken", "uiterlijk"),
    [
        (date(2026, 11, 23), 4, date(2026, 12, 21)),
        (date(2026, 11, 23), 6, date(2027, 1, 4)),
        (date(2026, 11, 23), 10, date(2027, 2, 1)),  # zes weken en vier weken verdaging
        (date(2027, 3, 24), 4, date(2027, 4, 21)),
        (date(2027, 3, 24), 6, date(2027, 5, 7)),  # 5 mei, dan Hemelvaart
        (date(2027, 3, 24), 10, date(2027, 6, 2)),
    ],
)
def test_weken_volgen_de_algemene_termijnenwet(ontvangen: date, weken: int, uiterlijk: date) -> None:
    assert weken_na(ontvangen, weken) == uiterlijk


@pytest.mark.parametrize(
    ("ontvangen", "dagen", "uiterlijk"),
    [
        (date(2026, 11, 23), 0, date(2026, 11, 23)),
        (date(2026, 11, 27), 1, date(2026, 11, 30)),  # vrijdag: zaterdag schuift naar maandag
        (date(2026, 11, 27), 2, date(2026, 11, 30)),  # twee dagen: nog geen eis van twee werkdagen
        (date(2026, 11, 27), 3, date(2026, 12, 1)),  # drie dagen: er moeten twee werkdagen in zitten
        (date(2026, 12, 24), 3, date(2026, 12, 29)),  # Kerst en weekend
        (date(2026, 4, 2), 4, date(2026, 4, 8)),  # het hele paasweekend
        (date(2026, 11, 23), 14, date(2026, 12, 7)),
    ],
)
def test_een_termijn_van_drie_dagen_bevat_twee_werkdagen(
    ontvangen: date, dagen: int, uiterlijk: date
) -> None:
    assert dagen_na(ontvangen, dagen) == uiterlijk


@pytest.mark.parametrize(
    ("kennisname", "streng", "buitengrens"),
    [
        ("2026-11-23T09:30:00+01:00", "2026-11-26T09:30:00+01:00", "2026-11-26T10:00:00+01:00"),
        # de klok gaat een uur terug: 72 verstreken uren zijn om 9 uur om
        ("2026-10-24T10:00:00+02:00", "2026-10-27T09:00:00+01:00", "2026-10-27T10:00:00+01:00"),
        # de klok gaat een uur vooruit
        ("2027-03-27T10:15:00+01:00", "2027-03-30T11:15:00+02:00", "2027-03-30T12:00:00+02:00"),
        # over de feestdagen heen, zonder doorschuiven
        ("2020-12-22T12:17:00+01:00", "2020-12-25T12:17:00+01:00", "2020-12-25T13:00:00+01:00"),
    ],
)
def test_tweeenzeventig_uur_loopt_door(kennisname: str, streng: str, buitengrens: str) -> None:
    termijn = uren_na(datetime.fromisoformat(kennisname), 72)
    assert termijn.streng == datetime.fromisoformat(streng)
    assert termijn.buitengrens == datetime.fromisoformat(buitengrens)
    assert termijn.streng.tzinfo is UTC
    assert termijn.buitengrens.tzinfo is UTC


def test_het_dubbele_uur_van_de_wintertijd_wordt_onderscheiden() -> None:
    eerste = datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM, fold=0)
    tweede = datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM, fold=1)
    assert (uren_na(tweede, 72).streng - uren_na(eerste, 72).streng).total_seconds() == 3600


def test_een_tijdstip_zonder_tijdzone_wordt_geweigerd() -> None:
    with pytest.raises(ValueError, match="geen tijdzone"):
        uren_na(datetime.fromisoformat("2026-11-23T09:30:00"), 72)


@pytest.mark.parametrize("functie", [dagen_na, weken_na, maanden_na])
def test_een_negatieve_lengte_en_een_tijdstip_worden_geweigerd(functie: type[object]) -> None:
    with pytest.raises(ValueError, match="niet lager zijn dan nul"):
        functie(date(2026, 1, 1), -1)  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="zonder tijdstip"):
        functie(datetime(2026, 1, 1, tzinfo=UTC), 1)  # type: ignore[call-arg]


def test_negatieve_uren_worden_geweigerd() -> None:
    with pytest.raises(ValueError, match="aantal uren"):
        uren_na(datetime(2026, 1, 1, tzinfo=UTC), -1)


@pytest.mark.parametrize(
    "bereken",
    [
        lambda: dagen_na(date(9999, 12, 30), 5),
        lambda: weken_na(date(9999, 12, 30), 1),
        lambda: maanden_na(date(9999, 12, 30), 1),
        lambda: volgende_werkdag(date(9999, 12, 31), gelijkgesteld=[date(9999, 12, 31)]),
        lambda: uren_na(datetime(9999, 12, 31, tzinfo=UTC), 72),
    ],
)
def test_het_einde_van_de_kalender_geeft_een_leesbare_fout(bereken: type[object]) -> None:
    with pytest.raises(ValueError, match="na het jaar 9999"):
        bereken()
