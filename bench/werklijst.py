"""The work list of a Privacy Officer of four, with open work in all 342 municipalities, against the floor."""

import json
import sys
from dataclasses import asdict
from datetime import datetime, timedelta

import django
from django.core.management import call_command

django.setup()

from django.db import connection  # noqa: E402 - after setup
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.bezoeken import bezoek  # noqa: E402
from bench.meten import Regel  # noqa: E402
from leidraad.dossiers.models import Dossier, Taak  # noqa: E402
from leidraad.organisaties.models import Eenheid, Functievervulling, Gemeente, Persoon  # noqa: E402
from leidraad.registers.verwerkingen.models import Verwerking  # noqa: E402
from leidraad.registers.verwerkingen.taaksoorten import AANPASSEN, HERZIEN, TOETSEN, VASTSTELLEN  # noqa: E402

_GEMEENTEN, _TEAMS, _VAN_HAAR = 342, 12, 4
_SOORTEN = (TOETSEN, AANPASSEN, VASTSTELLEN, HERZIEN)


def zaai(aantal: int) -> Persoon:
    """Sow `aantal` dossiers with one open task each, and one that was done; gives the Privacy Officer."""
    nu = timezone.now()
    officer = Persoon.objects.create(email="privacy-officer@bench.example", naam="Privacy Officer")
    for n in range(_GEMEENTEN):
        gemeente = Gemeente.objects.create(naam=f"Gemeente {n}", slug=f"gemeente-{n}", cbs_code=f"GM{n:04d}")
        Eenheid.objects.bulk_create(
            [Eenheid(gemeente=gemeente, naam=f"Team {i}", soort=Eenheid.Soort.TEAM) for i in range(_TEAMS)]
        )
        if n < _VAN_HAAR:
            Functievervulling.objects.create(persoon=officer, gemeente=gemeente, functie="privacy_officer")
    eenheden = list(Eenheid.objects.order_by("pk"))
    dossiers = Dossier.objects.bulk_create(
        [
            Dossier(
                gemeente_id=eenheid.gemeente_id, eenheid=eenheid, soort="verwerkingen", titel=f"Werk {n}",
                nummer=f"VW-2026-{n:05d}", aangemaakt_op=nu, gewijzigd_op=nu,
            )
            for n in range(aantal)
            for eenheid in [eenheden[n * 7 % len(eenheden)]]
        ],
        batch_size=1000,
    )  # fmt: skip
    Verwerking.objects.bulk_create([Verwerking(dossier=d) for d in dossiers], batch_size=1000)
    taken = [_taak(d, n, nu - timedelta(days=n % 90)) for n, d in enumerate(dossiers)]
    gedaan = [_taak(d, n + 1, nu - timedelta(days=90)) for n, d in enumerate(dossiers)]
    for taak in gedaan:
        taak.klaar_op, taak.klaar_door, taak.klaar_functie = nu, officer, "privacy_officer"
    Taak.objects.bulk_create([*taken, *gedaan], batch_size=1000)
    return officer


def _taak(dossier: Dossier, n: int, nu: datetime) -> Taak:
    soort = _SOORTEN[n % len(_SOORTEN)]
    return Taak(
        dossier=dossier, gemeente_id=dossier.gemeente_id, soort=soort.code, titel=soort.titel,
        recht=soort.recht.value, pad=soort.pad, bericht=soort.bericht, zichtbaar_vanaf=nu, gemeld_op=nu,
        aangemaakt_op=nu, uiterlijk=nu + timedelta(days=n % 120) if n % 3 else None,
    )  # fmt: skip


def main(aantal: int) -> list[Regel]:
    """Sow, then measure the list from three distances, and what was done."""
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    officer = zaai(aantal)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    werk = Client()
    werk.force_login(officer)
    hoeveel = f"({aantal:,})".replace(",", ".")
    regels = []
    for naam, query in (
        ("werklijst", ""), ("werklijst, alles", "?wie=alles"), ("werklijst, gedaan", "?status=gedaan"),
        ("werklijst, filter", "?wie=alles&gemeente=gemeente-1&te_laat=ja"),
    ):  # fmt: skip
        adres = f"/werk/werklijst/{query}"
        regels += bezoek(werk, f"{naam} {hoeveel}", adres, "/werk/vloer/", 3, 14)
    return regels


if __name__ == "__main__":
    print(json.dumps([asdict(regel) for regel in main(int(sys.argv[1]))]))
