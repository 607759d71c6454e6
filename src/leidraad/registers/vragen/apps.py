"""App configuration."""

from django.apps import AppConfig


class VragenConfig(AppConfig):
    """Register the models and templates of this package."""

    name = "leidraad.registers.vragen"
    label = "vragen"
    verbose_name = "Vragen aan de Privacy Officers"

    def ready(self) -> None:
        """Let people choose how they want to hear of an answer."""
        from leidraad.berichten.soorten import registreer
        from leidraad.registers.vragen.taaksoorten import ANTWOORD

        registreer(ANTWOORD)
