"""Tasks that leave a trace, for the tests of the queue."""

import time
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from django.utils import timezone
from django_tasks import task

from leidraad.berichten.models import Bericht

_GEDULD = 60
_VAN_WIE = "GEHEIM@LEIDEN.TEST"


def spoor(sleutel: str, soort: str) -> None:
    """Leave a row; the same key twice would raise."""
    Bericht.objects.create(
        adres="spoor@leiden.test", soort=soort, onderwerp=sleutel, tekst="", pad="/", sleutel=sleutel,
        aangemaakt_op=timezone.now(), status=Bericht.Status.VERVALLEN,
    )  # fmt: skip


@task()
def kort(nummer: int) -> None:
    """A task that is done at once."""
    spoor(f"kort:{nummer}", "kort")


@task()
def lang(map_: str) -> None:
    """A task that says that it began, waits for permission, and does its work once however often it runs."""
    with Path(map_, "begonnen").open("a") as uit:
        uit.write("x")
    einde = time.monotonic() + _GEDULD
    while not Path(map_, "ga").exists() and time.monotonic() < einde:
        time.sleep(0.02)
    if not Bericht.objects.filter(sleutel="lang").exists():
        spoor("lang", "lang")


@task()
def stuk() -> None:
    """A task that always fails, with something in its error that nobody may read."""
    raise RuntimeError(_VAN_WIE.lower())


def beurt(nu: datetime) -> None:
    """A recurring job that would leave two rows when it was done twice."""
    spoor(f"beurt:{uuid4()}", "beurt")
