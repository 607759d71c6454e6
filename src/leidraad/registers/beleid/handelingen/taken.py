"""Keep the work that waits in step with the state of a document."""

from datetime import date, datetime, timedelta

from leidraad.dossiers.handelingen import laat_taak_vervallen, open_taak
from leidraad.dossiers.models import Taak
from leidraad.dossiers.taaksoort import Taaksoort
from leidraad.dossiers.werk import begin_van, eind_van
from leidraad.organisaties.rechten import Lid
from leidraad.registers.beleid.models import Beleidsstuk, Beleidsversie
from leidraad.registers.beleid.regels.conformiteit import Oordeel, moet_getoetst, nog_te_toetsen
from leidraad.registers.beleid.taaksoorten import (
    BEOORDELEN,
    CONFORMITEIT,
    VASTSTELLEN,
    VOORAF_DAGEN,
    van_eigenaar,
)


def werk_bij(stuk: Beleidsstuk, *, door: Lid, nu: datetime) -> None:
    """Open what has to be done with this document now, and let go what no longer has to.

    Every handeling calls this last, after it has finished the work that it did itself.
    """
    concept = stuk.versies.filter(besluitdatum=None).first()
    geldend = stuk.versies.vastgesteld().filter(ingetrokken_per=None).order_by("-geldig_vanaf").first()
    _zet(stuk, van_eigenaar(VASTSTELLEN, stuk), concept is not None, door=door, nu=nu)
    _zet(stuk, CONFORMITEIT, _moet_nog_getoetst(stuk, concept or geldend, door), door=door, nu=nu)
    beoordelen = geldend.beoordelen_voor if geldend else None
    _zet(stuk, van_eigenaar(BEOORDELEN, stuk), beoordelen is not None, beoordelen, door=door, nu=nu)


def _moet_nog_getoetst(stuk: Beleidsstuk, versie: Beleidsversie | None, door: Lid) -> bool:
    if versie is None or not moet_getoetst(stuk.soort):
        return False
    oordelen = [Oordeel(o.uitgangspunt, o.verdict) for o in versie.conformiteit.all()]
    return bool(nog_te_toetsen(oordelen, door.op))


def _zet(
    stuk: Beleidsstuk,
    soort: Taaksoort,
    nodig: bool,
    uiterlijk: date | None = None,
    *,
    door: Lid,
    nu: datetime,
) -> None:
    open_werk = Taak.objects.open().filter(dossier=stuk.pk, soort=soort.code)
    # Open work stays as it is, unless it became the work of somebody else.
    if not nodig or open_werk.exclude(recht=soort.recht.value).exists():
        laat_taak_vervallen(stuk.dossier, soort.code, nu=nu)
    if uiterlijk is not None:
        vanaf = begin_van(uiterlijk - timedelta(days=VOORAF_DAGEN))
        open_taak(stuk.dossier, soort, uiterlijk=eind_van(uiterlijk), zichtbaar_vanaf=vanaf, door=door, nu=nu)
    elif nodig and not open_werk.exists():
        open_taak(stuk.dossier, soort, door=door, nu=nu)
