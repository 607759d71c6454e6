"""App configuration."""

from django.apps import AppConfig


class DossiersConfig(AppConfig):
    """Register the models and templates of this package."""

    name = "leidraad.dossiers"
    label = "dossiers"
