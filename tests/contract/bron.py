"""The files of the product, as the contracts look at them."""

import os
from collections.abc import Iterator
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[2]
# Made by tools, or not ours.
_OVERSLAAN = {"node_modules", "var", "__pycache__", "dist"}
_TEKST = {
    ".py",
    ".html",
    ".txt",
    ".md",
    ".toml",
    ".yaml",
    ".yml",
    ".json",
    ".css",
    ".js",
    ".mjs",
    ".sh",
    ".cfg",
    "",
}


def bestanden(*achtervoegsels: str) -> Iterator[Path]:
    """Every file of the product with one of these suffixes, or every text file when none is named."""
    gezocht = set(achtervoegsels) or _TEKST
    for map_, mappen, namen in os.walk(WORTEL):
        mappen[:] = sorted(m for m in mappen if m not in _OVERSLAAN and (not m.startswith(".") or m == ".ci"))
        for naam in sorted(namen):
            pad = Path(map_, naam)
            if pad.suffix in gezocht and pad.is_file() and not (naam.startswith(".") and naam != ".npmrc"):
                yield pad


def python() -> Iterator[Path]:
    """Every Python file written by hand: migrations are generated."""
    return (pad for pad in bestanden(".py") if "migrations" not in pad.parts)


def templates() -> Iterator[Path]:
    """Every template."""
    return (pad for pad in bestanden(".html", ".txt") if "templates" in pad.parts)


def kort(pad: Path) -> str:
    """The path as a reader of a test report knows it."""
    return str(pad.relative_to(WORTEL))
