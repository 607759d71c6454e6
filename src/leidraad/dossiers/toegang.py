"""The one way in: load a dossier for a request and decide whether this person may do this with it."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest
from django.utils import timezone

from leidraad.dossiers.fouten import eis
from leidraad.dossiers.handelingen import log_inzage
from leidraad.dossiers.models import Dossier
from leidraad.organisaties.rechten import Recht, mag
from leidraad.organisaties.toegang import lid_bij

__all__ = ["dossier_voor", "lid_bij"]


def dossier_voor(
    request: HttpRequest,
    soort: str | None,
    gemeente_slug: str,
    nummer: str,
    recht: Recht = Recht.LEZEN,
    *,
    ook: Sequence[str] = (),
) -> Dossier:
    """The dossier, with its gemeente, eenheid, behandelaar and what `ook` names: one query.

    Raises Http404 when there is none or the person may not see it, so that nobody learns that it exists;
    GeenRecht (403) when she may see it but lacks `recht`. A look at a confidential dossier is written down.
    With `soort` None the dossier may be of any register.
    """
    lid = lid_bij(request)
    dossiers = Dossier.objects.select_related("gemeente", "eenheid", "behandelaar", *ook)
    if soort is not None:
        dossiers = dossiers.filter(soort=soort)
    dossier = dossiers.filter(gemeente__slug=gemeente_slug, nummer=nummer.upper()).first()
    if dossier is None or not mag(lid, Recht.LEZEN, dossier):
        raise Http404
    eis(mag(lid, recht, dossier))
    log_inzage(dossier, door=lid, nu=timezone.now())
    return dossier
