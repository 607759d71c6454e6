"""The form of the AP: every field of the list gets a value, in words that the form asks for."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from leidraad.registers.datalekken.begrippen import Risico
from leidraad.registers.datalekken.inhoud import Factoren, GelektGegeven, Getroffenen, Inhoud
from leidraad.registers.datalekken.uitwisseling.ap_formulier import Ingelicht, Kop, formulier

OP = date(2026, 11, 23)
KOP = Kop(soort="eerste", organisatie="Gemeente Leiden", nummer="DL-2026-0001")
VOL = Inhoud(
    omschrijving="Een brief ging naar de buren.",
    vertrouwelijkheid_geschonden=True,
    beschikbaarheid_geschonden=True,
    oorzaak="vergissing",
    oorzaak_toelichting="Drukte",
    gebeurd_van=datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
    gebeurd_zekerheid="benadering",
    duurt_voort=True,
    factoren=Factoren(ernst=2),
    risico=Risico.HOOG_RISICO.value,
    betrokkenen=(
        Getroffenen(regel=1, naam="Ouders", minimum=10, maximum=20, kwetsbaar=False),
        Getroffenen(regel=2, naam="Kinderen", minimum=5, kwetsbaar=True),
    ),
    gegevens=(
        GelektGegeven(regel=1, naam="Adres", soort="gewoon", aantal=30),
        GelektGegeven(regel=2, naam="BSN", soort="bsn", aantal=12),
    ),
)
pytestmark = pytest.mark.regel("3.4.2")


def waarden(inhoud: Inhoud, kop: Kop = KOP) -> dict[str, str]:
    return {veld.code: veld.waarde for deel in formulier(inhoud, kop, OP) for veld in deel.velden}


def test_de_delen_staan_in_de_volgorde_van_het_formulier() -> None:
    assert [deel.nummer for deel in formulier(Inhoud(), KOP, OP)] == list(range(10))


@pytest.mark.parametrize(
    ("code", "waarde"),
    [
        ("begin", "25-10-2026 02:30 (ongeveer)"),
        ("einde", "Het duurt nog voort"),
        ("aard", "Vertrouwelijkheid, beschikbaarheid"),
        ("oorzaak", "Vergissing van een medewerker. Drukte"),
        ("gegevens_gewoon", "Adres"),
        ("gegevens_bijzonder", "BSN"),
        ("aantal_records", "42"),
        ("groepen", "Ouders, Kinderen"),
        ("kwetsbaar", "Kinderen"),
        ("minimum", "15"),
        ("maximum", "20"),
        ("ernst", "Aanzienlijk"),
        ("geinformeerd", "Nog niet"),
        ("volledig", "Nee, er volgt een aanvulling"),
        ("reden_te_laat", "Niet van toepassing: op tijd"),
    ],
)
def test_wat_bekend_is_staat_er_in_gewone_woorden(code: str, waarde: str) -> None:
    assert waarden(VOL)[code] == waarde


def test_wat_niemand_weet_blijft_leeg() -> None:
    leeg = waarden(Inhoud())
    for code in ("begin", "samenvatting", "minimum", "kwetsbaar", "versleuteld", "geinformeerd", "ernst"):
        assert leeg[code] == ""


def test_ingelichte_mensen_tellen_mee() -> None:
    op = datetime(2026, 11, 23, 9, tzinfo=UTC)
    kop = replace(KOP, ingelicht=(Ingelicht(wijze="openbaar", op=op, aantal=40),))
    assert waarden(VOL, kop)["geinformeerd"] == "Ja"
    assert waarden(VOL, kop)["hoe_geinformeerd"] == "Openbare mededeling, 23-11-2026 10:00, 40 mensen"
    assert waarden(VOL, kop)["openbare_mededeling"] == "Ja, op 23-11-2026 10:00"


def test_zonder_hoog_risico_staat_de_reden_erbij() -> None:
    laag = replace(VOL, risico="risico", risico_reden="De buren zwijgen.")
    assert (waarden(laag)["geinformeerd"], waarden(laag)["reden_niet"]) == ("Nee", "De buren zwijgen.")
