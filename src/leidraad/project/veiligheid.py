"""What holds for every answer: nothing of a colleague stays in a cache, and no request is without end."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from leidraad.ui.views import fout_413

# Four times the largest attachment: enough to be told at the field that a file is too big.
GROOTST = 100 * 1024 * 1024
_BESLOTEN = ("/werk/", "/account/")
_NIET_NODIG = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class Veiligheid:
    """Middleware: refuse an endless request before it is read, and set headers that have no setting."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request. Pages behind signing in are never kept, also not by the browser."""
        lengte = request.META.get("CONTENT_LENGTH") or "0"
        # No database takes a null byte, and nobody types one.
        while "%00" in (vraag := request.META.get("QUERY_STRING", "")):
            request.META["QUERY_STRING"] = vraag.replace("%00", "")
        te_groot = not lengte.isdecimal() or int(lengte[:20]) > GROOTST
        antwoord = fout_413(request) if te_groot else self.get_response(request)
        antwoord["Permissions-Policy"] = _NIET_NODIG
        if request.path.startswith(_BESLOTEN):
            antwoord["Cache-Control"] = "private, no-store"
        return antwoord
