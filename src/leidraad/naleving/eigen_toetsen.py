"""What this room judges itself: that the state of every day was kept (norm 4.6.3), and two statements."""

from datetime import datetime, timedelta

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.db.models.lookups import LessThan
from django.utils import timezone

from leidraad.naleving.models import Dagstand
from leidraad.normen.toets import Attest, Populatie, Rijen, Toets
from leidraad.organisaties.models import Gemeente

DAGEN = 7
"""Over how many days back the state must be shown without a gap."""


def _met_geschiedenis(nu: datetime) -> Rijen:
    """Gemeenten that have a stand from before the last days: younger ones cannot have been complete yet."""
    begin = timezone.localdate(nu) - timedelta(days=DAGEN)
    return Gemeente.objects.filter(pk__in=Dagstand.objects.filter(dag__lte=begin).values("gemeente"))


def _dag_mist(nu: datetime) -> Q:
    vandaag = timezone.localdate(nu)
    standen = (
        Dagstand.objects.filter(
            gemeente=OuterRef("pk"), dag__gte=vandaag - timedelta(days=DAGEN), dag__lt=vandaag
        )
        .order_by()
        .values("gemeente")
        .annotate(n=Count("pk"))
        .values("n")
    )
    return Q(LessThan(Coalesce(Subquery(standen), 0), DAGEN))


BOEKHOUDING = Populatie(
    code="boekhouding",
    telt=f"De gemeenten waarvan Leidraad langer dan {DAGEN} dagen de stand bijhoudt.",
    rijen=_met_geschiedenis,
    volgt=("standen", "organisatie"),
    gemeente="pk",
    eenheid="",
    dossier="",
)

TOETSEN = (
    Toets(
        norm="4.6.3",
        populatie=BOEKHOUDING,
        tekort=_dag_mist,
        uitleg=f"Van een of meer van de laatste {DAGEN} dagen is geen stand bewaard.",
    ),
)

# The secretary is charged with carrying out the policy for the college (policy 4.1; Gemeentewet art. 103).
_NAMENS_COLLEGE = ("gemeentesecretaris",)

ATTESTEN = (
    Attest(
        norm="2.1.3",
        verklaring=(
            "Medewerkers van de gemeente gaan behoorlijk en zorgvuldig om met persoonsgegevens. Ik heb "
            "daarbij gekeken naar de klachten en de datalekken van het afgelopen jaar."
        ),
        door=_NAMENS_COLLEGE,
    ),
    Attest(
        norm="4.1.1",
        verklaring=(
            "Het college heeft dit jaar richting gegeven aan het privacybeleid. Het stelt genoeg mensen en "
            "geld beschikbaar om het uit te voeren."
        ),
        door=_NAMENS_COLLEGE,
    ),
)
