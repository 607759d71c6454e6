"""Addresses of what every dossier carries; mounted under /werk/."""

from datetime import date

from django.urls import path, register_converter

from leidraad.dossiers.views import agenda, bijlagen, gesprek, journaal, werklijst, zoeken

app_name = "dossiers"


class DagConverter:
    """A day such as 2026-11-23; a day that does not exist is no address."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """Read the day; ValueError means no match."""
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        """Write the day."""
        return value.isoformat()


register_converter(DagConverter, "dag")

_DOSSIER = "<slug:gemeente>/dossiers/<slug:nummer>/"

urlpatterns = [
    path("werklijst/", werklijst.werklijst, name="werklijst"),
    path("werklijst/agenda/", agenda.agenda, name="agenda"),
    path("werklijst/<int:pk>/toewijzen/", werklijst.toewijzen, name="taak_toewijzen"),
    path("werklijst/<int:pk>/terugnemen/", werklijst.terugnemen, name="taak_terugnemen"),
    path("werklijst/<int:pk>/afronden/", werklijst.afronden, name="taak_afronden"),
    path("zoeken/", zoeken.zoeken, name="zoeken"),
    path("journaal/", journaal.journaal, name="journaal"),
    path("journaal/zegels/<dag:dag>.json", journaal.zegel, name="zegel"),
    path(f"{_DOSSIER}bijlagen/", bijlagen.bijlagen, name="bijlagen"),
    path(f"{_DOSSIER}bijlagen/<uuid:uuid>/", bijlagen.bijlage, name="bijlage"),
    path(f"{_DOSSIER}bijlagen/<uuid:uuid>/verwijderen/", bijlagen.verwijderen, name="bijlage_verwijderen"),
    path(f"{_DOSSIER}opmerkingen/", gesprek.opmerkingen, name="opmerkingen"),
    path(f"{_DOSSIER}adviezen/", gesprek.adviezen, name="adviezen"),
    path(f"{_DOSSIER}adviezen/vragen/", gesprek.adviesvraag, name="advies_vragen"),
    path(f"{_DOSSIER}adviezen/<int:pk>/", gesprek.advies, name="advies"),
    path(f"{_DOSSIER}adviezen/<int:pk>/reactie/", gesprek.reactie, name="advies_reactie"),
    path(f"{_DOSSIER}journaal/", journaal.dossierjournaal, name="dossierjournaal"),
]
