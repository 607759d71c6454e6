"""What a worker costs per task, against writing one row, with a queue behind it and a week of work done.

Every task writes one row, and so does the floor: each in a transaction of its own. The ratio is what taking
a task, keeping its outcome and looking for the next one cost on top.
"""

import itertools
import json
import sys
import time
from dataclasses import asdict
from statistics import median

import django
from django.core.management import call_command

django.setup()

from django.db import connection  # noqa: E402 - after setup
from django.utils import timezone  # noqa: E402
from django_tasks import task  # noqa: E402
from django_tasks_db.models import DBTaskResult  # noqa: E402

from bench.meten import Regel  # noqa: E402
from leidraad.berichten.models import Bericht  # noqa: E402
from leidraad.berichten.werker import Werker  # noqa: E402

_PER_KEER, _KEREN, _BATCH = 500, 5, 1000
_sleutels = itertools.count()


@task()
def schrijf() -> None:
    """A task that writes one row and nothing else."""
    _rij()


def _rij() -> None:
    Bericht.objects.create(
        adres="bench@bench.example", soort="nieuw_werk", onderwerp="Werk", tekst="Er staat werk klaar.",
        pad="/werk/", sleutel=f"bench:{next(_sleutels)}", aangemaakt_op=timezone.now(),
        status=Bericht.Status.VERVALLEN,
    )  # fmt: skip


def main(aantal: int) -> list[Regel]:
    """Work off a queue that is empty behind it, then take from one with `aantal` tasks waiting."""
    call_command("migrate", verbosity=0)
    schrijf.enqueue()
    Werker("bench").werk_af()
    _vermenigvuldig(aantal)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    paren = [(_werk_af(), _vloer()) for _ in range(_KEREN)]
    leeg = median(w for w, _ in paren) / median(v for _, v in paren)
    for _ in range(_PER_KEER):
        schrijf.enqueue()
    _vermenigvuldig(aantal)
    werker = Werker("bench")
    paren = [(_rondes(werker), _vloer()) for _ in range(_KEREN)]
    vol = median(w for w, _ in paren) / median(v for _, v in paren)
    hoeveel = f"{aantal:,}".replace(",", ".")
    return [
        Regel(f"een taak afwerken (na {hoeveel})", leeg, 12),
        Regel(f"een taak afwerken ({hoeveel} in de rij)", vol, 12),
    ]


def _vermenigvuldig(aantal: int) -> None:
    """Repeat one row of the queue, whatever its state, until there are `aantal` more."""
    rij = DBTaskResult.objects.order_by("-enqueued_at")[0]
    velden = {v.attname: getattr(rij, v.attname) for v in DBTaskResult._meta.fields if not v.primary_key}
    DBTaskResult.objects.bulk_create((DBTaskResult(**velden) for _ in range(aantal)), batch_size=_BATCH)


def _werk_af() -> float:
    for _ in range(_PER_KEER):
        schrijf.enqueue()
    begin = time.process_time()
    Werker("bench").werk_af()
    duur = time.process_time() - begin
    if DBTaskResult.objects.filter(status="READY").exists():
        raise SystemExit("De werker deed niet alles wat klaarstond.")
    return duur


def _rondes(werker: Werker) -> float:
    begin = time.process_time()
    for _ in range(_PER_KEER):
        if not werker.ronde():
            raise SystemExit("De werker vond niets te doen.")
    return time.process_time() - begin


def _vloer() -> float:
    begin = time.process_time()
    for _ in range(_PER_KEER):
        _rij()
    return time.process_time() - begin


if __name__ == "__main__":
    print(json.dumps([asdict(regel) for regel in main(int(sys.argv[1]))]))
