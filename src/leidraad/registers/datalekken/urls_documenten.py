"""The addresses for what goes out to the AP, to people and as a file, and for what must go."""

from django.urls import path

from leidraad.registers.datalekken.views import ap, brieven, exporteren, patronen, vernietigen

_EEN = "<slug:gemeente>/datalekken/<slug:nummer>/"

urlpatterns = [
    path("datalekken/export.<slug:formaat>", exporteren.exporteren, name="exporteren"),
    path("datalekken/patronen/", patronen.patronen, name="patronen"),
    path("datalekken/patronen.<slug:formaat>", patronen.exporteren, name="patronen_exporteren"),
    path("datalekken/sjablonen/", brieven.sjablonen, name="sjablonen"),
    path("datalekken/sjablonen/standaard.docx", brieven.standaard, name="sjabloon_standaard"),
    path("datalekken/bewaartermijn/", vernietigen.lijst, name="bewaartermijn"),
    path(f"{_EEN}ap/", ap.ap, name="ap"),
    path(f"{_EEN}ap/concept.pdf", ap.ap_pdf, name="ap_pdf"),
    path(f"{_EEN}ap/<int:melding>/", ap.ap_melding, name="ap_melding"),
    path(f"{_EEN}ap/<int:melding>/melding.pdf", ap.ap_melding_pdf, name="ap_melding_pdf"),
    path(f"{_EEN}vernietigen/", vernietigen.een, name="vernietigen"),
    path(f"{_EEN}brieven/", brieven.brieven, name="brieven"),
]
