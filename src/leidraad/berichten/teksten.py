"""The words of a message: B1 Dutch, only what kind of work, where, which number, and a link.

Never what a dossier is about, its title, or the name of anybody in it: mail is read on phones and forwarded.
"""

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from hashlib import sha256
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from leidraad.berichten.models import Bericht

_REGELEIND = SMTP.clone(max_line_length=78)


def tekst(
    naam: str,
    *,
    gemeente: str,
    nummer: str = "",
    wat: str = "",
    uiterlijk: datetime | None = None,
    uren: int | None = None,
) -> str:
    """The sentences of a text in templates/berichten: nieuw_werk, toegewezen, herinnering, termijn."""
    gegevens = {
        "gemeente": gemeente, "nummer": nummer, "wat": wat, "uren": uren,
        "uiterlijk": uiterlijk and timezone.localtime(uiterlijk),
    }  # fmt: skip
    return render_to_string(f"berichten/{naam}.txt", gegevens).strip()


def adres_van(pad: str) -> str:
    """The absolute address of a page."""
    return urljoin(settings.LEIDRAAD_ADRES, pad)


def als_mail(bericht: Bericht, nu: datetime) -> EmailMessage:
    """The message as it goes over the line.

    Its Message-ID follows from the key of the message, so a second copy, sent on purpose when it is
    uncertain whether the first arrived, is recognised as the same by mail programs.
    """
    mail = EmailMessage(policy=_REGELEIND)
    mail["From"] = settings.LEIDRAAD_AFZENDER
    mail["To"] = bericht.adres
    mail["Subject"] = bericht.onderwerp
    mail["Date"] = format_datetime(nu)
    mail["Message-ID"] = f"<{sha256(bericht.sleutel.encode()).hexdigest()[:40]}@{_domein()}>"
    # No out-of-office replies to a machine (RFC 3834).
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(_lichaam(bericht), charset="utf-8", cte="quoted-printable")
    return mail


def afzender() -> str:
    """The bare address that mail is sent from."""
    return parseaddr(settings.LEIDRAAD_AFZENDER)[1]


def _lichaam(bericht: Bericht) -> str:
    gegevens = {
        "tekst": bericht.tekst,
        "link": adres_van(bericht.pad),
        "voorkeuren": adres_van(reverse("berichten:mijn_berichten")) if bericht.ontvanger_id else "",
    }
    return render_to_string("berichten/bericht.txt", gegevens)


def _domein() -> str:
    return afzender().rpartition("@")[2] or urlsplit(settings.LEIDRAAD_ADRES).hostname or "leidraad"
