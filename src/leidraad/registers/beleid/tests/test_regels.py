"""The pure rules: validity, succession, review, who adopts, and that SQL says the same."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leidraad.dossiers.models import Dossier
from leidraad.organisaties.models import Gemeente
from leidraad.registers.beleid.begrippen import Soort, Stand, Verdict
from leidraad.registers.beleid.models import Beleidsstuk, Beleidsversie
from leidraad.registers.beleid.regels import conformiteit
from leidraad.registers.beleid.regels.beoordelen import uiterste_beoordeling
from leidraad.registers.beleid.regels.bevoegd import Besluiter, bezwaar_tegen_besluiter, functies_voor
from leidraad.registers.beleid.regels.conformiteit import Oordeel
from leidraad.registers.beleid.regels.geldigheid import geldig_op, geldt, stand
from leidraad.registers.beleid.regels.opvolging import Periode, trek_in, volg_op
from leidraad.registers.beleid.regels.toepassing import bereikt, hoort_bij_griffie
from leidraad.registers.beleid.regels.verwachten import (
    codes_van,
    enkelvoudige_codes,
    verwachte_stukken,
)

D = date(2025, 7, 1)
DAG = timedelta(days=1)
VANDAAG = date(2026, 11, 23)
COLLEGE = "College van burgemeester en wethouders"
DAGEN = st.dates(date(2025, 1, 1), date(2025, 1, 31))


@dataclass(frozen=True)
class V:
    geldig_vanaf: date | None
    ingetrokken_per: date | None = None


@pytest.mark.parametrize(
    ("versie", "verwacht"),
    [
        (V(None), Stand.CONCEPT),
        (V(D + DAG), Stand.KOMT),
        (V(D), Stand.GELDT),
        (V(D - DAG, D + DAG), Stand.GELDT),
        (V(D - DAG, D), Stand.INGETROKKEN),
        (V(D, D), Stand.INGETROKKEN),
        (V(D + DAG, D + DAG), Stand.KOMT),
    ],
)
def test_een_versie_geldt_vanaf_haar_eerste_dag_tot_de_dag_van_intrekken(versie, verwacht):
    assert stand(versie, D) is verwacht


def _reeks(begindagen: list[date]) -> dict[int, tuple[date, date | None]]:
    """Record versions one by one, in this order, as the handeling does."""
    versies: dict[int, tuple[date, date | None]] = {}
    for sleutel, vanaf in enumerate(begindagen):
        gevolg = volg_op([Periode(k, v, t) for k, (v, t) in versies.items()], vanaf)
        for k, einde in gevolg.eindes.items():
            versies[k] = (versies[k][0], einde)
        versies[sleutel] = (vanaf, gevolg.einde)
    return versies


@pytest.mark.regel("1.1.3", "1.1.6")
@given(st.lists(DAGEN, min_size=1, max_size=6), DAGEN)
def test_er_geldt_nooit_meer_dan_een_versie_en_geen_dag_geen(begindagen: list[date], op: date) -> None:
    """Whatever the order in which they are recorded: from the first day on exactly one is in force."""
    versies = [V(vanaf, tot) for vanaf, tot in _reeks(begindagen).values()]
    assert sum(geldt(versie, op) for versie in versies) == (op >= min(begindagen))


@pytest.mark.regel("1.1.3")
@given(st.lists(DAGEN, min_size=1, max_size=6, unique=True), DAGEN)
def test_wat_geldt_is_wat_het_laatst_inging(begindagen: list[date], op: date) -> None:
    versies = [V(vanaf, tot) for vanaf, tot in _reeks(begindagen).values()]
    begonnen = [dag for dag in begindagen if dag <= op]
    geldend = geldig_op(versies, op)
    assert (geldend.geldig_vanaf if geldend else None) == max(begonnen, default=None)


@given(st.lists(DAGEN, min_size=1, max_size=5), DAGEN, DAGEN)
def test_na_intrekken_geldt_er_niets_meer(begindagen: list[date], per: date, op: date) -> None:
    versies = _reeks(begindagen)
    eindes = trek_in([Periode(k, v, t) for k, (v, t) in versies.items()], per)
    na = [V(vanaf, eindes.get(k, tot)) for k, (vanaf, tot) in versies.items()]
    voor = [V(vanaf, tot) for vanaf, tot in versies.values()]
    assert geldig_op(na, op) is None or op < per
    assert [geldt(v, op) for v in na] == [geldt(v, op) and op < per for v in voor]


@pytest.mark.django_db
def test_in_sql_geldt_hetzelfde_als_in_de_regel() -> None:
    gemeente = Gemeente.objects.create(naam="Leiden", slug="leiden", cbs_code="GM0546")
    momenten = [None, D - DAG, D, D + DAG]
    paren = [(v, t) for v in momenten for t in momenten if t is None or (v is not None and v <= t)]
    for nummer, (vanaf, tot) in enumerate(paren):
        dossier = Dossier.objects.create(
            gemeente=gemeente, soort="beleid", nummer=f"BE-2025-{nummer:04d}", titel="Stuk",
            aangemaakt_op="2025-01-01T00:00Z", gewijzigd_op="2025-01-01T00:00Z",
        )  # fmt: skip
        stuk = Beleidsstuk.objects.create(dossier=dossier, gemeente=gemeente, soort="beleid", eigenaar="ciso")
        vast = {} if vanaf is None else {"besluitdatum": vanaf, "beoordelen_voor": vanaf, "functie": "ciso"}
        Beleidsversie.objects.create(
            stuk=stuk, nummer=1, aangemaakt_op="2025-01-01T00:00Z", geldig_vanaf=vanaf, ingetrokken_per=tot,
            **vast,
        )  # fmt: skip
    for op in (D - 2 * DAG, D - DAG, D, D + DAG, D + 2 * DAG):
        in_regel = {v.pk for v in Beleidsversie.objects.all() if geldt(v, op)}
        assert set(Beleidsversie.objects.geldig_op(op).values_list("pk", flat=True)) == in_regel
    assert {v.stand(D) for v in Beleidsversie.objects.all()} == set(Stand)


@pytest.mark.regel("1.1.6")
@pytest.mark.parametrize(
    ("vanaf", "uiterlijk"),
    [
        (date(2025, 7, 1), date(2028, 7, 1)),
        (date(2024, 2, 29), date(2027, 2, 28)),
        # A Saturday stays a Saturday: three years is the most.
        (date(2023, 11, 11), date(2026, 11, 11)),
    ],
)
def test_beoordelen_is_uiterlijk_na_drie_jaar(vanaf, uiterlijk):
    assert uiterste_beoordeling(vanaf, VANDAAG) == uiterlijk


@pytest.mark.regel("1.1.1")
@pytest.mark.parametrize(
    ("soort", "besluiter", "mag"),
    [
        ("beleid", Besluiter(orgaan=COLLEGE), True),
        ("beleid", Besluiter(orgaan="Gemeenteraad"), False),
        ("beleid", Besluiter(functie="directeur"), False),
        ("specifiek_beleid", Besluiter(orgaan="Burgemeester"), True),
        ("specifiek_beleid", Besluiter(functie="gemeentesecretaris"), False),
        ("procedure", Besluiter(functie="ciso"), True),
        ("procedure", Besluiter(orgaan=COLLEGE), True),
        ("werkinstructie", Besluiter(functie="teammanager"), True),
        ("werkinstructie", Besluiter(functie="medewerker"), False),
        ("procedure", Besluiter(functie="privacy_officer"), False),
        ("sjabloon", Besluiter(functie="privacy_officer"), True),
        ("procedure", Besluiter(), False),
        ("procedure", Besluiter(orgaan=COLLEGE, functie="ciso"), False),
    ],
)
def test_elk_soort_stuk_heeft_een_bevoegde_besluiter(soort, besluiter, mag):
    assert (bezwaar_tegen_besluiter(soort, besluiter) == "") is mag


def test_elke_soort_kan_door_iemand_worden_vastgesteld():
    for soort in Soort:
        assert bezwaar_tegen_besluiter(soort, Besluiter(orgaan=COLLEGE)) == ""
        for functie in functies_voor(soort):
            assert bezwaar_tegen_besluiter(soort, Besluiter(functie=functie)) == ""


@pytest.mark.regel("1.1.5")
def test_er_zijn_tien_uitgangspunten_en_elk_vraagt_een_oordeel_met_uitleg() -> None:
    codes = list(conformiteit.uitgangspunten(VANDAAG))
    assert len(codes) == 10
    alle = [Oordeel(code, Verdict.VOLDOET, "Zo.") for code in codes]
    assert conformiteit.bezwaren(alle, VANDAAG) == []
    assert conformiteit.voldoet(alle, VANDAAG)
    assert not conformiteit.voldoet(alle[1:], VANDAAG)
    assert conformiteit.nog_te_toetsen(alle[1:], VANDAAG) == ["Rechtmatigheid"]
    assert not conformiteit.voldoet([Oordeel(codes[0], Verdict.VOLDOET_NIET, "Nee."), *alle[1:]], VANDAAG)
    assert conformiteit.voldoet([Oordeel(codes[0], Verdict.NIET_VAN_TOEPASSING, "x"), *alle[1:]], VANDAAG)
    fout = [Oordeel("bestaat_niet", "voldoet", "x"), Oordeel(codes[0], "misschien", "x")]
    fout += [Oordeel(codes[0], "voldoet", " "), Oordeel(codes[0], "voldoet", "x" * 2001)]
    assert len(conformiteit.bezwaren(fout, VANDAAG)) == 4


@pytest.mark.regel("4.6.2")
def test_elk_verwacht_stuk_staat_er_een_keer_en_heeft_een_eigenaar() -> None:
    stukken = verwachte_stukken(VANDAAG)
    assert {"privacybeleid", "informatiebeveiligingsbeleid", "werkinstructie_wpg"} <= stukken.keys()
    assert {stuk.soort for stuk in stukken.values()} < set(Soort)
    assert "informatiebeveiligingsbeleid" not in codes_van("privacy_officer", VANDAAG)
    assert set(stukken) - set(enkelvoudige_codes(VANDAAG)) == {"werkinstructie_wpg"}
    assert verwachte_stukken(date(2020, 1, 1)) == {}
    assert conformiteit.uitgangspunten(date(2020, 1, 1)) == {}


@dataclass(frozen=True)
class P:
    soort: str
    bovenliggend_id: int | None = None


@pytest.mark.regel("1.1.2")
def test_onder_de_griffie_hoort_bij_de_griffie_ook_in_een_lus() -> None:
    plekken = {1: P("griffie"), 2: P("team", 1), 3: P("team", 4), 4: P("team", 3), 5: P("afdeling")}
    assert [hoort_bij_griffie(pk, plekken) for pk in (1, 2, 3, 5, 9, None)] == [True, True, *[False] * 4]


@pytest.mark.regel("1.1.2")
@pytest.mark.parametrize(
    ("toepassing", "griffie", "geldt_hier"),
    [
        (None, False, True),
        (None, True, False),
        (V(D), True, True),
        (V(D + DAG), True, False),
        (V(D - DAG, D), True, False),
    ],
)
def test_voor_de_griffie_geldt_beleid_vanaf_het_eigen_besluit(toepassing, griffie, geldt_hier):
    toepassingen = [toepassing] if toepassing else []
    assert bereikt([V(D)], toepassingen, griffie=griffie, op=D) is geldt_hier
    assert bereikt([V(None)], toepassingen, griffie=griffie, op=D) is False
