"""Addresses of people and units, under /werk/."""

from django.urls import path

from leidraad.organisaties.views import beheer, eigen, importeren, personen

app_name = "organisaties"

urlpatterns = [
    path("mijn-gegevens/", eigen.mijn_gegevens, name="mijn_gegevens"),
    path("overdrachten/", eigen.overdrachten, name="overdrachten"),
    path("overdrachten/<int:pk>/terugnemen/", eigen.overdracht_terugnemen, name="overdracht_terugnemen"),
    path("beheer/", beheer.beheer_start, name="beheer_start"),
    path("beheer/<slug:gemeente>/", beheer.beheer, name="beheer"),
    path("beheer/<slug:gemeente>/wijzigingen/", beheer.wijzigingen, name="wijzigingen"),
    path("beheer/<slug:gemeente>/contact/", beheer.contact, name="contact"),
    path("beheer/<slug:gemeente>/importeren/", importeren.importeren, name="importeren"),
    path("beheer/<slug:gemeente>/eenheden/nieuw/", beheer.eenheid_nieuw, name="eenheid_nieuw"),
    path("beheer/<slug:gemeente>/eenheden/<int:pk>/", beheer.eenheid, name="eenheid"),
    path("beheer/<slug:gemeente>/personen/", personen.personen, name="personen"),
    path("beheer/<slug:gemeente>/personen/nieuw/", personen.persoon_nieuw, name="persoon_nieuw"),
    path("beheer/<slug:gemeente>/personen/<int:pk>/", personen.persoon, name="persoon"),
    path("beheer/<slug:gemeente>/personen/<int:pk>/link/", personen.persoon_link, name="persoon_link"),
    path(
        "beheer/<slug:gemeente>/functies/<int:pk>/beeindigen/",
        personen.functie_beeindigen,
        name="functie_beeindigen",
    ),
]
