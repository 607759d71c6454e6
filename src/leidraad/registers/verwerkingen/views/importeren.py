"""Import a register: choose a file, check the columns, read the dry run, and only then bring it in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leidraad.dossiers.fouten import GeenRecht
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.organisaties.toegang import gemeente_voor, lid_bij
from leidraad.registers.verwerkingen.forms.importeren import KoppelForm, UploadForm
from leidraad.registers.verwerkingen.forms.importeren_eenheden import EenhedenForm
from leidraad.registers.verwerkingen.uitwisseling import werkbestand
from leidraad.registers.verwerkingen.uitwisseling.bron import Bron, BronFout
from leidraad.registers.verwerkingen.uitwisseling.eenheden import Eenheidkeuze, onbekende_eenheden
from leidraad.registers.verwerkingen.uitwisseling.importeren import importeer
from leidraad.registers.verwerkingen.uitwisseling.koppelen import Koppeling, Voorstel
from leidraad.registers.verwerkingen.uitwisseling.lezen import lees
from leidraad.registers.verwerkingen.uitwisseling.profiel import (
    eenheden_van,
    eenheidkeuze_voor,
    kolommen,
    voorstel_voor,
)
from leidraad.registers.verwerkingen.uitwisseling.rapport import Rapport
from leidraad.registers.verwerkingen.uitwisseling.velden import velden
from leidraad.registers.verwerkingen.uitwisseling.werkbestand import GeenWerkbestand, Werkbestand

_PER_PAGINA = 50
ERNSTEN = {"fout": "Fouten", "waarschuwing": "Waarschuwingen", "info": "Ter informatie"}


_GEEN_KOLOM = "geen kolom"
_TOON_RIJEN = 8


@dataclass(frozen=True)
class Regel:
    """One line of the report on the screen: the same words about the same column stand there once."""

    ernst: str
    kolom: str | None
    melding: str
    rijen: tuple[int, ...]

    @property
    def waar(self) -> str:
        """The rows it is about."""
        eerste = ", ".join(map(str, self.rijen[:_TOON_RIJEN]))
        meer = len(self.rijen) - _TOON_RIJEN
        return f"{eerste} en nog {meer}" if meer > 0 else eerste or "Hele bestand"


@dataclass(frozen=True)
class Stap:
    """What every step of one import knows."""

    gemeente: Gemeente
    lid: Lid
    werk: Werkbestand

    def adres(self, naam: str) -> str:
        """The address of another step."""
        return reverse(f"verwerkingen:{naam}", args=[self.gemeente.slug, self.werk.kenmerk])

    def kader(self, hier: str) -> dict[str, Any]:
        """The context of every step."""
        return {
            "gemeente": self.gemeente,
            "bestandsnaam": self.werk.naam,
            "hier": hier,
            "lijst_url": reverse("verwerkingen:lijst"),
            "gemeente_url": f"{reverse('verwerkingen:lijst')}?gemeente={self.gemeente.slug}",
            "begin_url": reverse("verwerkingen:importeren"),
        }


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def importeren(request: HttpRequest) -> HttpResponse:
    """Choose the file. What cannot be read is said at the field."""
    lid = lid_bij(request)
    gemeenten = lid.gemeenten(Recht.IMPORTEREN)
    if not gemeenten:
        raise GeenRecht("Alleen een Privacy Officer importeert een register.")
    begin = Gemeente.objects.filter(pk__in=gemeenten, slug=request.GET.get("gemeente", "")[:60]).first()
    formulier = UploadForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        lid=lid,
        initial={"gemeente": begin or (next(iter(gemeenten)) if len(gemeenten) == 1 else None)},
    )
    if request.method == "POST" and formulier.is_valid():
        gemeente, bestand = formulier.cleaned_data["gemeente"], formulier.cleaned_data["bestand"]
        naam, data = bestand.name[:200], bestand.read()
        try:
            lees(naam, data)
        except BronFout as fout:
            formulier.add_error("bestand", str(fout))
        else:
            werk = werkbestand.bewaar(
                naam, data, persoon_id=lid.persoon_id, gemeente_id=gemeente.pk, nu=timezone.now()
            )
            return redirect("verwerkingen:importeren_kolommen", gemeente.slug, werk.kenmerk)
    context = {"formulier": formulier, "lijst_url": reverse("verwerkingen:lijst"), "gemeente": begin}
    return render(request, "verwerkingen/importeren_bestand.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def importeren_kolommen(request: HttpRequest, gemeente: str, kenmerk: str) -> HttpResponse:
    """Which column is which field, and which name is which unit; then the dry run."""
    stap = _stap(request, gemeente, kenmerk)
    blad = (request.POST if request.method == "POST" else request.GET).get("blad", "")[:200]
    try:
        bron = _bron(stap, blad)
    except BronFout as fout:
        messages.error(request, str(fout))
        return redirect(stap.adres("importeren_kolommen"))
    formulier = KoppelForm(
        request.POST if request.method == "POST" else None,
        bron=bron,
        voorstellen=_voorstellen(stap, bron, blad) if bron.soort == "tabel" else (),
    )
    eenheden = _eenheden(request, stap, bron, formulier.koppeling())
    if formulier.is_valid() and eenheden.is_gevraagd and eenheden.is_valid():
        koppeling, keuze = formulier.koppeling(), eenheden.keuze()
        rapport = _importeer(stap, bron, koppeling, keuze, proef=True)
        stap.werk.bewaar("keuze", {"blad": blad, "koppeling": koppeling, "eenheden": keuze.als_dict()})
        stap.werk.bewaar("proef", rapport.als_dict())
        return redirect(stap.adres("importeren_proef"))
    vast = [
        (deel, velden()[code].label if code and code in velden() else code)
        for deel, code in kolommen(bron, {}).items()
    ]
    context = {
        "formulier": formulier, "eenheden": eenheden, "bron": bron, "blad": blad,
        "vast": vast, "aantal": bron.aantal,
    }  # fmt: skip
    return render(request, "verwerkingen/importeren_kolommen.html", {**stap.kader("Kolommen"), **context})


@login_required
@require_safe
def importeren_proef(request: HttpRequest, gemeente: str, kenmerk: str) -> HttpResponse:
    """The report of the dry run, per row and column."""
    stap = _stap(request, gemeente, kenmerk)
    bewaard = stap.werk.lees("proef")
    if bewaard is None:
        return redirect(stap.adres("importeren_kolommen"))
    context = {
        **stap.kader("Proef"),
        **_verslag(request, Rapport.van_dict(bewaard)),
        "kolommen_url": stap.adres("importeren_kolommen"),
        "uitvoeren_url": stap.adres("importeren_uitvoeren"),
    }
    return render(request, "verwerkingen/importeren_proef.html", context)


@login_required
@require_POST
def importeren_uitvoeren(request: HttpRequest, gemeente: str, kenmerk: str) -> HttpResponse:
    """Bring it in, once: a second click finds the result of the first."""
    stap = _stap(request, gemeente, kenmerk)
    keuze = stap.werk.lees("keuze")
    if keuze is None:
        return redirect(stap.adres("importeren_kolommen"))
    if not stap.werk.begin():
        return redirect(stap.adres("importeren_uitkomst"))
    try:
        koppeling = {kop: tuple(codes) for kop, codes in keuze["koppeling"].items()}
        eenheden = Eenheidkeuze(**keuze["eenheden"])
        rapport = _importeer(stap, _bron(stap, keuze["blad"]), koppeling, eenheden, proef=False)
        stap.werk.bewaar("uitkomst", rapport.als_dict())
    except BaseException:
        stap.werk.laat_los()
        raise
    stap.werk.rond_af()
    return redirect(stap.adres("importeren_uitkomst"))


@login_required
@require_safe
def importeren_uitkomst(request: HttpRequest, gemeente: str, kenmerk: str) -> HttpResponse:
    """What became of it, with the way to the new verwerkingen."""
    stap = _stap(request, gemeente, kenmerk)
    bewaard = stap.werk.lees("uitkomst")
    if bewaard is None and not stap.werk.is_begonnen:
        return redirect(stap.adres("importeren_proef"))
    verslag = _verslag(request, Rapport.van_dict(bewaard)) if bewaard else {}
    context = {
        **stap.kader("Uitkomst"),
        **verslag,
        "nieuwe_url": stap.kader("")["gemeente_url"] + "&mijn=alles&sorteer=-gewijzigd",
    }
    return render(request, "verwerkingen/importeren_uitkomst.html", context)


def _stap(request: HttpRequest, gemeente: str, kenmerk: str) -> Stap:
    """The import of this person. Raises Http404 for another's, an expired one, or another municipality."""
    waar, lid = gemeente_voor(request, gemeente, Recht.IMPORTEREN)
    try:
        werk = werkbestand.zoek(kenmerk, persoon_id=lid.persoon_id, gemeente_id=waar.pk, nu=timezone.now())
    except GeenWerkbestand as fout:
        raise Http404 from fout
    return Stap(waar, lid, werk)


def _bron(stap: Stap, blad: str) -> Bron:
    """The source again. Raises Http404 when the import is done and the file gone."""
    try:
        return lees(stap.werk.naam, stap.werk.data(), blad)
    except GeenWerkbestand as fout:
        raise Http404 from fout


def _voorstellen(stap: Stap, bron: Bron, blad: str) -> Sequence[Voorstel]:
    """The columns with their fields; who comes back from the dry run finds what was chosen."""
    voorstellen, gekozen = voorstel_voor(bron, stap.gemeente), stap.werk.lees("keuze")
    if gekozen is None or gekozen["blad"] != blad:
        return voorstellen
    return [replace(v, velden=tuple(gekozen["koppeling"].get(v.kop, v.velden))) for v in voorstellen]


def _eenheden(request: HttpRequest, stap: Stap, bron: Bron, koppeling: Koppeling) -> EenhedenForm:
    """The names in the columns that were chosen for the unit, with what was chosen before."""
    vandaag, gekozen = timezone.localdate(), stap.werk.lees("keuze")
    namen = eenheden_van(stap.gemeente, vandaag)
    eerder = eenheidkeuze_voor(bron, stap.gemeente, vandaag)
    return EenhedenForm(
        request.POST if request.method == "POST" else None,
        onbekend=onbekende_eenheden(bron, koppeling, namen),
        eenheden=namen,
        eerder=Eenheidkeuze.van_dict(gekozen["eenheden"], namen) if gekozen else eerder,
    )


def _importeer(
    stap: Stap, bron: Bron, koppeling: Koppeling, eenheden: Eenheidkeuze, *, proef: bool
) -> Rapport:
    return importeer(
        bron=bron, gemeente=stap.gemeente, koppeling=koppeling, door=stap.lid, nu=timezone.now(), proef=proef,
        eenheden=eenheden,
    )  # fmt: skip


def _verslag(request: HttpRequest, rapport: Rapport) -> dict[str, Any]:
    """The numbers, and the lines by seriousness and column, a page at a time."""
    ernst, kolom = request.GET.get("ernst", ""), request.GET.get("kolom", "")
    rijen: dict[tuple[str, str | None, str], list[int]] = {}
    for m in rapport.meldingen:
        if ernst in ("", m.ernst) and kolom in ("", m.kolom or _GEEN_KOLOM):
            rijen.setdefault((m.ernst, m.kolom, m.melding), []).extend([m.rij] if m.rij else [])
    volgorde = list(ERNSTEN)
    gekozen = [Regel(*sleutel, tuple(nummers)) for sleutel, nummers in rijen.items()]
    gekozen.sort(key=lambda regel: volgorde.index(regel.ernst))
    aantallen = {code: sum(1 for m in rapport.meldingen if m.ernst == code) for code in ERNSTEN}
    return {
        "rapport": rapport,
        "pagina": Paginator(gekozen, _PER_PAGINA).get_page(request.GET.get("pagina")),
        "ernsten": [(code, naam, aantallen[code]) for code, naam in ERNSTEN.items()],
        "ernst": ernst,
        "kolom": kolom,
        "kolomkeuze": list(dict.fromkeys(m.kolom or _GEEN_KOLOM for m in rapport.meldingen)),
        "zonder_veld": [kop for kop, veld in rapport.kolommen.items() if veld is None],
    }
