"""The addresses of the import, part of the addresses of this register."""

from django.urls import path

from leidraad.registers.verwerkingen.views import importeren as v

_STAP = "<slug:gemeente>/verwerkingen/importeren/<slug:kenmerk>/"

urlpatterns = [
    path("verwerkingen/importeren/", v.importeren, name="importeren"),
    path(_STAP, v.importeren_kolommen, name="importeren_kolommen"),
    path(f"{_STAP}proef/", v.importeren_proef, name="importeren_proef"),
    path(f"{_STAP}uitvoeren/", v.importeren_uitvoeren, name="importeren_uitvoeren"),
    path(f"{_STAP}uitkomst/", v.importeren_uitkomst, name="importeren_uitkomst"),
]
