"""The forms of people, units and delegated tasks."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from leidraad.organisaties.models import Eenheid, Functievervulling, Gemeente, Persoon
from leidraad.organisaties.rechten import Bevoegdheid, Lid, Recht
from leidraad.referentie import lijst

T = TypeVar("T")
_MAX_BYTES = 5 * 1024 * 1024


def probeer(form: forms.BaseForm, handeling: Callable[[], T]) -> T | None:
    """Run a handeling for a valid form; a broken rule becomes an error at its field, and gives None."""
    if not form.is_valid():
        return None
    try:
        return handeling()
    except ValidationError as fout:
        for veld, meldingen in (
            fout.message_dict if hasattr(fout, "error_dict") else {NON_FIELD_ERRORS: fout.messages}
        ).items():
            form.add_error(veld if veld in form.fields else None, meldingen)
        return None


class Datumveld(forms.DateField):
    """A day, with the browser's own date picker; also takes 31-1-2026."""

    def __init__(self, **opties: Any) -> None:
        opties.setdefault("required", False)
        super().__init__(
            widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"],
            error_messages={"invalid": "Dit is geen datum. Schrijf bijvoorbeeld 31-1-2026."},
            **opties,
        )


class Eenheidkeuze(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A unit of one gemeente."""

    def label_from_instance(self, obj: Any) -> str:
        """The name, and what kind of unit it is."""
        return f"{obj.naam} ({obj.get_soort_display().lower()})"


class FunctieForm(forms.Form):
    """A function for somebody."""

    functie = forms.ChoiceField(label="Functie")
    eenheid = Eenheidkeuze(
        Eenheid.objects.none(),
        label="Eenheid",
        required=False,
        empty_label="De hele gemeente",
        help_text="Een leidinggevende of coördinator hoort bij een eenheid.",
    )
    van = Datumveld(label="Eerste dag", help_text="Laat leeg als u de eerste dag niet weet.")
    tot = Datumveld(label="Laatste dag", help_text="Laat leeg als de functie doorloopt.")
    bewijs = forms.CharField(
        label="Bewijs van benoeming",
        max_length=200,
        required=False,
        help_text="Bijvoorbeeld het besluit of zaaknummer.",
    )

    def __init__(self, *args: Any, gemeente: Gemeente, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        functie, eenheid = self.fields["functie"], self.fields["eenheid"]
        functie.choices = [("", "Kies een functie"), *lijst("functies", op).keuzes()]  # type: ignore[attr-defined]
        eenheid.queryset = Eenheid.objects.geldig_op(op).filter(gemeente=gemeente)  # type: ignore[attr-defined]


class ContactForm(forms.Form):
    """Where inhabitants find the FG and the gemeente."""

    fg_email = forms.EmailField(
        label="E-mailadres van de FG",
        max_length=254,
        required=False,
        help_text="Liefst een adres van de functie, zodat het blijft kloppen als de FG wisselt.",
    )
    fg_telefoon = forms.CharField(label="Telefoonnummer van de FG", max_length=30, required=False)
    website = forms.URLField(
        label="Website van de gemeente",
        max_length=200,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": "Dit is geen adres van een website. Schrijf bijvoorbeeld www.leiden.nl."},
        help_text="Bijvoorbeeld: https://www.leiden.nl",
    )


class PersoonForm(FunctieForm):
    """A new person with a first function."""

    field_order = ("naam", "email")
    naam = forms.CharField(label="Naam", max_length=150)
    email = forms.EmailField(
        label="E-mailadres",
        max_length=254,
        help_text="Kent Leidraad dit adres al? Dan krijgt die persoon de functie erbij.",
    )


class EindeForm(forms.Form):
    """The last day of a function."""

    tot = Datumveld(label="Laatste dag", required=True)


class EenheidForm(forms.ModelForm):  # type: ignore[type-arg]
    """A unit and its place in the tree."""

    bovenliggend = Eenheidkeuze(
        Eenheid.objects.none(), label="Hangt onder", required=False, empty_label="Niets: bovenaan"
    )
    van = Datumveld(label="Eerste dag")
    tot = Datumveld(label="Laatste dag", help_text="Laat leeg als de eenheid blijft bestaan.")

    class Meta:
        model = Eenheid
        fields = ["naam", "soort", "bovenliggend", "van", "tot"]

    def __init__(self, *args: Any, gemeente: Gemeente, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuze = Eenheid.objects.geldig_op(op).filter(gemeente=gemeente).exclude(pk=self.instance.pk)
        self.fields["bovenliggend"].queryset = keuze  # type: ignore[attr-defined]
        soorten = [("", "Kies een soort"), *Eenheid.Soort.choices]
        self.fields["soort"].choices = soorten  # type: ignore[attr-defined]

    def _post_clean(self) -> None:
        # The handeling applies the values and checks the rules; the instance must not change before that.
        return


def _csv(waarde: Any) -> bytes | None:
    """The content of an uploaded file. Raises ValidationError when it is too big."""
    if not waarde:
        return None
    if waarde.size > _MAX_BYTES:
        raise ValidationError("Dit bestand is groter dan 5 MB. Deel het op, of gebruik de opdrachtregel.")
    return bytes(waarde.read())


class ImportForm(forms.Form):
    """The two files of an organisation; one of them is enough."""

    eenheden = forms.FileField(
        label="Eenheden (CSV)",
        required=False,
        allow_empty_file=True,
        help_text="Kolommen: gemeente, eenheid, soort, bovenliggend, van, tot.",
    )
    functies = forms.FileField(
        label="Functies (CSV)",
        required=False,
        allow_empty_file=True,
        help_text="Kolommen: gemeente, eenheid, functie, naam, email, van, tot.",
    )

    def clean_eenheden(self) -> bytes | None:
        """Read the file."""
        return _csv(self.cleaned_data["eenheden"])

    def clean_functies(self) -> bytes | None:
        """Read the file."""
        return _csv(self.cleaned_data["functies"])

    def clean(self) -> dict[str, Any]:
        """Ask for at least one file."""
        velden = super().clean() or self.cleaned_data
        if not self.errors and not self.files:
            self.add_error("eenheden", "Kies een bestand met eenheden, een bestand met functies, of allebei.")
        return velden


class OverdrachtForm(forms.Form):
    """A task that a manager lets somebody else carry out."""

    eenheid = Eenheidkeuze(
        Eenheid.objects.none(), label="Voor welke eenheid?", empty_label="Kies een eenheid"
    )
    aan = forms.ModelChoiceField(
        Persoon.objects.none(), label="Wie voert de taak uit?", empty_label="Kies een collega"
    )
    taak = forms.CharField(
        label="Welke taak?",
        max_length=200,
        help_text="Bijvoorbeeld: het register van verwerkingen bijhouden.",
    )
    tot = Datumveld(label="Tot en met", help_text="Laat leeg als er nog geen einddatum is.")

    def __init__(self, *args: Any, lid: Lid, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        geeft: list[Bevoegdheid] = list(lid.met(Recht.OVERDRAGEN))
        eenheden = {pk for b in geeft for pk in b.eenheden or ()}
        collegas = Functievervulling.objects.geldig_op(lid.op).filter(
            gemeente__in={b.gemeente_id for b in geeft}
        )
        self.fields["eenheid"].queryset = Eenheid.objects.geldig_op(lid.op).filter(pk__in=eenheden)  # type: ignore[attr-defined]
        anderen = Persoon.objects.filter(is_active=True, functies__in=collegas).exclude(pk=lid.persoon_id)
        self.fields["aan"].queryset = anderen.distinct()  # type: ignore[attr-defined]
