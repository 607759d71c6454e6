"""The addresses of the room of the norms, mounted under /werk/."""

from django.urls import path

from leidraad.naleving.urls_rapport import urlpatterns as rapportpatronen
from leidraad.naleving.urls_verklaren import urlpatterns as verklaarpatronen
from leidraad.naleving.views import eenheden, gemeente, norm, overzicht, taak, vergelijken

app_name = "naleving"

_GEMEENTE = "naleving/<slug:gemeente>/"
_NORM = f"{_GEMEENTE}normen/<str:nummer>/"

urlpatterns = [
    path("naleving/", overzicht.overzicht, name="overzicht"),
    # Before the pages of one gemeente.
    path("naleving/vergelijken/", vergelijken.vergelijken, name="vergelijken"),
    path(_GEMEENTE, gemeente.gemeente, name="gemeente"),
    path(f"{_GEMEENTE}eenheden/", eenheden.eenheden, name="eenheden"),
    path(_NORM, norm.norm, name="norm"),
    path(f"{_NORM}taak/", taak.taak, name="taak"),
    *rapportpatronen,
    *verklaarpatronen,
]
