"""The notification to the AP of one breach: as it would be now, and as it was when it was sent."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from django.utils import timezone

from leidraad.dossiers.waarde import als_dict
from leidraad.organisaties.models import Persoon
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.referentie import lijst
from leidraad.registers.datalekken import opslag
from leidraad.registers.datalekken.begrippen import SoortMelding
from leidraad.registers.datalekken.inhoud import Inhoud
from leidraad.registers.datalekken.models import Datalek, Melding
from leidraad.registers.datalekken.regels.klok import klok, te_laat
from leidraad.registers.datalekken.uitwisseling.ap_formulier import Deel, Ingelicht, Kop, Veld, formulier

FORMULIER = "formulier"
"""The name under which the filled in form stands in a frozen notification."""


def volgende_soort(datalek: Datalek) -> str:
    """The kind of notification that comes next when nobody says otherwise."""
    return (SoortMelding.VERVOLG if datalek.meldingen.exists() else SoortMelding.EERSTE).value


def huidig(datalek: Datalek, *, soort: str, door: Lid, op: datetime) -> tuple[Deel, ...]:
    """The form as `door` would fill it in when she sends it at moment `op`."""
    return vul_in(datalek, opslag.lees(datalek), soort=soort, door=door, op=op)


def vul_in(datalek: Datalek, inhoud: Inhoud, *, soort: str, door: Lid, op: datetime) -> tuple[Deel, ...]:
    """The form for this content."""
    kop = _kop(datalek, inhoud, soort=soort, door=door, op=op)
    return formulier(inhoud, kop, timezone.localdate(op))


def te_bevriezen(datalek: Datalek, inhoud: Inhoud, *, soort: str, door: Lid, op: datetime) -> dict[str, Any]:
    """What is kept of a notification: the content, and the form exactly as the person saw it."""
    delen = vul_in(datalek, inhoud, soort=soort, door=door, op=op)
    return {**als_dict(inhoud), FORMULIER: [als_dict(deel) for deel in delen]}


def bevroren(melding: Melding) -> tuple[Deel, ...]:
    """The form as it was sent; empty once it was destroyed."""
    if not melding.inhoud:
        return ()
    return tuple(
        Deel(deel["nummer"], deel["naam"], tuple(Veld(**veld) for veld in deel["velden"]))
        for deel in json.loads(melding.inhoud)[FORMULIER]
    )


def verschillen(oud: tuple[Deel, ...], nieuw: tuple[Deel, ...]) -> list[tuple[str, str, str]]:
    """Triples of (field, old value, new value) for what changed between two notifications."""
    was = {veld.code: veld.waarde for deel in oud for veld in deel.velden}
    return [
        (veld.naam, was.get(veld.code, ""), veld.waarde)
        for deel in nieuw
        for veld in deel.velden
        if veld.waarde != was.get(veld.code, "")
    ]


def _kop(datalek: Datalek, inhoud: Inhoud, *, soort: str, door: Lid, op: datetime) -> Kop:
    dossier = datalek.dossier
    gemeente = dossier.gemeente
    persoon = Persoon.objects.get(pk=door.persoon_id)
    code = door.functie_in(gemeente.pk, Recht.TOETSEN, dossier.eenheid_id)
    functie = lijst("functies", timezone.localdate(op)).get(code)
    termijn = klok(inhoud)
    eerste = datalek.meldingen.filter(soort=SoortMelding.EERSTE).first()
    contact = ("Functionaris gegevensbescherming", gemeente.fg_email, gemeente.fg_telefoon)
    return Kop(
        soort=soort,
        organisatie=f"Gemeente {gemeente.naam}",
        nummer=dossier.nummer,
        melder_naam=persoon.naam,
        melder_functie=functie.naam if functie else code.replace("_", " "),
        melder_email=persoon.email,
        contact=", ".join(deel for deel in contact if deel) if any(contact[1:]) else "",
        eerder_kenmerk=eerste.ap_kenmerk if eerste else "",
        te_laat=bool(termijn and te_laat(termijn, eerste.verzonden_op if eerste else op)),
        bijlagen=dossier.bijlagen.filter(verwijderd_op=None).count(),
        ingelicht=tuple(
            Ingelicht(wijze=m.wijze, op=m.verstuurd_op, aantal=m.aantal) for m in datalek.mededelingen.all()
        ),
    )
