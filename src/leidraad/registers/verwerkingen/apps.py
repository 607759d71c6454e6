"""App configuration."""

from datetime import time

from django.apps import AppConfig


class VerwerkingenConfig(AppConfig):
    """Register the models and templates of this package."""

    name = "leidraad.registers.verwerkingen"
    label = "verwerkingen"

    def ready(self) -> None:
        """Put the jobs of this package on the schedule."""
        from leidraad.berichten.rooster import gepland
        from leidraad.registers.verwerkingen.uitwisseling.werkbestand import ruim_op

        gepland("importbestanden opruimen", ruim_op, om=time(3, 45))
