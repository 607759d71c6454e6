"""A toets and the pure rules say the same of any content: SQL finds a shortfall where a demand is not met."""

import re
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, date, datetime

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leidraad.organisaties.models import Bestuursorgaan
from leidraad.registers.verwerkingen import handelingen, opslag
from leidraad.registers.verwerkingen.begrippen import Bewaarbron, Regime, Rol
from leidraad.registers.verwerkingen.handelingen import Nieuw
from leidraad.registers.verwerkingen.inhoud import LIJSTEN, Inhoud
from leidraad.registers.verwerkingen.inhoud import VELDEN as INHOUDSVELDEN
from leidraad.registers.verwerkingen.models import Verwerking
from leidraad.registers.verwerkingen.regels.afwijkingen import afwijkingen
from leidraad.registers.verwerkingen.regels.doorgifte import buiten_eer
from leidraad.registers.verwerkingen.regels.gevoeligheid import ontbrekende_maatregelen
from leidraad.registers.verwerkingen.regels.volledigheid import ontbreekt
from leidraad.registers.verwerkingen.tests.regels.hulp import inhouden
from leidraad.registers.verwerkingen.tests.toetsen.conftest import GOED, OP_NORM, doel, gegeven, pks
from leidraad.registers.verwerkingen.tests.toetsen.test_bewaren import EIGEN
from leidraad.registers.verwerkingen.tests.toetsen.test_rechtmatig import LATER

# The fields of the demands that say the same as a norm; N stands for the number of a row.
VELDEN: dict[str, str] = {
    "2.1.1": r"doelen(\.N\.(grondslag|wet|artikel|toelichting))?",
    "2.1.2": r"gegevens\.N\.(doorbrekingsgrond|doorbreking_toelichting)",
    "2.2.2": r"doelen\.N\.(verband|kader|aard|gevolgen|waarborgen|verenigbaar)",
    "2.3.1": r"gegevens(\.N\.noodzaken)?",
    "2.3.2": r"proportionaliteit(_waarom)?",
    "2.3.3": r"subsidiariteit(_waarom)?",
    "2.4.1": r"juistheid",
    "2.5.1": r"bewaartermijnen(\.N\.(bron|wet|resultaat|blijvend))?",
    "2.5.2": r"bewaartermijnen\.N\.(motivering|wet_en_lijst_zwijgen)",
    "2.9.1": r"ontvangers\.N\.(mechanisme|mechanisme_toelichting|doorgiftebeoordeling|artikel49)",
    "3.3.1": r"naam|omschrijving|rol|rol_toelichting|bestuursorgaan|doelen(\.N\.omschrijving)?"
    r"|(betrokkenen|ontvangers)(\.N\.naam)?|gegevens(\.N\.(naam|betrokkenen|bewaartermijn))?"
    r"|bewaartermijnen(\.N\.(duur|vernietigen_na))?|maatregelen",
}
WPG_OOK = r"profilering|doelen\.N\.grondslag|autorisaties"
# All that a processor must register (AVG art. 30 lid 2; Wpg art. 31d lid 2).
VERWERKER = r"naam|omschrijving|rol_toelichting|maatregelen"
# Where a norm says something else than the demands: what it says, over the content alone.
ANDERS: dict[str, Callable[[Inhoud, date], bool]] = {
    "2.2.1": lambda inhoud, op: (
        not inhoud.doelen or any(len(doel.omschrijving.split()) < 4 for doel in inhoud.doelen)
    ),
    "2.6.1": lambda inhoud, op: bool(not inhoud.maatregelen or ontbrekende_maatregelen(inhoud, op)),
    "2.10.1": lambda inhoud, op: inhoud.profilering is not False,
    "2.10.2": lambda inhoud, op: (
        inhoud.geautomatiseerd_besluit is None
        or any("norm 2.10.2" in afwijking.grond for afwijking in afwijkingen(inhoud, op))
    ),
}
# Whom a narrower toets looks at.
KIJKT: dict[str, Callable[[Inhoud, date], bool]] = {
    "2.1.2": lambda inhoud, op: any(
        g.soort in ("bijzonder", "strafrechtelijk", "bsn") for g in inhoud.gegevens
    ),
    "2.2.2": lambda inhoud, op: any(doel.later_doel for doel in inhoud.doelen),
    "2.5.2": lambda inhoud, op: (
        inhoud.regime != Regime.WPG and any(t.bron == Bewaarbron.EIGEN for t in inhoud.bewaartermijnen)
    ),
    "2.9.1": lambda inhoud, op: any(buiten_eer(o.land, op) for o in inhoud.ontvangers),
}


def _op_te_slaan(inhoud: Inhoud) -> Inhoud:
    """What runs is proven apart: here everything does. One reason for each purpose is all the tables hold."""
    gegevens = tuple(
        replace(g, noodzaken=tuple({n.doel: n for n in g.noodzaken}.values())) for g in inhoud.gegevens
    )
    return replace(inhoud, startdatum=None, einddatum=None, gegevens=gegevens)


# GOED, and of everything that some norms are about one row more, all in order.
RIJK = replace(
    GOED,
    doelen=(*GOED.doelen, *doel(**LATER)),
    gegevens=(
        *GOED.gegevens,
        *gegeven(regel=2, soort="bijzonder", doorbrekingsgrond="9-2-g", doorbreking_toelichting="Wmo 2015"),
    ),
    bewaartermijnen=(*GOED.bewaartermijnen, replace(GOED.bewaartermijnen[0], regel=2, **EIGEN)),
    ontvangers=(
        *GOED.ontvangers,
        replace(GOED.ontvangers[0], regel=2, land="CN", mechanisme="scc", doorgiftebeoordeling="Goed."),
    ),
)
PLEKKEN = [
    *((naam, -1, "") for naam in (*INHOUDSVELDEN, *LIJSTEN)),
    *(
        (naam, nummer, veld.name)
        for naam in LIJSTEN
        for nummer, rij in enumerate(getattr(RIJK, naam))
        for veld in fields(rij)
        if veld.name != "regel"
    ),
]


def _meng(willekeurig: Inhoud, plekken: list[tuple[str, int, str]]) -> Inhoud:
    """RIJK, at some places random: a field, a whole list, or a field of a row."""
    inhoud = RIJK
    for naam, nummer, veld in plekken:
        nieuw = getattr(willekeurig, naam)
        if nummer >= 0:
            rijen = list(getattr(inhoud, naam))
            if nummer >= min(len(rijen), len(nieuw)):
                continue
            rijen[nummer] = replace(rijen[nummer], **{veld: getattr(nieuw[nummer], veld)})
            nieuw = tuple(rijen)
        inhoud = replace(inhoud, **{naam: nieuw})
    return inhoud


# Short enough for every column; the last one is a purpose that is not vague.
WILLEKEURIG = inhouden(st.sampled_from(["", "tekst", "a b c d"]))
BIJNA_GOED = st.builds(_meng, WILLEKEURIG, st.lists(st.sampled_from(PLEKKEN), max_size=6))
DAGEN = st.sampled_from([date(2026, 1, 1), date(2026, 8, 31), date(2026, 9, 1), date(2026, 11, 23)])


def _tekort(norm: str, inhoud: Inhoud, op: date) -> bool:
    """What the pure rules say of this norm."""
    if norm in ANDERS:
        return ANDERS[norm](inhoud, op)
    velden = VELDEN[norm]
    if norm == "3.3.1" and inhoud.rol == Rol.VERWERKER:
        velden = VERWERKER
    elif norm == "3.3.1" and inhoud.regime == Regime.WPG:
        velden += f"|{WPG_OOK}"
    patroon = re.compile(velden)
    return any(patroon.fullmatch(re.sub(r"\d+", "N", eis.veld, count=1)) for eis in ontbreekt(inhoud, op))


def _verwacht(norm: str, inhoud: Inhoud, op: date) -> bool | None:
    kijkt = KIJKT.get(norm)
    return None if kijkt and not kijkt(inhoud, op) else _tekort(norm, inhoud, op)


def _gevonden(norm: str, nu: datetime) -> dict[int, bool]:
    """What the toets says of every verwerking that it looks at."""
    toets = OP_NORM[norm]
    tekort = set(pks(toets.bevindingen(nu)))
    return {pk: pk in tekort for pk in pks(toets.populatie.van(nu))}


@pytest.mark.django_db
@settings(
    max_examples=settings().max_examples // 4, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists((WILLEKEURIG | BIJNA_GOED).map(_op_te_slaan), min_size=1, max_size=4), DAGEN)
def test_een_toets_vindt_een_tekort_precies_waar_een_eis_niet_is_vervuld(wereld, inhouden_, op):
    nu = datetime(op.year, op.month, op.day, 12, tzinfo=UTC)
    with transaction.atomic():
        Bestuursorgaan.objects.get_or_create(gemeente=wereld.gemeente, naam=GOED.bestuursorgaan)
        nieuwe = [Nieuw(inhoud, wereld.team) for inhoud in inhouden_]
        door = wereld.lid("privacy_officer")
        handelingen.maak_alle_aan(gemeente=wereld.gemeente, nieuwe=nieuwe, door=door, nu=nu)
        inhoud_van = opslag.lees_alle(Verwerking.objects.select_related("dossier", "bestuursorgaan"))
        for norm in (*VELDEN, *ANDERS):
            verwacht = {pk: _verwacht(norm, inhoud, op) for pk, inhoud in inhoud_van.items()}
            bekeken = {pk: uitkomst for pk, uitkomst in verwacht.items() if uitkomst is not None}
            assert _gevonden(norm, nu) == bekeken, norm
        transaction.set_rollback(True)
