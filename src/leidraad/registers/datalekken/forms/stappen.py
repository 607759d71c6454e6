"""The short forms of handling a breach."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from leidraad.dossiers.formulieren.moment import Moment
from leidraad.dossiers.formulieren.velden import Datum, Getal, Keuze, Tekst
from leidraad.dossiers.models import Dossier
from leidraad.organisaties.models import Eenheid, Functievervulling, Persoon
from leidraad.registers.datalekken.begrippen import Risico, Wijze
from leidraad.registers.datalekken.inhoud import FACTOREN, Factoren
from leidraad.registers.datalekken.labels import FACTORLABELS

_LEEG = "Vul dit in."


class Stapformulier(forms.Form):
    """A form whose `nodig` fields cannot stay empty, each with its own sentence."""

    nodig: ClassVar[dict[str, str]] = {}

    def clean(self) -> dict[str, Any]:
        """Say what is missing at the field where it belongs."""
        velden = super().clean() or self.cleaned_data
        for naam, tekst in self.nodig.items():
            if naam not in self.errors and velden.get(naam) in (None, ""):
                self.add_error(naam, tekst)
        return velden


class BeoordeelForm(Stapformulier):
    """Triage: breach or not."""

    nodig: ClassVar[dict[str, str]] = {"uitkomst": "Kies of dit een datalek is."}

    uitkomst = forms.ChoiceField(
        label="Is dit een datalek?",
        required=False,
        choices=[
            ("ja", "Ja: er zijn persoonsgegevens gezien, veranderd, verloren of weg zonder dat het mocht"),
            ("nee", "Nee: er zijn geen persoonsgegevens bij betrokken, of er is niets mee gebeurd"),
        ],
        widget=forms.RadioSelect,
    )
    reden = Tekst("Waarom is dit geen datalek?", 5000, regels=4,
                  hulp="Alleen nodig bij nee. De melding blijft bewaard.")  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """No breach needs a reason."""
        velden = super().clean()
        if velden.get("uitkomst") == "nee" and not velden.get("reden"):
            self.add_error("reden", "Leg uit waarom dit geen datalek is.")
        return velden


FACTORKEUZES: dict[str, tuple[str, str, str, str]] = {
    "soort_gegevens": (
        "Bijna iedereen mag ze weten, zoals een functie of een werkadres",
        "Gewone gegevens, zoals naam, adres en telefoonnummer",
        "Gevoelig, zoals geld, schulden, wachtwoorden of een kopie van een paspoort",
        "Zeer gevoelig, zoals gezondheid, geloof, strafbare feiten of het BSN",
    ),
    "omvang": ("Eén of een paar mensen", "Tientallen mensen", "Honderden mensen", "Duizend mensen of meer"),
    "identificeerbaarheid": (
        "Niet te zien, bijvoorbeeld door goede versleuteling",
        "Alleen met veel moeite",
        "Met een beetje zoeken",
        "Meteen te zien om wie het gaat",
    ),
    "ernst": (
        "Mensen merken er niets van",
        "Ongemak dat overgaat, zoals ongewenste reclame",
        "Grote gevolgen, zoals fraude, schaamte of verlies van geld",
        "Zeer ernstig, zoals gevaar, geweld of verlies van werk",
    ),
    "kwetsbaren": (
        "Nee",
        "Misschien een enkele",
        "Ja, een deel",
        "Ja, vooral, zoals kinderen of patiënten",
    ),
    "omkeerbaarheid": (
        "Alles is terug of zeker vernietigd",
        "Grotendeels hersteld",
        "Maar voor een deel te herstellen",
        "Niet meer te herstellen",
    ),
}


class RisicoForm(Stapformulier):
    """The six factors, and what the person decides; factors without a decision are only advice."""

    risico = forms.ChoiceField(
        label="Uw besluit", required=False, choices=Risico.keuzes(), widget=forms.RadioSelect
    )
    risico_reden = Tekst(
        "Waarom besluit u dit?", 5000, regels=4,
        hulp="Wijkt u af van het advies? Leg dan uit waarom. Een toezichthouder leest dit.",
    )  # fmt: skip

    def __init__(self, *args: Any, besluit: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.besluit = besluit
        for naam in FACTOREN:
            self.fields[naam] = forms.TypedChoiceField(
                label=FACTORLABELS[naam],
                required=False,
                choices=[(str(punten), zin) for punten, zin in enumerate(FACTORKEUZES[naam])],
                coerce=int,
                empty_value=None,
                widget=forms.RadioSelect,
            )

    def clean(self) -> dict[str, Any]:
        """A decision needs all factors, a choice and a reason."""
        velden = super().clean()
        if self.besluit:
            eisen = dict.fromkeys(FACTOREN, "Kies wat het beste past.") | {
                "risico": "Kies of er een risico is.",
                "risico_reden": "Leg uit waarom u dit besluit.",
            }
            for naam, tekst in eisen.items():
                if naam not in self.errors and velden.get(naam) in (None, ""):
                    self.add_error(naam, tekst)
        return velden

    def factoren(self) -> Factoren:
        """The factors as they stand in the form; what is impossible counts as not judged."""
        schoon = getattr(self, "cleaned_data", {})
        return Factoren(**{naam: schoon.get(naam) for naam in FACTOREN})


class MededelingForm(Stapformulier):
    """People were told."""

    nodig: ClassVar[dict[str, str]] = {
        "wijze": "Kies hoe u de mensen hebt ingelicht.",
        "verstuurd_op": "Vul in wanneer u het hebt verstuurd of verteld.",
        "aantal": "Vul in hoeveel mensen u hebt ingelicht.",
        "tekst": "Vul in wat u aan de mensen hebt verteld.",
    }

    wijze = Keuze("Hoe hebt u de mensen ingelicht?", Wijze.keuzes())
    verstuurd_op = Moment("Wanneer?", hulp="Bijvoorbeeld: 23-11-2026 14:30.", geweest=True)
    aantal = Getal("Hoeveel mensen?")
    tekst = Tekst(
        "Wat hebt u verteld?", 20_000, regels=6, hulp="Plak hier de tekst van de brief, zonder namen."
    )

    def clean_aantal(self) -> int | None:
        """At least one."""
        aantal: int | None = self.cleaned_data["aantal"]
        if aantal is not None and not 0 < aantal <= 18_000_000:
            raise forms.ValidationError(
                "Dit aantal kan niet kloppen. Vul in hoeveel mensen u hebt ingelicht."
            )
        return aantal


class ActieForm(Stapformulier):
    """An improvement action."""

    nodig: ClassVar[dict[str, str]] = {"omschrijving": "Beschrijf wat er moet gebeuren."}

    omschrijving = Tekst("Wat moet er gebeuren?", 500)
    eigenaar = Keuze("Wie zorgt ervoor?", leeg="Nog niemand")
    uiterlijk = Datum("Uiterlijk op")

    def __init__(self, *args: Any, mensen: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["eigenaar"]
        assert isinstance(veld, Keuze)  # noqa: S101
        veld.zet(mensen)

    def clean_uiterlijk(self) -> date | None:
        """A day to come."""
        dag: date | None = self.cleaned_data["uiterlijk"]
        if dag and dag < timezone.localdate():
            raise forms.ValidationError("Deze dag is al geweest. Kies een dag die nog komt.")
        return dag


class PlaatsingForm(forms.Form):
    """To which unit it belongs, and who handles it."""

    eenheid = forms.ModelChoiceField(
        Eenheid.objects.none(), label="Eenheid", required=False, empty_label="Nog niet bekend"
    )
    behandelaar = forms.ModelChoiceField(
        Persoon.objects.none(), label="Behandelaar", required=False, empty_label="De Privacy Officer",
        help_text="Deze persoon mag dit datalek lezen en bewerken.",
    )  # fmt: skip

    def __init__(self, *args: Any, dossier: Dossier, op: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mensen = Functievervulling.objects.geldig_op(op).filter(gemeente=dossier.gemeente_id)
        toezicht = mensen.filter(functie="fg").values("persoon")
        personen = Persoon.objects.filter(is_active=True, pk__in=mensen.values("persoon"))
        for naam, keuze in (
            ("eenheid", Eenheid.objects.filter(gemeente=dossier.gemeente_id).order_by("naam")),
            ("behandelaar", personen.exclude(pk__in=toezicht).order_by("naam")),
        ):
            veld = self.fields[naam]
            assert isinstance(veld, forms.ModelChoiceField)  # noqa: S101
            veld.queryset = keuze


class ActieKlaarForm(Stapformulier):
    """An action is done."""

    nodig: ClassVar[dict[str, str]] = {"resultaat": "Beschrijf wat er is gedaan."}

    resultaat = Tekst("Wat is er gedaan?", 5000, regels=4)


class BevestigForm(forms.Form):
    """Nothing to fill in."""


class HeropenForm(Stapformulier):
    """Open again, with a reason."""

    nodig: ClassVar[dict[str, str]] = {"reden": "Leg uit waarom u dit datalek weer opent."}

    reden = Tekst("Waarom opent u dit weer?", 5000, regels=4)
