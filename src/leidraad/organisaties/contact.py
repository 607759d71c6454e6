"""The handeling on where inhabitants find the gemeente and its FG (AVG art. 37 lid 7; norm 4.5.1)."""

import re
from datetime import datetime
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import transaction

from leidraad.organisaties.handelingen import schrijf, vereis
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid, Recht

_TELEFOON = re.compile(r"\+?[0-9][0-9 ()/-]{2,}")
VELDEN = {
    "fg_email": "e-mailadres van de FG",
    "fg_telefoon": "telefoonnummer van de FG",
    "website": "website",
}


@transaction.atomic
def wijzig_contact(
    *, gemeente: Gemeente, fg_email: str, fg_telefoon: str, website: str, door: Lid, nu: datetime
) -> Gemeente:
    """Change how inhabitants reach the FG, and the website of the gemeente; public pages show it at once.

    What was changed names the fields and not their values: an address of a person is a name.
    """
    vereis(door, Recht.BEHEREN, gemeente.pk)
    gemeente = Gemeente.objects.select_for_update().get(pk=gemeente.pk)
    nieuw = {"fg_email": fg_email.strip(), "fg_telefoon": fg_telefoon.strip(), "website": website.strip()}
    gewijzigd = [veld for veld in VELDEN if getattr(gemeente, veld) != nieuw[veld]]
    if not gewijzigd:
        return gemeente
    for veld in gewijzigd:
        setattr(gemeente, veld, nieuw[veld])
    _controleer(gemeente)
    gemeente.save(update_fields=gewijzigd)
    wie = door.functie_in(gemeente.pk, Recht.BEHEREN)
    schrijf(gemeente.pk, wie, "wijzig_contact", nu, gewijzigd=", ".join(VELDEN[veld] for veld in gewijzigd))
    return gemeente


def _controleer(gemeente: Gemeente) -> None:
    """Raise ValidationError at the field that people or browsers could not use."""
    if gemeente.fg_telefoon and not _TELEFOON.fullmatch(gemeente.fg_telefoon):
        raise ValidationError({"fg_telefoon": "Vul een telefoonnummer in, zoals 14 071 of 071 516 5165."})
    if gemeente.website and urlsplit(gemeente.website).scheme not in ("https", "http"):
        raise ValidationError({"website": "Begin het adres met https://."})
    gemeente.full_clean(validate_constraints=False, validate_unique=False)
