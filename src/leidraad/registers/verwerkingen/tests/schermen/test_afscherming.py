"""Who takes a confidential verwerking out is written down, and the FG never edits."""

import pytest

from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.journaal.lezen import INGEZIEN
from leidraad.dossiers.models import Dossier, Journaalregel
from leidraad.organisaties.rechten import VERTROUWELIJK, Recht, mag
from leidraad.registers.verwerkingen.handelingen import wijzig_plaatsing


def _keren_bekeken(dossier: Dossier) -> int:
    return Journaalregel.objects.filter(keten=dossier.uuid, handeling=INGEZIEN).count()


def test_een_export_laat_bij_elk_vertrouwelijk_dossier_een_spoor_na(client_als, maak):
    open_, dicht = maak().dossier, maak().dossier
    Dossier.objects.filter(pk=dicht.pk).update(vertrouwelijkheid=VERTROUWELIJK)
    for _ in range(2):
        b"".join(client_als("privacy_officer").get("/werk/verwerkingen/export.json").streaming_content)
    assert (_keren_bekeken(open_), _keren_bekeken(dicht)) == (0, 1)
    b"".join(client_als("ciso").get("/werk/verwerkingen/export.json").streaming_content)
    assert _keren_bekeken(dicht) == 1


@pytest.mark.norm("4.5.1")
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


@pytest.mark.norm("4.5.1")
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
