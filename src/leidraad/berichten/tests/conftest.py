"""A mail server on this machine that does as it is told, and a person to write to."""

import asyncio
import os
import socket
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from threading import Event
from typing import Any
from urllib.parse import urlsplit

import pytest
from aiosmtpd.controller import Controller
from django.db import connection

from leidraad.berichten.handelingen import zet_klaar
from leidraad.berichten.models import Bericht
from leidraad.organisaties.models import Persoon


@dataclass
class Postkantoor:
    """Keeps what arrives. `antwoorden` says what each address hears; “weg” breaks the line."""

    antwoorden: dict[str, str] = field(default_factory=dict)
    antwoord_op_tekst: str = "250 OK"
    binnen: list[EmailMessage] = field(default_factory=list)
    bezig: Event = field(default_factory=Event)
    verbindingen: int = 0
    poort: int = field(default_factory=lambda: _vrije_poort())
    _deur: Controller | None = None

    def open(self) -> None:
        """Answer from now on, always at the same port."""
        self._deur = Controller(self, hostname="127.0.0.1", port=self.poort)
        self._deur.start()

    def dicht(self) -> None:
        """Stop answering."""
        if self._deur:
            self._deur.stop()
            self._deur = None

    async def handle_EHLO(  # noqa: N802
        self, server: Any, session: Any, envelope: Any, hostname: str, responses: list[str]
    ) -> list[str]:
        self.verbindingen += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(  # noqa: N802
        self, server: Any, session: Any, envelope: Any, address: str, rcpt_options: list[str]
    ) -> str:
        antwoord = self.antwoorden.get(address, "250 OK")
        if antwoord == "weg":
            server.transport.close()
        elif antwoord.startswith("250"):
            envelope.rcpt_tos.append(address)
        return antwoord

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.bezig.set()
        while self.antwoord_op_tekst == "wacht":
            await asyncio.sleep(0.02)
        if self.antwoord_op_tekst == "weg":
            server.transport.close()
        elif self.antwoord_op_tekst.startswith("250"):
            self.binnen.append(message_from_bytes(envelope.content, policy=policy.default))
        return self.antwoord_op_tekst

    def ontvangen(self) -> Counter[str]:
        """How many messages arrived for each address."""
        return Counter(str(mail["To"]) for mail in self.binnen)


def _vrije_poort() -> int:
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        return int(proef.getsockname()[1])


@pytest.fixture
def postkantoor(settings) -> Iterator[Postkantoor]:
    """A mail server that is open, with the settings that point at it."""
    kantoor = Postkantoor()
    kantoor.open()
    settings.LEIDRAAD_SMTP = f"smtp+open://127.0.0.1:{kantoor.poort}"
    settings.LEIDRAAD_ADRES = "https://privacy.leiden.test"
    settings.LEIDRAAD_AFZENDER = "Leidraad <leidraad@leiden.test>"
    yield kantoor
    kantoor.dicht()


@pytest.fixture
def persoon(db) -> Persoon:
    return Persoon.objects.create(email="noor@leiden.test", naam="Noor de Wit")


@pytest.fixture
def schrijf(persoon, nu) -> Callable[..., Bericht | None]:
    """Put a message ready with as few words as a test needs."""

    def zet(sleutel: str, *, aan: Persoon | str = persoon, soort: str = "nieuw_werk", op: datetime = nu):
        return zet_klaar(
            aan=aan, soort=soort, onderwerp=f"Nieuw werk ({sleutel})", tekst="Er staat werk voor u klaar.",
            pad="/werk/", sleutel=sleutel, nu=op,
        )  # fmt: skip

    return zet


@pytest.fixture
def omgeving(settings, transactional_db) -> dict[str, str]:
    """What another process needs to work in the same test database."""
    naam = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        adres = f"sqlite:///{naam}"
    else:
        adres = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{naam}").geturl()
    return os.environ | {
        "DATABASE_URL": adres,
        "LEIDRAAD_DATA": str(settings.MEDIA_ROOT.parent),
        "LEIDRAAD_SMTP": settings.LEIDRAAD_SMTP,
        "LEIDRAAD_LOG": "INFO",
    }
