"""What every change shares: take the document under lock, judge, and write it down."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from leidraad.dossiers.fouten import GeenRecht, Geweigerd, eis
from leidraad.dossiers.handelingen import indexeer, leg_vast, vergrendel
from leidraad.dossiers.models import Bijlage, Zoektekst
from leidraad.organisaties.rechten import Lid, Recht, mag
from leidraad.registers.beleid import opslag
from leidraad.registers.beleid.models import Beleidsstuk, Beleidsversie
from leidraad.registers.beleid.regels.bevoegd import recht_om_vast_te_leggen


def pak(stuk: Beleidsstuk | int, recht: Recht | None = None, *, door: Lid) -> Beleidsstuk:
    """The document as it is now, its dossier locked. Raises GeenRecht without `recht`, when that is asked."""
    pk = stuk if isinstance(stuk, int) else stuk.pk
    dossier = vergrendel(pk)
    if recht is not None:
        eis(mag(door, recht, dossier))
    vers = Beleidsstuk.objects.get(pk=pk)
    vers.dossier = dossier
    return vers


def pak_versie(
    versie: Beleidsversie, recht: Recht | None = None, *, door: Lid
) -> tuple[Beleidsstuk, Beleidsversie]:
    """The version as it is now, with its document under lock. Raises GeenRecht."""
    stuk = pak(versie.stuk_id, recht, door=door)
    vers = Beleidsversie.objects.select_related("bestand", "besluit", "orgaan").get(pk=versie.pk)
    vers.stuk = stuk
    return stuk, vers


def recht_voor_besluit(stuk: Beleidsstuk, door: Lid, *, door_functie: bool) -> Recht:
    """The right with which `door` records a decision about this document. Raises GeenRecht."""
    recht = recht_om_vast_te_leggen(door, stuk.dossier, stuk.eigenaar, door_functie=door_functie)
    if recht is None:
        raise GeenRecht("Uw functie geeft u niet het recht om een besluit over dit stuk vast te leggen.")
    return recht


def eis_concept(versie: Beleidsversie) -> None:
    """Raise Geweigerd when the version was adopted: its text never changes again."""
    if not versie.is_concept:
        raise Geweigerd("Deze versie is vastgesteld en verandert niet meer. Maak een nieuwe versie.")


def eigen_bijlage(stuk: Beleidsstuk, bijlage: Bijlage | int | None) -> Bijlage | None:
    """The attachment, when it hangs on this very dossier. Raises Geweigerd when it does not."""
    if bijlage is None:
        return None
    pk = bijlage if isinstance(bijlage, int) else bijlage.pk
    eigen = stuk.dossier.bijlagen.filter(pk=pk, verwijderd_op=None).first()
    if eigen is None:
        raise Geweigerd("Dit bestand hoort niet bij dit stuk. Voeg het eerst als bijlage toe.")
    return eigen


def noteer(
    stuk: Beleidsstuk,
    handeling: str,
    details: Mapping[str, Any],
    recht: Recht,
    *,
    door: Lid,
    nu: datetime,
    **kopvelden: Any,
) -> None:
    """One line in the journaal, one revision further, and findable by its newest words."""
    leg_vast(stuk.dossier, handeling=handeling, details=details, recht=recht, door=door, nu=nu, **kopvelden)
    indexeer(stuk.pk, Zoektekst.Bereik.WERK, opslag.zoektekst(stuk))
