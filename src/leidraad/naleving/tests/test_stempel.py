"""A stamp changes with everything that can change figures, and only in the gemeente where it happened."""

from datetime import datetime, timedelta

from leidraad.dossiers.handelingen import leg_vast, open_dossier
from leidraad.dossiers.models import Dossier, Taak
from leidraad.naleving.stempel import TAKEN, stempels, tijdvak
from leidraad.organisaties.rechten import Recht
from tests.wereld import Wereld


def _dossier(wereld: Wereld, nu: datetime) -> Dossier:
    return open_dossier(
        soort="datalekken",
        voorvoegsel="DL",
        titel="Mail aan de verkeerde",
        gemeente=wereld.gemeente,
        eenheid=wereld.team,
        door=wereld.lid("privacy_officer"),
        nu=nu,
    )


def test_opslaan_verandert_het_stempel_van_het_register_en_van_het_werk(wereld, nu):
    dossier = _dossier(wereld, nu)
    hier, elders = stempels(wereld.gemeente.pk), stempels(wereld.andere_gemeente.pk)
    po = wereld.lid("privacy_officer")
    # With one save a clock can move, and with it the end of the work: the number of tasks stays the same.
    leg_vast(dossier, handeling="gewijzigd", details={}, recht=Recht.BEWERKEN, door=po, nu=nu)
    daarna = stempels(wereld.gemeente.pk)
    assert {deel for deel in daarna if daarna[deel] != hier.get(deel)} == {"datalekken", TAKEN}
    assert stempels(wereld.andere_gemeente.pk) == elders


def test_een_taak_erbij_af_of_vervallen_verandert_het_stempel_van_het_werk(wereld, nu):
    dossier = _dossier(wereld, nu)
    gezien = [stempels(wereld.gemeente.pk)[TAKEN]]
    taak = Taak.objects.create(
        dossier=dossier, gemeente=wereld.gemeente, soort="proef", recht=Recht.TOETSEN.value,
        aangemaakt_op=nu, zichtbaar_vanaf=nu,
    )  # fmt: skip
    gezien.append(stempels(wereld.gemeente.pk)[TAKEN])
    klaar = {"klaar_op": nu, "klaar_door": wereld.persoon("privacy_officer"), "klaar_functie": "fg"}
    for velden in (klaar, dict.fromkeys(klaar, None) | {"klaar_functie": "", "vervallen_op": nu}):
        Taak.objects.filter(pk=taak.pk).update(**velden)
        gezien.append(stempels(wereld.gemeente.pk)[TAKEN])
    assert len(set(gezien)) == len(gezien) == 4


def test_zonder_wijziging_staan_cijfers_een_dag_stil_of_een_kwartier(nu):
    assert tijdvak(nu, per_uur=False) == tijdvak(nu + timedelta(hours=14), per_uur=False)
    assert tijdvak(nu, per_uur=False) != tijdvak(nu + timedelta(hours=15), per_uur=False)
    assert tijdvak(nu, per_uur=True) == tijdvak(nu + timedelta(minutes=14), per_uur=True)
    assert tijdvak(nu, per_uur=True) != tijdvak(nu + timedelta(minutes=15), per_uur=True)
