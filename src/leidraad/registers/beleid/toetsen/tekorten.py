"""When a gemeente, a version or an expected document falls short: conditions on the rows of a population."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.db.models.lookups import LessThan
from django.utils import timezone

from leidraad.registers.beleid.begrippen import Verdict
from leidraad.registers.beleid.models import Beleidsversie, Conformiteitsoordeel, Toepassing, geldig_q
from leidraad.registers.beleid.regels.conformiteit import uitgangspunten
from leidraad.registers.beleid.regels.verwachten import (
    INFORMATIEBEVEILIGING,
    PRIVACYBELEID,
    enkelvoudige_codes,
)
from leidraad.registers.beleid.toetsen.populaties import geldend

_dag = timezone.localdate


def zonder_college(nu: datetime) -> Q:
    """No privacy policy in force that the college adopted (norm 1.1.1)."""
    door_college = geldend(_dag(nu), "pk", stuk__verwacht=PRIVACYBELEID, orgaan__naam__istartswith="college")
    return ~Q(Exists(door_college))


def niet_op_griffie(nu: datetime) -> Q:
    """The policy in force does not hold for the griffie (norm 1.1.2)."""
    op = _dag(nu)
    toegepast = Toepassing.objects.filter(
        geldig_q(op),
        geldig_q(op, "stuk__versies__"),
        stuk__gemeente=OuterRef("pk"),
        stuk__verwacht=PRIVACYBELEID,
    )
    return ~Q(Exists(toegepast))


def dubbel(nu: datetime) -> Q:
    """Two versions at once, two documents where one is meant, or one that another should have ended."""
    op = _dag(nu)
    zelfde_stuk = Beleidsversie.objects.geldig_op(op).filter(stuk=OuterRef("stuk")).exclude(pk=OuterRef("pk"))
    zelfde_soort = geldend(op, "stuk__gemeente", stuk__verwacht=OuterRef("stuk__verwacht")).exclude(
        stuk=OuterRef("stuk")
    )
    vervanger = Beleidsversie.objects.filter(
        trekt_in=OuterRef("stuk"), geldig_vanaf__lte=op, geldig_vanaf__gte=OuterRef("geldig_vanaf")
    )
    tweede = Q(stuk__verwacht__in=enkelvoudige_codes(op)) & Q(Exists(zelfde_soort))
    return Q(Exists(zelfde_stuk)) | tweede | Q(Exists(vervanger))


def niet_beoordeeld(nu: datetime) -> Q:
    """The day of the review is over, or nothing came in its place (norm 1.1.6)."""
    op = _dag(nu)
    return Q(beoordelen_voor__lt=op) | ~geldig_q(op)


def niet_getoetst(nu: datetime) -> Q:
    """A principle was not judged, or is broken (norm 1.1.5)."""
    codes = list(uitgangspunten(_dag(nu)))
    oordelen = Conformiteitsoordeel.objects.filter(versie=OuterRef("pk"), uitgangspunt__in=codes).order_by()
    aantal = oordelen.values("versie").annotate(n=Count("pk")).values("n")
    gebroken = oordelen.filter(verdict=Verdict.VOLDOET_NIET.value)
    return Q(LessThan(Coalesce(Subquery(aantal), 0), len(codes))) | Q(Exists(gebroken))


def ontbreekt(nu: datetime) -> Q:
    """No version in force with an owner and a day to review it (norm 4.6.2)."""
    compleet = geldend(
        _dag(nu), "gemeente", stuk__verwacht=OuterRef("code"), beoordelen_voor__isnull=False
    ).exclude(stuk__eigenaar="")
    return ~Q(Exists(compleet))


def zonder_ib_beleid(nu: datetime) -> Q:
    """No security policy in force whose review is not over (norm 4.7.1)."""
    op = _dag(nu)
    actueel = geldend(op, "pk", stuk__verwacht=INFORMATIEBEVEILIGING, beoordelen_voor__gte=op)
    return ~Q(Exists(actueel))
