"""Run every benchmark and print one table of ratios with their budgets: `make bench`."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.meten import Regel

_ONDERDELEN = (
    "paginas:10000", "paginas:100000", "werklijst:20000", "datalekken:2000", "naleving:1000,10000,100000",
    "werker:20000", "importeren", "journaal",
)  # fmt: skip


def main() -> int:
    """Each part in its own process with its own data folder; exit 1 when a budget is exceeded."""
    gekozen = sys.argv[1:] or _ONDERDELEN
    regels: list[Regel] = []
    with tempfile.TemporaryDirectory(prefix="leidraad-bench-") as map_:
        for onderdeel in gekozen:
            regels += _draai(onderdeel, Path(map_) / onderdeel.replace(":", "-"))
    regels += _groei(regels)
    breedte = max(len(regel.werk) for regel in regels)
    for regel in regels:
        merk = "" if regel.haalt else "  BOVEN BUDGET"
        print(f"{regel.werk:<{breedte}}  {regel.gemeten:8.2f} {regel.eenheid:<8} ≤ {regel.budget:g}{merk}")
    return 0 if all(regel.haalt for regel in regels) else 1


def _draai(onderdeel: str, map_: Path) -> list[Regel]:
    naam, _, aantal = onderdeel.partition(":")
    print(f"… {onderdeel}", file=sys.stderr, flush=True)
    omgeving = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    omgeving |= {"LEIDRAAD_DATA": str(map_), "DJANGO_SETTINGS_MODULE": "bench.instellingen"}
    uitvoer = subprocess.run(  # noqa: S603 - our own module with our own arguments
        [sys.executable, "-m", f"bench.{naam}", *([aantal] if aantal else [])],
        env=omgeving, stdout=subprocess.PIPE, check=True, text=True,
    ).stdout  # fmt: skip
    shutil.rmtree(map_, ignore_errors=True)
    return [Regel(**regel) for regel in json.loads(uitvoer)]


def _groei(regels: list[Regel]) -> list[Regel]:
    """How much slower the list gets from ten to a hundred thousand, relative to the floor of each."""
    gemeten = {regel.werk: regel.gemeten for regel in regels}
    return [
        Regel(f"{werk}: groei van 10.000 naar 100.000", gemeten[f"{werk} (100.000)"] / klein, 1.5)
        for naam, klein in gemeten.items()
        if naam.endswith(" (10.000)") and naam.startswith("lijst")
        for werk in [naam.removesuffix(" (10.000)")]
        if f"{werk} (100.000)" in gemeten
    ]


if __name__ == "__main__":
    sys.exit(main())
