"""The form with which a function holder states whether the gemeente complies with a norm."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile

from leidraad.dossiers.bijlagen import SOORTEN, keur
from leidraad.dossiers.formulieren.velden import Tekst
from leidraad.dossiers.formulieren.vrij import VrijForm
from leidraad.dossiers.fouten import Geweigerd
from leidraad.naleving.handelingen.verklaren import MEESTE_BEWIJS, MEESTE_TOELICHTING

JA, NEE = "ja", "nee"


class VerklaarForm(VrijForm):
    """Complies or not yet, why, and what shows it."""

    nodig: ClassVar[dict[str, str]] = {
        "voldoet": "Kies of de gemeente voldoet.",
        "toelichting": "Leg uit waarop u dit baseert.",
        "bewijs": "Noem het bewijs: een besluit, een verslag of een document, met de datum.",
    }

    voldoet = forms.ChoiceField(
        label="Wat verklaart u?",
        required=False,
        choices=[(JA, "De gemeente voldoet"), (NEE, "De gemeente voldoet nog niet")],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Kies of de gemeente voldoet."},
    )
    toelichting = Tekst(
        "Waarop baseert u dit?", MEESTE_TOELICHTING, regels=6,
        hulp="Voldoet de gemeente nog niet? Schrijf dan ook op wat er nog moet gebeuren. Noem geen namen.",
    )  # fmt: skip
    bewijs = Tekst(
        "Welk bewijs is er?", MEESTE_BEWIJS,
        hulp="Een besluit, een verslag of een document, met de datum. Bijvoorbeeld: collegebesluit van 12 "
        "mei 2026.",
    )  # fmt: skip
    bestand = forms.FileField(
        label="Bestand als bewijs",
        required=False,
        max_length=250,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ",".join(f".{extensie}" for extensie in SOORTEN)}),
        help_text="Pdf, Word, Excel, PowerPoint, OpenDocument, png, jpg, txt of csv. Hooguit 25 MB. Dit "
        "hoeft niet.",
        error_messages={"max_length": "De naam van dit bestand is te lang. Gebruik hooguit 250 tekens."},
    )

    def clean_bestand(self) -> UploadedFile | None:
        """The file as it may be kept. Raises ValidationError with what is wrong with it."""
        bestand: UploadedFile | None = self.cleaned_data["bestand"] or None
        if bestand is not None:
            try:
                keur(bestand.name or "", bestand)
            except Geweigerd as weigering:
                raise forms.ValidationError(weigering.redenen) from weigering
        return bestand

    @property
    def bestand_kwijt(self) -> bool:
        """Whether a file was sent with a form that comes back: a browser does not keep it."""
        return bool(self.is_bound and self.errors and self.files.get("bestand"))

    def verklaring(self) -> dict[str, Any]:
        """What is stated, for the handeling."""
        schoon = self.cleaned_data
        return {
            "voldoet": schoon["voldoet"] == JA,
            "toelichting": schoon["toelichting"],
            "bewijs": schoon["bewijs"],
            "bestand": schoon["bestand"],
        }
