"""App configuration."""

from datetime import time

from django.apps import AppConfig
from django.db.models.signals import post_save


class BeleidConfig(AppConfig):
    """Register the models and templates of this package."""

    name = "leidraad.registers.beleid"
    label = "beleid"
    verbose_name = "Beleid"

    def ready(self) -> None:
        """Put the jobs of this register on the schedule, and expect its documents of every new gemeente."""
        from leidraad.berichten.rooster import gepland
        from leidraad.berichten.soorten import registreer
        from leidraad.organisaties.models import Gemeente
        from leidraad.registers.beleid.handelingen.herinneren import BERICHTSOORT, herinner_lezers
        from leidraad.registers.beleid.verwachten import bij_nieuwe_gemeente, houd_verwacht_bij

        registreer(BERICHTSOORT)
        gepland("beleid om te lezen", herinner_lezers, om=time(6, 30), alleen_werkdagen=True)
        gepland("verwachte beleidsstukken", houd_verwacht_bij, om=time(4, 30))
        # A layer below cannot know of this register, and what is missing counts from the first day.
        post_save.connect(bij_nieuwe_gemeente, sender=Gemeente, dispatch_uid="beleid_verwacht")
