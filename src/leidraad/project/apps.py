"""App configuration of the project itself: the start page and its templates."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    """Holds the staff start page and global search."""

    name = "leidraad.project"
    label = "project"
