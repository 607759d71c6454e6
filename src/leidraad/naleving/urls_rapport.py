"""The address of the report, within those of the norms."""

from django.urls import path

from leidraad.naleving.views.rapport import rapport

urlpatterns = [path("naleving/<slug:gemeente>/rapport/", rapport, name="rapport")]
