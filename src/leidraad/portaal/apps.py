"""App configuration."""

from django.apps import AppConfig


class PortaalConfig(AppConfig):
    """Register the models and templates of this package."""

    name = "leidraad.portaal"
    label = "portaal"
