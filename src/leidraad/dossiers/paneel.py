"""Everything that hangs on a dossier, for its page: a small, fixed number of queries."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from leidraad.dossiers.forms import OpmerkingForm
from leidraad.dossiers.journaal.lezen import INGEZIEN, leesbaar, woord
from leidraad.dossiers.models import Dossier, Journaalregel, Koppeling
from leidraad.organisaties.rechten import Lid, Recht, mag

_MEEST = 200
_TIJDLIJN = 12


@dataclass(frozen=True)
class Verbinding:
    """A link as seen from one of its ends."""

    dossier: Dossier
    soort: str
    heen: bool

    @property
    def omschrijving(self) -> str:
        """What kind of link it is, in words."""
        return woord(self.soort)


def paneel(dossier: Dossier, lid: Lid, *, zonder: Collection[str] = ()) -> dict[str, Any]:
    """The context of the templates in dossiers/onderdelen/: eight queries, whatever hangs on the dossier.

    `zonder` are the acts that its timeline leaves out, such as who has read a policy.
    """
    rechten = {recht.value: bool(mag(lid, recht, dossier)) for recht in Recht}
    regels = Journaalregel.objects.filter(keten=dossier.uuid).exclude(handeling__in=(INGEZIEN, *zonder))
    return {
        "dossier": dossier,
        "rechten": rechten,
        "bijlagen": dossier.bijlagen.filter(verwijderd_op=None).select_related("door")[:_MEEST],
        "opmerkingformulier": OpmerkingForm(),
        "opmerkingen": dossier.opmerkingen.select_related("door")[:_MEEST],
        "adviezen": dossier.adviezen.select_related("door", "reactie_door")[:_MEEST],
        "beoordelingen": dossier.beoordelingen.select_related("door")[:_MEEST],
        "versies": dossier.versies.select_related("door").defer("inhoud")[:_MEEST],
        "koppelingen": _koppelingen(dossier, lid),
        "tijdlijn": leesbaar(regels.order_by("-volgnummer")[:_TIJDLIJN]),
    }


def _koppelingen(dossier: Dossier, lid: Lid) -> list[Verbinding]:
    """The links to dossiers that this person may see."""
    rijen: Iterable[Koppeling] = (
        Koppeling.objects.filter(Q(van=dossier) | Q(naar=dossier))
        .select_related("van__gemeente", "naar__gemeente")
        .order_by("soort", "pk")[:_MEEST]
    )
    verbindingen = [
        Verbinding(rij.naar, rij.soort, True)
        if rij.van_id == dossier.pk
        else Verbinding(rij.van, rij.soort, False)
        for rij in rijen
    ]
    return [v for v in verbindingen if mag(lid, Recht.LEZEN, v.dossier)]
