"""Puts the signed-in `Lid` on the request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from leidraad.organisaties.leden import lid_van
from leidraad.organisaties.rechten import Lid


class LidMiddleware:
    """Set `request.lid`, loaded at first use; None for a visitor who has not signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request with its `Lid` at hand."""
        request.lid = SimpleLazyObject(lambda: _lid(request))  # type: ignore[attr-defined]
        return self.get_response(request)


def _lid(request: HttpRequest) -> Lid | None:
    if not request.user.is_authenticated:
        return None
    return lid_van(request.user, timezone.localdate())
