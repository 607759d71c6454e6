"""How people sign in: accounts come from the organisation's own administration, never from a sign-up form."""

from typing import Any

import structlog
from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

_log = structlog.get_logger(__name__)

_ONJUIST = "Het e-mailadres of het wachtwoord klopt niet."


class Aanmelding(DefaultAccountAdapter):  # type: ignore[misc]
    """Closes sign-up; the functioneel beheerder adds people. Says in Dutch what went wrong."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "Dit account is gesloten. Vraag uw functioneel beheerder om hulp.",
        # One text for an unknown address and a wrong password: nobody can find out who has an account.
        "email_password_mismatch": _ONJUIST,
        "invalid_login": _ONJUIST,
        "incorrect_password": "Het wachtwoord klopt niet.",
        "enter_current_password": "Het huidige wachtwoord klopt niet.",
        "too_many_login_attempts": "U hebt te vaak een verkeerd wachtwoord ingevuld. Wacht vijf minuten.",
        "rate_limited": "U doet dit te vaak achter elkaar. Wacht vijf minuten.",
        "invalid_password_reset": "Deze link is gebruikt of verlopen. Vraag een nieuwe aan.",
        "same_as_current": "Kies een ander wachtwoord dan het huidige.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody registers herself."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a message. When the mail server fails, the page still answers as for an unknown address.

        Otherwise an error would tell a stranger that this address has an account.
        """
        try:
            super().send_mail(template_prefix, email, context)
        except OSError:
            # No address and no link in the log: both are personal.
            _log.exception("bericht_niet_verzonden", soort=template_prefix)
