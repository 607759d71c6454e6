"""The form with which anybody reports a breach in two minutes (norm 3.4.1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from leidraad.dossiers.bijlagen import SOORTEN, keur
from leidraad.dossiers.formulieren.moment import Moment
from leidraad.dossiers.formulieren.velden import schone_tekst
from leidraad.dossiers.fouten import Geweigerd
from leidraad.dossiers.persoonsnummers import lijkt_op
from leidraad.organisaties.models import Eenheid, Functievervulling, Gemeente
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.datalekken.inhoud import GelektGegeven, Getroffenen, Inhoud
from leidraad.registers.datalekken.regels.tijdlijn import MEESTE_MENSEN


class Vrij(forms.CharField):
    """Free text without control characters; longer than fits is refused, never cut off."""

    def __init__(self, label: str, maximum: int, *, regels: int = 0, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": regels}) if regels else forms.TextInput()
        super().__init__(label=label, widget=widget, **kwargs)
        self.maximum = maximum
        # The clean text has no NUL, so Django's own check has nothing to refuse.
        self.validators = []

    def to_python(self, value: Any) -> str:
        """The clean text. Raises ValidationError when it is too long."""
        tekst = schone_tekst(value)
        if len(tekst) > self.maximum:
            raise forms.ValidationError(
                f"Deze tekst is te lang: {len(tekst)} tekens. Er passen er {self.maximum} in."
            )
        return tekst


class Bijlageinvoer(forms.ClearableFileInput):
    """A file field for more than one file."""

    template_name = "django/forms/widgets/file.html"
    allow_multiple_selected = True


class Bijlagen(forms.FileField):
    """Files that are checked one by one, like every attachment."""

    widget = Bijlageinvoer(attrs={"accept": ",".join(f".{extensie}" for extensie in SOORTEN)})
    hoogstens = 10

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """The files. Raises ValidationError with what is wrong, naming the file."""
        bestanden = [b for b in (data if isinstance(data, (list, tuple)) else [data]) if b]
        if len(bestanden) > self.hoogstens:
            raise forms.ValidationError(f"Kies hooguit {self.hoogstens} bestanden.")
        fouten = []
        for bestand in bestanden:
            try:
                keur(bestand.name, bestand)
            except Geweigerd as weigering:
                fouten.append(f"{bestand.name}: {weigering}")
        if fouten:
            raise forms.ValidationError(fouten)
        return bestanden


class Voorval(forms.Form):
    """What every report says: also that of a processor."""

    omschrijving = Vrij(
        "Wat is er gebeurd?",
        20_000,
        regels=6,
        help_text="Schrijf het op zoals u het een collega vertelt. Noem liever geen namen en geen BSN.",
        error_messages={"required": "Schrijf op wat er is gebeurd. Een paar zinnen is genoeg."},
    )
    ontdekt_op = Moment(
        "Wanneer is het ontdekt?",
        hulp="Ongeveer is goed. Er staat nu ingevuld: vandaag, op dit moment.",
        verplicht=True,
        geweest=True,
    )
    duurt_voort = forms.ChoiceField(
        label="Gaat het nog door?",
        choices=[("ja", "Ja"), ("nee", "Nee"), ("onbekend", "Dat weet ik niet")],
        widget=forms.RadioSelect,
        initial="onbekend",
        required=False,
        error_messages={"invalid_choice": "Kies ja, nee of dat weet ik niet."},
    )
    over_wie = Vrij(
        "Over wie gaan de gegevens?", 300, required=False,
        help_text="Bijvoorbeeld: ouders van leerlingen, of medewerkers van een team.",
    )  # fmt: skip
    hoeveel = forms.IntegerField(
        label="Over hoeveel mensen gaat het ongeveer?",
        required=False,
        min_value=0,
        max_value=MEESTE_MENSEN,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "invalid": "Vul een heel getal in, of laat dit leeg.",
            "min_value": "Een aantal mensen kan niet kleiner zijn dan nul.",
            "max_value": "Dit zijn meer mensen dan er in Nederland wonen. Kijk het aantal na.",
        },
    )
    welke_gegevens = Vrij(
        "Welke gegevens zijn het?", 300, required=False,
        help_text="Bijvoorbeeld: namen, adressen en inkomen.",
    )  # fmt: skip
    # The page sends this along once the person has been warned.
    toch = forms.BooleanField(required=False, widget=forms.HiddenInput)
    persoonsnummer = ""

    def clean(self) -> dict[str, Any]:
        """Ask once whether a number that looks like a BSN must really be sent."""
        velden = super().clean() or self.cleaned_data
        self.persoonsnummer = next(
            (soort for naam in self._teksten() if (soort := lijkt_op(velden.get(naam, "")))), ""
        )
        if self.persoonsnummer and not velden.get("toch"):
            self.add_error(
                None,
                f"In uw tekst staat een getal dat lijkt op een {self.persoonsnummer}. Haal het weg. "
                "Is het geen nummer van iemand? Verstuur uw melding dan nog een keer.",
            )
        return velden

    def _teksten(self) -> Iterable[str]:
        return (naam for naam, veld in self.fields.items() if isinstance(veld, Vrij))

    def inhoud(self) -> Inhoud:
        """What is known of the breach so far."""
        schoon = self.cleaned_data
        groep, aantal = schoon["over_wie"], schoon["hoeveel"]
        bekend = groep or aantal is not None
        return Inhoud(
            omschrijving=schoon["omschrijving"],
            ontdekt_op=schoon["ontdekt_op"],
            duurt_voort=schoon["duurt_voort"] == "ja",
            betrokkenen=(Getroffenen(regel=1, naam=groep, maximum=aantal),) if bekend else (),
            gegevens=(GelektGegeven(regel=1, naam=schoon["welke_gegevens"]),)
            if schoon["welke_gegevens"]
            else (),
        )


class MeldForm(Voorval):
    """The report of an employee: where it happened, and whether it is for somebody else."""

    gemeente = forms.ModelChoiceField(
        Gemeente.objects.none(),
        label="Bij welke gemeente?",
        empty_label="Kies een gemeente",
        error_messages={"required": "Kies de gemeente.", "invalid_choice": "Kies een gemeente uit de lijst."},
    )
    eenheid = forms.TypedChoiceField(
        label="Bij welk team?",
        coerce=int,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": "Kies een team uit de lijst."},
    )
    namens = Vrij(
        "Meldt u dit voor iemand anders? Voor wie?", 200, required=False,
        help_text="Laat dit leeg als u het zelf meldt.",
    )  # fmt: skip
    bestanden = Bijlagen(
        label="Bijlagen",
        required=False,
        help_text="Bijvoorbeeld een foto of de e-mail als pdf. Hooguit 25 MB per bestand. Dit hoeft niet.",
    )

    def __init__(self, *args: Any, lid: Lid, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gemeenten = Gemeente.objects.filter(pk__in=lid.gemeenten(Recht.MELDEN))
        self.eenheden = {
            eenheid.pk: eenheid
            for eenheid in Eenheid.objects.geldig_op(lid.op)
            .filter(gemeente__in=gemeenten)
            .select_related("gemeente")
            .order_by("gemeente__naam", "naam")
        }
        veld = self.fields["gemeente"]
        assert isinstance(veld, forms.ModelChoiceField)  # noqa: S101
        veld.queryset = gemeenten
        self.fields["eenheid"].choices = [("", "Dat weet ik niet"), *_keuzes(list(self.eenheden.values()))]  # type: ignore[attr-defined]
        eigen = eigen_eenheid(lid)
        if len(alle := list(gemeenten)) == 1:
            self.enige = alle[0]
            del self.fields["gemeente"]
        if eigen is not None:
            self.initial.setdefault("eenheid", eigen.pk)
            self.initial.setdefault("gemeente", eigen.gemeente_id)

    def clean(self) -> dict[str, Any]:
        """The unit must belong to the municipality."""
        velden = super().clean()
        velden.setdefault("gemeente", getattr(self, "enige", None))
        eenheid = self.eenheden.get(velden.get("eenheid") or 0)
        gemeente = velden.get("gemeente")
        if gemeente and eenheid and eenheid.gemeente_id != gemeente.pk:
            self.add_error("eenheid", f"Dit team hoort niet bij {gemeente}. Kies een ander team.")
        velden["eenheid"] = eenheid
        return velden


def eigen_eenheid(lid: Lid) -> Eenheid | None:
    """The unit where this person works: the first of her functions that has one."""
    functies = Functievervulling.objects.geldig_op(lid.op).filter(
        persoon=lid.persoon_id, eenheid__isnull=False, gemeente__in=lid.gemeenten(Recht.MELDEN)
    )
    functie = functies.select_related("eenheid").order_by("pk").first()
    return functie.eenheid if functie else None


def _keuzes(eenheden: Sequence[Eenheid]) -> Sequence[tuple[Any, Any]]:
    """The units, under the names of their municipalities when there are more."""
    per_gemeente: dict[str, list[tuple[int, str]]] = {}
    for eenheid in eenheden:
        per_gemeente.setdefault(eenheid.gemeente.naam, []).append((eenheid.pk, eenheid.naam))
    if len(per_gemeente) <= 1:
        return [keuze for keuzes in per_gemeente.values() for keuze in keuzes]
    return list(per_gemeente.items())


class AanvulForm(forms.Form):
    """What a reporter adds later."""

    tekst = Vrij(
        "Wat weet u nog meer?", 5000, regels=4, required=False,
        help_text="De Privacy Officer leest dit meteen mee.",
    )  # fmt: skip
    bestanden = Bijlagen(label="Bijlagen", required=False, help_text="Hooguit 25 MB per bestand.")

    def clean(self) -> dict[str, Any]:
        """Something must be added."""
        velden = super().clean() or self.cleaned_data
        if not velden.get("tekst") and not velden.get("bestanden") and not self.errors:
            self.add_error("tekst", "Schrijf op wat u nog weet, of kies een bestand.")
        return velden
