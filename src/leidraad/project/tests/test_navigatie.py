"""The navigation says where you are, and that is one place."""

import pytest
from django.urls import reverse

from leidraad.project.navigatie import navigatie


@pytest.mark.parametrize(
    ("pad", "waar"),
    [
        ("/werk/", "Vandaag"),
        ("/werk/verwerkingen/", "Register van verwerkingen"),
        ("/werk/leiden/verwerkingen/VW-2026-0001/", "Register van verwerkingen"),
        (reverse("verwerkingen:importeren"), "Importeren"),
        (reverse("verwerkingen:importeren_proef", args=["leiden", "a1"]), "Importeren"),
        ("/werk/beheer/", "Organisatie"),
    ],
)
def test_hoogstens_een_plek_is_actief(rf, wereld, pad, waar):
    verzoek = rf.get(pad)
    verzoek.lid = wereld.lid("privacy_officer")
    items = [item for groep in navigatie(verzoek)["navigatie"] for item in groep["items"]]
    assert [item["label"] for item in items if item["actief"]] == [waar]
