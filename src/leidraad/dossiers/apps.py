"""App configuration."""

from datetime import time, timedelta

from django.apps import AppConfig


class DossiersConfig(AppConfig):
    """Register the models and templates of this package."""

    name = "leidraad.dossiers"
    label = "dossiers"

    def ready(self) -> None:
        """Put the jobs of this package on the schedule."""
        from leidraad.berichten.rooster import gepland
        from leidraad.dossiers.handelingen.melden import meld_zichtbare_taken
        from leidraad.dossiers.handelingen.termijnen import stuur_herinneringen
        from leidraad.dossiers.handelingen.verzegelen import verzegel_dagelijks

        gepland("herinneringen", stuur_herinneringen, elke=timedelta(minutes=1))
        gepland("werk dat begint", meld_zichtbare_taken, om=time(6, 30))
        gepland("journaal verzegelen", verzegel_dagelijks, om=time(3))
