"""Click in Dutch.

Click looks its own sentences up through `gettext`, as `_` and `ngettext` in each of its modules. Installing a
compiled catalogue would depend on the locale of the machine; replacing those two names does not. A test
proves that no English is left in help and in mistakes of use.
"""

import importlib
from collections.abc import Iterable

import click

_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")

_ZINNEN = {
    "Aborted!": "Afgebroken.",
    "Argument {name!r} takes {nargs} values.": "{name} verwacht {nargs} waarden.",
    "Choose from:\n\t{choices}": "Kies uit:\n\t{choices}",
    "Commands": "Opdrachten",
    "Could not open file {filename!r}: {message}": "Het bestand {filename} gaat niet open: {message}",
    "Did you mean {possibility}?": "Bedoelt u {possibility}?",
    "(Did you mean one of: {possibilities}?)": "(Bedoelt u een van deze: {possibilities}?)",
    "Error: {message}": "Fout: {message}",
    "Got unexpected extra argument ({args})": "Er staat te veel in de opdracht: {args}",
    "Got unexpected extra arguments ({args})": "Er staat te veel in de opdracht: {args}",
    "Invalid value for {param_hint}: {message}": "De waarde voor {param_hint} klopt niet: {message}",
    "Invalid value: {message}": "De waarde klopt niet: {message}",
    "Missing argument": "Dit ontbreekt:",
    "Missing command.": "Er is geen opdracht gegeven.",
    "Missing option": "Deze optie ontbreekt:",
    "Missing parameter": "Dit ontbreekt:",
    "Missing parameter: {param_name}": "Dit ontbreekt: {param_name}",
    "Missing {param_type}": "Dit ontbreekt:",
    "No such command {name!r}.": "De opdracht {name} bestaat niet.",
    "No such option {name!r}.": "De optie {name} bestaat niet.",
    "Option {name!r} does not take a value.": "De optie {name} heeft geen waarde.",
    "Option {name!r} requires an argument.": "De optie {name} heeft een waarde nodig.",
    "Option {name!r} requires {nargs} arguments.": "De optie {name} heeft {nargs} waarden nodig.",
    "Options": "Opties",
    "Positional arguments": "Gegevens",
    "Show this message and exit.": "Toon deze uitleg.",
    "Takes {nargs} values but 1 was given.": "Hier horen {nargs} waarden; er staat er 1.",
    "Takes {nargs} values but {len} were given.": "Hier horen {nargs} waarden; er staan er {len}.",
    "Try '{command} {option}' for help.": "Meer uitleg: {command} {option}",
    "Usage:": "Gebruik:",
    "default: {default}": "standaard: {default}",
    "directory": "de map",
    "env var: {var}": "omgevingsvariabele: {var}",
    "file": "het bestand",
    "path": "het pad",
    "required": "verplicht",
    "unknown error": "onbekende fout",
    "{name} {filename!r} does not exist.": "{name} {filename} bestaat niet.",
    "{name} {filename!r} is a directory.": "{name} {filename} is een map.",
    "{name} {filename!r} is a file.": "{name} {filename} is geen map.",
    "{name} {filename!r} is not readable.": "{name} {filename} is niet te lezen.",
    "{name} {filename!r} is not writable.": "In {name} {filename} kan niet worden geschreven.",
    "{value!r} does not match the format {format}.": "{value!r} heeft niet de vorm {format}.",
    "{value!r} does not match the formats {formats}.": "{value!r} heeft geen van de vormen {formats}.",
    "{value!r} is not a valid {number_type}.": "{value!r} is geen geldig getal.",
    "{value!r} is not one of {choices}.": "{value!r} is geen van deze: {choices}.",
    "{value!r} is not {choice}.": "{value!r} is niet {choice}.",
    "{value} is not in the range {range}.": "{value} valt buiten {range}.",
}
_SOORTEN = {
    "text": "TEKST",
    "integer": "GETAL",
    "integer range": "GETAL",
    "file": "BESTAND",
    "filename": "BESTAND",
    "path": "PAD",
    "directory": "MAP",
    "datetime": "DATUM",
}


def zin(bericht: str) -> str:
    """The Dutch of one of click's sentences; what is not in the list stays as it is."""
    return _ZINNEN.get(bericht, bericht)


def zin_met_aantal(enkelvoud: str, meervoud: str, aantal: int) -> str:
    """The Dutch of a sentence that depends on a number."""
    return zin(enkelvoud if aantal == 1 else meervoud)


def spreek_nederlands(opdracht: click.Command) -> None:
    """Let click speak Dutch, and this command with everything under it."""
    for naam in _MODULES:
        module = importlib.import_module(f"click.{naam}")
        for vertaler, nieuw in (("_", zin), ("ngettext", zin_met_aantal)):
            if hasattr(module, vertaler):
                setattr(module, vertaler, nieuw)
    for een in _met_alles_eronder(opdracht):
        _plaatshouders(een)


def _met_alles_eronder(opdracht: click.Command) -> Iterable[click.Command]:
    yield opdracht
    if isinstance(opdracht, click.Group):
        for onder in opdracht.commands.values():
            yield from _met_alles_eronder(onder)


def _plaatshouders(opdracht: click.Command) -> None:
    """The words in capitals that stand for something to fill in."""
    opdracht.options_metavar = "[OPTIES]"
    # Click makes the help option once; one that was made before spoke English.
    opdracht._help_option = None
    if isinstance(opdracht, click.Group):
        opdracht.subcommand_metavar = "OPDRACHT …"
    for veld in opdracht.params:
        if isinstance(veld, click.Option) and not veld.is_flag and veld.metavar is None:
            veld.metavar = _SOORTEN.get(veld.type.name)
