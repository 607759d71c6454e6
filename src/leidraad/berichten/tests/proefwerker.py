"""A worker in a process of its own that is impatient, so that tests need not wait long."""

import signal
import sys
from datetime import timedelta

import django


def main(naam: str, lease: float) -> None:
    """Work until SIGTERM."""
    django.setup()
    from leidraad.berichten.rooster import gepland
    from leidraad.berichten.tests.proeftaken import beurt
    from leidraad.berichten.werker import Werker

    gepland("proefbeurt", beurt, elke=timedelta(hours=1))
    werker = Werker(naam, lease=timedelta(seconds=lease), pauze=0.05)
    signal.signal(signal.SIGTERM, lambda *_: werker.stop())
    werker.draai()


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
