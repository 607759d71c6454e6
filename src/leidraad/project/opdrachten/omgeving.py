"""What every command needs: Django set up, a progress bar, JSON out, and failing in plain Dutch."""

import functools
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ParamSpec, TypeVar

import click

P = ParamSpec("P")
T = TypeVar("T")

# Called by long work with how much is done and how much there is.
Voortgang = Callable[[int, int], None]


class Mislukt(click.ClickException):
    """Something is wrong with what was looked at: exit code 1."""

    exit_code = 1


class Onbruikbaar(click.ClickException):
    """The command cannot do its work: wrong use, an unreadable file, no database. Exit code 2."""

    exit_code = 2


def met_django(functie: Callable[P, T]) -> Callable[P, T]:
    """Set Django up before the command runs; help does not need it and stays quick."""

    @functools.wraps(functie)
    def opgezet(*args: P.args, **kwargs: P.kwargs) -> T:
        import django

        django.setup()
        return functie(*args, **kwargs)

    return opgezet


def als_json(waarde: Any) -> None:
    """Print a value for a machine to read."""
    click.echo(json.dumps(waarde, ensure_ascii=False, indent=2, default=str))


@contextmanager
def voortgang(label: str) -> Iterator[Voortgang]:
    """A progress bar on stderr; only the label when stderr is no terminal."""
    with click.progressbar(length=1, label=label, file=sys.stderr, show_eta=False) as balk:

        def stap(gedaan: int, totaal: int) -> None:
            balk.length = max(totaal, 1)
            balk.update(gedaan - balk.pos)

        yield stap
