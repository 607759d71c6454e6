"""The error pages, and the style page that shows all components together."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from leidraad.ui.stijl import voorbeelden


def _fout(naam: str, status: int, **context: str) -> HttpResponse:
    """An error page that needs nothing: no database, no session, no context processor."""
    return HttpResponse(render_to_string(f"{naam}.html", context), status=status)


def fout_400(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The request cannot be read."""
    return _fout("400", 400)


def fout_403(request: HttpRequest, exception: Exception) -> HttpResponse:
    """This person may not do this: with the reason, when whoever refused gave one for people."""
    return _fout("403", 403, reden=getattr(exception, "reden", ""))


def fout_404(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is nothing here, or nothing that this person may see."""
    return _fout("404", 404)


def fout_413(request: HttpRequest) -> HttpResponse:
    """The request is larger than anything Leidraad takes."""
    return _fout("413", 413)


def fout_500(request: HttpRequest) -> HttpResponse:
    """The product failed."""
    return _fout("500", 500)


def sessie_verlopen(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form came without a valid session token (CSRF_FAILURE_VIEW)."""
    return _fout("403_csrf", 403)


def stijl(request: HttpRequest) -> HttpResponse:
    """All components in all variants; `?thema=leiden` shows them in the colours of a gemeente."""
    return render(request, "ui/stijl.html", voorbeelden(request.GET.get("thema", "")))
