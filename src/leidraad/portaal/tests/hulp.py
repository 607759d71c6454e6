"""Public verwerkingen, made the way people make them: written, checked, established."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from leidraad.registers.verwerkingen import handelingen, opslag
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.stempel import sectie_stempel
from leidraad.registers.verwerkingen.tests.voorbeeld import VOLLEDIG
from tests.wereld import Wereld


def maak_concept(wereld: Wereld, nu: datetime, **anders: Any) -> Verwerking:
    """A concept of the team."""
    return handelingen.maak_aan(
        gemeente=wereld.gemeente,
        eenheid=wereld.team,
        inhoud=replace(VOLLEDIG, **anders),
        door=wereld.lid("teammanager"),
        nu=nu,
    )


def maak_openbaar(wereld: Wereld, nu: datetime, **anders: Any) -> Verwerking:
    """A verwerking whose first version is public."""
    return stel_vast(wereld, nu, maak_concept(wereld, nu, **anders))


def stel_vast(wereld: Wereld, nu: datetime, verwerking: Verwerking, **zo: Any) -> Verwerking:
    """Take a draft all the way; public unless said otherwise."""
    manager = wereld.lid("teammanager")
    handelingen.dien_in(verwerking=verwerking, door=manager, nu=nu)
    handelingen.geef_akkoord(verwerking=verwerking, door=wereld.lid("privacy_officer"), nu=nu)
    keuze = {"openbaarheid": "openbaar"} | zo
    return handelingen.stel_vast(verwerking=verwerking, door=manager, nu=nu, **keuze)


def bewerk(wereld: Wereld, nu: datetime, verwerking: Verwerking, sectie: str, **anders: Any) -> Inhoud:
    """Change a section of the working copy."""
    oud = opslag.lees(Verwerking.objects.get(pk=verwerking.pk))
    nieuw = replace(oud, **anders)
    handelingen.bewaar_sectie(
        verwerking=verwerking,
        sectie=sectie,
        nieuw=nieuw,
        stempel=sectie_stempel(oud, sectie),
        door=wereld.lid("teammanager"),
        nu=nu,
    )
    return nieuw
