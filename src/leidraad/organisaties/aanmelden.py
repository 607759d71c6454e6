"""How people sign in: accounts come from the organisation's own administration, never from a sign-up form."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Aanmelding(DefaultAccountAdapter):  # type: ignore[misc]
    """Closes sign-up; the functioneel beheerder adds people."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody registers herself."""
        return False
