"""Addresses for inhabitants. Those of a verwerking and of a version are identifiers: they never change."""

from django.urls import path

from leidraad.portaal.views import gemeenten, register, verwerking

app_name = "portaal"
_REGISTER = "<slug:gemeente>/verwerkingen"
_EEN = f"{_REGISTER}/<slug:nummer>"
_VERSIE = f"{_EEN}/versies/<int:versie>"

urlpatterns = [
    path("", gemeenten.alle, name="gemeenten"),
    path("robots.txt", gemeenten.robots, name="robots"),
    path("<slug:gemeente>/", gemeenten.een, name="gemeente"),
    path("<slug:gemeente>/sitemap.xml", register.sitemap, name="sitemap"),
    path(f"{_REGISTER}/", register.lijst, name="verwerkingen"),
    path(f"{_REGISTER}.<slug:formaat>", register.bestand, name="verwerkingen_bestand"),
    path(_EEN, verwerking.nu, name="verwerking"),
    path(f"{_EEN}.<slug:formaat>", verwerking.nu, name="verwerking_bestand"),
    path(_VERSIE, verwerking.versie, name="versie"),
    path(f"{_VERSIE}.<slug:formaat>", verwerking.versie, name="versie_bestand"),
]
