"""The forms of the import: choose a file, and say which column is which field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.verwerkingen.uitwisseling.bron import Bron
from leidraad.registers.verwerkingen.uitwisseling.koppelen import Koppeling, Voorstel, als_koppeling
from leidraad.registers.verwerkingen.uitwisseling.velden import velden
from leidraad.registers.verwerkingen.uitwisseling.werkbestand import GROOTST

_SOORTEN = (".csv", ".txt", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods", ".json", ".zip")
_VOORBEELDEN = 3
_LANG = 60


class UploadForm(forms.Form):
    """A file for one of the municipalities in which the person may import."""

    gemeente = forms.ModelChoiceField(
        Gemeente.objects.none(),
        label="Gemeente",
        empty_label="Kies een gemeente",
        error_messages={"required": "Kies voor welke gemeente u importeert."},
    )
    bestand = forms.FileField(
        label="Bestand",
        help_text="CSV, Excel (xlsx, xls), ODS, JSON of zip. Hoogstens 25 MB.",
        error_messages={"required": "Kies eerst een bestand.", "empty": "Dit bestand is leeg."},
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(_SOORTEN)}),
    )

    def __init__(self, *args: Any, lid: Lid, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuze = self.fields["gemeente"]
        assert isinstance(keuze, forms.ModelChoiceField)  # noqa: S101 - narrows the type
        keuze.queryset = Gemeente.objects.filter(pk__in=lid.gemeenten(Recht.IMPORTEREN))

    def clean_bestand(self) -> Any:
        """Refuse a file that is too big or of another kind before it is read."""
        bestand = self.cleaned_data["bestand"]
        if bestand.size > GROOTST:
            raise forms.ValidationError(
                "Dit bestand is groter dan 25 MB. Vraag de beheerder het in te lezen met de opdracht "
                "‘leidraad importeer verwerkingen’."
            )
        if not bestand.name.lower().endswith(_SOORTEN):
            raise forms.ValidationError("Dit soort bestand kan niet. Lever CSV, Excel, ODS, JSON of zip.")
        return bestand


@dataclass(frozen=True)
class Kolom:
    """One column on the mapping screen."""

    kop: str
    voorbeelden: tuple[str, ...]
    veld: forms.BoundField
    ook: forms.BoundField
    zekerheid: str

    @property
    def leesbaar(self) -> str:
        """The header, able to break on a narrow screen."""
        return self.kop.replace("_", "_\u200b").replace("/", "/\u200b")


class KoppelForm(forms.Form):
    """One choice per column: a field, or the note; and a second field for who needs it."""

    def __init__(self, data: Any, *, bron: Bron, voorstellen: Sequence[Voorstel]) -> None:
        super().__init__(data)
        self.bron = bron
        self.voorstellen = voorstellen
        keuzes = _keuzes()
        for nr, voorstel in enumerate(voorstellen):
            for soort, plaats in (("veld", 0), ("ook", 1)):
                self.fields[f"{soort}-{nr}"] = forms.ChoiceField(
                    label=f"{'Veld' if soort == 'veld' else 'Ook naar veld'} voor kolom {voorstel.kop}",
                    choices=[("", "Naar de notitie" if soort == "veld" else "Geen tweede veld"), *keuzes],
                    initial=voorstel.velden[plaats] if len(voorstel.velden) > plaats else "",
                    required=False,
                    widget=forms.Select(attrs={"class": "utrecht-select utrecht-select--html-select"}),
                )

    def kolommen(self) -> Iterator[Kolom]:
        """The columns with examples, proposal and certainty, for the screen."""
        for nr, voorstel in enumerate(self.voorstellen):
            cellen = dict.fromkeys(rij.cellen[nr] for rij in self.bron.rijen[:200] if rij.cellen[nr])
            voorbeelden = tuple(
                cel if len(cel) <= _LANG else cel[:_LANG] + "…" for cel in list(cellen)[:_VOORBEELDEN]
            )
            yield Kolom(
                voorstel.kop, voorbeelden, self[f"veld-{nr}"], self[f"ook-{nr}"], _zekerheid(voorstel)
            )

    def clean(self) -> dict[str, Any]:
        """A name is needed, and a field that takes one column gets one."""
        if self.bron.soort != "tabel":
            return self.cleaned_data
        koppeling = self.koppeling()
        gekozen = [(code, kop) for kop, codes in koppeling.items() for code in codes]
        if "naam" not in {code for code, _ in gekozen}:
            self.add_error(None, "Kies bij één kolom het veld ‘Naam’. Zonder naam is er geen verwerking.")
        for code, veld in velden().items():
            koppen = [kop for c, kop in gekozen if c == code]
            if veld.enkel and len(koppen) > 1:
                self.add_error(
                    None,
                    f"U koos ‘{veld.label}’ voor meer dan één kolom: {', '.join(koppen)}. Kies er één.",
                )
        return self.cleaned_data

    def koppeling(self) -> Koppeling:
        """The chosen mapping; before anything is chosen the proposal."""
        if not self.is_bound:
            return als_koppeling(self.voorstellen)
        self.is_valid()
        return {
            voorstel.kop: tuple(
                dict.fromkeys(
                    code for soort in ("veld", "ook") if (code := self.cleaned_data.get(f"{soort}-{nr}", ""))
                )
            )
            for nr, voorstel in enumerate(self.voorstellen)
        }


def _keuzes() -> list[tuple[str, list[tuple[str, str]]]]:
    """The fields by group, as choices."""
    groepen: dict[str, list[tuple[str, str]]] = {}
    for veld in velden().values():
        groepen.setdefault(veld.groep, []).append((veld.code, veld.label))
    return list(groepen.items())


def _zekerheid(voorstel: Voorstel) -> str:
    if voorstel.zekerheid >= 0.9:
        return "zeker"
    if not voorstel.velden:
        return "onbekend"
    return "waarschijnlijk" if voorstel.zekerheid >= 0.7 else "twijfel"
