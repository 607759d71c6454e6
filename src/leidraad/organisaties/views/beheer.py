"""The organisation of a gemeente: its tree, its gaps and what was changed."""

from collections import Counter
from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from leidraad.organisaties.boom import Boom, Tak, organisatieboom
from leidraad.organisaties.contact import VELDEN, wijzig_contact
from leidraad.organisaties.eenheden import voeg_eenheid_toe, wijzig_eenheid
from leidraad.organisaties.forms import ContactForm, EenheidForm, probeer
from leidraad.organisaties.models import Eenheid, Gemeente, Persoon
from leidraad.organisaties.rechten import Recht, mag_in
from leidraad.organisaties.toegang import gemeente_voor, lid_bij, tabs


@login_required
@require_GET
def beheer_start(request: HttpRequest) -> HttpResponse:
    """Choose a gemeente, or go straight to the only one."""
    gemeenten = Gemeente.objects.filter(pk__in=lid_bij(request).gemeenten(Recht.ORGANISATIE_INZIEN))
    if not gemeenten:
        raise Http404
    if len(gemeenten) == 1:
        return redirect("organisaties:beheer", gemeenten[0].slug)
    return render(request, "organisaties/beheer_start.html", {"keuze": gemeenten})


@login_required
@require_GET
def beheer(request: HttpRequest, gemeente: str) -> HttpResponse:
    """The organisation tree with who is responsible, and on top what is missing (norm 4.2.1)."""
    waar, lid = gemeente_voor(request, gemeente, Recht.ORGANISATIE_INZIEN)
    boom = organisatieboom(waar, lid.op)
    context = {
        "gemeente": waar,
        "boom": boom,
        "tabs": tabs(waar, "beheer"),
        "tekorten": _tekorten(boom),
        "toelichtingen": _toelichtingen(boom.takken),
        "mag_beheren": bool(mag_in(lid, Recht.BEHEREN, waar.pk)),
    }
    return render(request, "organisaties/beheer.html", context)


def _tekorten(boom: Boom) -> list[tuple[str, int]]:
    """Every reason why nobody is responsible, once, with how many roles of units it touches.

    A gemeente without an FG comes first (norm 4.5.1).
    """
    verantwoordelijken = [v for tak in boom.takken for v in tak.verantwoordelijken.values()]
    redenen = Counter(v.reden for v in verantwoordelijken if v.is_tekort)
    geen_fg = [] if boom.heeft_fg else [("Er is geen functionaris gegevensbescherming (FG) aangewezen.", 1)]
    return geen_fg + redenen.most_common()


def _toelichtingen(takken: list[Tak]) -> list[str]:
    """Where the policy is silent: how it was read, each text once."""
    return list(
        dict.fromkeys(
            v.toelichting for tak in takken for v in tak.verantwoordelijken.values() if v.interpretatie
        )
    )


@login_required
@require_GET
def wijzigingen(request: HttpRequest, gemeente: str) -> HttpResponse:
    """What was changed in this organisation, newest first."""
    waar, _ = gemeente_voor(request, gemeente, Recht.ORGANISATIE_INZIEN)
    pagina = Paginator(waar.wijzigingen.all(), 50).get_page(request.GET.get("pagina"))
    personen = Persoon.objects.in_bulk([w.details["persoon"] for w in pagina if "persoon" in w.details])
    regels = [(w, personen.get(w.details.get("persoon")), _woorden(w.details)) for w in pagina]
    context = {"gemeente": waar, "tabs": tabs(waar, "wijzigingen"), "pagina": pagina, "regels": regels}
    return render(request, "organisaties/wijzigingen.html", context)


def _woorden(details: dict[str, Any]) -> str:
    """The other details of a change as text: “functie: fg, van: 1-1-2026”."""
    return ", ".join(
        f"{naam}: {_leesbaar(waarde)}"
        for naam, waarde in details.items()
        if naam != "persoon" and waarde not in ("", None)
    )


def _leesbaar(waarde: object) -> str:
    try:
        dag = date.fromisoformat(str(waarde))
    except ValueError:
        return str(waarde).replace("_", " ")
    return f"{dag.day}-{dag.month}-{dag.year}"


@login_required
@require_http_methods(["GET", "POST"])
def contact(request: HttpRequest, gemeente: str) -> HttpResponse:
    """How inhabitants reach the FG, and the website."""
    waar, lid = gemeente_voor(request, gemeente, Recht.BEHEREN)
    nu_staat_er = {veld: getattr(waar, veld) for veld in VELDEN}
    form = ContactForm(request.POST if request.method == "POST" else None, initial=nu_staat_er)
    if request.method == "POST":
        nieuw = probeer(
            form, lambda: wijzig_contact(gemeente=waar, **form.cleaned_data, door=lid, nu=timezone.now())
        )
        if nieuw:
            messages.success(request, "Opgeslagen. Inwoners zien dit nu.")
            return redirect("organisaties:beheer", waar.slug)
    return render(request, "organisaties/contact.html", {"gemeente": waar, "form": form})


@login_required
@require_http_methods(["GET", "POST"])
def eenheid_nieuw(request: HttpRequest, gemeente: str) -> HttpResponse:
    """Add a unit."""
    waar, lid = gemeente_voor(request, gemeente, Recht.BEHEREN)
    form = EenheidForm(request.POST or None, gemeente=waar, op=lid.op)
    if request.method == "POST":
        nieuw = probeer(
            form,
            lambda: voeg_eenheid_toe(gemeente=waar, **form.cleaned_data, door=lid, nu=timezone.now()),
        )
        if nieuw:
            messages.success(request, f"{nieuw.naam} is toegevoegd.")
            return redirect("organisaties:beheer", waar.slug)
    return render(request, "organisaties/eenheid.html", {"gemeente": waar, "form": form})


@login_required
@require_http_methods(["GET", "POST"])
def eenheid(request: HttpRequest, gemeente: str, pk: int) -> HttpResponse:
    """Change or end a unit."""
    waar, lid = gemeente_voor(request, gemeente, Recht.BEHEREN)
    welke = get_object_or_404(Eenheid, pk=pk, gemeente=waar)
    form = EenheidForm(request.POST or None, instance=welke, gemeente=waar, op=lid.op)
    if request.method == "POST":
        nieuw = probeer(
            form, lambda: wijzig_eenheid(eenheid=welke, **form.cleaned_data, door=lid, nu=timezone.now())
        )
        if nieuw:
            messages.success(request, f"{nieuw.naam} is opgeslagen.")
            return redirect("organisaties:beheer", waar.slug)
        welke.refresh_from_db()
    return render(request, "organisaties/eenheid.html", {"gemeente": waar, "form": form, "eenheid": welke})
