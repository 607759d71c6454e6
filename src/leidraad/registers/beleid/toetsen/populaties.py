"""What the toetsen on policy look at: gemeenten, versions in force, and the documents that are expected."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from leidraad.normen.toets import Populatie, Rijen
from leidraad.organisaties.models import Eenheid, Functievervulling, Gemeente
from leidraad.registers.beleid.models import Beleidsversie, Verwacht, geldig_q
from leidraad.registers.beleid.regels.conformiteit import SOORTEN
from leidraad.registers.beleid.regels.verwachten import PRIVACYBELEID, codes_van, verwachte_stukken

_dag = timezone.localdate


def _in_gebruik(pad: str = "pk") -> Q:
    """A gemeente that was really taken into service: it has units, or people who work for it."""
    hier = {"gemeente": OuterRef(pad)}
    return Q(Exists(Eenheid.objects.filter(**hier))) | Q(Exists(Functievervulling.objects.filter(**hier)))


def geldend(op: date, gemeente: str, **waar: object) -> QuerySet[Beleidsversie]:
    """The versions in force in the gemeente of the row outside."""
    versies = Beleidsversie.objects.geldig_op(op)
    return versies.filter(stuk__gemeente=OuterRef(gemeente), **waar)


def _gemeenten(nu: datetime) -> QuerySet[Gemeente]:
    return Gemeente.objects.filter(_in_gebruik())


def _met_griffie(nu: datetime) -> QuerySet[Gemeente]:
    griffie = Eenheid.objects.geldig_op(_dag(nu)).filter(gemeente=OuterRef("pk"), soort=Eenheid.Soort.GRIFFIE)
    beleid = geldend(_dag(nu), "pk", stuk__verwacht=PRIVACYBELEID)
    return Gemeente.objects.filter(Exists(griffie), Exists(beleid))


def _geldende_versies(nu: datetime) -> QuerySet[Beleidsversie]:
    return Beleidsversie.objects.geldig_op(_dag(nu))


def _te_beoordelen(nu: datetime) -> QuerySet[Beleidsversie]:
    """What is in force, and what the policy names and ended while nothing took its place."""
    op = _dag(nu)
    nog_geldend = geldend(op, "stuk__gemeente", stuk__verwacht=OuterRef("stuk__verwacht"))
    ooit_geldend = Q(ingetrokken_per=None) | Q(ingetrokken_per__gt=F("geldig_vanaf"))
    later = Beleidsversie.objects.filter(
        ooit_geldend, stuk=OuterRef("stuk"), geldig_vanaf__gt=OuterRef("geldig_vanaf"), geldig_vanaf__lte=op
    )
    # A successor that was withdrawn before it began did not take anybody's place.
    zonder_opvolger = Q(opvolger=None) | Q(opvolger__ingetrokken_per__lte=F("opvolger__geldig_vanaf"))
    niet_nodig = Verwacht.objects.filter(
        gemeente=OuterRef("stuk__gemeente"), code=OuterRef("stuk__verwacht")
    ).exclude(niet_nodig="")
    geeindigd = (
        zonder_opvolger
        & Q(ingetrokken_per__lte=op, ingetrokken_per__gt=F("geldig_vanaf"))
        & Q(stuk__verwacht__in=list(verwachte_stukken(op)))
        & ~Exists(nog_geldend)
        & ~Exists(later)
        & ~Exists(niet_nodig)
    )
    return Beleidsversie.objects.filter(geldig_q(op) | geeindigd)


def _specifiek(nu: datetime) -> QuerySet[Beleidsversie]:
    return _geldende_versies(nu).filter(stuk__soort__in=SOORTEN)


def _verwacht_van_po(nu: datetime) -> QuerySet[Verwacht]:
    codes = codes_van("privacy_officer", _dag(nu))
    return Verwacht.objects.filter(_in_gebruik("gemeente"), code__in=codes, niet_nodig="")


GEMEENTEN = Populatie(
    code="beleid_gemeenten",
    telt="De gemeenten die Leidraad gebruiken.",
    rijen=_gemeenten,
    volgt=("beleid", "organisatie"),
    gemeente="pk",
    eenheid="",
    dossier="",
)
MET_GRIFFIE = Populatie(
    code="beleid_griffie",
    telt="De gemeenten met een griffie en een geldend privacybeleid.",
    rijen=_met_griffie,
    volgt=("beleid", "organisatie"),
    gemeente="pk",
    eenheid="",
    dossier="",
)


def _van_versies(code: str, telt: str, rijen: Callable[[datetime], Rijen], *volgt: str) -> Populatie:
    """A population of versions: their place is that of the dossier of their document."""
    return Populatie(
        code=code,
        telt=telt,
        rijen=rijen,
        volgt=("beleid", *volgt),
        gemeente="stuk__gemeente",
        eenheid="stuk__dossier__eenheid",
        dossier="stuk__dossier",
    )


GELDEND = _van_versies("beleid_geldend", "De versies van beleid die nu gelden.", _geldende_versies)
TE_BEOORDELEN = _van_versies(
    "beleid_beoordelen",
    "De versies van beleid die nu gelden, en wat eindigde zonder opvolger.",
    _te_beoordelen,
    "organisatie",
)
SPECIFIEK = _van_versies(
    "beleid_specifiek",
    "De geldende versies van specifiek beleid, procedures, protocollen en werkinstructies.",
    _specifiek,
)
VERWACHT = Populatie(
    code="beleid_verwacht",
    telt="De stukken van de Privacy Officer die het privacybeleid noemt.",
    rijen=_verwacht_van_po,
    volgt=("beleid", "organisatie"),
    gemeente="gemeente",
    eenheid="",
    dossier="",
)
