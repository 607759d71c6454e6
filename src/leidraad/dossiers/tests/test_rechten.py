"""What `mag` says about a dossier and what `zichtbaar_voor` finds in the database are the same."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leidraad.dossiers.models import Dossier, Taak, Termijn
from leidraad.dossiers.werkvoorraad import MIJN, TEAM, WIE, van_wie
from leidraad.organisaties.leden import lid_van
from leidraad.organisaties.models import Eenheid, Functievervulling, Gemeente, Overdracht, Persoon
from leidraad.organisaties.rechten import ROL_VAN_FUNCTIE, Lid, Recht, mag

VANDAAG = date(2026, 11, 23)
NU = datetime(2026, 11, 23, 12, tzinfo=UTC)
GEMEENTEN, EENHEDEN, PERSONEN = 2, 6, 4

dagen = st.none() | st.integers(-2, 2).map(lambda n: VANDAAG + timedelta(days=n))
eenheid = st.none() | st.integers(0, EENHEDEN - 1)
functies = st.tuples(
    st.integers(0, PERSONEN - 1),
    st.integers(0, GEMEENTEN - 1),
    eenheid,
    st.sampled_from([*ROL_VAN_FUNCTIE, "onbekende functie"]),
    dagen,
    dagen,
)
dossiers = st.tuples(
    st.integers(0, GEMEENTEN - 1),
    eenheid,
    st.none() | st.integers(0, PERSONEN - 1),
    st.sampled_from(["intern", "vertrouwelijk"]),
)
overdrachten = st.tuples(st.integers(0, 7), st.integers(0, PERSONEN - 1), st.integers(0, EENHEDEN - 1), dagen)


def _periode(van: date | None, tot: date | None) -> dict[str, date | None]:
    return {"van": min(van, tot), "tot": max(van, tot)} if van and tot else {"van": van, "tot": tot}


def _bouw(bomen: list[int | None], taken: Any, over: Any, mappen: Any) -> list[Persoon]:
    """A world of units (each under an earlier one), people with functions, hand-overs and dossiers."""
    gemeenten = [
        Gemeente.objects.create(naam=f"G{n}", slug=f"g{n}", cbs_code=f"GM{n}") for n in range(GEMEENTEN)
    ]
    eenheden = _eenheden(gemeenten, bomen)
    mensen = Persoon.objects.bulk_create(Persoon(email=f"p{n}@x.nl", naam=f"P{n}") for n in range(PERSONEN))
    vervuld = [
        Functievervulling.objects.create(
            persoon=mensen[wie],
            functie=functie,
            **_plek(gemeenten, eenheden, waar, plek_nr),
            **_periode(van, tot),
        )
        for wie, waar, plek_nr, functie, van, tot in taken
    ]
    for welke, aan, plek_nr, tot in over if vervuld else []:
        Overdracht.objects.create(
            functie=vervuld[welke % len(vervuld)],
            aan=mensen[aan],
            eenheid=eenheden[plek_nr],
            taak="toetsen",
            van=VANDAAG - timedelta(days=3),
            tot=tot,
        )
    Dossier.objects.bulk_create(
        Dossier(
            soort="verwerkingen",
            nummer=f"VW-{n}",
            titel="x",
            behandelaar=mensen[wie] if wie is not None else None,
            vertrouwelijkheid=geheim,
            aangemaakt_op=NU,
            gewijzigd_op=NU,
            **_plek(gemeenten, eenheden, waar, plek_nr),
        )
        for n, (waar, plek_nr, wie, geheim) in enumerate(mappen)
    )
    return mensen


def _eenheden(gemeenten: list[Gemeente], bomen: list[int | None]) -> list[Eenheid]:
    eenheden: list[Eenheid] = []
    for n, boven in enumerate(bomen):
        bovenliggend = eenheden[boven % n] if n > 1 and boven is not None else None
        plek = bovenliggend.gemeente if bovenliggend else gemeenten[n % GEMEENTEN]
        eenheden.append(
            Eenheid.objects.create(gemeente=plek, naam=f"E{n}", soort="team", bovenliggend=bovenliggend)
        )
    return eenheden


def _plek(gemeenten: list[Gemeente], eenheden: list[Eenheid], waar: int, nr: int | None) -> dict[str, Any]:
    """A unit with its own gemeente, or a gemeente as a whole."""
    hangt = eenheden[nr] if nr is not None else None
    return {"gemeente": hangt.gemeente if hangt else gemeenten[waar], "eenheid": hangt}


def _werk(
    mappen: list[Dossier], mensen: list[Persoon], werk: list[tuple[Recht, int | None]]
) -> tuple[list[Taak], list[Termijn]]:
    """A task and a term for every right, each with one of the dossiers, some given to somebody."""
    taken, klokken = [], []
    for n, (recht, wie) in enumerate(werk):
        dossier = mappen[n % len(mappen)]
        wat = {"dossier": dossier, "soort": f"s{n}", "titel": "x", "recht": recht.value}
        toegewezen = mensen[wie] if wie is not None else None
        taken.append(
            Taak(
                gemeente_id=dossier.gemeente_id, bericht="nieuw_werk", toegewezen=toegewezen,
                zichtbaar_vanaf=NU, aangemaakt_op=NU, **wat,
            )
        )  # fmt: skip
        klokken.append(Termijn(vanaf=NU, streng=NU, **wat))
    return Taak.objects.bulk_create(taken), Termijn.objects.bulk_create(klokken)


def _van(lid: Lid, taak: Taak) -> bool:
    """The rule for a task in words: she may do it, or it was given to her and she may read the dossier."""
    gegeven = taak.toegewezen_id == lid.persoon_id and mag(lid, Recht.LEZEN, taak.dossier)
    return bool(gegeven or mag(lid, Recht(taak.recht), taak.dossier))


@pytest.mark.django_db
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.none() | st.integers(0, EENHEDEN), min_size=EENHEDEN, max_size=EENHEDEN),
    st.lists(functies, max_size=8),
    st.lists(overdrachten, max_size=3),
    st.lists(dossiers, min_size=1, max_size=8),
    st.lists(st.tuples(st.sampled_from(Recht), st.none() | st.integers(0, PERSONEN - 1)), max_size=8),
)
def test_zichtbaar_voor_is_hetzelfde_als_mag(db, bomen, functies_, over, mappen, werk):
    with transaction.atomic():
        mensen = _bouw(bomen, functies_, over, mappen)
        alle = list(Dossier.objects.all())
        taken, klokken = _werk(alle, mensen, werk)
        for mens in mensen:
            lid = lid_van(mens, VANDAAG)
            assert set(Dossier.objects.zichtbaar_voor(lid)) == {d for d in alle if mag(lid, Recht.LEZEN, d)}
            assert set(Taak.objects.voor(lid)) == {t for t in taken if _van(lid, t)}
            assert set(Termijn.objects.voor(lid)) == {
                t for t in klokken if mag(lid, Recht(t.recht), t.dossier)
            }
            for wie in WIE:
                assert set(van_wie(lid, wie)) <= set(Taak.objects.voor(lid))
            assert set(van_wie(lid, MIJN)) <= set(van_wie(lid, TEAM))
            for recht in (Recht.BEWERKEN, Recht.VASTSTELLEN, Recht.JOURNAAL, Recht.OPMERKEN):
                assert set(Dossier.objects.waarop(lid, recht)) == {d for d in alle if mag(lid, recht, d)}
        transaction.set_rollback(True)
