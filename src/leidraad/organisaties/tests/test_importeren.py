"""Import of whole organisations: idempotent, nothing deleted, and clear about every bad row."""

from datetime import date, datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from leidraad.organisaties.importeren import LeesFout, Rapport, importeer_organisatie
from leidraad.organisaties.models import Eenheid, Functievervulling, Gemeente, Persoon, Wijziging
from leidraad.organisaties.verantwoordelijkheid import verantwoordelijke
from tests.wereld import Wereld

EENHEDEN = """gemeente,eenheid,soort,bovenliggend,van,tot
Leiderdorp,Team Zorg,team,Afdeling Samenleving,,
Leiderdorp,Afdeling Samenleving,afdeling,,2020-01-01,
leiderdorp,Griffie,griffie,,,
"""
FUNCTIES = """gemeente,eenheid,functie,naam,email,van,tot
Leiderdorp,Team Zorg,teamleider,Jan Bos,jan@leiderdorp.test,2024-01-01,
Leiderdorp,Afdeling Samenleving,manager,Ria Dijk,Ria@Leiderdorp.test,,
Leiderdorp,Griffie,Griffier,Gijs Raad,gijs@leiderdorp.test,,
Leiderdorp,,privacy officer,Pia Po,pia@leiderdorp.test,,
Leiderdorp,,fg,Fred Ge,fred@leiderdorp.test,,
"""
pytestmark = pytest.mark.django_db


def _importeer(
    nu: datetime,
    eenheden: str | bytes | None = EENHEDEN,
    functies: str | bytes | None = FUNCTIES,
    **opties: bool,
) -> Rapport:
    def bytes_van(tekst: str | bytes | None) -> bytes | None:
        return tekst.encode() if isinstance(tekst, str) else tekst

    return importeer_organisatie(
        eenheden=bytes_van(eenheden), functies=bytes_van(functies), door=None, nu=nu, **opties
    )


def test_een_import_maakt_een_lege_installatie_compleet(nu: datetime) -> None:
    rapport = _importeer(nu)
    assert rapport.meldingen == []
    assert rapport.overzicht["eenheden"]["aangemaakt"] == 3
    assert rapport.overzicht["functies"]["aangemaakt"] == 5
    team = Eenheid.objects.get(naam="Team Zorg")
    assert team.bovenliggend == Eenheid.objects.get(naam="Afdeling Samenleving")
    assert verantwoordelijke(team, "directeur", nu.date()).naam == "Ria Dijk"
    assert verantwoordelijke(team, "teammanager", nu.date()).functie == "teamleider"
    assert Gemeente.objects.get().cbs_code == "GM0547"
    assert Gemeente.objects.get().bestuursorganen.count() == 4
    assert not Persoon.objects.get(email="ria@leiderdorp.test").has_usable_password()


def test_een_tweede_keer_verandert_niets(nu: datetime) -> None:
    _importeer(nu)
    voor = list(Functievervulling.objects.order_by("pk").values())
    rapport = _importeer(nu + timedelta(days=1))
    assert rapport.overzicht["functies"]["ongewijzigd"] == 5
    assert rapport.overzicht["eenheden"]["ongewijzigd"] == 3
    assert list(Functievervulling.objects.order_by("pk").values()) == voor


def test_wie_verdwijnt_stopt_de_dag_ervoor_en_wordt_niet_verwijderd(nu: datetime) -> None:
    _importeer(nu)
    rapport = _importeer(
        nu, functies=FUNCTIES.replace("Leiderdorp,,privacy officer,Pia Po,pia@leiderdorp.test,,\n", "")
    )
    assert rapport.overzicht["functies"]["beeindigd"] == 1
    assert Functievervulling.objects.get(functie="privacy_officer").tot == nu.date() - timedelta(days=1)


def test_wie_terugkomt_krijgt_een_nieuwe_periode_en_de_oude_blijft_staan(nu: datetime) -> None:
    _importeer(nu)
    _importeer(
        nu, functies=FUNCTIES.replace("Leiderdorp,,privacy officer,Pia Po,pia@leiderdorp.test,,\n", "")
    )
    later = nu + timedelta(days=7)
    _importeer(later)
    _importeer(later + timedelta(days=1))
    perioden = (
        Functievervulling.objects.filter(functie="privacy_officer").order_by("pk").values_list("van", "tot")
    )
    assert list(perioden) == [(None, nu.date() - timedelta(days=1)), (later.date(), None)]


def test_een_eenheid_die_verdwijnt_stopt(nu: datetime) -> None:
    _importeer(nu)
    _importeer(nu, eenheden=EENHEDEN.replace("leiderdorp,Griffie,griffie,,,\n", ""))
    assert Eenheid.objects.get(naam="Griffie").tot == nu.date() - timedelta(days=1)


def test_alleen_gemeenten_in_het_bestand_veranderen(wereld: Wereld, nu: datetime) -> None:
    voor = list(Functievervulling.objects.filter(gemeente=wereld.gemeente).order_by("pk").values())
    _importeer(nu, toch=True)
    assert list(Functievervulling.objects.filter(gemeente=wereld.gemeente).order_by("pk").values()) == voor


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("scheiding", [",", ";", "\t"])
def test_elke_codering_en_elk_scheidingsteken_werkt(nu: datetime, codering: str, scheiding: str) -> None:
    kop, *rest = FUNCTIES.replace("Ria Dijk", "Zoë Coördinatië").splitlines()
    functies = "\r\n".join([kop.upper(), "", *rest]).replace(",", scheiding).encode(codering)
    rapport = _importeer(nu, EENHEDEN.replace(",", scheiding).encode(codering), functies)
    assert rapport.meldingen == []
    assert Persoon.objects.filter(naam="Zoë Coördinatië").exists()


@pytest.mark.parametrize("datum", ["2024-01-01", "1-1-2024", "01/01/2024", "1.1.2024", "2024-01-01 00:00:00"])
def test_datums_mogen_op_elke_gewone_manier(nu: datetime, datum: str) -> None:
    _importeer(nu, functies=FUNCTIES.replace("2024-01-01", datum))
    assert Functievervulling.objects.get(functie="teamleider").van == date(2024, 1, 1)


@pytest.mark.parametrize(
    ("rij", "kolom", "tekst"),
    [
        ("Leiderdorp,Team Zorg,opperbaas,A,a@b.nl,,", "functie", "De functie ‘opperbaas’ is onbekend."),
        ("Leiderdorp,Team Weg,teamleider,A,a@b.nl,,", "eenheid", "De eenheid ‘Team Weg’ bestaat niet"),
        ("Nergenshuizen,,fg,A,a@b.nl,,", "gemeente", "De gemeente ‘Nergenshuizen’ is onbekend."),
        (",,fg,A,a@b.nl,,", "gemeente", "De gemeente ontbreekt."),
        ("Leiderdorp,,ciso,A,,,", "email", "Het e-mailadres ontbreekt."),
        ("Leiderdorp,,ciso,A,geen adres,,", "email", "‘geen adres’ is geen e-mailadres."),
        ("Leiderdorp,,ciso,,a@b.nl,,", "naam", "De naam ontbreekt."),
        ("Leiderdorp,,ciso,A,a@b.nl,31-2-2026,", "van", "De datum ‘31-2-2026’ bestaat niet."),
        ("Leiderdorp,,ciso,A,a@b.nl,morgen,", "van", "‘morgen’ is geen datum."),
        ("Leiderdorp,,ciso,A,a@b.nl,2026-02-01,2026-01-01", "tot", "ligt voor de begindatum"),
        ("Leiderdorp,,teamleider,A,a@b.nl,,", "eenheid", "hoort een eenheid"),
        ("Leiderdorp,,fg,Pia Po,pia@leiderdorp.test,,", "functie", "De FG is onafhankelijk"),
    ],
)
def test_een_slechte_rij_wordt_gemeld_met_rij_en_kolom(
    nu: datetime, rij: str, kolom: str, tekst: str
) -> None:
    rapport = _importeer(nu, functies=f"{FUNCTIES}{rij}\n")
    [melding] = rapport.meldingen
    assert (melding.bestand, melding.rij, melding.kolom) == ("functies", 7, kolom)
    assert tekst in melding.melding
    assert rapport.overzicht["functies"]["aangemaakt"] == 5


def test_een_afgekeurde_rij_beeindigt_niemand(nu: datetime) -> None:
    _importeer(nu)
    _importeer(nu, functies=FUNCTIES.replace("jan@leiderdorp.test", ""))
    assert Functievervulling.objects.get(functie="teamleider").tot is None


def test_een_vacante_functie_eindigt_met_een_waarschuwing(nu: datetime) -> None:
    _importeer(nu)
    rapport = _importeer(nu, functies=FUNCTIES.replace("Jan Bos,jan@leiderdorp.test", ","))
    assert rapport.meldingen[0].ernst == "waarschuwing"
    assert Functievervulling.objects.get(functie="teamleider").tot == nu.date() - timedelta(days=1)


@pytest.mark.parametrize(
    ("rijen", "tekst"),
    [
        ("Leiderdorp,A,team,B,,\nLeiderdorp,B,team,A,,\n", "vormen een kring: A → B → A"),
        ("Leiderdorp,A,team,Weg,,\n", "De bovenliggende eenheid ‘Weg’ staat niet"),
        ("Leiderdorp,A,team,A,,\n", "A hangt onder zichzelf"),
        ("Leiderdorp,A,ploeg,,,\n", "De soort ‘ploeg’ is onbekend"),
        ("Leiderdorp,,team,,,\n", "De naam van de eenheid ontbreekt"),
        ("Leiderdorp,A,team,Weg,,\nLeiderdorp,B,team,A,,\n", "B hangt onder A, en die rij is afgekeurd"),
        ("Leiderdorp,A,team,,,\nLeiderdorp,a,afdeling,,,\n", "staat ook op rij 5, met andere gegevens"),
    ],
)
def test_een_slechte_eenheid_wordt_gemeld(nu: datetime, rijen: str, tekst: str) -> None:
    rapport = _importeer(nu, eenheden=EENHEDEN + rijen, functies=None)
    assert any(tekst in melding.melding for melding in rapport.fouten)
    assert Eenheid.objects.filter(naam="Team Zorg").exists()


def test_een_dubbele_rij_telt_een_keer(nu: datetime) -> None:
    laatste = FUNCTIES.splitlines()[-1]
    rapport = _importeer(nu, functies=f"{FUNCTIES}{laatste}\n")
    assert rapport.meldingen[0].melding == "Deze functie staat ook op rij 6. Deze rij is overgeslagen."
    assert Functievervulling.objects.filter(functie="fg").count() == 1


def test_een_afgekapt_bestand_wordt_niet_opgeslagen_zonder_toch(nu: datetime) -> None:
    _importeer(nu)
    afgekapt = "\n".join(FUNCTIES.splitlines()[:3])
    rapport = _importeer(nu, functies=afgekapt)
    assert "3 van de 5 functies" in rapport.geblokkeerd[0]
    assert not rapport.opgeslagen
    assert Functievervulling.objects.filter(tot=None).count() == 5
    assert _importeer(nu, functies=afgekapt, toch=True).opgeslagen
    assert Functievervulling.objects.filter(tot=None).count() == 2


def test_een_proef_slaat_niets_op(nu: datetime) -> None:
    rapport = _importeer(nu, proef=True)
    assert rapport.overzicht["functies"]["aangemaakt"] == 5
    assert not Gemeente.objects.exists()


@pytest.mark.parametrize(
    ("inhoud", "tekst"),
    [
        (b"", "is leeg"),
        (b"gemeente,eenheid,soort\n", "alleen een kop"),
        (b"naam,soort\na,b\n", "ontbreken: eenheid, gemeente"),
        (b"gemeente,eenheid,soort,soort\na,b,c,d\n", "staat er twee keer in"),
        (b"PK\x03\x04rommel", "geen CSV-bestand"),
        (b"gemeente\x00", "geen CSV-bestand"),
    ],
)
def test_een_onbruikbaar_bestand_geeft_een_duidelijke_melding(
    nu: datetime, inhoud: bytes, tekst: str
) -> None:
    with pytest.raises(LeesFout, match=tekst):
        _importeer(nu, eenheden=inhoud)


def test_een_beheerder_importeert_alleen_haar_eigen_gemeente(wereld: Wereld, nu: datetime) -> None:
    rapport = importeer_organisatie(
        eenheden=EENHEDEN.encode(), functies=None, door=wereld.lid("beheerder"), nu=nu
    )
    assert {m.melding for m in rapport.meldingen} == {
        "U beheert de gemeente ‘Leiderdorp’ niet.",
        "U beheert de gemeente ‘leiderdorp’ niet.",
    }


def test_een_import_staat_bij_de_wijzigingen(nu: datetime) -> None:
    _importeer(nu)
    regel = Wijziging.objects.get(handeling="importeer_organisatie")
    assert regel.details == {
        "eenheden aangemaakt": 3,
        "functies aangemaakt": 5,
    }


def test_duizenden_rijen_kosten_een_vast_aantal_queries(
    nu: datetime, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    Gemeente.objects.bulk_create(
        Gemeente(naam=f"G{i}", slug=f"g{i}", cbs_code=f"GM9{i:03}") for i in range(100)
    )
    eenheden = [f"g{i},Team {j},team,Afdeling,," for i in range(100) for j in range(9)]
    eenheden += [f"g{i},Afdeling,afdeling,,," for i in range(100)]
    functies = [f"g{i},Team {j},teamleider,N{i}.{j},n{i}.{j}@x.nl,," for i in range(100) for j in range(9)]
    with django_assert_max_num_queries(35):
        _importeer(
            nu,
            "\n".join([EENHEDEN.splitlines()[0], *eenheden]),
            "\n".join([FUNCTIES.splitlines()[0], *functies]),
        )
    assert Functievervulling.objects.count() == 900
