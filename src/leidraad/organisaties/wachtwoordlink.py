"""The link with which a new person sets her first password."""

from datetime import datetime

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse

from leidraad.organisaties.handelingen import schrijf, vereis
from leidraad.organisaties.models import Gemeente, Persoon
from leidraad.organisaties.rechten import Lid, Recht


@transaction.atomic
def eenmalige_link(*, persoon: Persoon, gemeente: Gemeente, door: Lid, nu: datetime) -> str:
    """The path of a page on which `persoon` sets her first password; it works once, for three days.

    Raises ValidationError for somebody who has a password already: a beheerder must not be able to take
    over an account.
    """
    vereis(door, Recht.BEHEREN, gemeente.pk)
    if persoon.has_usable_password():
        raise ValidationError(f"{persoon.naam} heeft al een wachtwoord en kan zelf een nieuw vragen.")
    if not persoon.functies.filter(gemeente=gemeente).exists():
        raise ValidationError(f"{persoon.naam} werkt niet bij {gemeente.naam}.")
    elders = persoon.functies.exclude(gemeente__in=door.gemeenten(Recht.BEHEREN))
    if elders.exists():
        # Whoever holds the link holds the account, with its rights in every gemeente.
        raise ValidationError(
            f"{persoon.naam} werkt ook bij een gemeente die u niet beheert. Laat die beheerder de link maken,"
            f" of vraag {persoon.naam} zelf een wachtwoord aan te vragen op de inlogpagina."
        )
    schrijf(
        gemeente.pk, door.functie_in(gemeente.pk, Recht.BEHEREN), "eenmalige_link", nu, persoon=persoon.pk
    )
    return reverse(
        "account_reset_password_from_key",
        kwargs={"uidb36": user_pk_to_url_str(persoon), "key": default_token_generator.make_token(persoon)},
    )
