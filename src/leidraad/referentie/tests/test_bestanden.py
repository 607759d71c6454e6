"""Every file follows its schema and the lists agree with each other and with the law facts."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import isodate
import pytest
import yaml
from jsonschema import Draft202012Validator

from leidraad.referentie import Lijst, lijst, lijsten
from leidraad.termijnen import feestdagen

MAP = Path(__file__).parents[1]
VANDAAG = date(2026, 11, 23)
BESTANDEN = sorted(MAP.glob("*/*.yaml"))


def _schema(naam: str) -> Draft202012Validator:
    schema = json.loads((MAP / "schema" / f"{naam}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def _als_json(waarde: Any) -> Any:
    """Dates become text, as a JSON schema expects them."""
    return json.loads(json.dumps(waarde, default=date.isoformat))


def _versies() -> Iterator[Lijst]:
    for naam, versies in lijsten().items():
        for vanaf in versies:
            yield lijst(naam, op=vanaf)


@pytest.mark.parametrize("pad", BESTANDEN, ids=lambda pad: f"{pad.parent.name}-{pad.stem}")
def test_elk_bestand_volgt_zijn_schema(pad: Path) -> None:
    inhoud = yaml.safe_load(pad.read_text(encoding="utf-8"))
    fouten = list(_schema("_kop").iter_errors(_als_json(inhoud)))
    schema = _schema(pad.parent.name)
    for item in inhoud["items"]:
        fouten += schema.iter_errors(_als_json(item))
    assert [f"{list(fout.absolute_path)}: {fout.message}" for fout in fouten] == []


def test_elke_lijst_heeft_een_schema_en_elk_schema_een_lijst() -> None:
    assert {pad.stem for pad in (MAP / "schema").glob("[a-z]*.json")} == set(lijsten())


@pytest.mark.parametrize("versie", list(_versies()), ids=lambda v: f"{v.code}-{v.geldig_vanaf}")
def test_codes_zijn_uniek_en_data_zijn_aannemelijk(versie: Lijst) -> None:
    assert len({item.code for item in versie}) == len(versie)
    assert date(2014, 1, 1) <= versie.geldig_vanaf <= versie.bijgewerkt <= VANDAAG
    for item in versie:
        vanaf, tot = item.velden.get("geldig_vanaf"), item.velden.get("geldig_tot")
        assert vanaf is None or vanaf <= versie.bijgewerkt
        assert tot is None or tot > versie.geldig_vanaf


@pytest.mark.parametrize("versie", list(_versies()), ids=lambda v: f"{v.code}-{v.geldig_vanaf}")
def test_herkenningswoorden_staan_in_kleine_letters_en_wijzen_hooguit_een_item_aan(versie: Lijst) -> None:
    # 'naw' names three things at once on purpose; every other word has to point at one item.
    gezien: dict[str, str] = {"naw": "naam"}
    for item in versie:
        for woord in item.velden.get("herkenning", ()):
            assert woord == woord.lower().strip()
            assert woord == "naw" or gezien.setdefault(woord, item.code) == item.code, woord


def test_de_aantallen_kloppen_met_de_bronnen() -> None:
    aantallen = {
        "grondslagen": 6,
        "eer": 30,
        "landen": 249,
        "ap_lijst": 17,
        "wp248_criteria": 9,
        "gemeenten": 4,
        "selectielijst": 346,
        "procestypen": 29,
        "feestdagen": 9,
        "woo_gronden": 14,
    }
    assert {naam: len(lijst(naam, op=VANDAAG)) for naam in aantallen} == aantallen


def test_grondslagen_dragen_de_merken_van_de_wet() -> None:
    grondslagen = lijst("grondslagen", op=VANDAAG)
    assert [g.code for g in grondslagen if g.wet_verplicht] == ["6-1-c", "6-1-e"]
    assert [g.code for g in grondslagen if g.niet_voor_overheidstaak] == ["6-1-f"]
    assert [g.code for g in grondslagen if g.toestemming_verdacht] == ["6-1-a"]
    assert [g.code for g in lijst("grondslagen_wpg", op=VANDAAG) if g.voor_boa] == [
        "wpg-8",
        "wpg-9",
        "wpg-13",
    ]


def test_doorgifte_voor_een_overheidstaak_kan_niet_met_a_b_of_c() -> None:
    afwijkingen = lijst("doorgifteafwijkingen", op=VANDAAG)
    geweigerd = {a.code for a in afwijkingen if a.niet_voor_overheidstaak}
    assert geweigerd == {"49-1-a", "49-1-b", "49-1-c", "49-1-slot"}


def test_doorbrekingsgronden_verwijzen_naar_uavg_artikelen_van_dezelfde_dag() -> None:
    for vanaf in lijsten()["doorbrekingsgronden"]:
        artikelen = lijst("uavg_artikelen", op=vanaf)
        gronden = lijst("doorbrekingsgronden", op=vanaf)
        assert all(artikel in artikelen for grond in gronden for artikel in grond.uavg)
    assert "23a" in lijst("doorbrekingsgronden", op=VANDAAG)["9-2-g"].uavg


def test_voor_elke_soort_die_een_grond_vraagt_bestaat_er_een() -> None:
    gevraagd = {s.code for s in lijst("soorten_gegevens", op=VANDAAG) if s.doorbrekingsgrond_nodig}
    assert {g.soort for g in lijst("doorbrekingsgronden", op=VANDAAG)} == gevraagd


def test_elke_categorie_hoort_bij_een_soort_en_elke_soort_heeft_een_categorie() -> None:
    assert {c.soort for c in lijst("gegevenscategorieen", op=VANDAAG)} == {
        s.code for s in lijst("soorten_gegevens", op=VANDAAG)
    }


def test_hoe_gevoeliger_hoe_meer_maatregelen() -> None:
    klassen = sorted(lijst("gevoeligheidsklassen", op=VANDAAG), key=lambda klasse: klasse.rang)
    per_klasse = [
        {m.code for m in lijst("maatregelen", op=VANDAAG) if klasse.code in m.klassen} for klasse in klassen
    ]
    assert per_klasse[0] < per_klasse[1] < per_klasse[2]
    assert [klasse.herziening_maanden for klasse in klassen] == [12, 12, 6]


def test_landen_kennen_elk_land_uit_de_eer_en_uit_de_adequaatheidslijst() -> None:
    landen = lijst("landen", op=VANDAAG)
    assert all(landen[land.code].naam == land.naam for land in lijst("eer", op=VANDAAG))
    adequaat = [a.code for a in lijst("adequaatheid", op=VANDAAG) if a.soort == "land"]
    assert all(code in landen for code in adequaat)
    assert not {land.code for land in lijst("eer", op=VANDAAG)} & set(adequaat)


def test_de_feestdagen_van_de_lijst_zijn_die_van_de_termijnen() -> None:
    vaste = {dag.naam for dag in lijst("feestdagen", op=VANDAAG) if dag.datum is None}
    assert vaste == set(feestdagen(2027).values())


def test_beleidsrollen_gebruiken_bekende_gemeenten_en_functies() -> None:
    functies = lijst("functies", op=VANDAAG)
    rollen = lijst("beleidsrollen", op=VANDAAG)
    assert {r.code for r in rollen} == {g.code for g in lijst("gemeenten", op=VANDAAG)}
    for item in rollen:
        for rol in (*item.rollen.values(), *item.griffie.values()):
            for stap in rol["stappen"]:
                assert all(code in functies for code in (*stap["functies"], *stap.get("verder_bij", ())))


def test_een_gemeente_zonder_eigen_functie_krijgt_een_gemerkte_uitleg_van_het_beleid() -> None:
    rollen = lijst("beleidsrollen", op=VANDAAG)
    (stap,) = rollen["zoeterwoude"].rollen["afdelingsmanager"]["stappen"]
    assert stap["functies"] == ("clustermanager",)
    assert stap["interpretatie"] is True
    assert rollen["leiden"].griffie["directeur"]["stappen"] == ()
    assert "werkgeverscommissie" in rollen["leiden"].griffie["directeur"]["reden"]


def test_selectielijst_heeft_leesbare_termijnen_en_geldige_verwijzingen() -> None:
    resultaten = lijst("selectielijst", op=VANDAAG)
    procestypen = lijst("procestypen", op=VANDAAG)
    for r in resultaten:
        assert r.procestype in procestypen
        assert r.code.split(".")[0] == r.procestype
        assert r.generiek is None or r.generiek in resultaten
        assert (r.bewaartermijn is not None) == (r.waardering == "vernietigen")
        assert r.bewaartermijn is None or isodate.parse_duration(r.bewaartermijn) is not None
    assert resultaten["29.1"].bewaartermijn == "P5Y"
    assert resultaten["12.1.9"].bewaartermijn == "P28D"
    assert resultaten["16.1.2"].waardering == "blijvend_bewaren"
