"""The people of a gemeente and their functions."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leidraad.organisaties.forms import EindeForm, FunctieForm, PersoonForm, probeer
from leidraad.organisaties.handelingen import beeindig_functie, benoem, voeg_persoon_toe
from leidraad.organisaties.models import Functievervulling, Gemeente, Persoon
from leidraad.organisaties.rechten import Recht, mag_in
from leidraad.organisaties.toegang import gemeente_voor, tabs
from leidraad.organisaties.wachtwoordlink import eenmalige_link

_LINK = "organisaties_eenmalige_link"


def _personen(gemeente: Gemeente) -> QuerySet[Persoon]:
    return Persoon.objects.filter(functies__gemeente=gemeente).distinct()


@login_required
@require_GET
def personen(request: HttpRequest, gemeente: str) -> HttpResponse:
    """Everybody who has or had a function here."""
    waar, lid = gemeente_voor(request, gemeente, Recht.ORGANISATIE_INZIEN)
    q = request.GET.get("q", "").strip()[:200]
    gevonden = _personen(waar).filter(Q(naam__icontains=q) | Q(email__icontains=q))
    pagina = Paginator(gevonden, 50).get_page(request.GET.get("pagina"))
    functies: dict[int, list[Functievervulling]] = {persoon.pk: [] for persoon in pagina}
    vervullingen = Functievervulling.objects.geldig_op(lid.op).filter(gemeente=waar, persoon__in=functies)
    for f in vervullingen.select_related("eenheid"):
        functies[f.persoon_id].append(f)
    context = {
        "gemeente": waar,
        "tabs": tabs(waar, "personen"),
        "pagina": pagina,
        "rijen": [(persoon, functies[persoon.pk]) for persoon in pagina],
        "q_personen": q,
        "mag_beheren": bool(mag_in(lid, Recht.BEHEREN, waar.pk)),
    }
    return render(request, "organisaties/personen.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def persoon_nieuw(request: HttpRequest, gemeente: str) -> HttpResponse:
    """Add a person with a first function."""
    waar, lid = gemeente_voor(request, gemeente, Recht.BEHEREN)
    form = PersoonForm(request.POST or None, gemeente=waar, op=lid.op)
    if request.method == "POST":
        functie = probeer(
            form,
            lambda: voeg_persoon_toe(gemeente=waar, **form.cleaned_data, door=lid, nu=timezone.now()),
        )
        if functie:
            messages.success(request, f"{functie.persoon.naam} is toegevoegd.")
            return redirect("organisaties:persoon", waar.slug, functie.persoon_id)
    return render(request, "organisaties/persoon_nieuw.html", {"gemeente": waar, "form": form})


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def persoon(request: HttpRequest, gemeente: str, pk: int) -> HttpResponse:
    """One person with her functions here; the beheerder adds one."""
    waar, lid = gemeente_voor(
        request, gemeente, Recht.BEHEREN if request.method == "POST" else Recht.ORGANISATIE_INZIEN
    )
    wie = get_object_or_404(_personen(waar), pk=pk)
    form = FunctieForm(request.POST or None, gemeente=waar, op=lid.op)
    if request.method == "POST":
        functie = probeer(
            form,
            lambda: benoem(persoon=wie, gemeente=waar, **form.cleaned_data, door=lid, nu=timezone.now()),
        )
        if functie:
            messages.success(request, "De functie is toegevoegd.")
            return redirect("organisaties:persoon", waar.slug, wie.pk)
    context = {
        "gemeente": waar,
        "persoon": wie,
        "form": form,
        "functies": wie.functies.filter(gemeente=waar).select_related("eenheid"),
        "vandaag": lid.op,
        "mag_beheren": bool(mag_in(lid, Recht.BEHEREN, waar.pk)),
        # Shown once: after this page the link is known to nobody but who copied it.
        "link": _haal_link(request, wie),
    }
    return render(request, "organisaties/persoon.html", context)


def _haal_link(request: HttpRequest, wie: Persoon) -> str:
    bewaard = request.session.get(_LINK)
    if not bewaard or bewaard["persoon"] != wie.pk:
        return ""
    del request.session[_LINK]
    return request.build_absolute_uri(bewaard["pad"])


@login_required
@require_POST
def persoon_link(request: HttpRequest, gemeente: str, pk: int) -> HttpResponse:
    """Make a link with which a new person sets her first password."""
    waar, lid = gemeente_voor(request, gemeente, Recht.BEHEREN)
    wie = get_object_or_404(_personen(waar), pk=pk)
    try:
        pad = eenmalige_link(persoon=wie, gemeente=waar, door=lid, nu=timezone.now())
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    else:
        request.session[_LINK] = {"persoon": wie.pk, "pad": pad}
    return redirect("organisaties:persoon", waar.slug, wie.pk)


@login_required
@require_http_methods(["GET", "POST"])
def functie_beeindigen(request: HttpRequest, gemeente: str, pk: int) -> HttpResponse:
    """Ask for the last day of a function, and end it."""
    waar, lid = gemeente_voor(request, gemeente, Recht.BEHEREN)
    functie = get_object_or_404(
        Functievervulling.objects.select_related("persoon", "eenheid", "gemeente"), pk=pk, gemeente=waar
    )
    form = EindeForm(request.POST or None, initial={"tot": functie.tot or lid.op})
    if request.method == "POST":
        klaar = probeer(
            form,
            lambda: beeindig_functie(
                functievervulling=functie, tot=form.cleaned_data["tot"], door=lid, nu=timezone.now()
            ),
        )
        if klaar:
            messages.success(request, "De laatste dag van de functie is vastgelegd.")
            return redirect("organisaties:persoon", waar.slug, functie.persoon_id)
    context = {"gemeente": waar, "functie": functie, "form": form}
    return render(request, "organisaties/functie_beeindigen.html", context)
