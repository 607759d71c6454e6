"""Judge all norms: for all gemeenten at once, for one of them, or for some of its units."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from leidraad.naleving.models import Normdossier, Verklaring
from leidraad.naleving.toetsen import ATTESTEN, GEMETEN, attest_van, toets_van
from leidraad.naleving.uitslag import Uitslag, leg_uit
from leidraad.normen.norm import Norm, normen
from leidraad.normen.oordeel import Oordeel, oordeel_over
from leidraad.normen.toets import Telling, tel

Uitslagen = dict[str, Uitslag]
# Per gemeente and norm: whether the statement that is valid now says that the gemeente complies.
Verklaard = Mapping[tuple[int, str], bool]


def peil_alle(gemeenten: Iterable[int], nu: datetime) -> dict[int, Uitslagen]:
    """The verdicts on all norms for these gemeenten: one query per population, and one for statements."""
    tellingen = tel(GEMETEN, nu)
    verklaard = geldige_verklaringen(nu)
    return {
        gemeente: {
            nummer: beoordeel(norm, gemeente, tellingen.van(nummer, gemeente), verklaard)
            for nummer, norm in normen().items()
        }
        for gemeente in gemeenten
    }


def peil_eenheden(
    gemeente: int, nu: datetime, eenheden: Collection[int] | None = None
) -> dict[int | None, Uitslagen]:
    """The verdicts per unit of one gemeente, on the norms whose figures belong to a unit.

    What has no unit stands under None. A statement is about the whole gemeente, so attests are left out.
    """
    toetsen = [toets for toets in GEMETEN if toets.populatie.eenheid and attest_van(toets.norm) is None]
    tellingen = tel(toetsen, nu, gemeente=gemeente, eenheden=eenheden, per_eenheid=True)
    uit: dict[int | None, Uitslagen] = {}
    for toets in toetsen:
        for eenheid, telling in tellingen.per_norm.get(toets.norm, {}).items():
            norm = normen()[toets.norm]
            uit.setdefault(eenheid, {})[toets.norm] = beoordeel(norm, gemeente, telling, {})
    return uit


def beoordeel(norm: Norm, gemeente: int, telling: Telling, verklaard: Verklaard) -> Uitslag:
    """The verdict on one norm from its figures, and from the valid statement when a person states it."""
    toets, attest = toets_van(norm.nummer), attest_van(norm.nummer)
    totaal, tekort = telling.totaal, telling.tekort
    if attest:
        voldoet = verklaard.get((gemeente, norm.nummer))
        oordeel = attest.oordeel(voldoet, telling)
        # Without a population the statement itself is what counts.
        if toets is None and voldoet is not None:
            totaal, tekort = 1, int(not voldoet)
    elif toets:
        oordeel = oordeel_over(totaal, tekort)
    else:
        oordeel = Oordeel.NOG_NIET_GEBOUWD
    return Uitslag(norm, oordeel, totaal, tekort, leg_uit(norm, oordeel, toets, attest, totaal, tekort))


def geldige_verklaringen(nu: datetime, gemeente: int | None = None) -> dict[tuple[int, str], bool]:
    """What the latest statement per gemeente and norm says, as long as it has not expired: one query."""
    laatste = Verklaring.objects.filter(normdossier=OuterRef("pk")).order_by("-op", "-pk")
    rijen = Normdossier.objects.filter(norm__in=[attest.norm for attest in ATTESTEN])
    if gemeente is not None:
        rijen = rijen.filter(gemeente=gemeente)
    rijen = rijen.annotate(
        voldoet=Subquery(laatste.values("voldoet")[:1]), tot=Subquery(laatste.values("geldig_tot")[:1])
    )
    vandaag = timezone.localdate(nu)
    return {
        (rij.gemeente_id, rij.norm): rij.voldoet
        for rij in rijen
        if rij.tot is not None and rij.tot >= vandaag
    }
