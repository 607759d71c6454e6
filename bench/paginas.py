"""The pages that people open all day, against the floor, at a given number of verwerkingen."""

import json
import resource
import sys
from dataclasses import asdict

import django
from django.core.management import call_command

django.setup()

from django.db import connection  # noqa: E402 - after setup
from django.test import Client  # noqa: E402

from bench.bezoeken import bezoek  # noqa: E402
from bench.meten import Regel  # noqa: E402
from bench.zaaien import zaai  # noqa: E402
from leidraad.registers.verwerkingen.models import Verwerking  # noqa: E402


def main(aantal: int) -> list[Regel]:
    """Sow, then measure list, search, dossier page and public pages; the memory is the peak of it all."""
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    officer = zaai(aantal)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    werk = Client()
    werk.force_login(officer)
    hoeveel = f"({aantal:,})".replace(",", ".")
    een = Verwerking.objects.filter(status="vastgesteld").select_related("dossier__gemeente").earliest("pk")
    paginas = {
        f"lijst {hoeveel}": ("/werk/verwerkingen/", 3, 10),
        f"lijst met zoeken, filter en sorteren {hoeveel}": (
            "/werk/verwerkingen/?q=uitkering&status=vastgesteld&gemeente=leiden&sorteer=naam", 3, 10,
        ),
        f"zoeken in alles {hoeveel}": ("/werk/zoeken/?q=uitkering", 3, 10),
        f"dossierpagina {hoeveel}": (een.dossier.get_absolute_url(), 4, 20),
    }  # fmt: skip
    regels = []
    for naam, (adres, budget, queries) in paginas.items():
        regels += bezoek(werk, naam, adres, "/werk/vloer/", budget, queries)
    bezoeker = Client()
    openbaar = {
        f"openbaar register {hoeveel}": "/leiden/verwerkingen/",
        f"openbare verwerking {hoeveel}": f"/{een.dossier.gemeente.slug}/verwerkingen/{een.dossier.nummer}",
    }
    for naam, adres in openbaar.items():
        regels += bezoek(bezoeker, naam, adres, "/vloer/vloer/", 1.5, 3)
    megabyte = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [*regels, Regel(f"geheugen van een werker {hoeveel}", megabyte, 200, "MB")]


if __name__ == "__main__":
    print(json.dumps([asdict(regel) for regel in main(int(sys.argv[1]))]))
