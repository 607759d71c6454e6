"""The short forms around a verwerking: make one, copy one, and place one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Q

from leidraad.dossiers.formulieren.velden import schone_tekst
from leidraad.dossiers.models import Dossier
from leidraad.organisaties.models import Eenheid, Functievervulling, Gemeente, Persoon
from leidraad.organisaties.rechten import VERTROUWELIJK, Lid, Recht
from leidraad.registers.verwerkingen.begrippen import Regime
from leidraad.registers.verwerkingen.regels.openbaar import OPENBAAR_EN_VERTROUWELIJK


class Eenheidkeuze(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A unit, with its municipality when more than one can be chosen."""

    def label_from_instance(self, obj: Any) -> str:
        """The name of the unit."""
        return f"{obj.naam} ({obj.gemeente.naam})"


def eenheden_voor(lid: Lid, recht: Recht, gemeente: Gemeente | None = None) -> Any:
    """The units for which this person holds `recht` today."""
    waar = Q(pk__in=[])
    for bevoegdheid in lid.met(recht):
        if bevoegdheid.eenheden is None:
            waar |= Q(gemeente=bevoegdheid.gemeente_id)
        else:
            waar |= Q(pk__in=sorted(bevoegdheid.eenheden))
    eenheden = Eenheid.objects.geldig_op(lid.op).filter(waar)
    if gemeente is not None:
        eenheden = eenheden.filter(gemeente=gemeente)
    return eenheden.select_related("gemeente").order_by("gemeente__naam", "naam")


def mag_zonder_eenheid(lid: Lid, gemeente_id: int) -> bool:
    """Whether this person may make verwerkingen without a unit: a right for the whole gemeente."""
    return any(b.gemeente_id == gemeente_id and b.eenheden is None for b in lid.met(Recht.AANMAKEN))


class _MetPlek(forms.Form):
    """A municipality and a unit of it, both within the rights of the person."""

    gemeente = forms.ModelChoiceField(
        Gemeente.objects.none(), label="Gemeente", empty_label="Kies een gemeente"
    )
    eenheid = Eenheidkeuze(
        Eenheid.objects.none(),
        label="Eenheid",
        required=False,
        empty_label="Nog niet bekend",
        help_text="Het team of de afdeling die dit werk doet.",
    )

    def __init__(self, *args: Any, lid: Lid, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lid = lid
        gemeenten = Gemeente.objects.filter(pk__in=lid.gemeenten(Recht.AANMAKEN))
        for naam, keuze in (("gemeente", gemeenten), ("eenheid", eenheden_voor(lid, Recht.AANMAKEN))):
            veld = self.fields[naam]
            assert isinstance(veld, forms.ModelChoiceField)  # noqa: S101
            veld.queryset = keuze
        if not any(b.eenheden is None for b in lid.met(Recht.AANMAKEN)):
            self._kies_eenheid()

    def _kies_eenheid(self) -> None:
        """Who makes verwerkingen for teams alone must choose one; a single team is chosen already."""
        veld = self.fields["eenheid"]
        assert isinstance(veld, Eenheidkeuze)  # noqa: S101
        veld.required = True
        veld.error_messages["required"] = "Kies uw eenheid."
        veld.empty_label = "Kies uw eenheid"
        eenheden = list(eenheden_voor(self.lid, Recht.AANMAKEN)[:2])
        if len(eenheden) == 1:
            veld.empty_label = None
            self.initial["eenheid"] = eenheden[0].pk

    def clean(self) -> dict[str, Any]:
        """The unit must belong to the municipality; only who serves all of it may leave the unit out."""
        velden = super().clean() or self.cleaned_data
        gemeente, eenheid = velden.get("gemeente"), velden.get("eenheid")
        if gemeente and eenheid and eenheid.gemeente_id != gemeente.pk:
            self.add_error("eenheid", f"Deze eenheid hoort niet bij {gemeente}. Kies een andere.")
        zonder = not eenheid and "eenheid" not in self.errors
        if gemeente and zonder and not mag_zonder_eenheid(self.lid, gemeente.pk):
            self.add_error("eenheid", "Kies uw eenheid.")
        return velden


class NieuwForm(_MetPlek):
    """The four things that start a verwerking."""

    naam = forms.CharField(
        label="Naam van de verwerking",
        max_length=300,
        help_text="Een korte naam die een inwoner begrijpt. Bijvoorbeeld: Bijstand aanvragen.",
    )
    regime = forms.ChoiceField(
        label="Welke wet geldt?",
        choices=Regime.keuzes(),
        initial=Regime.AVG.value,
        widget=forms.RadioSelect,
        help_text="De Wpg geldt alleen voor politiegegevens van buitengewoon opsporingsambtenaren (boa’s).",
    )

    field_order = ("naam", "gemeente", "eenheid", "regime")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Removing control characters comes before every check, so none of them can be refused.
        self.fields["naam"].clean = self._naam  # type: ignore[method-assign, assignment]

    def _naam(self, waarde: Any) -> str:
        tekst = " ".join(schone_tekst(waarde).split())
        if not tekst:
            raise forms.ValidationError("Geef de verwerking een naam.")
        if len(tekst) > 300:
            raise forms.ValidationError(f"Deze naam heeft {len(tekst)} tekens. Er passen er 300 in.")
        return tekst


class KopieerForm(_MetPlek):
    """Where the copy must go."""


class PlaatsingForm(forms.Form):
    """Where a verwerking belongs, who works on it, and who may see it."""

    eenheid = forms.ModelChoiceField(
        Eenheid.objects.none(), label="Eenheid", required=False, empty_label="Nog niet bekend"
    )
    behandelaar = forms.ModelChoiceField(
        Persoon.objects.none(), label="Behandelaar", required=False, empty_label="Niemand",
        help_text="Wie werkt aan deze verwerking? Die persoon mag haar ook bewerken.",
    )  # fmt: skip
    vertrouwelijkheid = forms.ChoiceField(
        label="Wie mag dit zien?", choices=Dossier.Vertrouwelijkheid.choices, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, lid: Lid, dossier: Dossier, openbaar: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.openbaar = openbaar
        eenheden = eenheden_voor(lid, Recht.AANMAKEN, dossier.gemeente)
        # The unit where it is now stays choosable, also for who may not make anything there.
        hier = Eenheid.objects.filter(Q(pk=dossier.eenheid_id) | Q(pk__in=eenheden.values("pk")))
        mensen = Functievervulling.objects.geldig_op(lid.op).filter(gemeente=dossier.gemeente)
        toezicht = mensen.filter(functie="fg").values("persoon")
        keuzes: Sequence[tuple[str, Any]] = (
            ("eenheid", hier.order_by("naam")),
            (
                "behandelaar",
                Persoon.objects.filter(
                    Q(pk__in=mensen.values("persoon")) & ~Q(pk__in=toezicht) | Q(pk=dossier.behandelaar_id)
                ).filter(is_active=True),
            ),
        )
        for naam, keuze in keuzes:
            veld = self.fields[naam]
            assert isinstance(veld, forms.ModelChoiceField)  # noqa: S101
            veld.queryset = keuze

    def clean_vertrouwelijkheid(self) -> str:
        """What inhabitants can read does not become confidential."""
        keuze = str(self.cleaned_data["vertrouwelijkheid"])
        if self.openbaar and keuze == VERTROUWELIJK != self.initial.get("vertrouwelijkheid"):
            raise forms.ValidationError(OPENBAAR_EN_VERTROUWELIJK)
        return keuze
