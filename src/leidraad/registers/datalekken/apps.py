"""App configuration."""

from datetime import time

from django.apps import AppConfig


class DatalekkenConfig(AppConfig):
    """Register the models and templates of this package."""

    name = "leidraad.registers.datalekken"
    label = "datalekken"
    verbose_name = "Register van datalekken"

    def ready(self) -> None:
        """Put the jobs of this register on the schedule."""
        from leidraad.berichten.rooster import gepland
        from leidraad.registers.datalekken.handelingen.vernietigen import stel_vernietiging_voor

        gepland("bewaartermijn van datalekken", stel_vernietiging_voor, om=time(5, 30))
