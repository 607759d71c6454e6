"""Two at once: two clicks, two answers, two who take the question, stay one."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any

import pytest
from django.db import connection

from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.journaal.controleren import controleer
from leidraad.dossiers.models import Taak
from leidraad.organisaties.leden import lid_van
from leidraad.organisaties.models import Functievervulling, Persoon
from leidraad.organisaties.rechten import Lid
from leidraad.registers.vragen import handelingen
from leidraad.registers.vragen.models import Reactie, Vraag
from tests.wereld import Wereld, maak_wereld

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.regel("1.1.7")]


def samen(*opdrachten: Callable[[], Any]) -> list[Any]:
    """Do all of it at the same moment; a refusal comes back as its words."""

    def een(opdracht: Callable[[], Any]) -> Any:
        try:
            return opdracht()
        except Geweigerd as weigering:
            return str(weigering)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(opdrachten)) as draden:
        return list(draden.map(een, opdrachten))


def stel(wereld: Wereld, nu: datetime) -> Vraag:
    return handelingen.stel_vraag(
        gemeente=wereld.gemeente, onderwerp="Camera", tekst="Mag dat?", door=wereld.lid("medewerker"), nu=nu
    )


def privacyteam(wereld: Wereld, nu: datetime) -> list[Lid]:
    collega = Persoon.objects.create(email="collega@leidraad.test", naam="Collega")
    Functievervulling.objects.create(persoon=collega, gemeente=wereld.gemeente, functie="privacy_officer")
    return [wereld.lid("privacy_officer"), lid_van(collega, nu.date())]


def test_vier_klikken_geven_een_vraag(nu: datetime) -> None:
    wereld = maak_wereld()
    vragen = samen(*[lambda: stel(wereld, nu)] * 4)
    assert len({vraag.pk for vraag in vragen}) == 1
    assert (Vraag.objects.count(), Taak.objects.count()) == (1, 1)


def test_van_twee_antwoorden_tegelijk_wint_het_eerste_en_het_andere_hoort_dat(nu: datetime) -> None:
    wereld = maak_wereld()
    vraag, team = stel(wereld, nu), privacyteam(wereld, nu)

    def antwoord(lid: Lid) -> Callable[[], Any]:
        return lambda: handelingen.beantwoord(
            vraag=vraag, tekst=f"Ja, {lid.naam}.", gezien=0, door=lid, nu=nu
        )

    uitkomsten = samen(*(antwoord(lid) for lid in team))
    geweigerd = [uitkomst for uitkomst in uitkomsten if isinstance(uitkomst, str)]
    assert len(geweigerd) == 1
    assert "heeft net geantwoord" in geweigerd[0]
    assert Reactie.objects.count() == 1
    assert controleer().klopt


def test_twee_die_de_vraag_tegelijk_nemen(nu: datetime) -> None:
    wereld = maak_wereld()
    vraag, team = stel(wereld, nu), privacyteam(wereld, nu)

    def neem(lid: Lid) -> Callable[[], Any]:
        ik = Persoon.objects.get(pk=lid.persoon_id)
        return lambda: handelingen.geef_aan(vraag=vraag, aan=ik, was=None, door=lid, nu=nu)

    uitkomsten = samen(*[neem(lid) for lid in team])
    assert sum(isinstance(uitkomst, str) for uitkomst in uitkomsten) == 1
    taak, na = Taak.objects.get(), Vraag.objects.select_related("dossier").get()
    assert taak.toegewezen_id == na.dossier.behandelaar_id


def test_vier_keer_hetzelfde_antwoord_is_een_antwoord(nu: datetime) -> None:
    wereld = maak_wereld()
    vraag, po = stel(wereld, nu), wereld.lid("privacy_officer")
    samen(*[lambda: handelingen.beantwoord(vraag=vraag, tekst="Ja.", gezien=0, door=po, nu=nu)] * 4)
    assert Reactie.objects.count() == 1
