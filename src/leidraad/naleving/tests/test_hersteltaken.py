"""The work that a shortfall asks for: on its own dossier, with who is responsible, until it is put right."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from leidraad.dossiers.fouten import GeenRecht, Geweigerd
from leidraad.dossiers.handelingen import vink_taak_af
from leidraad.dossiers.models import Dossier, Journaalregel, Taak
from leidraad.dossiers.werk import eind_van
from leidraad.dossiers.werkvoorraad import MIJN, van_wie
from leidraad.naleving.handelingen import open_hersteltaak, open_normdossier, ruim_hersteltaken_op
from leidraad.naleving.models import Normdossier
from leidraad.normen.norm import normen
from leidraad.organisaties.models import Eenheid
from leidraad.registers.verwerkingen import handelingen
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.tests.voorbeeld import VOLLEDIG
from tests.wereld import Wereld, maak_wereld

NORM = normen()["2.1.1"]
SOORT = "norm_herstellen_2.1.1"


def begin(wereld: Wereld, nu: datetime, eenheid: Eenheid | None = None, **anders: Any) -> Verwerking:
    """A verwerking of a team that runs, by default without a ground: it falls short of norm 2.1.1."""
    inhoud = replace(VOLLEDIG, **({"doelen": ()} | anders))
    po = wereld.lid("privacy_officer")
    return handelingen.maak_aan(
        gemeente=wereld.gemeente, eenheid=eenheid or wereld.team, inhoud=inhoud, door=po, nu=nu
    )


def open_(wereld: Wereld, nu: datetime, dossier: Dossier | None, rol: str = "privacy_officer", **anders: Any):
    velden: dict[str, Any] = {
        "aan": wereld.persoon("teammanager"),
        "uiterlijk": nu.date() + timedelta(days=14),
    } | anders
    return open_hersteltaak(
        velden.pop("gemeente", wereld.gemeente), velden.pop("norm", NORM), dossier=dossier,
        door=wereld.lid(rol), nu=nu, **velden,
    )  # fmt: skip


def test_de_taak_ligt_op_het_dossier_dat_tekortschiet_bij_wie_verantwoordelijk_is(wereld, nu):
    verwerking = begin(wereld, nu)
    taak = open_(wereld, nu, verwerking.dossier, pad="bewerken/doelen/")
    assert (taak.dossier_id, taak.soort, taak.af_te_vinken) == (verwerking.pk, SOORT, True)
    assert taak.titel == "Norm 2.1.1 in orde maken: Elke verwerking heeft vooraf een verwerkingsgrondslag"
    assert taak.uiterlijk == eind_van(nu.date() + timedelta(days=14))
    assert taak.url.endswith(f"{verwerking.dossier.nummer}/bewerken/doelen/")
    assert taak in van_wie(wereld.lid("teammanager"), MIJN)
    assert taak not in van_wie(wereld.lid("medewerker"), MIJN)
    regel = Journaalregel.objects.get(keten=verwerking.dossier.uuid, handeling="hersteltaak_geopend")
    assert regel.functie == "privacy_officer"
    assert '"norm":"2.1.1"' in regel.details


def test_zonder_persoon_ligt_de_taak_bij_de_leiding_van_de_eenheid(wereld, nu):
    taak = open_(wereld, nu, begin(wereld, nu).dossier, aan=None)
    assert taak.toegewezen is None
    assert taak in van_wie(wereld.lid("teammanager"), MIJN)


@pytest.mark.parametrize("rol", ["privacy_officer", "fg", "ciso", "teammanager", "afdelingsmanager"])
def test_wie_de_normen_hier_ziet_kan_een_taak_maken(wereld, nu, rol):
    assert open_(wereld, nu, begin(wereld, nu).dossier, rol).is_open


@pytest.mark.parametrize("rol", ["medewerker", "coordinator", "beheerder", "privacy_officer_elders"])
def test_wie_de_normen_hier_niet_ziet_maakt_geen_taak(wereld, nu, rol):
    dossier = begin(wereld, nu).dossier
    for waar in (dossier, None):
        with pytest.raises(GeenRecht):
            open_(wereld, nu, waar, rol)
    assert not Taak.objects.filter(soort=SOORT).exists()
    assert not Normdossier.objects.exists()


def test_een_manager_maakt_geen_taak_voor_een_ander_team_of_de_hele_gemeente(wereld, nu):
    elders = begin(wereld, nu, wereld.ander_team).dossier
    for waar in (elders, None):
        with pytest.raises(GeenRecht):
            open_(wereld, nu, waar, "teammanager")


def test_wat_al_in_orde_is_krijgt_geen_taak(wereld, nu):
    goed = begin(wereld, nu, doelen=VOLLEDIG.doelen).dossier
    with pytest.raises(Geweigerd, match="voldoet al"):
        open_(wereld, nu, goed)
    # A norm that is not judged per dossier, or not at all yet, has no dossier that falls short.
    for nummer in ("4.2.1", "6.1.1"):
        with pytest.raises(Geweigerd, match="voldoet al"):
            open_(wereld, nu, goed, norm=normen()[nummer])


def test_een_dag_die_voorbij_is_kan_niet_en_vandaag_nog_wel(wereld, nu):
    dossier = begin(wereld, nu).dossier
    with pytest.raises(Geweigerd, match="nog komt"):
        open_(wereld, nu, dossier, uiterlijk=nu.date() - timedelta(days=1))
    assert open_(wereld, nu, dossier, uiterlijk=nu.date()).uiterlijk == eind_van(nu.date())


def test_een_tweede_keer_verzet_de_dag_van_dezelfde_taak(wereld, nu):
    dossier = begin(wereld, nu).dossier
    eerste = open_(wereld, nu, dossier)
    later = nu.date() + timedelta(days=60)
    tweede = open_(wereld, nu, dossier, uiterlijk=later)
    assert (tweede.pk, tweede.uiterlijk) == (eerste.pk, eind_van(later))
    assert Taak.objects.filter(soort=SOORT).count() == 1


def test_wat_geen_dossier_is_krijgt_een_taak_op_het_dossier_van_de_norm(wereld, nu):
    taak = open_(wereld, nu, None, norm=normen()["4.2.1"], aan=None)
    normdossier = Normdossier.objects.get()
    assert (taak.dossier_id, normdossier.norm) == (normdossier.pk, "4.2.1")
    assert taak.url == f"/werk/naleving/leiden/dossiers/{normdossier.dossier.nummer}/"
    open_(wereld, nu, None, norm=normen()["4.2.1"], aan=None)
    assert Normdossier.objects.count() == Taak.objects.count() == 1


class TestOpruimen:
    """A task goes when its shortfall is gone, and not before."""

    def test_hersteld_is_vervallen(self, wereld, nu):
        hersteld, nog_niet = begin(wereld, nu), begin(wereld, nu, naam="Honden")
        taken = [open_(wereld, nu, v.dossier) for v in (hersteld, nog_niet)]
        assert ruim_hersteltaken_op(nu) == 0
        po = wereld.lid("privacy_officer")
        handelingen.vervang_inhoud(
            verwerking=hersteld, inhoud=VOLLEDIG, handeling="gewijzigd", door=po, nu=nu
        )
        morgen = nu + timedelta(days=1)
        assert ruim_hersteltaken_op(morgen) == 1
        assert ruim_hersteltaken_op(morgen) == 0
        for taak, vervallen in zip(taken, (morgen, None), strict=True):
            taak.refresh_from_db()
            assert taak.vervallen_op == vervallen

    def test_een_taak_van_een_andere_norm_blijft(self, wereld, nu):
        verwerking = begin(wereld, nu, juistheid="")
        blijft = open_(wereld, nu, verwerking.dossier, norm=normen()["2.4.1"])
        open_(wereld, nu, verwerking.dossier)
        beter = replace(VOLLEDIG, juistheid="")
        po = wereld.lid("privacy_officer")
        handelingen.vervang_inhoud(verwerking=verwerking, inhoud=beter, handeling="gewijzigd", door=po, nu=nu)
        assert ruim_hersteltaken_op(nu) == 1
        assert list(Taak.objects.open().filter(soort__startswith="norm_herstellen_")) == [blijft]

    def test_wat_op_het_dossier_van_de_norm_ligt_vinkt_iemand_zelf_af(self, wereld, nu):
        taak = open_(wereld, nu, None, aan=None)
        assert ruim_hersteltaken_op(nu) == 0
        assert vink_taak_af(taak, door=wereld.lid("privacy_officer"), nu=nu).klaar_op == nu

    def test_opruimen_kost_een_vraag_per_norm(self, wereld, nu, django_assert_max_num_queries):
        for nummer in range(6):
            open_(wereld, nu, begin(wereld, nu, naam=f"Nummer {nummer}").dossier)
        # The tasks, what falls short, and the two ends of a transaction.
        with django_assert_max_num_queries(4):
            assert ruim_hersteltaken_op(nu) == 0


def samen(opdracht: Callable[[], Any]) -> list[Any]:
    """Do it four times at the same moment."""

    def een(_: int) -> Any:
        try:
            return opdracht()
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as draden:
        return list(draden.map(een, range(4)))


@pytest.mark.django_db(transaction=True)
def test_vier_tegelijk_is_een_taak(nu):
    wereld = maak_wereld()
    dossier = begin(wereld, nu).dossier
    assert len({taak.pk for taak in samen(lambda: open_(wereld, nu, dossier))}) == 1
    assert Taak.objects.filter(soort=SOORT).count() == 1


@pytest.mark.django_db(transaction=True)
def test_vier_tegelijk_openen_een_dossier_van_de_norm(nu):
    wereld = maak_wereld()
    po = wereld.lid("privacy_officer")
    dossiers = samen(lambda: open_normdossier(wereld.gemeente, NORM, door=po, nu=nu))
    assert len({dossier.pk for dossier in dossiers}) == 1
    assert Dossier.objects.filter(soort="naleving").count() == 1
