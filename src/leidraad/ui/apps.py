"""The app of the look and feel."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Templates, components and static files."""

    name = "leidraad.ui"
    label = "ui"
