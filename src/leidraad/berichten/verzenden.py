"""Sending what is due: claim first, then hand over, then write down what came of it.

A crash between handing over and writing down leaves a message that is neither surely sent nor surely not.
Sending it again could be twice, leaving it could be never; only a person can weigh that. So it becomes
“onzeker”, and the beheerder sends it again or closes it.
"""

import time
from datetime import datetime, timedelta
from email.message import EmailMessage

import structlog
from django.conf import settings
from django.db.models import F

from leidraad.berichten.bezorgen import (
    Bezorger,
    Geweigerd,
    Onbereikbaar,
    Onzeker,
    TijdelijkGeweigerd,
    verbinding,
)
from leidraad.berichten.models import Bericht, Postbus
from leidraad.berichten.teksten import als_mail

_log = structlog.get_logger(__name__)

S = Bericht.Status
_WACHT = [timedelta(minutes=m) for m in (1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60)]
# Longer than the longest conversation about one message: whoever claimed it then is gone.
ONZEKER_NA = timedelta(minutes=10)
_PARTIJ = 100
# Stop between two messages after this long, so that a worker can be stopped and other work gets its turn.
_HOOGSTENS_SECONDEN = 40


def verzend(nu: datetime) -> int:
    """Send every message that is due; returns how many left. Without a mail server they wait."""
    markeer_onzeker(nu)
    te_doen = Bericht.objects.te_verzenden(nu)
    if not settings.LEIDRAAD_SMTP or not te_doen.exists():
        return 0
    verzonden, begonnen = 0, time.monotonic()
    try:
        with verbinding() as lijn:
            _bereikt(nu)
            while time.monotonic() - begonnen < _HOOGSTENS_SECONDEN:
                partij = list(te_doen[:_PARTIJ])
                if not partij:
                    break
                for bericht in partij:
                    verzonden += _verzend_een(bericht, lijn, nu)
    except Onbereikbaar as fout:
        _onbereikbaar(str(fout), nu)
    return verzonden


def markeer_onzeker(nu: datetime) -> int:
    """Messages whose worker disappeared while sending: a person decides about them."""
    return Bericht.objects.filter(status=S.WORDT_VERZONDEN, geclaimd_op__lt=nu - ONZEKER_NA).update(
        status=S.ONZEKER, fout="De werker stopte tijdens het verzenden."
    )


def _verzend_een(bericht: Bericht, lijn: Bezorger, nu: datetime) -> bool:
    """Claim, hand over, write down. Raises Onbereikbaar when the rest has to wait for the server.

    A message during which the line broke waits a little too: else one that a server cannot stomach would
    stand at the head of the queue for ever.
    """
    if not _claim(bericht, nu):
        return False
    try:
        lijn.bezorg(_opgemaakt(bericht, nu))
    except Onbereikbaar as fout:
        _later(bericht, str(fout), nu)
        raise
    except TijdelijkGeweigerd as fout:
        _later(bericht, str(fout), nu)
    except Geweigerd as fout:
        _uitkomst(bericht, status=S.MISLUKT, pogingen=F("pogingen") + 1, fout=str(fout))
        _log.error("bericht_geweigerd", bericht=bericht.pk, soort=bericht.soort)
    except Onzeker as fout:
        _uitkomst(bericht, status=S.ONZEKER, pogingen=F("pogingen") + 1, fout=str(fout))
        _log.error("bericht_onzeker", bericht=bericht.pk, soort=bericht.soort)
        # The line is gone; the rest waits for the next turn.
        raise Onbereikbaar(str(fout)) from fout
    else:
        _uitkomst(bericht, status=S.VERZONDEN, verzonden_op=nu, pogingen=F("pogingen") + 1, fout="")
        return True
    return False


def _opgemaakt(bericht: Bericht, nu: datetime) -> EmailMessage:
    """The mail. Raises Geweigerd for what no header can hold, before any server has seen it."""
    try:
        return als_mail(bericht, nu)
    except ValueError as fout:
        raise Geweigerd("Van dit bericht is geen e-mail te maken.") from fout


def _claim(bericht: Bericht, nu: datetime) -> bool:
    """Compare-and-swap: of two workers that read the same message only one sends it."""
    return bool(
        Bericht.objects.filter(pk=bericht.pk, status=S.KLAAR, volgende_poging=bericht.volgende_poging).update(
            status=S.WORDT_VERZONDEN, geclaimd_op=nu
        )
    )


def _later(bericht: Bericht, fout: str, nu: datetime) -> None:
    """Try again after a while that grows; give up after the last."""
    if bericht.pogingen >= len(_WACHT):
        _uitkomst(bericht, status=S.MISLUKT, pogingen=F("pogingen") + 1, fout=fout)
        _log.error("bericht_opgegeven", bericht=bericht.pk, soort=bericht.soort)
        return
    volgende = nu + _WACHT[bericht.pogingen]
    _uitkomst(bericht, status=S.KLAAR, pogingen=F("pogingen") + 1, volgende_poging=volgende, fout=fout)


def _uitkomst(bericht: Bericht, **velden: object) -> None:
    """Write down what happened. What was called uncertain meanwhile is certain now."""
    Bericht.objects.filter(pk=bericht.pk, status__in=(S.WORDT_VERZONDEN, S.ONZEKER)).update(
        geclaimd_op=None, **velden
    )


def _bereikt(nu: datetime) -> None:
    Postbus.objects.update_or_create(
        naam="post", defaults={"bereikt_op": nu, "onbereikbaar_sinds": None, "fout": ""}
    )


def _onbereikbaar(fout: str, nu: datetime) -> None:
    """Remember since when; the messages themselves are not to blame and keep their turn."""
    bus, _ = Postbus.objects.get_or_create(naam="post")
    bus.onbereikbaar_sinds = bus.onbereikbaar_sinds or nu
    bus.fout = fout[:200]
    bus.save()
    _log.error("mailserver_onbereikbaar", fout=fout)
