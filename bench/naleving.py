"""All norms for all 342 municipalities as the registers grow, and the page of one of them."""

import json
import statistics
import sys
from dataclasses import asdict
from functools import partial

import django
from django.core.management import call_command

django.setup()

from django.db import connection  # noqa: E402 - after setup
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.bezoeken import bezoek  # noqa: E402
from bench.datalekken import zaai_datalekken  # noqa: E402
from bench.meten import Regel, duur  # noqa: E402
from bench.zaaien import zaai_gemeenten, zaai_verwerkingen  # noqa: E402
from leidraad.naleving.handelingen import leg_dag_vast  # noqa: E402
from leidraad.naleving.peilen import peil_alle  # noqa: E402
from leidraad.naleving.toetsen import GEMETEN  # noqa: E402
from leidraad.organisaties.leden import lid_van  # noqa: E402
from leidraad.organisaties.models import Gemeente, Persoon  # noqa: E402
from leidraad.registers.verwerkingen.handelingen import wijzig_plaatsing  # noqa: E402
from leidraad.registers.verwerkingen.models import Verwerking  # noqa: E402

_GEMEENTEN, _DATALEKKEN = 342, 2_000
_KEREN = 3


def _tijd_van_alles() -> float:
    """The median processor time of judging every norm for every municipality, in seconds."""
    gemeenten = list(Gemeente.objects.values_list("pk", flat=True))
    return statistics.median(duur(partial(peil_alle, gemeenten, timezone.now())) for _ in range(_KEREN))


def _pagina(officer: Persoon, hoeveel: str) -> list[Regel]:
    """The page when nothing changed, and right after an own save, each against the floor."""
    werk = Client()
    werk.force_login(officer)
    gemeente = Gemeente.objects.order_by("pk")[0]
    adres = f"/werk/naleving/{gemeente.slug}/"
    warm = bezoek(werk, f"naleving van één gemeente {hoeveel}", adres, "/werk/vloer/", 3, 16)
    return [
        *warm,
        Regel(f"naleving na een eigen wijziging {hoeveel}", _na_wijziging(werk, adres, officer), 3),
    ]


def _na_wijziging(werk: Client, adres: str, officer: Persoon) -> float:
    """The page after a save of one verwerking of that municipality; the save itself is not measured."""
    gemeente = Gemeente.objects.order_by("pk")[0]
    verwerkingen = list(Verwerking.objects.filter(dossier__gemeente=gemeente).select_related("dossier")[:25])
    eenheden = list(gemeente.eenheden.all())
    door = lid_van(officer, timezone.localdate())
    tijden, vloeren = [], []
    for plek, verwerking in enumerate(verwerkingen):
        wijzig_plaatsing(
            verwerking=verwerking, eenheid=eenheden[plek % len(eenheden)], behandelaar=None,
            vertrouwelijkheid="intern", door=door, nu=timezone.now(),
        )  # fmt: skip
        tijden.append(duur(partial(werk.get, adres)))
        vloeren.append(duur(partial(werk.get, "/werk/vloer/")))
    return statistics.median(tijden) / statistics.median(vloeren)


def main(stappen: list[int]) -> list[Regel]:
    """Sow step by step and measure at each size."""
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    officer = zaai_gemeenten([f"Gemeente {n}" for n in range(_GEMEENTEN)])
    zaai_datalekken(_DATALEKKEN, officer)
    regels: list[Regel] = []
    gezaaid, tijden = 0, []
    for aantal in stappen:
        zaai_verwerkingen(aantal - gezaaid, officer)
        gezaaid = aantal
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        tijden.append(_tijd_van_alles())
        hoeveel = f"({aantal:,})".replace(",", ".")
        print(f"alle normen {hoeveel}: {tijden[-1]:.2f} s", file=sys.stderr)
        regels += _vragen(hoeveel) + _pagina(officer, hoeveel)
    for klein, groot, voor, na in zip(stappen, stappen[1:], tijden, tijden[1:], strict=False):
        per_rij = (na / groot) / (voor / klein)
        regels.append(Regel(f"alle normen: tijd per rij van {klein} naar {groot}", per_rij, 1.5))
    return regels


def _vragen(hoeveel: str) -> list[Regel]:
    with CaptureQueriesContext(connection) as gezien:
        leg_dag_vast(timezone.now())
        lezen = [q for q in gezien.captured_queries if q["sql"].startswith("SELECT")]
    return [Regel(f"alle normen {hoeveel}: vragen per toets", len(lezen) / len(GEMETEN), 1, "per toets")]


if __name__ == "__main__":
    print(json.dumps([asdict(regel) for regel in main([int(deel) for deel in sys.argv[1].split(",")])]))
