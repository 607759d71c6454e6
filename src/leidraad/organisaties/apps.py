"""App configuration."""

from django.apps import AppConfig


class OrganisatiesConfig(AppConfig):
    """Register the models and templates of this package."""

    name = "leidraad.organisaties"
    label = "organisaties"
