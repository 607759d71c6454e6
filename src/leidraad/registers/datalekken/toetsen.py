"""The norms about breaches: judged, notified, told and reported in time (3.4.1, 3.4.2, 3.4.3, 4.4.6).

Old breaches leave the figures after a year, or one late notification would keep a norm red for ever. What was
destroyed cannot be judged any more, so it does not count either.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, TruncHour
from django.db.models.lookups import Exact, GreaterThan
from django.utils import timezone

from leidraad.dossiers.werk import dagen_voor, jaar_voor
from leidraad.normen.toets import Populatie, Toets
from leidraad.referentie import lijst
from leidraad.registers.datalekken.begrippen import Regime, Risico, SoortMelding, Status, Uitzondering
from leidraad.registers.datalekken.models import Datalek, Mededeling, Melding
from leidraad.registers.datalekken.regels.klok import uren

_OPEN = (Status.GEMELD, Status.IN_BEHANDELING)
_EEN_UUR = timedelta(hours=1)


def _incidenten(nu: datetime) -> QuerySet[Datalek]:
    """Every report of the last twelve months, also of what turned out to be no breach, and what is open."""
    return Datalek.objects.filter(Q(status__in=_OPEN) | Q(gemeld_op__gte=jaar_voor(nu)), vernietigd_op=None)


def _datalekken(nu: datetime) -> QuerySet[Datalek]:
    return _incidenten(nu).exclude(status=Status.GEEN_DATALEK)


def _te_melden(nu: datetime) -> QuerySet[Datalek]:
    """With a risk, or judged to be a breach without a decision about the risk: then the clock runs too."""
    risico = Q(risico__in=[Risico.RISICO, Risico.HOOG_RISICO])
    return _datalekken(nu).filter(risico | (Q(risico="") & ~Q(status=Status.GEMELD)))


def _hoog_risico(nu: datetime) -> QuerySet[Datalek]:
    return _datalekken(nu).filter(risico=Risico.HOOG_RISICO)


def _ontdekt(nu: datetime) -> QuerySet[Datalek]:
    return _datalekken(nu).exclude(ontdekt_op=None, verwerker_meldde_op=None)


def _streefwaarde(nu: datetime, code: str) -> int:
    return int(lijst("streefwaarden", timezone.localdate(nu))[code].lengte)


def _uren_voor(nu: datetime, tijd: timedelta) -> datetime:
    """Elapsed hours: in local time a day on which the clock changes would be counted wrong."""
    return nu.astimezone(UTC) - tijd


def _niet_geregistreerd(nu: datetime) -> Q:
    """Not judged in time, or a breach without facts, consequences and measures in time (AVG 33 lid 5)."""
    tijd = timedelta(hours=_streefwaarde(nu, "datalek_beoordelen"))
    tijd_om = Q(gemeld_op__lt=_uren_voor(nu, tijd))
    leeg = Q(omschrijving="") | Q(gevolgen="") | Q(maatregelen_gedicht="")
    leeg &= ~Q(status=Status.GEEN_DATALEK) & (Q(status=Status.AFGESLOTEN) | tijd_om)
    return Q(beoordeeld_op=None) & tijd_om | Q(beoordeeld_op__gt=F("gemeld_op") + tijd) | leeg


def _niet_op_tijd_gemeld(nu: datetime) -> Q:
    """Not with the AP when the outer bound passed, or after it without a reason (AVG art. 33 lid 1).

    A notification that was withdrawn and not followed by another is no notification.
    """
    meldingen = Melding.objects.filter(datalek=OuterRef("pk"))
    laatste: Any = Subquery(meldingen.order_by("-nummer").values("soort")[:1])
    ingetrokken = Q(Exact(laatste, Value(SoortMelding.INTREKKING.value)))
    niet_gemeld = ~Q(Exists(meldingen)) | ingetrokken
    eerste = Melding.objects.filter(datalek=OuterRef("pk"), soort=SoortMelding.EERSTE)
    te_laat = Q(Exists(eerste.filter(na_de_buitengrens(nu))), reden_te_laat="")
    return (niet_gemeld & buitengrens_voorbij(nu)) | te_laat


def buitengrens_voorbij(nu: datetime) -> Q:
    """The end of klok.klok lies before `nu`: the last moment that starts a clock that is over, in one column.

    The clock starts at the next full hour, so what counts is the first full hour that has not run out.
    """
    q = Q(pk__in=[])
    for regime in Regime:
        einde = _uren_voor(nu, timedelta(hours=uren(regime, nu)))
        hele = einde.replace(minute=0, second=0, microsecond=0)
        q |= Q(regime=regime) & _wist_voor(hele if hele < einde else hele - _EEN_UUR)
    return q


def _wist_voor(moment: datetime) -> Q:
    """klok.begin lies before `moment`; without a moment of knowing we knew when it was reported."""
    onbekend = Q(kennisgenomen_op=None, verwerker_meldde_op=None, gemeld_op__lt=moment)
    return Q(kennisgenomen_op__lt=moment) | Q(verwerker_meldde_op__lt=moment) | onbekend


def na_de_buitengrens(nu: datetime) -> Q:
    """Notifications for which klok.te_laat holds: too late for one moment is too late for the first."""
    q = Q(pk__in=[])
    for regime in Regime:
        tijd = timedelta(hours=uren(regime, nu)) + _EEN_UUR
        kennis, verwerker, melding = (
            TruncHour(f"datalek__{veld}", tzinfo=UTC) + tijd
            for veld in ("kennisgenomen_op", "verwerker_meldde_op", "gemeld_op")
        )
        onbekend = Q(datalek__kennisgenomen_op=None, datalek__verwerker_meldde_op=None)
        q |= Q(datalek__regime=regime) & (
            Q(verzonden_op__gt=kennis)
            | Q(verzonden_op__gt=verwerker)
            | (onbekend & Q(verzonden_op__gt=melding))
        )
    return q


def _uitzondering_past() -> Q:
    """plichten.moet_naar_betrokkenen: an exception with reasons that fits the law and the facts."""
    met_uitleg = ~Q(uitzondering__in=["", Uitzondering.ONEVENREDIG]) & ~Q(uitzondering_toelichting="")
    eigen_eis = (Uitzondering.WPG_BELANG, Uitzondering.VOORAF_ONBEGRIJPELIJK)
    return met_uitleg & (
        ~Q(uitzondering__in=eigen_eis)
        | Q(uitzondering=Uitzondering.WPG_BELANG, regime=Regime.WPG)
        | Q(uitzondering=Uitzondering.VOORAF_ONBEGRIJPELIJK, versleuteld=True)
    )


def _niet_ingelicht(nu: datetime) -> Q:
    """Nobody told the people, without an exception: the time is up, or the case was closed (AVG art. 34)."""
    ingelicht = Q(Exists(Mededeling.objects.filter(datalek=OuterRef("pk"))))
    dagen = _streefwaarde(nu, "mededeling_betrokkenen")
    tijd_om = Q(status=Status.AFGESLOTEN) | _wist_voor(dagen_voor(nu, dagen))
    return tijd_om & ~ingelicht & ~_uitzondering_past()


def _te_laat_intern_gemeld(nu: datetime) -> Q:
    """From discovery, or from the message of the processor where it happened, to the report inside."""
    tijd = timedelta(hours=_streefwaarde(nu, "datalek_intern_melden"))
    ontdekt = Coalesce("verwerker_meldde_op", "ontdekt_op")
    return Q(GreaterThan(Coalesce("intern_gemeld_op", "gemeld_op"), ontdekt + tijd))


_SINDS = "van de laatste twaalf maanden, en oudere die nog open staan."

INCIDENTEN = Populatie(
    code="datalekken_incidenten",
    telt=f"Alle meldingen van een mogelijk datalek {_SINDS}",
    rijen=_incidenten,
    volgt=("datalekken",),
    per_uur=True,
)
TE_MELDEN = Populatie(
    code="datalekken_te_melden",
    telt=f"De datalekken met een risico of zonder besluit over het risico {_SINDS}",
    rijen=_te_melden,
    volgt=("datalekken",),
    per_uur=True,
)
HOOG_RISICO = Populatie(
    code="datalekken_hoog_risico",
    telt=f"De datalekken met een hoog risico {_SINDS}",
    rijen=_hoog_risico,
    volgt=("datalekken",),
)
ONTDEKT = Populatie(
    code="datalekken_ontdekt",
    telt=f"De datalekken waarvan bekend is wanneer iemand ze ontdekte {_SINDS}",
    rijen=_ontdekt,
    volgt=("datalekken",),
)

TOETSEN = (
    Toets(
        norm="3.4.1",
        populatie=INCIDENTEN,
        tekort=_niet_geregistreerd,
        uitleg="Niet op tijd beoordeeld, of de feiten, gevolgen of maatregelen staan er niet op tijd in.",
    ),
    Toets(
        norm="3.4.2",
        populatie=TE_MELDEN,
        tekort=_niet_op_tijd_gemeld,
        uitleg="Dit datalek is niet binnen 72 uur bij de AP gemeld, en er staat niet waarom het later was.",
    ),
    Toets(
        norm="3.4.3",
        populatie=HOOG_RISICO,
        tekort=_niet_ingelicht,
        uitleg="De mensen om wie het gaat zijn niet op tijd ingelicht, en er geldt geen uitzondering.",
    ),
    Toets(
        norm="4.4.6",
        populatie=ONTDEKT,
        tekort=_te_laat_intern_gemeld,
        uitleg="Na de ontdekking duurde het te lang voordat dit datalek binnen de gemeente is gemeld.",
    ),
)
