"""Fixtures for every test: a world of people, a fixed moment, and a folder that disappears afterwards."""

import os
import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import hypothesis
import pytest
from django.conf import settings
from django.test import Client
from pytest_django import DjangoDbBlocker

from leidraad.dossiers.tests.wachters import laat_leegmaken_toe
from tests.wereld import ANONIEM, Wereld, maak_wereld

# A test that is marked with a norm must judge it.
pytest_plugins = ["tests.beoordeeld"]

hypothesis.settings.register_profile("ci", derandomize=True, deadline=None)
hypothesis.settings.register_profile("zoek", deadline=None, max_examples=2_000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

_map = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """Keep every written file in a folder of this run, and hash passwords fast."""
    map_ = config.stash[_map] = Path(tempfile.mkdtemp(prefix="leidraad-test-"))
    settings.MEDIA_ROOT = map_ / "bijlagen"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        # A file, not memory: threads must meet the locks that they would meet in a real installation.
        database.setdefault("TEST", {})["NAME"] = str(map_ / "test.sqlite3")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the folder of this run."""
    if map_ := config.stash.get(_map, None):
        shutil.rmtree(map_, ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what only PostgreSQL can show when the run is on SQLite."""
    if settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        return
    for item in items:
        if item.get_closest_marker("postgres"):
            item.add_marker(pytest.mark.skip(reason="alleen op PostgreSQL"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """The test database may be emptied after a test, unlike a real one (dossiers/tests/wachters.py)."""
    with django_db_blocker.unblock():
        laat_leegmaken_toe()


@pytest.fixture
def nu() -> datetime:
    """A fixed moment: Monday 23 November 2026, nine o'clock in the Netherlands."""
    return datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture
def wereld(db: None) -> Wereld:
    """Two gemeenten with one person for every role (tests/wereld.py)."""
    return maak_wereld()


@pytest.fixture
def client_als(wereld: Wereld) -> Callable[[str], Client]:
    """A browser without JavaScript, signed in as the person with the given role."""

    def client(rol: str) -> Client:
        browser = Client()
        if rol != ANONIEM:
            browser.force_login(wereld.persoon(rol))
        return browser

    return client
