"""App configuration."""

from datetime import time

from django.apps import AppConfig


class NalevingConfig(AppConfig):
    """Register the models and templates of this package."""

    name = "leidraad.naleving"
    label = "naleving"
    verbose_name = "Naleving van de normen"

    def ready(self) -> None:
        """Put the jobs of this package on the schedule."""
        from leidraad.berichten.rooster import gepland
        from leidraad.naleving.handelingen import (
            leg_dag_vast,
            ruim_hersteltaken_op,
            vraag_verklaringen,
        )

        gepland("stand van de normen", leg_dag_vast, om=time(23, 30))
        gepland("hersteltaken die klaar zijn", ruim_hersteltaken_op, om=time(5))
        gepland("verklaringen bij normen", vraag_verklaringen, om=time(5, 15))
