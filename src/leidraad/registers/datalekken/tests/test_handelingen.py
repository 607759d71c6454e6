"""From report to closing: who, in which order, what the clock does, and what refuses."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from leidraad.berichten.models import Bericht
from leidraad.dossiers.fouten import GeenRecht, Geweigerd
from leidraad.dossiers.models import Dossier, Journaalregel, Taak, Termijn
from leidraad.dossiers.secties import sectie_stempel
from leidraad.registers.datalekken import handelingen, opslag
from leidraad.registers.datalekken.begrippen import Risico, Status
from leidraad.registers.datalekken.inhoud import Factoren, GelektGegeven, Getroffenen, Inhoud
from leidraad.registers.datalekken.models import Datalek
from leidraad.registers.datalekken.secties import SECTIE
from tests.wereld import Wereld

pytestmark = pytest.mark.django_db

GEHEIM = "De brief met de diagnose ging naar het verkeerde adres."
GEMELD = Inhoud(omschrijving=GEHEIM, ontdekt_op=datetime(2026, 11, 23, 7, 30, tzinfo=UTC))
FACTOREN = Factoren(
    soort_gegevens=2, omvang=1, identificeerbaarheid=3, ernst=1, kwetsbaren=1, omkeerbaarheid=1
)


def meld(wereld: Wereld, nu: datetime, inhoud: Inhoud = GEMELD) -> Datalek:
    return handelingen.meld(
        gemeente=wereld.gemeente, eenheid=wereld.team, inhoud=inhoud, door=wereld.lid("medewerker"), nu=nu
    )


def behandeld(wereld: Wereld, nu: datetime, risico: str = "risico") -> Datalek:
    wie = wereld.lid("privacy_officer")
    datalek = meld(wereld, nu)
    handelingen.beoordeel_melding(datalek=datalek, is_datalek=True, reden="", door=wie, nu=nu)
    return handelingen.beslis_risico(
        datalek=datalek, factoren=FACTOREN, risico=risico, reden="Medische gegevens.", door=wie, nu=nu
    )


def vul_in(wereld: Wereld, datalek: Datalek, nu: datetime) -> Datalek:
    inhoud = opslag.lees(Datalek.objects.get(pk=datalek.pk))
    compleet = replace(
        inhoud,
        oorzaak="vergissing",
        vertrouwelijkheid_geschonden=True,
        gevolgen="Een ander weet van de ziekte.",
        maatregelen_gedicht="De brief is teruggehaald.",
        betrokkenen=(Getroffenen(regel=1, naam="Inwoner", minimum=1, maximum=1),),
        gegevens=(GelektGegeven(regel=1, naam="Diagnose", soort="bijzonder", aantal=1),),
    )
    for sectie in ("feiten", "wie_en_wat", "gevolgen"):
        nu_opgeslagen = opslag.lees(Datalek.objects.get(pk=datalek.pk))
        datalek = handelingen.bewaar_sectie(
            datalek=datalek,
            sectie=sectie,
            nieuw=compleet,
            stempel=sectie_stempel(nu_opgeslagen, SECTIE[sectie]),
            door=wereld.lid("privacy_officer"),
            nu=nu,
        )
    assert opslag.lees(Datalek.objects.get(pk=datalek.pk)) == compleet
    return datalek


@pytest.mark.regel("3.4.1")
def test_elke_medewerker_kan_melden_en_de_klok_loopt_meteen(wereld: Wereld, nu: datetime) -> None:
    datalek = meld(wereld, nu)
    assert datalek.dossier.nummer == "DL-2026-0001"
    assert datalek.dossier.vertrouwelijkheid == Dossier.Vertrouwelijkheid.VERTROUWELIJK
    termijn = Termijn.objects.get(dossier=datalek.dossier)
    assert termijn.streng == nu + timedelta(hours=72)
    assert Taak.objects.open().get(dossier=datalek.dossier).soort == "datalek_beoordelen"
    aan_de_melder = Bericht.objects.get(ontvanger=wereld.persoon("medewerker"))
    assert GEHEIM not in aan_de_melder.tekst + aan_de_melder.onderwerp


@pytest.mark.parametrize("rol", ["medewerker", "coordinator", "ciso", "beheerder", "privacy_officer_elders"])
def test_wie_er_niet_aan_werkt_ziet_het_datalek_niet(wereld: Wereld, nu: datetime, rol: str) -> None:
    datalek = meld(wereld, nu)
    assert not Dossier.objects.zichtbaar_voor(wereld.lid(rol)).filter(pk=datalek.pk).exists()


@pytest.mark.parametrize("rol", ["privacy_officer", "fg", "teammanager", "afdelingsmanager", "directeur"])
def test_behandelaars_fg_en_leiding_zien_het_datalek(wereld: Wereld, nu: datetime, rol: str) -> None:
    datalek = meld(wereld, nu)
    assert Dossier.objects.zichtbaar_voor(wereld.lid(rol)).filter(pk=datalek.pk).exists()


def test_de_inhoud_komt_nooit_in_het_journaal(wereld: Wereld, nu: datetime) -> None:
    datalek = vul_in(wereld, behandeld(wereld, nu), nu)
    regels = Journaalregel.objects.filter(keten=datalek.dossier.uuid).values_list("details", flat=True)
    for geheim in (GEHEIM, "diagnose", "Diagnose", "ziekte", "teruggehaald", "Medische"):
        assert not any(geheim in regel for regel in regels)


def test_een_melding_zonder_woorden_wordt_geweigerd(wereld: Wereld, nu: datetime) -> None:
    with pytest.raises(Geweigerd, match="wat er is gebeurd"):
        meld(wereld, nu, Inhoud(omschrijving="  "))
    assert not Datalek.objects.exists()


def test_een_verwerker_meldt_met_een_link_tot_die_is_ingetrokken(wereld: Wereld, nu: datetime) -> None:
    po = wereld.lid("privacy_officer")
    link, geheim = handelingen.maak_meldlink(gemeente=wereld.gemeente, verwerker="Drukkerij", door=po, nu=nu)
    assert geheim not in link.geheim_sha256
    datalek = handelingen.meld_als_verwerker(link=link, inhoud=GEMELD, nu=nu)
    assert (datalek.melder, datalek.verwerker, datalek.verwerker_meldde_op) == (None, "Drukkerij", nu)
    handelingen.trek_meldlink_in(link=link, door=po, nu=nu)
    with pytest.raises(GeenRecht, match="ingetrokken"):
        handelingen.meld_als_verwerker(link=link, inhoud=GEMELD, nu=nu)


def test_de_melder_vult_aan_en_een_ander_niet(wereld: Wereld, nu: datetime) -> None:
    datalek = meld(wereld, nu)
    handelingen.vul_aan(datalek=datalek, tekst="Het was dinsdag.", door=wereld.lid("medewerker"), nu=nu)
    handelingen.vul_aan(datalek=datalek, tekst="Het was dinsdag.", door=wereld.lid("medewerker"), nu=nu)
    assert datalek.aanvullingen.count() == 1
    with pytest.raises(GeenRecht):
        handelingen.vul_aan(datalek=datalek, tekst="Ik ook.", door=wereld.lid("ciso"), nu=nu)


def test_geen_datalek_vraagt_een_reden_en_stopt_de_klok(wereld: Wereld, nu: datetime) -> None:
    datalek, wie = meld(wereld, nu), wereld.lid("privacy_officer")
    with pytest.raises(Geweigerd, match="waarom"):
        handelingen.beoordeel_melding(datalek=datalek, is_datalek=False, reden="", door=wie, nu=nu)
    geen = handelingen.beoordeel_melding(
        datalek=datalek, is_datalek=False, reden="Er waren geen persoonsgegevens bij.", door=wie, nu=nu
    )
    assert geen.status == Status.GEEN_DATALEK
    assert not Termijn.objects.lopend().exists()
    assert not Taak.objects.open().exists()


def test_alleen_de_privacy_officer_beoordeelt(wereld: Wereld, nu: datetime) -> None:
    datalek = meld(wereld, nu)
    for rol in ("teammanager", "fg", "medewerker"):
        with pytest.raises(GeenRecht):
            handelingen.beoordeel_melding(
                datalek=datalek, is_datalek=True, reden="", door=wereld.lid(rol), nu=nu
            )


@pytest.mark.regel("3.4.2")
def test_een_risico_moet_naar_de_ap_en_de_eerste_melding_haalt_de_termijn(
    wereld: Wereld, nu: datetime
) -> None:
    datalek = behandeld(wereld, nu)
    assert {"datalek_melden_ap"} == set(Taak.objects.open().values_list("soort", flat=True))
    handelingen.meld_bij_ap(
        datalek=datalek, soort="eerste", verzonden_op=nu, ap_kenmerk="AP-1",
        door=wereld.lid("privacy_officer"), nu=nu,
    )  # fmt: skip
    assert Termijn.objects.get(dossier=datalek.dossier).gehaald_op == nu
    assert {"datalek_afsluiten"} == set(Taak.objects.open().values_list("soort", flat=True))


@pytest.mark.regel("3.4.2")
def test_te_late_melding_vraagt_een_reden(wereld: Wereld, nu: datetime) -> None:
    datalek, laat, wie = behandeld(wereld, nu), nu + timedelta(hours=80), wereld.lid("privacy_officer")
    with pytest.raises(Geweigerd, match="72 uur"):
        handelingen.meld_bij_ap(datalek=datalek, soort="eerste", verzonden_op=laat, door=wie, nu=laat)
    assert not datalek.meldingen.exists()
    handelingen.meld_bij_ap(
        datalek=datalek,
        soort="eerste",
        verzonden_op=laat,
        reden_te_laat="Pas later duidelijk.",
        door=wie,
        nu=laat,
    )
    assert Termijn.objects.get(dossier=datalek.dossier).te_laat_reden == "Pas later duidelijk."


def test_een_tweede_eerste_melding_en_een_vervolg_zonder_eerste_worden_geweigerd(
    wereld: Wereld, nu: datetime
) -> None:
    datalek, wie = behandeld(wereld, nu), wereld.lid("privacy_officer")
    with pytest.raises(Geweigerd, match="nog geen eerste"):
        handelingen.meld_bij_ap(datalek=datalek, soort="vervolg", verzonden_op=nu, door=wie, nu=nu)
    handelingen.meld_bij_ap(datalek=datalek, soort="eerste", verzonden_op=nu, door=wie, nu=nu)
    with pytest.raises(Geweigerd, match="al een eerste"):
        handelingen.meld_bij_ap(datalek=datalek, soort="eerste", verzonden_op=nu, door=wie, nu=nu)


@pytest.mark.regel("3.4.3")
def test_hoog_risico_vraagt_inlichten_voor_het_afsluiten(wereld: Wereld, nu: datetime) -> None:
    datalek, wie = (
        vul_in(wereld, behandeld(wereld, nu, Risico.HOOG_RISICO), nu),
        wereld.lid("privacy_officer"),
    )
    handelingen.meld_bij_ap(datalek=datalek, soort="eerste", verzonden_op=nu, door=wie, nu=nu)
    with pytest.raises(Geweigerd, match="Licht de mensen"):
        handelingen.sluit_af(datalek=datalek, door=wie, nu=nu)
    handelingen.deel_mee(
        datalek=datalek, wijze="brief", verstuurd_op=nu, aantal=1, tekst="Er ging iets mis.", door=wie, nu=nu
    )
    dicht = handelingen.sluit_af(datalek=datalek, door=wie, nu=nu)
    assert (dicht.status, dicht.dossier.gesloten_op) == (Status.AFGESLOTEN, nu)
    assert not Taak.objects.open().exists()


def test_afsluiten_noemt_alles_wat_ontbreekt(wereld: Wereld, nu: datetime) -> None:
    datalek = behandeld(wereld, nu)
    with pytest.raises(Geweigerd) as fout:
        handelingen.sluit_af(datalek=datalek, door=wereld.lid("privacy_officer"), nu=nu)
    assert {"Kies de oorzaak.", "Meld het datalek bij de AP."} <= set(fout.value.redenen)


def test_een_ander_moment_van_kennisname_verzet_de_klok(wereld: Wereld, nu: datetime) -> None:
    datalek = behandeld(wereld, nu)
    inhoud = opslag.lees(Datalek.objects.get(pk=datalek.pk))
    eerder = nu - timedelta(hours=10)
    handelingen.bewaar_sectie(
        datalek=datalek,
        sectie="tijdlijn",
        nieuw=replace(inhoud, kennisgenomen_op=eerder, ontdekt_op=eerder),
        stempel=sectie_stempel(inhoud, SECTIE["tijdlijn"]),
        door=wereld.lid("privacy_officer"),
        nu=nu,
    )
    assert Termijn.objects.lopend().get().streng == eerder + timedelta(hours=72)


def test_een_actie_zonder_eigenaar_houdt_afsluiten_tegen(wereld: Wereld, nu: datetime) -> None:
    wie = wereld.lid("privacy_officer")
    datalek = vul_in(wereld, behandeld(wereld, nu, Risico.GEEN_RISICO), nu)
    handelingen.voeg_actie_toe(
        datalek=datalek, omschrijving="Adressen controleren", eigenaar=None, uiterlijk=None, door=wie, nu=nu
    )
    with pytest.raises(Geweigerd, match="eigenaar"):
        handelingen.sluit_af(datalek=datalek, door=wie, nu=nu)
    actie = handelingen.voeg_actie_toe(
        datalek=datalek, omschrijving="Training", eigenaar=wereld.persoon("teammanager"),
        uiterlijk=date(2027, 1, 1), door=wie, nu=nu,
    )  # fmt: skip
    af = handelingen.rond_actie_af(actie=actie, resultaat="Gedaan.", door=wereld.lid("teammanager"), nu=nu)
    assert af.klaar_op == nu


def test_wie_een_actie_heeft_rondt_haar_af_ook_zonder_het_dossier_te_mogen_lezen(
    wereld: Wereld, nu: datetime
) -> None:
    datalek = behandeld(wereld, nu)
    actie = handelingen.voeg_actie_toe(
        datalek=datalek, omschrijving="Training", eigenaar=wereld.persoon("medewerker"),
        uiterlijk=date(2027, 1, 1), door=wereld.lid("privacy_officer"), nu=nu,
    )  # fmt: skip
    handelingen.rond_actie_af(actie=actie, resultaat="Gedaan.", door=wereld.lid("medewerker"), nu=nu)
    regel = Journaalregel.objects.filter(keten=datalek.dossier.uuid, handeling="actie_afgerond").get()
    assert regel.functie == "medewerker"
    with pytest.raises(GeenRecht):
        handelingen.rond_actie_af(actie=actie, resultaat="Ook.", door=wereld.lid("coordinator"), nu=nu)


def test_heropenen_zet_de_taken_weer_klaar(wereld: Wereld, nu: datetime) -> None:
    wie = wereld.lid("privacy_officer")
    datalek = vul_in(wereld, behandeld(wereld, nu, Risico.GEEN_RISICO), nu)
    handelingen.sluit_af(datalek=datalek, door=wie, nu=nu)
    open_ = handelingen.heropen(datalek=datalek, reden="Nieuwe feiten.", door=wie, nu=nu)
    assert (open_.status, open_.dossier.gesloten_op) == (Status.IN_BEHANDELING, None)
    assert Taak.objects.open().get().soort == "datalek_afsluiten"
