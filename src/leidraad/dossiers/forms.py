"""The forms of what hangs on a dossier. They check shape; handelingen hold the rules."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms

from leidraad.dossiers.bijlagen import SOORTEN
from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.models import Advies
from leidraad.dossiers.werkvoorraad import WIE, Werkvoorraad


class OpmerkingForm(forms.Form):
    """A remark."""

    tekst = forms.CharField(
        label="Opmerking",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Alleen collega’s die dit dossier mogen zien, lezen dit.",
        error_messages={"required": "Schrijf eerst een opmerking."},
    )


class AdviesForm(forms.Form):
    """Advice of the Privacy Officer or the FG."""

    tekst = forms.CharField(
        label="Advies",
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        error_messages={"required": "Schrijf eerst het advies."},
    )


class ReactieForm(forms.Form):
    """How the organisation reacts to advice."""

    reactie = forms.ChoiceField(
        label="Wat doet de organisatie met het advies?",
        choices=Advies.Reactie.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies of u het advies volgt, of afwijkt en uitlegt waarom."},
    )
    toelichting = forms.CharField(
        label="Toelichting",
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Verplicht als u afwijkt van het advies.",
    )


class BijlageForm(forms.Form):
    """A file to keep with the dossier."""

    bestand = forms.FileField(
        label="Bestand",
        max_length=250,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ",".join(f".{extensie}" for extensie in SOORTEN)}),
        help_text="Pdf, Word, Excel, PowerPoint, OpenDocument, png, jpg, txt of csv. Hooguit 25 MB.",
        error_messages={
            "required": "Kies een bestand.",
            "max_length": "De naam van dit bestand is te lang. Gebruik hooguit 250 tekens.",
        },
    )
    omschrijving = forms.CharField(
        label="Wat is dit?",
        max_length=300,
        required=False,
        help_text="Bijvoorbeeld: getekende verwerkersovereenkomst.",
    )


def probeer(form: forms.Form, handeling: Callable[[dict[str, Any]], object], veld: str | None = None) -> bool:
    """Do the action with the cleaned input. A refusal becomes an error in the form; what was typed stays."""
    if not form.is_valid():
        return False
    try:
        handeling(form.cleaned_data)
    except Geweigerd as weigering:
        for reden in weigering.redenen:
            form.add_error(veld, reden)
        return False
    return True


class AdviesvraagForm(forms.Form):
    """A question to an adviser."""

    aan = forms.ChoiceField(
        label="Aan wie vraagt u advies?",
        choices=Advies.Van.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies aan wie u advies vraagt."},
    )
    vraag = forms.CharField(
        label="Waarover wilt u advies?",
        max_length=4500,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Uw vraag komt ook als opmerking bij dit dossier te staan.",
        error_messages={"required": "Schrijf op waarover u advies wilt."},
    )


class ToewijsForm(forms.Form):
    """Who will do a task. `was` is whose it was when the page was shown."""

    aan = forms.TypedChoiceField(
        label="Wie gaat dit doen?",
        coerce=int,
        error_messages={"required": "Kies wie dit gaat doen.", "invalid_choice": "Kies iemand uit de lijst."},
    )
    was = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, kandidaten: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["aan"]
        assert isinstance(veld, forms.ChoiceField)  # noqa: S101
        veld.choices = [("", "Kies een collega"), *kandidaten]

    @property
    def gekozen(self) -> str:
        """The name of who was chosen, with the function."""
        veld = self.fields["aan"]
        assert isinstance(veld, forms.ChoiceField)  # noqa: S101
        return str(dict(veld.choices)[self.cleaned_data["aan"]])  # type: ignore[arg-type]


class WerklijstFilter(forms.Form):
    """The filters of the work list, with only what is in it to choose from."""

    gemeente = forms.ChoiceField(label="Gemeente", required=False)
    register = forms.ChoiceField(label="Register", required=False)
    soort = forms.ChoiceField(label="Soort werk", required=False)
    eenheid = forms.ChoiceField(label="Eenheid", required=False)
    wie = forms.ChoiceField(label="Van wie", required=False, choices=WIE.items())
    te_laat = forms.BooleanField(
        label="Alleen te laat", required=False, widget=forms.CheckboxInput(attrs={"value": "ja"})
    )

    def __init__(self, keuze: Werkvoorraad) -> None:
        namen = ("gemeente", "register", "soort", "eenheid", "wie", "te_laat")
        super().__init__(initial={naam: getattr(keuze, naam) for naam in namen}, auto_id="filter-%s")
        keuzes = keuze.keuzes()
        for naam in ("gemeente", "register", "soort", "eenheid"):
            mogelijk = getattr(keuzes, naam)
            veld = self.fields[naam]
            assert isinstance(veld, forms.ChoiceField)  # noqa: S101
            veld.choices = [("", "Alle"), *mogelijk]
            # One thing to choose from is no choice, unless it is what was chosen.
            if len(mogelijk) < 2 and not getattr(keuze, naam):
                del self.fields[naam]
        del self.fields["te_laat" if keuze.gedaan else "wie"]
