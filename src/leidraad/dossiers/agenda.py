"""Somebody's deadlines as a calendar (RFC 5545)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import urljoin, urlsplit

from django.utils import timezone
from icalendar import Calendar, Event

from leidraad.dossiers.models import Dossier, Taak, Termijn
from leidraad.dossiers.werk import is_hele_dag
from leidraad.dossiers.werkvoorraad import MIJN, van_wie
from leidraad.organisaties.rechten import INTERN, Lid

_MEEST = 500


def agenda_van(lid: Lid, nu: datetime, adres: str) -> bytes:
    """The open deadlines of `lid`: her own tasks, and the legal terms that she has to keep.

    The same deadlines give the same bytes. What a confidential dossier is about stays out: a calendar is
    read on phones and shared with colleagues.
    """
    agenda = Calendar()
    agenda.add("prodid", "-//Leidraad//Werklijst//NL")
    agenda.add("version", "2.0")
    agenda.add("method", "PUBLISH")
    agenda.add("x-wr-calname", "Leidraad")
    agenda.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    taken = van_wie(lid, MIJN).zichtbaar(nu).filter(uiterlijk__isnull=False).dringendst_eerst()
    for taak in taken.select_related("dossier__gemeente")[:_MEEST]:
        agenda.add_component(
            _afspraak(taak, taak.dossier, taak.uiterlijk or nu, taak.aangemaakt_op, taak.url, adres)
        )
    termijnen = Termijn.objects.voor(lid).lopend().order_by("streng", "pk")
    for termijn in termijnen.select_related("dossier__gemeente")[:_MEEST]:
        dossier = termijn.dossier
        agenda.add_component(
            _afspraak(termijn, dossier, termijn.streng, termijn.vanaf, dossier.get_absolute_url(), adres)
        )
    return bytes(agenda.to_ical())


def _afspraak(
    van: Taak | Termijn, dossier: Dossier, moment: datetime, gemaakt: datetime, pad: str, adres: str
) -> Event:
    naam = f" – {dossier.titel}" if dossier.vertrouwelijkheid == INTERN and dossier.titel else ""
    link = urljoin(adres, pad)
    afspraak = Event()
    afspraak.add("uid", f"{type(van).__name__.lower()}-{van.pk}@{urlsplit(adres).hostname}")
    afspraak.add("dtstamp", gemaakt.astimezone(UTC))
    afspraak.add("summary", f"{van.titel} ({dossier.nummer}){naam}")
    afspraak.add("location", f"Gemeente {dossier.gemeente.naam}")
    afspraak.add("description", f"Open in Leidraad: {link}")
    afspraak.add("url", link)
    afspraak.add("transp", "TRANSPARENT")
    if is_hele_dag(moment):
        dag = timezone.localdate(moment)
        afspraak.add("dtstart", dag)
        afspraak.add("dtend", dag + timedelta(days=1))
    else:
        afspraak.add("dtstart", moment.astimezone(UTC))
        afspraak.add("duration", timedelta(minutes=15))
    return afspraak
