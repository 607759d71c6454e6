"""Who takes a confidential verwerking out is written down, and the FG never edits."""

from datetime import timedelta

import pytest

from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.journaal.lezen import INGEZIEN
from leidraad.dossiers.models import Dossier, Journaalregel
from leidraad.organisaties.rechten import VERTROUWELIJK, Recht, mag
from leidraad.registers.verwerkingen.handelingen import (
    dien_in,
    geef_akkoord,
    publiceer,
    stel_vast,
    wijzig_plaatsing,
)
from leidraad.registers.verwerkingen.models import Publicatie
from leidraad.registers.verwerkingen.tests.schermen.conftest import url, vers


def _keren_bekeken(dossier: Dossier) -> int:
    return Journaalregel.objects.filter(keten=dossier.uuid, handeling=INGEZIEN).count()


def test_een_export_laat_bij_elk_vertrouwelijk_dossier_een_spoor_na(client_als, maak):
    open_, dicht = maak().dossier, maak().dossier
    Dossier.objects.filter(pk=dicht.pk).update(vertrouwelijkheid=VERTROUWELIJK)
    for _ in range(2):
        b"".join(client_als("privacy_officer").get("/werk/verwerkingen/export.json").streaming_content)
    assert (_keren_bekeken(open_), _keren_bekeken(dicht)) == (0, 2)
    b"".join(client_als("ciso").get("/werk/verwerkingen/export.json").streaming_content)
    assert _keren_bekeken(dicht) == 2


@pytest.mark.regel("4.5.1")
def test_de_fg_wordt_geen_behandelaar(client_als, wereld, verwerking, nu):
    with pytest.raises(Geweigerd, match="De FG houdt toezicht"):
        wijzig_plaatsing(
            verwerking=verwerking, eenheid=wereld.team, behandelaar=wereld.persoon("fg"),
            vertrouwelijkheid="intern", door=wereld.lid("privacy_officer"), nu=nu,
        )  # fmt: skip
    adres = f"/werk/leiden/verwerkingen/{verwerking.dossier.nummer}/plaatsing/"
    pagina = client_als("privacy_officer").get(adres)
    keuzes = {str(keuze) for keuze in pagina.context["formulier"].fields["behandelaar"].queryset}
    assert {"Fg", "Medewerker"} & keuzes == {"Medewerker"}


@pytest.mark.regel("4.5.1")
def test_een_behandelaar_die_fg_werd_leest_maar_wijzigt_niet(wereld, verwerking):
    dossier, fg = verwerking.dossier, wereld.lid("fg")
    dossier.behandelaar = wereld.persoon("fg")
    dossier.save()
    assert mag(fg, Recht.LEZEN, dossier)
    assert not mag(fg, Recht.BEWERKEN, dossier)
    assert not Dossier.objects.waarop(fg, Recht.BEWERKEN).exists()


@pytest.mark.parametrize("eenheid", ["9" * 18, "9" * 30, "٣", "²"])
def test_een_eenheid_die_niet_kan_bestaan_geeft_geen_fout(client_als, verwerking, eenheid):
    assert client_als("privacy_officer").get("/werk/verwerkingen/", {"eenheid": eenheid}).status_code == 200


_VERTROUWELIJK = "Deze verwerking is vertrouwelijk. Maak haar eerst intern"


@pytest.mark.regel("3.3.3")
def test_een_vertrouwelijke_verwerking_wordt_niet_openbaar(client_als, wereld, verwerking, nu):
    po, manager = wereld.lid("privacy_officer"), wereld.lid("teammanager")
    Dossier.objects.update(vertrouwelijkheid=VERTROUWELIJK)
    dien_in(verwerking=verwerking, door=po, nu=nu)
    geef_akkoord(verwerking=verwerking, door=po, nu=nu)
    with pytest.raises(Geweigerd, match=_VERTROUWELIJK):
        stel_vast(verwerking=verwerking, openbaarheid="openbaar", door=manager, nu=nu)
    pagina = client_als("teammanager").get(url(verwerking, "vaststellen/"))
    assert pagina.context["formulier"]["openbaarheid"].value() == "niet_openbaar"
    antwoord = client_als("teammanager").post(url(verwerking, "vaststellen/"), {"openbaarheid": "openbaar"})
    assert _VERTROUWELIJK in antwoord.context["formulier"].errors["openbaarheid"][0]
    stel_vast(verwerking=verwerking, openbaarheid="niet_openbaar", grond="5-1-2-e", door=manager, nu=nu)
    with pytest.raises(Geweigerd, match=_VERTROUWELIJK):
        publiceer(verwerking=verwerking, openbaarheid="openbaar", door=po, nu=nu + timedelta(hours=1))
    antwoord = client_als("privacy_officer").post(
        url(verwerking, "publicatie/"), {"openbaarheid": "openbaar"}
    )
    assert _VERTROUWELIJK in antwoord.context["formulier"].errors["openbaarheid"][0]
    assert not Publicatie.objects.exists()


@pytest.mark.regel("3.3.3")
def test_een_openbare_verwerking_wordt_niet_vertrouwelijk(client_als, wereld, vastgesteld, nu):
    po = wereld.lid("privacy_officer")
    plek = {"eenheid": wereld.team, "behandelaar": None, "vertrouwelijkheid": VERTROUWELIJK}
    with pytest.raises(Geweigerd, match="Inwoners kunnen deze verwerking lezen"):
        wijzig_plaatsing(verwerking=vastgesteld, **plek, door=po, nu=nu)
    velden = {"eenheid": wereld.team.pk, "behandelaar": "", "vertrouwelijkheid": VERTROUWELIJK}
    antwoord = client_als("privacy_officer").post(url(vastgesteld, "plaatsing/"), velden)
    assert "Inwoners kunnen" in antwoord.context["formulier"].errors["vertrouwelijkheid"][0]
    publiceer(verwerking=vastgesteld, openbaarheid="niet_openbaar", grond="5-1-2-e", door=po, nu=nu)
    wijzig_plaatsing(verwerking=vers(vastgesteld), **plek, door=po, nu=nu)
    assert vers(vastgesteld).dossier.vertrouwelijkheid == VERTROUWELIJK
