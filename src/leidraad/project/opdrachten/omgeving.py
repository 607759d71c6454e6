"""What every command needs: Django set up, a progress bar, JSON and files out, and failing in plain Dutch."""

import errno
import functools
import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import click

P = ParamSpec("P")
T = TypeVar("T")

_WAAROM = {
    errno.ENOENT: "de map bestaat niet",
    errno.ENOTDIR: "de map bestaat niet",
    errno.EACCES: "u mag daar niet schrijven",
    errno.EPERM: "u mag daar niet schrijven",
    errno.EROFS: "u mag daar niet schrijven",
    errno.ENOSPC: "de schijf is vol",
}

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


def schrijf(uit: Path, stukken: Iterable[bytes]) -> None:
    """Write a file beside its place and then move it: what breaks off never replaces a good file.

    Raises Onbruikbaar when it cannot be written.
    """
    if uit.is_dir():
        raise Onbruikbaar(f"{uit} is een map. Geef ook de naam van het bestand.")
    tijdelijk = ""
    try:
        with tempfile.NamedTemporaryFile(dir=uit.parent, prefix=f".{uit.name}.", delete=False) as bestand:
            tijdelijk = bestand.name
            for stuk in stukken:
                bestand.write(stuk)
        Path(tijdelijk).replace(uit)
    except OSError as fout:
        waarom = _WAAROM.get(fout.errno or 0, "de schijf werkt niet mee")
        raise Onbruikbaar(f"Het bestand {uit} is niet te schrijven: {waarom}.") from fout
    finally:
        if tijdelijk:
            Path(tijdelijk).unlink(missing_ok=True)


@contextmanager
def voortgang(label: str) -> Iterator[Voortgang]:
    """A progress bar on stderr; only the label when stderr is no terminal."""
    with click.progressbar(length=1, label=label, file=sys.stderr, show_eta=False) as balk:

        def stap(gedaan: int, totaal: int) -> None:
            balk.length = max(totaal, 1)
            balk.update(gedaan - balk.pos)

        yield stap
