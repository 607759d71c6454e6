"""App configuration."""

from django.apps import AppConfig


class VerwerkingenConfig(AppConfig):
    """Register the models and templates of this package."""

    name = "leidraad.registers.verwerkingen"
    label = "verwerkingen"
