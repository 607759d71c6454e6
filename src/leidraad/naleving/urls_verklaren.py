"""The addresses of statements and of the dossiers of norms; part of urls.py."""

from django.urls import path

from leidraad.naleving.views import dossier, verklaren

_GEMEENTE = "naleving/<slug:gemeente>/"
_DOSSIER = f"{_GEMEENTE}dossiers/<slug:nummer>/"

urlpatterns = [
    path(f"{_GEMEENTE}verklaringen/", verklaren.verklaringen, name="verklaringen"),
    path(f"{_GEMEENTE}normen/<str:nummer>/verklaren/", verklaren.verklaren, name="verklaren"),
    path(_DOSSIER, dossier.detail, name="detail"),
    path(f"{_DOSSIER}overleg/", dossier.overleg, name="overleg"),
    path(f"{_DOSSIER}verklaren/", dossier.naar_verklaren, name="dossier_verklaren"),
]
