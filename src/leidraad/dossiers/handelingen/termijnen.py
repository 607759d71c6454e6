"""Set, keep and drop legal terms, and remind people of them in time.

Like a task, a term follows from an act of the register that has been judged and stands in the journaal.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from leidraad.berichten.handelingen import zet_klaar
from leidraad.berichten.teksten import tekst
from leidraad.dossiers.doelgroep import ontvangers
from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.models import Dossier, Termijn
from leidraad.dossiers.taaksoort import Termijnsoort
from leidraad.organisaties.leden import lid_van
from leidraad.organisaties.models import Persoon
from leidraad.organisaties.rechten import Recht, mag

_PER_KEER = 500
_UUR = timedelta(hours=1)


@transaction.atomic
def zet_termijn(
    dossier: Dossier,
    soort: Termijnsoort,
    *,
    vanaf: datetime,
    streng: datetime,
    buitengrens: datetime | None = None,
    nu: datetime,
) -> Termijn:
    """Set this term, or move it when it runs already; the next reminder moves along."""
    waarden = {
        "vanaf": vanaf,
        "streng": streng,
        "buitengrens": buitengrens,
        "herinner_op": volgende_herinnering(streng, soort.ladder, nu),
    }
    termijn, nieuw = Termijn.objects.get_or_create(
        dossier=dossier,
        soort=soort.code,
        gehaald_op=None,
        vervallen_op=None,
        defaults={
            "titel": soort.titel,
            "recht": soort.recht.value,
            "dringend": soort.dringend,
            "ladder": sorted(soort.ladder, reverse=True),
            "hele_team": soort.hele_team,
            "leiding_vanaf": soort.leiding_vanaf,
            **waarden,
        },
    )
    if not nieuw:
        for naam, waarde in waarden.items():
            setattr(termijn, naam, waarde)
        termijn.save(update_fields=list(waarden))
    return termijn


@transaction.atomic
def haal_termijn(dossier: Dossier, code: str, *, op: datetime, te_laat_reden: str = "") -> Termijn | None:
    """What the term asks was done at `op`; None when it does not run.

    Raises Geweigerd when that is later than the last moment that can be defended, and nobody wrote why
    (AVG art. 33 lid 1).
    """
    termijn = Termijn.objects.select_for_update().lopend().filter(dossier=dossier, soort=code).first()
    if termijn is None:
        return None
    te_laat_reden = te_laat_reden.strip()
    if op > termijn.uiterst and not te_laat_reden:
        raise Geweigerd("De termijn is voorbij. Schrijf op waarom het later is geworden.")
    if len(te_laat_reden) > 5000:
        raise Geweigerd("De reden is te lang. Gebruik hooguit 5000 tekens.")
    termijn.gehaald_op = op
    termijn.te_laat_reden = te_laat_reden
    termijn.herinner_op = None
    termijn.save(update_fields=["gehaald_op", "te_laat_reden", "herinner_op"])
    return termijn


@transaction.atomic
def laat_termijn_vervallen(dossier: Dossier, *codes: str, nu: datetime) -> int:
    """These terms no longer hold; without a kind all terms of the dossier. Returns how many ran."""
    termijnen = Termijn.objects.lopend().filter(dossier=dossier)
    if codes:
        termijnen = termijnen.filter(soort__in=codes)
    return termijnen.update(vervallen_op=nu, herinner_op=None)


def volgende_herinnering(streng: datetime, ladder: Iterable[int], na: datetime) -> datetime | None:
    """The first moment of the ladder after `na`; None when all have passed."""
    return min((moment for uren in ladder if (moment := streng - uren * _UUR) > na), default=None)


def stuur_herinneringen(nu: datetime) -> None:
    """Send every reminder that is due: a job, idempotent. However late it runs, one reminder per term.

    A row is taken by changing `herinner_op` from what was read, so two workers never both remind.
    """
    toe = Termijn.objects.lopend().filter(herinner_op__lte=nu).order_by("herinner_op", "pk")
    toe = toe.select_related("dossier__gemeente", "dossier__eenheid__gemeente", "dossier__behandelaar")
    while termijnen := list(toe[:_PER_KEER]):
        for termijn in termijnen:
            with transaction.atomic():
                _herinner(termijn, nu)


def _herinner(termijn: Termijn, nu: datetime) -> None:
    volgende = volgende_herinnering(termijn.streng, termijn.ladder, nu)
    mijn = Termijn.objects.lopend().filter(pk=termijn.pk, herinner_op=termijn.herinner_op)
    if not mijn.update(herinner_op=volgende):
        return
    bereikt = min(uren for uren in termijn.ladder if termijn.streng - uren * _UUR <= nu)
    for persoon in _wie(termijn, nu):
        zet_klaar(
            aan=persoon,
            soort="klok" if termijn.dringend else "herinnering",
            onderwerp=_onderwerp(termijn, nu),
            tekst=_woorden(termijn, nu),
            pad=termijn.dossier.get_absolute_url(),
            sleutel=f"termijn:{termijn.pk}:{termijn.streng.isoformat()}:{bereikt}:{persoon.pk}",
            nu=nu,
            gemeente=termijn.dossier.gemeente,
        )


def _wie(termijn: Termijn, nu: datetime) -> list[Persoon]:
    """The behandelaar when she still may do it, else everybody whose work it is; each person once.

    When the whole team hears it, the behandelaar is told because she knows the dossier: reading it is enough.
    """
    dossier, recht, op = termijn.dossier, Recht(termijn.recht), timezone.localdate(nu)
    mensen = []
    behandelaar, nodig = dossier.behandelaar, Recht.LEZEN if termijn.hele_team else recht
    if behandelaar is not None and behandelaar.is_active and mag(lid_van(behandelaar, op), nodig, dossier):
        mensen.append(behandelaar)
    if termijn.hele_team or not mensen:
        mensen += ontvangers(dossier, recht, op)
    if termijn.leiding_vanaf is not None and termijn.streng - termijn.leiding_vanaf * _UUR <= nu:
        mensen += ontvangers(dossier, Recht.VASTSTELLEN, op) + ontvangers(dossier, Recht.ADVISEREN_FG, op)
    return list(dict.fromkeys(mensen))


def _uren(termijn: Termijn, nu: datetime) -> int:
    """The hours that are left, rounded up."""
    return -((nu - termijn.streng) // _UUR)


def _onderwerp(termijn: Termijn, nu: datetime) -> str:
    uren = _uren(termijn, nu)
    rest = f"Nog {uren} uur" if uren > 0 else "Termijn voorbij"
    return f"{rest}: {termijn.titel} ({termijn.dossier.gemeente.naam}, {termijn.dossier.nummer})"


def _woorden(termijn: Termijn, nu: datetime) -> str:
    dossier, uren = termijn.dossier, _uren(termijn, nu)
    if uren > 0:
        return tekst(
            "termijn", gemeente=dossier.gemeente.naam, nummer=dossier.nummer, wat=termijn.titel,
            uren=uren, uiterlijk=termijn.streng,
        )  # fmt: skip
    return (
        f"Let op: een wettelijke termijn bij de gemeente {dossier.gemeente.naam} is voorbij.\n"
        f"Het gaat om: {termijn.titel} ({dossier.nummer}).\nDoe dit nu, en schrijf op waarom het later is."
    )
