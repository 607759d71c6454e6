"""The settings of the product, with the floor views added."""

from pathlib import Path

from leidraad.project.settings import *  # noqa: F403 - everything, plus what follows
from leidraad.project.settings import TEMPLATES

ROOT_URLCONF = "bench.vloer"
ALLOWED_HOSTS = ["testserver"]
TEMPLATES[0]["DIRS"] = [Path(__file__).parent / "templates"]
