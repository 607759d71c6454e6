"""App configuration: the recurring jobs of this package."""

from datetime import time, timedelta

from django.apps import AppConfig


class BerichtenConfig(AppConfig):
    """Register the jobs that send mail and clean up."""

    name = "leidraad.berichten"
    label = "berichten"

    def ready(self) -> None:
        """Put the jobs of this package on the schedule."""
        from leidraad.berichten.overzicht import maak_dagoverzichten
        from leidraad.berichten.rooster import gepland
        from leidraad.berichten.taken import ruim_op
        from leidraad.berichten.verzenden import verzend

        gepland("post verzenden", verzend, elke=timedelta(minutes=1))
        gepland("dagoverzicht", maak_dagoverzichten, om=time(7), alleen_werkdagen=True)
        gepland("taken opruimen", ruim_op, om=time(3, 30))
