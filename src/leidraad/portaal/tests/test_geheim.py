"""Nothing internal ever leaves, whatever the content is (norm 3.3.3; Woo art. 5.1)."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.template.loader import render_to_string
from hypothesis import given, settings
from hypothesis import strategies as st

from leidraad.dossiers.models import Dossier, Versie
from leidraad.dossiers.waarde import als_dict
from leidraad.organisaties.models import Eenheid, Gemeente
from leidraad.portaal import kolommen, uitvoer
from leidraad.portaal.weergave import beschrijf
from leidraad.registers.verwerkingen.handelingen.openbaarmaken import openbare_zoektekst, publicatie_van
from leidraad.registers.verwerkingen.inhoud import (
    Autorisatie,
    Inhoud,
    Maatregel,
    Systeem,
    Vernietiging,
)
from leidraad.registers.verwerkingen.models import Publicatie, Verwerking
from leidraad.registers.verwerkingen.regels.openbaar import openbare_inhoud
from leidraad.registers.verwerkingen.tests.regels.hulp import OP, inhouden

GEHEIM = "ZEERGEHEIM"
GEMEENTE = Gemeente(pk=1, naam="Leiden", slug="leiden", cbs_code="GM0546")


def met_geheimen(inhoud: Inhoud) -> Inhoud:
    """The content with a secret in every internal place."""
    return replace(
        inhoud,
        notitie=GEHEIM,
        hoofdverwerking=GEHEIM,
        juistheid=GEHEIM,
        proportionaliteit_waarom=GEHEIM,
        subsidiariteit_waarom=GEHEIM,
        systemen=(Systeem(regel=1, naam=GEHEIM, leverancier=GEHEIM),),
        maatregelen=(Maatregel(regel=1, code=GEHEIM, toelichting=GEHEIM),),
        autorisaties=(Autorisatie(regel=1, functie=GEHEIM),),
        vernietigingen=(Vernietiging(regel=1, verklaring=GEHEIM),),
        ontvangers=tuple(
            replace(o, doorgiftebeoordeling=GEHEIM, mechanisme_toelichting=GEHEIM) for o in inhoud.ontvangers
        ),
    )


def publicatie(inhoud: Inhoud) -> Publicatie:
    """The public version of this content, without a database."""
    dossier = Dossier(
        pk=1, gemeente=GEMEENTE, eenheid=Eenheid(pk=1, naam="Team", gemeente=GEMEENTE), nummer="VW-2026-0001"
    )
    versie = Versie(
        pk=1,
        dossier=dossier,
        nummer=1,
        inhoud=json.dumps({"inhoud": als_dict(inhoud)}),
        functie="teammanager",
        op=datetime(2026, 11, 23, 9, tzinfo=UTC),
    )
    uit = publicatie_van(Verwerking(dossier=dossier), versie, openbare_inhoud(inhoud))
    uit.gemeente, uit.eenheid = GEMEENTE, dossier.eenheid
    return uit


@settings(max_examples=settings().max_examples // 4)
@given(inhouden(st.text(st.characters(codec="utf-8"), max_size=60)))
@pytest.mark.regel("3.3.3")
def test_geen_enkele_vorm_bevat_iets_interns(inhoud):
    inhoud = met_geheimen(inhoud)
    bron = publicatie(inhoud)
    publiek = openbare_inhoud(inhoud)
    vormen = {
        "json": json.dumps(uitvoer.een_als_json(bron, "https://x.test")),
        "jsonld": json.dumps(uitvoer.een_als_jsonld(bron, "https://x.test")),
        "tabel": "".join(kolommen.rij(bron, publiek, "")),
        "lijst": f"{bron.titel}{bron.samenvatting}{bron.wetten}{bron.grondslagen}",
        "zoektekst": openbare_zoektekst(bron.verwerking, publiek),
        "pagina": render_to_string(
            "portaal/verwerking.html",
            {
                "gemeente": GEMEENTE,
                "publicatie": bron,
                "versies": [bron],
                "b": beschrijf(publiek, OP),
                "vandaag": OP,
            },
        ),
    }
    assert [naam for naam, vorm in vormen.items() if GEHEIM in vorm] == []
