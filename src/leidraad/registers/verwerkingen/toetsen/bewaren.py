"""Retention and destruction (norms 2.5.1, 2.5.2, 2.5.3): what regels.bewaren says, in SQL."""

from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from leidraad.normen.toets import Toets
from leidraad.registers.verwerkingen.begrippen import Bewaarbron
from leidraad.registers.verwerkingen.models import Bewaartermijn, Vernietiging
from leidraad.registers.verwerkingen.regels.bewaren import te_vernietigen
from leidraad.registers.verwerkingen.toetsen.populaties import EIGEN_TERMIJN, LOPEND, WPG, codes, heeft


def _bron(nu: datetime) -> Q:
    """No term, or one that names no law and no result of the Selectielijst, or keeps what must be destroyed.

    Own terms are norm 2.5.2.
    """
    op = timezone.localdate(nu)
    resultaten = codes("selectielijst", op)
    avg = (
        ~Q(bron__in=[bron.value for bron in Bewaarbron])
        | Q(bron=Bewaarbron.WET.value, wet="")
        | Q(bron=Bewaarbron.SELECTIELIJST.value) & ~Q(resultaat__in=resultaten)
        | Q(bron=Bewaarbron.SELECTIELIJST.value, blijvend=True, resultaat__in=te_vernietigen(op))
    )
    return ~heeft(Bewaartermijn) | ~WPG & heeft(Bewaartermijn, avg) | WPG & heeft(Bewaartermijn, wet="")


def _eigen(nu: datetime) -> Q:
    """An own term without reasons, or without the statement that law and Selectielijst give none."""
    zwak = Q(motivering="") | Q(wet_en_lijst_zwijgen=False)
    return heeft(Bewaartermijn, zwak, bron=Bewaarbron.EIGEN.value)


def _vernietigen(nu: datetime) -> Q:
    """No round of destruction while something must go, a round that is late, or one without statement.

    A day to come on which it "was done" is no destruction.
    """
    vandaag = timezone.localdate(nu)
    gedaan = Q(uitgevoerd_op__lte=vandaag)
    alles_blijft = heeft(Bewaartermijn) & ~heeft(Bewaartermijn, blijvend=False)
    gepland = heeft(Vernietiging, Q(gepland_op__isnull=False) | gedaan)
    te_laat = Q(gepland_op__lt=vandaag) & (Q(uitgevoerd_op=None) | Q(uitgevoerd_op__gt=vandaag))
    zonder_verklaring = gedaan & Q(verklaring="")
    return ~alles_blijft & ~gepland | heeft(Vernietiging, te_laat | zonder_verklaring)


TOETSEN = (
    Toets(
        "2.5.1",
        LOPEND,
        _bron,
        "Een bewaartermijn ontbreekt, noemt geen wet of Selectielijst, of is langer dan die lijst toestaat.",
    ),
    Toets(
        "2.5.2",
        EIGEN_TERMIJN,
        _eigen,
        "Bij een eigen bewaartermijn ontbreekt de uitleg, of de verklaring dat wet en Selectielijst zwijgen.",
    ),
    Toets(
        "2.5.3",
        LOPEND,
        _vernietigen,
        "Het vernietigen is niet gepland, te laat of gedaan zonder verklaring van vernietiging.",
    ),
)
