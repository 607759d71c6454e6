"""App configuration."""

from django.apps import AppConfig


class DatalekkenConfig(AppConfig):
    """Register the models and templates of this package."""

    name = "leidraad.registers.datalekken"
    label = "datalekken"
    verbose_name = "Register van datalekken"
