"""The rules of law of the breach register: the clock, contradictions, the risk, and who must be told."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leidraad.registers.datalekken.begrippen import Risico
from leidraad.registers.datalekken.inhoud import FACTOREN, Factoren, GelektGegeven, Getroffenen, Inhoud
from leidraad.registers.datalekken.regels.klok import HERINNER_BIJ, herinneringen, klok, te_laat
from leidraad.registers.datalekken.regels.plichten import (
    Stand,
    moet_naar_ap,
    moet_naar_betrokkenen,
    nog_nodig_voor_afsluiten,
)
from leidraad.registers.datalekken.regels.risico import advies
from leidraad.registers.datalekken.regels.tijdlijn import tegenspraken

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NU = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
momenten = st.timedeltas(timedelta(days=-2500), timedelta(days=2500)).map(lambda afstand: NU + afstand)
factoren = st.builds(Factoren, **dict.fromkeys(FACTOREN, st.integers(0, 3)))

COMPLEET = Inhoud(
    omschrijving="Een brief ging naar het verkeerde adres.",
    vertrouwelijkheid_geschonden=True,
    oorzaak="vergissing",
    gevolgen="Een ander weet iets.",
    maatregelen_gedicht="Teruggehaald.",
    risico="geen_risico",
    risico_reden="De brief is ongeopend terug.",
    betrokkenen=(Getroffenen(regel=1, naam="Inwoner", minimum=1, maximum=1),),
    gegevens=(GelektGegeven(regel=1, naam="Adres", soort="gewoon", aantal=1),),
)


@pytest.mark.regel("3.4.2")
def test_de_klok_loopt_door_over_het_verzetten_van_de_klok() -> None:
    """AVG art. 33 lid 1; Verordening 1182/71 art. 3: the hour that happens twice counts twice."""
    kennis = datetime(2026, 10, 24, 10, 0, tzinfo=AMSTERDAM)
    termijn = klok(Inhoud(kennisgenomen_op=kennis))
    assert termijn is not None
    assert f"{termijn.streng.astimezone(AMSTERDAM):%d-%m-%Y %H:%M}" == "27-10-2026 09:00"
    assert f"{termijn.buitengrens.astimezone(AMSTERDAM):%d-%m-%Y %H:%M}" == "27-10-2026 10:00"


@pytest.mark.parametrize("regime", ["avg", "wpg"])
def test_avg_33_en_wpg_33a_hebben_dezelfde_72_uur(regime: str) -> None:
    termijn = klok(Inhoud(regime=regime, kennisgenomen_op=NU))
    assert termijn is not None
    assert termijn.streng == NU + timedelta(hours=72)


def test_een_bericht_van_de_verwerker_start_de_klok_op_zijn_laatst() -> None:
    """AVG art. 33 lid 2."""
    later = Inhoud(kennisgenomen_op=NU, verwerker_meldde_op=NU - timedelta(hours=5))
    termijn = klok(later)
    assert termijn is not None
    assert termijn.streng == NU + timedelta(hours=67)


def test_zonder_kennisname_is_er_nog_geen_klok() -> None:
    assert klok(Inhoud(ontdekt_op=NU)) is None


@given(momenten)
def test_te_laat_is_pas_na_de_buitengrens(kennis: datetime) -> None:
    termijn = klok(Inhoud(kennisgenomen_op=kennis))
    assert termijn is not None
    assert not te_laat(termijn, termijn.streng)
    assert not te_laat(termijn, termijn.buitengrens)
    assert te_laat(termijn, termijn.buitengrens + timedelta(microseconds=1))
    assert timedelta() < termijn.buitengrens - termijn.streng <= timedelta(hours=1)


@given(momenten)
def test_herinneringen_komen_op_volgorde_en_voor_het_einde(kennis: datetime) -> None:
    termijn = klok(Inhoud(kennisgenomen_op=kennis))
    assert termijn is not None
    gepland = herinneringen(termijn)
    assert list(gepland) == sorted(gepland)
    assert [termijn.streng - moment for moment in gepland] == [timedelta(hours=u) for u in HERINNER_BIJ]


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"gebeurd_van": NU, "gebeurd_tot": NU - timedelta(hours=1)}, "gebeurd_tot"),
        ({"gebeurd_tot": NU, "duurt_voort": True}, "gebeurd_tot"),
        ({"gebeurd_van": NU, "ontdekt_op": NU - timedelta(minutes=1)}, "ontdekt_op"),
        ({"ontdekt_op": NU, "kennisgenomen_op": NU - timedelta(minutes=1)}, "kennisgenomen_op"),
        ({"ontdekt_op": NU + timedelta(minutes=1)}, "ontdekt_op"),
        ({"betrokkenen": (Getroffenen(regel=3, minimum=9, maximum=2),)}, "betrokkenen.3.minimum"),
        ({"betrokkenen": (Getroffenen(regel=1, minimum=-1),)}, "betrokkenen.1.minimum"),
        ({"betrokkenen": (Getroffenen(regel=1, maximum=99_000_000),)}, "betrokkenen.1.maximum"),
        ({"gegevens": (GelektGegeven(regel=2, aantal=-5),)}, "gegevens.2.aantal"),
    ],
)
def test_wat_zichzelf_tegenspreekt_wordt_bij_het_goede_veld_gemeld(
    anders: dict[str, object], veld: str
) -> None:
    assert veld in [waar for waar, _ in tegenspraken(replace(COMPLEET, **anders), NU)]  # type: ignore[arg-type]


def test_wat_klopt_geeft_geen_melding() -> None:
    heel = replace(
        COMPLEET,
        gebeurd_van=NU - timedelta(days=2),
        gebeurd_tot=NU - timedelta(days=1),
        ontdekt_op=NU - timedelta(hours=3),
        kennisgenomen_op=NU - timedelta(hours=3),
    )
    assert list(tegenspraken(heel, NU)) == []


def test_zonder_alle_factoren_is_er_geen_advies() -> None:
    uitkomst = advies(Factoren(ernst=3))
    assert uitkomst.risico is None
    assert "omvang" in uitkomst.redenen[0]


@given(factoren)
def test_versleutelde_gegevens_geven_geen_risico(f: Factoren) -> None:
    """AVG art. 34 lid 3 onder a; overweging 75."""
    assert advies(replace(f, identificeerbaarheid=0)).risico == Risico.GEEN_RISICO


@given(factoren, st.sampled_from(FACTOREN))
def test_een_zwaardere_factor_maakt_het_advies_nooit_lichter(f: Factoren, factor: str) -> None:
    waarde = getattr(f, factor)
    if waarde == 3:
        return
    volgorde = [Risico.GEEN_RISICO, Risico.RISICO, Risico.HOOG_RISICO]
    lichter, zwaarder = advies(f).risico, advies(replace(f, **{factor: waarde + 1})).risico
    assert lichter is not None
    assert zwaarder is not None
    assert volgorde.index(zwaarder) >= volgorde.index(lichter)


@pytest.mark.regel("3.4.2")
@pytest.mark.parametrize(
    ("risico", "moet"), [("", False), ("geen_risico", False), ("risico", True), ("hoog_risico", True)]
)
def test_avg_33_lid_1_een_risico_moet_naar_de_ap(risico: str, moet: bool) -> None:
    assert moet_naar_ap(replace(COMPLEET, risico=risico)) is moet


@pytest.mark.regel("3.4.3")
@pytest.mark.parametrize(
    ("anders", "moet"),
    [
        ({}, True),
        ({"uitzondering": "risico_weggenomen"}, True),
        ({"uitzondering": "risico_weggenomen", "uitzondering_toelichting": "Alles is gewist."}, False),
        ({"uitzondering": "vooraf_onbegrijpelijk", "uitzondering_toelichting": "Versleuteld."}, True),
        (
            {"uitzondering": "vooraf_onbegrijpelijk", "uitzondering_toelichting": "Ja.", "versleuteld": True},
            False,
        ),
        ({"uitzondering": "wpg_belang", "uitzondering_toelichting": "Onderzoek loopt."}, True),
        (
            {"uitzondering": "wpg_belang", "uitzondering_toelichting": "Onderzoek loopt.", "regime": "wpg"},
            False,
        ),
    ],
)
def test_avg_34_een_hoog_risico_moet_naar_betrokkenen_tenzij_de_uitzondering_past(
    anders: dict[str, object], moet: bool
) -> None:
    assert moet_naar_betrokkenen(replace(COMPLEET, risico="hoog_risico", **anders)) is moet  # type: ignore[arg-type]


def test_avg_33_lid_5_feiten_gevolgen_en_maatregelen_zijn_nodig_om_af_te_sluiten() -> None:
    assert list(nog_nodig_voor_afsluiten(COMPLEET, Stand())) == []
    leeg = [veld for veld, _ in nog_nodig_voor_afsluiten(Inhoud(), Stand())]
    assert {
        "risico",
        "oorzaak",
        "omschrijving",
        "betrokkenen",
        "gegevens",
        "gevolgen",
        "maatregelen_gedicht",
    } <= set(leeg)


@pytest.mark.parametrize(
    ("stand", "veld"),
    [
        (Stand(acties_zonder_eigenaar_of_datum=1), "acties"),
        (Stand(advies_fg_gevraagd_zonder_antwoord=True), "advies"),
        (Stand(gemeld_te_laat=True), "reden_te_laat"),
    ],
)
def test_wat_nog_loopt_houdt_afsluiten_tegen(stand: Stand, veld: str) -> None:
    assert veld in [waar for waar, _ in nog_nodig_voor_afsluiten(COMPLEET, stand)]
