"""Names of units that are not ours: chosen once, remembered, and never over the work of people."""

import csv
import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from leidraad.registers.verwerkingen.forms.importeren_eenheden import MEESTE_NAMEN
from leidraad.registers.verwerkingen.handelingen import wijzig_plaatsing
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.tests.uitwisseling.bestanden import csv_tekst
from leidraad.registers.verwerkingen.uitwisseling.bron import BronFout
from leidraad.registers.verwerkingen.uitwisseling.eenheden import (
    GEEN_KEUZE,
    Eenheidkeuze,
    onbekende_eenheden,
    pas_keuzes_toe,
)
from leidraad.registers.verwerkingen.uitwisseling.importeren import importeer
from leidraad.registers.verwerkingen.uitwisseling.lezen import lees
from leidraad.registers.verwerkingen.uitwisseling.profiel import eenheidkeuze_voor, koppeling_voor
from tests.naast import REDEN, naast

KOPPEN = ["Nummer", "Naam", "Team", "Herkomst"]
RIJEN = (
    ["1", "Giften", "donations", "buiten"],
    ["2", "Boekhouding", "administration", "binnen"],
    ["3", "Post", "Administration ", "binnen"],
    ["4", "Website", "", "binnen"],
)
EENHEDEN = ("Team Burgerzaken", "Team Handhaving")
VOEDSELBANK = "voorbeelden/register-voedselbank-33.csv"


@pytest.fixture
def handhaving(wereld):
    return wereld.gemeente.eenheden.create(naam="Bureau Toezicht", soort="team")


@pytest.fixture
def haal_binnen(wereld, nu):
    """Import rows into Leiden with choices as on the command line."""

    def doe(*keuzes, standaard=None, rijen=RIJEN, data=None, proef=False):
        bron = lees("r.csv", data or csv_tekst(KOPPEN, *rijen).encode())
        return importeer(
            bron=bron, gemeente=wereld.gemeente, koppeling=koppeling_voor(bron, wereld.gemeente),
            eenheden=eenheidkeuze_voor(bron, wereld.gemeente, nu.date(), keuzes, standaard),
            door=wereld.lid("privacy_officer"), nu=nu, proef=proef,
        )  # fmt: skip

    return doe


def geplaatst():
    alle = Verwerking.objects.select_related("dossier__eenheid").order_by("bron_nummer")
    return [v.dossier.eenheid.naam if v.dossier.eenheid else "" for v in alle]


def meldingen(rapport):
    return "\n".join(m.melding for m in rapport.meldingen)


def test_de_onbekende_namen_met_de_vaakste_eerst():
    bron = lees(
        "r.csv", csv_tekst(KOPPEN, *RIJEN, ["5", "ID", "Burgerzaken", ""], ["6", "X", "n.v.t.", ""]).encode()
    )
    koppeling = {"Team": ("eenheid",), "Naam": ("naam",)}
    assert onbekende_eenheden(bron, koppeling, EENHEDEN) == [("administration", 2), ("donations", 1)]
    assert onbekende_eenheden(bron, {}, EENHEDEN) == []


def test_keuzes_gaan_op_woorden_en_een_onbekende_eenheid_wordt_geweigerd():
    keuze = pas_keuzes_toe(GEEN_KEUZE, EENHEDEN, ["a=b=burgerzaken"], "handhaving")
    assert (keuze.eenheid("A=B", EENHEDEN), keuze.standaard) == ("Team Burgerzaken", "Team Handhaving")
    assert pas_keuzes_toe(keuze, EENHEDEN, ["a=b="], "") == GEEN_KEUZE
    for fout in (["x=Team Nergens"], ["geen keuze"], ["=Team Burgerzaken"]):
        with pytest.raises(BronFout):
            pas_keuzes_toe(GEEN_KEUZE, EENHEDEN, fout)
    with pytest.raises(BronFout, match="Bekend zijn: Team Burgerzaken, Team Handhaving"):
        pas_keuzes_toe(GEEN_KEUZE, EENHEDEN, (), "Nergens")


def test_een_bewaarde_keuze_vervalt_met_de_eenheid():
    bewaard = Eenheidkeuze({"x": "Weg", "burgerzaken": "Team Handhaving", "y": "Team Handhaving"}, "Weg")
    terug = Eenheidkeuze.van_dict(bewaard.als_dict(), EENHEDEN)
    assert terug == Eenheidkeuze({"y": "Team Handhaving"})


def test_gekozen_eenheden_gelden_en_de_naam_blijft_in_de_notitie(haal_binnen, wereld, handhaving):
    rapport = haal_binnen("administration=Burgerzaken", standaard="Bureau Toezicht")
    assert geplaatst() == ["Bureau Toezicht", wereld.team.naam, wereld.team.naam, "Bureau Toezicht"]
    assert "administration" in Verwerking.objects.get(bron_nummer="2").notitie
    assert "donations" in Verwerking.objects.get(bron_nummer="1").notitie
    assert "‘donations’ is geen eenheid" in meldingen(rapport)
    assert "‘administration’" not in meldingen(rapport)


def test_de_keuze_wordt_onthouden_voor_deze_gemeente_en_deze_kolommen(haal_binnen, wereld, nu):
    haal_binnen("administration=Burgerzaken")
    bron = lees("later.csv", csv_tekst(KOPPEN, ["9", "Nieuw", "administration", ""]).encode())
    assert eenheidkeuze_voor(bron, wereld.gemeente, nu.date()).namen == {"administration": wereld.team.naam}
    assert eenheidkeuze_voor(bron, wereld.andere_gemeente, nu.date()) == GEEN_KEUZE
    anders = lees("anders.csv", csv_tekst(["Naam", "Team"], ["Nieuw", "administration"]).encode())
    assert eenheidkeuze_voor(anders, wereld.gemeente, nu.date()) == GEEN_KEUZE


def test_nog_een_keer_importeren_verandert_niets(haal_binnen):
    haal_binnen("administration=Burgerzaken")
    rapport = haal_binnen()
    assert (rapport.aangemaakt, rapport.bijgewerkt, rapport.ongewijzigd) == (0, 0, 4)


def test_een_andere_keuze_verplaatst_wat_niemand_verplaatste(haal_binnen, wereld, handhaving, nu):
    haal_binnen("administration=Burgerzaken")
    door_mensen = Verwerking.objects.get(bron_nummer="3")
    wijzig_plaatsing(
        verwerking=door_mensen, eenheid=None, behandelaar=None, door=wereld.lid("privacy_officer"), nu=nu,
        vertrouwelijkheid=door_mensen.dossier.vertrouwelijkheid,
    )  # fmt: skip
    keuzes = ("administration=Bureau Toezicht", "donations=Burgerzaken")
    proef = haal_binnen(*keuzes, proef=True)
    assert geplaatst() == ["", wereld.team.naam, "", ""]
    rapport = haal_binnen(*keuzes)
    assert proef.als_dict() == rapport.als_dict()
    assert (rapport.bijgewerkt, rapport.ongewijzigd) == (2, 2)
    assert geplaatst() == [wereld.team.naam, "Bureau Toezicht", "", ""]
    assert "staat hier zonder eenheid en blijft zo" in meldingen(rapport)
    assert haal_binnen().bijgewerkt == 0


@pytest.mark.skipif(naast(VOEDSELBANK) is None, reason=REDEN)
def test_een_echt_register_krijgt_met_een_paar_keuzes_overal_een_eenheid(haal_binnen, wereld):
    data = naast(VOEDSELBANK).read_bytes()
    rapport = haal_binnen(data=data)
    assert set(geplaatst()) == {""}
    afdelingen = {rij["department"] for rij in csv.DictReader(io.StringIO(data.decode("utf-8-sig")))}
    rapport = haal_binnen(
        *(f"{a}=Team Burgerzaken" for a in afdelingen if a), standaard="Team Burgerzaken", data=data
    )
    assert (rapport.bijgewerkt, rapport.aangemaakt) == (33, 0)
    assert set(geplaatst()) == {wereld.team.naam}
    assert "is geen eenheid" not in meldingen(rapport)


# --- on screen -----------------------------------------------------------------------------------------


@pytest.fixture
def po(client_als):
    return client_als("privacy_officer")


def laad_op(po, wereld, *rijen):
    bestand = SimpleUploadedFile("r.csv", csv_tekst(KOPPEN, *(rijen or RIJEN)).encode())
    begin = reverse("verwerkingen:importeren")
    return po.post(begin, {"gemeente": wereld.gemeente.pk, "bestand": bestand}).url


def voorgesteld(po, adres):
    """What the browser sends back from the screen as it was proposed."""
    context = po.get(adres).context
    formulieren = (context["formulier"], context["eenheden"])
    return {naam: veld.initial for form in formulieren for naam, veld in form.fields.items()}


def veld_van(po, adres, tekst):
    return next(n.veld.name for n in po.get(adres).context["eenheden"].namen() if n.tekst == tekst)


def test_op_het_scherm_kiezen_onthouden_en_terugzien(po, wereld):
    adres = laad_op(po, wereld)
    namen = [(n.tekst, n.rijen) for n in po.get(adres).context["eenheden"].namen()]
    assert namen == [("administration", 2), ("donations", 1)]
    veld = veld_van(po, adres, "administration")
    po.post(
        po.post(adres, {**voorgesteld(po, adres), veld: wereld.team.naam}).url.replace("proef", "uitvoeren")
    )
    assert geplaatst() == ["", wereld.team.naam, wereld.team.naam, ""]
    volgende = voorgesteld(po, laad_op(po, wereld))
    assert (volgende[veld], volgende["eenheid-standaard"]) == (wereld.team.naam, "")


def test_een_andere_kolom_voor_de_eenheid_vraagt_eerst_naar_de_nieuwe_namen(po, wereld):
    adres = laad_op(po, wereld)
    gekozen = {**voorgesteld(po, adres), "veld-2": "", "veld-3": "eenheid"}
    antwoord = po.post(adres, gekozen)
    assert "Nog één vraag" in antwoord.content.decode()
    namen = {n.tekst: n.veld.html_name for n in antwoord.context["eenheden"].namen()}
    assert set(namen) == {"binnen", "buiten"}
    proef = po.post(adres, {**gekozen, namen["binnen"]: "", namen["buiten"]: wereld.team.naam})
    po.post(proef.url.replace("proef", "uitvoeren"))
    assert geplaatst() == [wereld.team.naam, "", "", ""]


def test_wie_de_kolom_terugzet_ziet_de_onthouden_keuze_weer(po, wereld, haal_binnen):
    haal_binnen("administration=Burgerzaken")
    adres = laad_op(po, wereld)
    gekozen = {naam: w for naam, w in voorgesteld(po, adres).items() if not naam.startswith("eenheid-")}
    eenheden = po.post(adres, gekozen).context["eenheden"]
    assert [n.veld.value() for n in eenheden.namen()] == [wereld.team.naam, ""]


def test_wie_terugkomt_van_de_proef_vindt_de_eigen_keuzes(po, wereld):
    adres = laad_op(po, wereld)
    veld = veld_van(po, adres, "donations")
    keuzes = {**voorgesteld(po, adres), "veld-3": "omschrijving", veld: wereld.team.naam}
    assert po.post(adres, keuzes).status_code == 302
    assert voorgesteld(po, adres) == keuzes


def test_een_eenheid_van_een_ander_wordt_geweigerd(po, wereld):
    adres = laad_op(po, wereld)
    antwoord = po.post(adres, {**voorgesteld(po, adres), "eenheid-standaard": "Team Elders"})
    assert "Deze eenheid bestaat niet meer" in antwoord.content.decode()


def test_bij_honderden_namen_staan_de_vaakste_er_en_blijft_de_rest_onthouden(po, wereld, haal_binnen):
    rijen = [[str(nr), f"V{nr}", f"naam {nr}", ""] for nr in range(300)]
    haal_binnen("naam 299=Burgerzaken", rijen=rijen)
    adres = laad_op(po, wereld, *rijen)
    antwoord = po.get(adres)
    assert len(antwoord.context["eenheden"].namen()) == MEESTE_NAMEN
    assert "Er zijn er nog 250" in antwoord.content.decode()
    po.post(po.post(adres, voorgesteld(po, adres)).url.replace("proef", "uitvoeren"))
    bron = lees("r.csv", csv_tekst(KOPPEN, *rijen).encode())
    assert eenheidkeuze_voor(bron, wereld.gemeente, date(2026, 11, 23)).namen == {
        "naam 299": wereld.team.naam
    }


def test_zonder_eenheden_in_de_gemeente_legt_het_scherm_dat_uit(po, wereld):
    wereld.gemeente.eenheden.update(tot=date(2000, 1, 2))
    antwoord = po.get(laad_op(po, wereld)).content.decode()
    assert "heeft in Leidraad nog geen eenheden" in antwoord
