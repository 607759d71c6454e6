"""The page of one document: what holds, since when, by whose decision, and what has to be done now."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leidraad.dossiers.models import Taak
from leidraad.dossiers.paneel import paneel
from leidraad.dossiers.toegang import lid_bij
from leidraad.organisaties.models import Eenheid
from leidraad.organisaties.rechten import Lid
from leidraad.referentie import lijst
from leidraad.registers.beleid.begrippen import Verdict
from leidraad.registers.beleid.kennisname import te_lezen
from leidraad.registers.beleid.models import Beleidsstuk, Beleidsversie, Herbeoordeling
from leidraad.registers.beleid.opmaak import als_html
from leidraad.registers.beleid.overzicht import Overzicht, conformiteit_van
from leidraad.registers.beleid.regels.geldigheid import geldt
from leidraad.registers.beleid.views.laden import adres, kader, overzicht_van, stuk_voor
from leidraad.registers.beleid.views.volgende import Feiten, acties, nog_nodig, volgende_stap
from leidraad.registers.beleid.weergave import functienaam, verwachtnaam

_KLEUREN = {Verdict.VOLDOET: "groen", Verdict.VOLDOET_NIET: "rood", Verdict.NIET_VAN_TOEPASSING: "grijs"}


@login_required
@require_safe
def detail(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """The whole document on one page."""
    stuk, lid = stuk_voor(request, gemeente, nummer), lid_bij(request)
    beeld = overzicht_van(stuk, request)
    feiten = _feiten(stuk, beeld)
    getoond = beeld.getoond
    mag_doen = acties(stuk, beeld, feiten, lid)
    context = {
        # Who has read it is for who leads those people, not for everybody who looks.
        **paneel(stuk.dossier, lid, zonder=["gelezen"]),
        **kader(stuk),
        "beeld": beeld,
        "status": beeld.stand.value,
        "getoond": getoond,
        "tekst": als_html(getoond.tekst) if getoond else "",
        "soort": stuk.get_soort_display(),
        "eigenaar": functienaam(stuk.eigenaar, lid.op),
        "verwacht": verwachtnaam(stuk.verwacht, lid.op) if stuk.verwacht else "",
        "volgende": volgende_stap(stuk, beeld, feiten, lid),
        "tekort": nog_nodig(stuk, beeld, feiten),
        "acties": mag_doen,
        "ingetrokken": list(getoond.trekt_in.select_related("dossier__gemeente")) if getoond else [],
        "conformiteit": conformiteit_van(stuk.soort, beeld.te_toetsen, lid.op),
        "oordelen": _oordelen(beeld.te_toetsen, lid),
        "herbeoordelingen": _herbeoordelingen(stuk),
        "feiten": feiten,
        # Who can do nothing here has no use for the work of others.
        "taken": mag_doen and Taak.objects.open().filter(dossier=stuk.pk).select_related("toegewezen"),
        "tabbladen": tabbladen(stuk, "detail"),
        "lezen_url": _lezen_url(stuk, beeld.geldend, lid),
        "vandaag": lid.op,
    }
    return render(request, "beleid/detail.html", context)


@login_required
@require_safe
def overleg(request: HttpRequest, gemeente: str, nummer: str) -> HttpResponse:
    """What people say about it: remarks, advice and attachments."""
    stuk = stuk_voor(request, gemeente, nummer)
    context = {
        **paneel(stuk.dossier, lid_bij(request)),
        **kader(stuk, "Overleg en bijlagen"),
        "tabbladen": tabbladen(stuk, "overleg"),
    }
    return render(request, "beleid/overleg.html", context)


def tabbladen(stuk: Beleidsstuk, hier: str) -> list[dict[str, Any]]:
    """The pages of one document."""
    namen = (("detail", "Inhoud"), ("kennisname", "Kennisname"), ("overleg", "Overleg en bijlagen"))
    return [
        {"label": label, "url": adres(naam, stuk.dossier), "actief": naam == hier} for naam, label in namen
    ]


def _feiten(stuk: Beleidsstuk, beeld: Overzicht) -> Feiten:
    """What the rules need besides the versions: two queries at most."""
    toepassingen = list(stuk.toepassingen.select_related("besluit"))
    getoetst = beeld.te_toetsen
    return Feiten(
        heeft_griffie=bool(toepassingen) or _kan_op_griffie(stuk, beeld),
        toepassingen=toepassingen,
        griffie=next((t for t in toepassingen if geldt(t, beeld.op)), None),
        conformiteit=conformiteit_van(stuk.soort, getoetst, beeld.op),
        heeft_tekst=bool(getoetst and (getoetst.tekst or getoetst.bestand_id or getoetst.link)),
    )


def _kan_op_griffie(stuk: Beleidsstuk, beeld: Overzicht) -> bool:
    """Whether there is a griffie that this document can reach; that of one unit stays with that unit."""
    if stuk.dossier.eenheid_id is not None or not (beeld.geldend or beeld.komt):
        return False
    griffies = Eenheid.objects.geldig_op(beeld.op).filter(soort=Eenheid.Soort.GRIFFIE)
    return bool(griffies.filter(gemeente=stuk.dossier.gemeente_id).exists())


def _oordelen(versie: Beleidsversie | None, lid: Lid) -> list[tuple[str, str, str, str]]:
    """Per judged principle: its name, the verdict, the colour and the reason."""
    if versie is None:
        return []
    namen = dict(lijst("uitgangspunten", lid.op).keuzes())
    return [
        (
            namen.get(o.uitgangspunt, o.uitgangspunt),
            o.get_verdict_display(),
            _KLEUREN[Verdict.van(o.verdict)],
            o.waarom,
        )
        for o in versie.conformiteit.all()
    ]


def _herbeoordelingen(stuk: Beleidsstuk) -> Any:
    return Herbeoordeling.objects.filter(versie__stuk=stuk).select_related("versie", "door")


def _lezen_url(stuk: Beleidsstuk, geldend: Beleidsversie | None, lid: Lid) -> str:
    """Where this person says that she has read it; empty when she need not."""
    if geldend is None or not geldend.vraagt_kennisname:
        return ""
    moet = te_lezen(lid).filter(pk=geldend.pk).exists()
    return adres("gelezen", stuk.dossier, geldend.nummer) if moet else ""
