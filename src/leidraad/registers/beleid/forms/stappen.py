"""The short forms of the life of a document: adopt, review, withdraw, the griffie, a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms

from leidraad.dossiers.bijlagen import SOORTEN
from leidraad.dossiers.formulieren.velden import Datum, Keuze, Tekst, Verwijzing
from leidraad.registers.beleid.begrippen import Uitkomst

Keuzelijst = Sequence[tuple[str, str]]
_DAG = "Bijvoorbeeld: 23-11-2026."


class Stapformulier(forms.Form):
    """A form whose `nodig` fields cannot stay empty, each with its own sentence."""

    nodig: ClassVar[dict[str, str]] = {}

    def clean(self) -> dict[str, Any]:
        """Say what is missing at the field where it belongs."""
        velden = super().clean() or self.cleaned_data
        for naam, tekst in self.nodig.items():
            if naam not in self.errors and velden.get(naam) in (None, "", []):
                self.add_error(naam, tekst)
        return velden


class Bestandsveld(forms.FileField):
    """A file to upload; what it may be, the handeling judges."""

    def __init__(self, label: str, *, hulp: str, verplicht: bool = False) -> None:
        super().__init__(
            label=label,
            required=verplicht,
            max_length=250,
            allow_empty_file=True,
            help_text=hulp,
            widget=forms.FileInput(attrs={"accept": ",".join(f".{extensie}" for extensie in SOORTEN)}),
            error_messages={
                "required": "Kies een bestand.",
                "max_length": "De naam van dit bestand is te lang. Gebruik hooguit 250 tekens.",
            },
        )


class Bewijsform(Stapformulier):
    """A decision with its evidence: a reference, an attachment that is there, or a file."""

    kenmerk = Tekst("Kenmerk van het besluit", 200, hulp="Bijvoorbeeld het zaaknummer of de link.")
    bijlage = Verwijzing("Besluit als bijlage", leeg="Nog niet bij dit dossier")
    bestand = Bestandsveld("Of voeg het besluit nu toe", hulp="Pdf, Word of OpenDocument. Hooguit 25 MB.")

    def __init__(self, *args: Any, bijlagen: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["bijlage"]
        assert isinstance(veld, Verwijzing)  # noqa: S101
        veld.zet_rijen(bijlagen)
        if not bijlagen:
            del self.fields["bijlage"]


class VaststelForm(Bewijsform):
    """Who adopted the concept, when, and what it replaces."""

    nodig: ClassVar[dict[str, str]] = {
        "besluiter": "Kies wie dit stuk heeft vastgesteld.",
        "datum": "Vul in op welke dag het besluit is genomen.",
        "geldig_vanaf": "Vul in vanaf welke dag deze versie geldt.",
    }

    besluiter = Keuze("Wie heeft dit stuk vastgesteld?")
    datum = Datum("Dag van het besluit", hulp=_DAG)
    geldig_vanaf = Datum("Geldt vanaf", hulp="De vorige versie geldt tot deze dag.")
    beoordelen_voor = Datum("Opnieuw beoordelen voor", hulp="Laat leeg voor drie jaar na het besluit.")
    trekt_in = forms.MultipleChoiceField(
        label="Welke andere stukken trekt dit besluit in?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Die stukken gelden niet meer vanaf de dag waarop deze versie begint.",
        error_messages={"invalid_choice": "Een gekozen stuk geldt intussen niet meer. Kies opnieuw."},
    )
    toelichting = Tekst("Toelichting", 2000, regels=3, hulp="Dit hoeft niet.")

    field_order = (
        "besluiter", "datum", "geldig_vanaf", "kenmerk", "bijlage", "bestand", "beoordelen_voor", "trekt_in",
        "toelichting",
    )  # fmt: skip

    def __init__(self, *args: Any, besluiters: Keuzelijst, andere: Keuzelijst, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        besluiter, trekt_in = self.fields["besluiter"], self.fields["trekt_in"]
        assert isinstance(besluiter, Keuze)  # noqa: S101
        assert isinstance(trekt_in, forms.MultipleChoiceField)  # noqa: S101
        besluiter.zet(besluiters)
        trekt_in.choices = list(andere)
        if not andere:
            del self.fields["trekt_in"]


class BeoordeelForm(Stapformulier):
    """What a review leads to."""

    nodig: ClassVar[dict[str, str]] = {
        "uitkomst": "Kies wat er uit de beoordeling komt.",
        "toelichting": "Schrijf op wat er is bekeken en waarom dit de uitkomst is.",
    }

    uitkomst = forms.ChoiceField(
        label="Wat komt er uit de beoordeling?",
        required=False,
        choices=Uitkomst.keuzes(),
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Kies een van de twee."},
    )
    toelichting = Tekst("Wat hebt u bekeken, en wat vindt u?", 5000, regels=5)
    volgende_voor = Datum("Daarna weer beoordelen voor", hulp="Laat leeg voor drie jaar na vandaag.")


class IntrekForm(Stapformulier):
    """A document ends without a successor."""

    nodig: ClassVar[dict[str, str]] = {
        "per": "Vul in vanaf welke dag het stuk niet meer geldt.",
        "reden": "Leg uit waarom dit stuk wordt ingetrokken, en door welk besluit.",
    }

    per = Datum("Vanaf welke dag geldt het niet meer?", hulp=_DAG)
    reden = Tekst("Waarom, en door welk besluit?", 2000, regels=4)


class GriffieForm(Bewijsform):
    """The decision that makes a document hold for the griffie (norm 1.1.2)."""

    nodig: ClassVar[dict[str, str]] = {"besluitdatum": "Vul in op welke dag het besluit is genomen."}

    orgaan = Tekst("Wie nam het besluit?", 150)
    besluitdatum = Datum("Dag van het besluit", hulp=_DAG)
    geldig_vanaf = Datum("Geldt voor de griffie vanaf", hulp="Laat leeg voor de dag van het besluit.")

    field_order = ("orgaan", "besluitdatum", "geldig_vanaf", "kenmerk", "bijlage", "bestand")


class GriffieIntrekForm(Stapformulier):
    """The document no longer holds for the griffie."""

    nodig: ClassVar[dict[str, str]] = {
        "per": "Vul in vanaf welke dag het stuk niet meer voor de griffie geldt."
    }

    per = Datum("Vanaf welke dag geldt het niet meer voor de griffie?", hulp=_DAG)


class BestandForm(forms.Form):
    """The file of a concept."""

    bestand = Bestandsveld(
        "Bestand", hulp="Pdf, Word, OpenDocument of een ander gewoon bestand. Hooguit 25 MB.", verplicht=True
    )


class NietNodigForm(Stapformulier):
    """Why a gemeente does not need an expected document; leaving it empty means that it does."""

    reden = Tekst(
        "Waarom heeft deze gemeente dit stuk niet nodig?", 500, regels=3,
        hulp="Bijvoorbeeld: deze gemeente heeft geen boa’s. Laat leeg als het stuk wel nodig is.",
    )  # fmt: skip


class BevestigForm(forms.Form):
    """Nothing to fill in."""
