"""A real server with the demo region, and a real browser.

The server is the one that users start: `leidraad demo` in a folder of its own. The scenarios share it, so
each makes the dossiers that it changes.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

if TYPE_CHECKING:
    from leidraad.project.demo import Account

_GEDULD = 60
BREED = {"width": 1280, "height": 900}
SMAL = {"width": 320, "height": 720}


@dataclass(frozen=True)
class Server:
    """A running installation: its address, its folder, and who may sign in."""

    adres: str
    map: Path

    def leidraad(self, *woorden: str) -> subprocess.CompletedProcess[str]:
        """Run a command of this installation."""
        return _leidraad(self.map, *woorden)


def _omgeving(map_: Path) -> dict[str, str]:
    schoon = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("LEIDRAAD_")}
    schoon.pop("DATABASE_URL", None)
    return schoon | {"LEIDRAAD_DATA": str(map_)}


def _leidraad(map_: Path, *woorden: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "leidraad", *woorden],
        env=_omgeving(map_),
        text=True,
        capture_output=True,
        check=False,
    )


def _vrije_poort() -> int:
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        return int(proef.getsockname()[1])


def _wacht_op(adres: str, proces: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers; fail with its output when it stops or stays silent."""
    einde = time.monotonic() + _GEDULD
    while time.monotonic() < einde and proces.poll() is None:
        try:
            urllib.request.urlopen(adres, timeout=5).close()  # noqa: S310 - our own server
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    pytest.fail(f"De server op {adres} antwoordt niet (code {proces.poll()}).")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The demo region, served on a free port."""
    map_ = tmp_path_factory.mktemp("installatie")
    geladen = _leidraad(map_, "demo", "--zonder-server")
    assert geladen.returncode == 0, geladen.stderr
    poort = _vrije_poort()
    proces = subprocess.Popen(
        [sys.executable, "-m", "leidraad", "serve", "--poort", str(poort), "--werkers", "1"],
        env=_omgeving(map_),
    )
    try:
        _wacht_op(f"http://127.0.0.1:{poort}/", proces)
        yield Server(f"http://127.0.0.1:{poort}", map_)
    finally:
        proces.terminate()
        proces.wait(timeout=20)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of the system."""
    programma = shutil.which("chromium") or shutil.which("chromium-browser")
    assert programma, "Installeer chromium; `make test` doet dat zelf als het mag."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=programma,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()


@pytest.fixture
def bladzijde(chromium: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    """Open a page of somebody who has not signed in: `bladzijde(scherm=SMAL, javascript=False)`.

    A message on the console or an error in a script fails the test: a strict CSP reports there.
    """
    contexten: list[BrowserContext] = []
    klachten: list[str] = []

    def open_(scherm: dict[str, int] = BREED, javascript: bool = True) -> Page:
        context = chromium.new_context(
            base_url=server.adres,
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            viewport={"width": scherm["width"], "height": scherm["height"]},
            java_script_enabled=javascript,
        )
        contexten.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda bericht: klachten.append(bericht.text) if bericht.type == "error" else None)
        page.on("pageerror", lambda fout: klachten.append(str(fout)))
        return page

    yield open_
    for context in contexten:
        context.close()
    # A page that is refused on purpose (403, 404) is reported by the browser as well; that is no complaint.
    assert [k for k in klachten if "Failed to load resource" not in k] == []


@pytest.fixture
def ingelogd(bladzijde: Callable[..., Page]) -> Callable[..., Page]:
    """Sign in through the login form as a demo account: `ingelogd(account)`; leaves you on the start page."""

    def als(account: "Account", **zo: Any) -> Page:
        page = bladzijde(**zo)
        page.goto("/account/login/")
        page.fill("input[name=login]", account.email)
        page.fill("input[name=password]", account.wachtwoord)
        page.locator("form:has(input[name=password]) button[type=submit]").click()
        page.wait_for_url("**/werk/**")
        return page

    return als


@pytest.fixture
def toegankelijk() -> Callable[[Page], None]:
    """Prove that axe finds nothing against WCAG 2.2 A and AA, and that the page fits its width."""
    axe = Axe()

    def toets(page: Page) -> None:
        regels = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
        uitslag = axe.run(page, options=regels)
        assert uitslag.violations_count == 0, uitslag.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.url

    return toets
