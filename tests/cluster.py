"""Run a command with a PostgreSQL cluster of its own: `python -m tests.cluster pytest …`.

The cluster listens on a unix socket only, forgets durability for speed, and disappears afterwards. The server
refuses to run as root, so as root it runs as an unprivileged user.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

_SNEL = "-c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def main(opdracht: list[str]) -> int:
    """Run the command with DATABASE_URL pointing at the cluster; answer its exit code."""
    if not opdracht:
        sys.stderr.write("usage: python -m tests.cluster COMMAND …\n")
        return 2
    with cluster() as adres:
        return subprocess.run(opdracht, env=os.environ | {"DATABASE_URL": adres}, check=False).returncode


@contextmanager
def cluster() -> Iterator[str]:
    """Start a cluster in a folder of its own and yield its address; stop and remove it afterwards."""
    programmas = _programmas()
    # Not under the run's own temporary folder: the path of a unix socket may be 107 bytes at most.
    map_ = Path(tempfile.mkdtemp(prefix="leidraad-pg-", dir="/tmp"))
    als = _als_gewone_gebruiker(map_)
    gegevens = map_ / "gegevens"
    try:
        _roep([*als, programmas / "initdb", "-D", gegevens, "-U", "leidraad", "-A", "trust", "-E", "UTF8",
               "--locale=C.UTF-8", "--no-sync", "--no-instructions"])  # fmt: skip
        _roep([*als, programmas / "pg_ctl", "start", "--wait", "--silent", "-D", gegevens,
               "-l", map_ / "log", "-o", f"{_SNEL} -k {map_}"])  # fmt: skip
        try:
            yield f"postgres://leidraad@{quote(str(map_), safe='')}/postgres"
        finally:
            _roep([*als, programmas / "pg_ctl", "stop", "--silent", "-m", "immediate", "-D", gegevens])
    finally:
        shutil.rmtree(map_, ignore_errors=True)


def _programmas() -> Path:
    """The folder with the newest installed server programs."""
    gevonden = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda pad: int(pad.parts[-3]))
    if gevonden:
        return gevonden[-1].parent
    if initdb := shutil.which("initdb"):
        return Path(initdb).resolve().parent
    sys.exit("PostgreSQL ontbreekt: installeer het pakket postgresql.")


def _als_gewone_gebruiker(map_: Path) -> list[str]:
    """What to put before a command so that it does not run as root; gives that user the folder."""
    if os.geteuid() != 0:
        return []
    namen = {gebruiker.pw_name for gebruiker in pwd.getpwall()}
    naam = "postgres" if "postgres" in namen else "nobody"
    shutil.chown(map_, naam)
    return ["setpriv", f"--reuid={naam}", f"--regid={pwd.getpwnam(naam).pw_gid}", "--clear-groups"]


def _roep(opdracht: list[str | Path]) -> None:
    """Run quietly in a folder everybody may enter; show the output when it fails."""
    klaar = subprocess.run(
        opdracht,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    if klaar.returncode:
        sys.exit(klaar.stderr.decode(errors="replace"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
