"""Our own file of facts agrees, result by result, with the published machine-readable Selectielijst."""

import json
from datetime import date
from typing import Any

import pytest

from leidraad.referentie import lijst
from tests.naast import REDEN, naast

BESTAND = naast("standaarden/selectielijst-2020.json")


def _gepubliceerd() -> dict[str, dict[str, Any]]:
    """Return the published results by full number."""
    assert BESTAND is not None
    rijen = json.loads(BESTAND.read_text(encoding="utf-8"))
    per_model: dict[str, dict[int, dict[str, Any]]] = {}
    for rij in rijen:
        per_model.setdefault(rij["model"], {})[rij["pk"]] = rij["fields"]
    procestypen = per_model["selectielijst.procestype"]
    resultaten = per_model["selectielijst.resultaat"]

    def nummer(resultaat: dict[str, Any]) -> str:
        boven = resultaat["generiek_resultaat"]
        begin = nummer(resultaten[boven]) if boven else procestypen[resultaat["proces_type"]]["nummer"]
        return f"{begin}.{resultaat['nummer']}"

    return {nummer(resultaat): resultaat for resultaat in resultaten.values()}


@pytest.mark.skipif(BESTAND is None, reason=REDEN)
def test_elk_resultaat_heeft_de_feiten_van_de_gepubliceerde_lijst() -> None:
    gepubliceerd = _gepubliceerd()
    eigen = lijst("selectielijst", op=date(2026, 11, 23))
    assert {r.code for r in eigen} == set(gepubliceerd)
    for r in eigen:
        bron = gepubliceerd[r.code]
        assert r.naam == " ".join(bron["naam"].split()), r.code
        assert r.bewaartermijn == bron["bewaartermijn"], r.code
        assert r.waardering == (bron["waardering"] or "vervallen"), r.code
        assert r.procestermijn == (bron["procestermijn"] or None), r.code
