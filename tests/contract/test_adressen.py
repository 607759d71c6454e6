"""Every address, asked by every role, answers what the table in adressen.py says."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.contract.adressen import ADRESSEN as ALGEMEEN
from tests.contract.adressen import WAARDEN, Adres, Plek, maak_plek
from tests.contract.adressen_beleid import ADRESSEN_BELEID, maak_beleid
from tests.contract.adressen_datalekken import ADRESSEN_DATALEKKEN, maak_datalek
from tests.contract.adressen_naleving import ADRESSEN_NALEVING
from tests.contract.adressen_verklaren import ADRESSEN_VERKLAREN, maak_verklaring
from tests.contract.adressen_vragen import ADRESSEN_VRAGEN, maak_vraag
from tests.wereld import ROLLEN

ADRESSEN = [
    *ALGEMEEN,
    *ADRESSEN_DATALEKKEN,
    *ADRESSEN_VRAGEN,
    *ADRESSEN_NALEVING,
    *ADRESSEN_VERKLAREN,
    *ADRESSEN_BELEID,
]


def patronen(
    resolver: URLResolver, ruimte: str = "", velden: tuple[str, ...] = ()
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The full name of every address, with the names of its parameters."""
    for deel in resolver.url_patterns:
        hier = velden + tuple(deel.pattern.regex.groupindex)
        if isinstance(deel, URLResolver):
            onder = f"{ruimte}{deel.namespace}:" if deel.namespace else ruimte
            yield from patronen(deel, onder, hier)
        elif isinstance(deel, URLPattern):
            yield f"{ruimte}{deel.name}", hier


@pytest.fixture
def plek(wereld) -> Plek:
    maak_datalek(wereld)
    maak_vraag(wereld)
    maak_beleid(wereld)
    maak_verklaring(wereld)
    return maak_plek(wereld)


def pad(adres: Adres, plek: Plek) -> str:
    velden = dict(patronen(get_resolver()))[adres.naam]
    waarden = WAARDEN | dict(adres.waarden)
    return reverse(adres.naam, kwargs={veld: waarden[veld](plek) for veld in velden})


def test_elk_adres_staat_in_de_tabel_en_omgekeerd():
    bestaand = {naam for naam, _ in patronen(get_resolver())}
    assert "None" not in {naam.rsplit(":")[-1] for naam in bestaand}, "een adres zonder naam"
    assert sorted({adres.naam for adres in ADRESSEN}) == sorted(bestaand)


def test_elke_rij_noemt_elke_rol():
    assert [str(adres) for adres in ADRESSEN if set(adres.verwacht) != set(ROLLEN)] == []


@pytest.mark.parametrize("adres", ADRESSEN, ids=str)
def test_elke_rol_krijgt_wat_de_tabel_zegt(adres, plek, client_als):
    waar = pad(adres, plek)
    gekregen = {}
    for rol in ROLLEN:
        with transaction.atomic():
            browser = client_als(rol)
            antwoord = getattr(browser, adres.methode)(waar, dict(adres.gegevens))
            gekregen[rol] = antwoord.status_code
            if antwoord.streaming:
                # Read to the end, which also closes the file.
                assert b"".join(antwoord)
            transaction.set_rollback(True)
    assert gekregen == dict(adres.verwacht)
