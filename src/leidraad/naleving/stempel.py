"""When do figures change? A stamp per part of a gemeente: the same stamp means the same figures."""

from datetime import datetime

from django.db.models import Count, Max, Q, Sum
from django.utils import timezone

from leidraad.dossiers.models import Dossier, Taak
from leidraad.naleving.models import Dagstand
from leidraad.organisaties.models import Wijziging

# Tasks and the days that are kept have no revision of their own: they are counted as well.
TAKEN, ORGANISATIE, STANDEN = "taken", "organisatie", "standen"
_KWARTIER = 15 * 60


def stempels(gemeente: int) -> dict[str, str]:
    """The stamp of each part of a gemeente, in four queries.

    Every handeling raises `revisie` of its dossier, so the sum of all revisions names a state without a
    clock: a save that was begun earlier and ends later is seen all the same.
    """
    dossiers = Dossier.objects.filter(gemeente=gemeente).order_by().values_list("soort")
    rijen = list(dossiers.annotate(Count("pk"), Sum("revisie")))
    uit = {soort: f"{n}.{r}" for soort, n, r in rijen}
    taken = Taak.objects.filter(gemeente=gemeente).aggregate(
        alle=Count("pk"),
        klaar=Count("pk", filter=Q(klaar_op__isnull=False)),
        vervallen=Count("pk", filter=Q(vervallen_op__isnull=False)),
    )
    # A save of a dossier can move the end of its tasks, such as that of work under a clock.
    uit[TAKEN] = ".".join(map(str, [sum(r for _, _, r in rijen), *taken.values()]))
    organisatie = Wijziging.objects.filter(gemeente=gemeente).aggregate(n=Max("pk"))
    uit[ORGANISATIE] = str(organisatie["n"] or 0)
    standen = Dagstand.objects.filter(gemeente=gemeente).aggregate(n=Max("pk"))
    uit[STANDEN] = str(standen["n"] or 0)
    return uit


def tijdvak(nu: datetime, per_uur: bool) -> str:
    """The stretch of time in which figures stand still when nobody changes anything: a day, or a quarter."""
    # Quarters by the seconds that have passed: an hour that the clock gives twice is two hours.
    return f"{int(nu.timestamp()) // _KWARTIER}" if per_uur else f"{timezone.localdate(nu):%Y%m%d}"
