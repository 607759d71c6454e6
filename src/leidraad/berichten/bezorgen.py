"""Handing a message to the mail server, and what can come of that.

Three outcomes besides success, because each asks for something else: the server is out of reach (nothing is
wrong with the message), the message is refused for now or for good, or nobody knows.
"""

import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol
from urllib.parse import SplitResult, unquote, urlsplit

from django.conf import settings

from leidraad.berichten.teksten import afzender

# The whole conversation about one message stays far below verzenden.ONZEKER_NA.
_WACHT = 60
_POORT = {"smtp": 587, "smtps": 465, "smtp+open": 25}
_GEWEIGERD = 500


class Onbereikbaar(Exception):
    """The mail server cannot be used now; the messages wait."""


class TijdelijkGeweigerd(Exception):
    """The server asks to try this message again later."""


class Geweigerd(Exception):
    """The server will never take this message."""


class Onzeker(Exception):
    """The connection broke after the text was on its way: perhaps it arrived, perhaps not."""


class Bezorger(Protocol):
    """Something that takes messages, one by one."""

    def bezorg(self, mail: EmailMessage) -> None:
        """Hand over one message. Raises one of the four errors of this module."""


def mailserver() -> str:
    """The name of the server and nothing secret; “map” for files, empty when there is none."""
    adres = str(settings.LEIDRAAD_SMTP)
    return adres if adres in ("", "map") else urlsplit(adres).hostname or ""


def postmap() -> Path:
    """Where messages are put when the setting says “map”: nothing leaves this machine."""
    return Path(settings.DATA) / "post"


@contextmanager
def verbinding() -> Iterator[Bezorger]:
    """An open line to the mail server, for a batch. Raises Onbereikbaar when there is none."""
    if settings.LEIDRAAD_SMTP == "map":
        yield _Map()
        return
    adres = urlsplit(settings.LEIDRAAD_SMTP)
    try:
        smtp = _open(adres)
    except (OSError, smtplib.SMTPException, ValueError) as fout:
        raise Onbereikbaar(_kort(fout)) from fout
    try:
        yield _Smtp(smtp)
    finally:
        with suppress(OSError, smtplib.SMTPException):
            smtp.quit()


def _open(adres: SplitResult) -> smtplib.SMTP:
    if adres.scheme not in _POORT:
        raise Onbereikbaar("LEIDRAAD_SMTP begint niet met smtps://, smtp:// of smtp+open://.")
    naam, poort = adres.hostname or "", adres.port or _POORT[adres.scheme]
    veilig = ssl.create_default_context()
    smtp = (
        smtplib.SMTP_SSL(naam, poort, timeout=_WACHT, context=veilig)
        if adres.scheme == "smtps"
        else smtplib.SMTP(naam, poort, timeout=_WACHT)
    )
    try:
        if adres.scheme == "smtp":
            # Raises when the server does not offer it: a password never goes over an open line.
            smtp.starttls(context=veilig)
        if adres.username:
            smtp.login(unquote(adres.username), unquote(adres.password or ""))
    except BaseException:
        smtp.close()
        raise
    return smtp


class _Smtp:
    """A real mail server. Each step is made apart, because what a failure means depends on the step."""

    def __init__(self, smtp: smtplib.SMTP) -> None:
        self._smtp = smtp

    def bezorg(self, mail: EmailMessage) -> None:
        try:
            self._smtp.ehlo_or_helo_if_needed()
            code, antwoord = self._smtp.mail(afzender())
            if code >= 400:  # The server refuses us, not this message.
                raise Onbereikbaar(_antwoord(code, antwoord))
            self._vereis(*self._smtp.rcpt(mail["To"]))
        except UnicodeError as fout:
            self._begin_opnieuw()
            raise Geweigerd("Dit e-mailadres heeft tekens die de mailserver niet aankan.") from fout
        except (OSError, smtplib.SMTPException) as fout:
            raise Onbereikbaar(_kort(fout)) from fout
        try:
            # Raises SMTPDataError when the server refuses before the text was sent.
            self._vereis(*self._smtp.data(mail.as_bytes()))
        except smtplib.SMTPDataError as fout:
            self._vereis(fout.smtp_code, fout.smtp_error)
        except (OSError, smtplib.SMTPException) as fout:
            raise Onzeker("De verbinding viel weg tijdens het verzenden.") from fout

    def _vereis(self, code: int, antwoord: bytes | str) -> None:
        """Raise when the server did not say yes."""
        if code < 400:
            return
        self._begin_opnieuw()
        soort: Callable[[str], Exception] = Geweigerd if code >= _GEWEIGERD else TijdelijkGeweigerd
        raise soort(_antwoord(code, antwoord))

    def _begin_opnieuw(self) -> None:
        """Clear the conversation for the next message; a broken line shows at the next step."""
        with suppress(OSError, smtplib.SMTPException):
            self._smtp.rset()


class _Map:
    """Files instead of a mail server, for a demo."""

    def bezorg(self, mail: EmailMessage) -> None:
        kenmerk = str(mail["Message-ID"]).strip("<>").partition("@")[0]
        try:
            postmap().mkdir(mode=0o700, parents=True, exist_ok=True)
            (postmap() / f"{kenmerk}.eml").write_bytes(mail.as_bytes())
        except OSError as fout:
            raise Onbereikbaar(_kort(fout)) from fout


def _antwoord(code: int, antwoord: bytes | str) -> str:
    """Only the code and the enhanced code: the rest often repeats the address."""
    woorden = (antwoord.decode("ascii", "replace") if isinstance(antwoord, bytes) else antwoord).split()
    verfijnd = woorden[0] if woorden and woorden[0].replace(".", "").isdigit() else ""
    return f"De mailserver antwoordde {code} {verfijnd}".strip()


def _kort(fout: Exception) -> str:
    if isinstance(fout, smtplib.SMTPAuthenticationError):
        return "De mailserver weigert de gebruikersnaam of het wachtwoord."
    if isinstance(fout, smtplib.SMTPNotSupportedError):
        return "De mailserver biedt geen TLS (STARTTLS)."
    if isinstance(fout, ssl.SSLError):
        return "Het certificaat van de mailserver klopt niet."
    return f"De mailserver is niet bereikbaar ({type(fout).__name__})."
