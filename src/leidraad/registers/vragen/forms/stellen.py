"""The form with which anybody asks a question in a minute (norm 1.1.7)."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from leidraad.dossiers.formulieren.velden import Tekst
from leidraad.dossiers.formulieren.vrij import VrijForm
from leidraad.dossiers.models import Dossier
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.registers.vragen.models import LANGSTE_ONDERWERP, LANGSTE_TEKST


class StelForm(VrijForm):
    """A question: about what, and of which gemeente when there is more than one."""

    nodig: ClassVar[dict[str, str]] = {
        "onderwerp": "Vul een onderwerp in. Een paar woorden is genoeg.",
        "tekst": "Schrijf uw vraag op.",
    }

    onderwerp = Tekst(
        "Onderwerp", LANGSTE_ONDERWERP,
        hulp="Waar gaat uw vraag over? Een paar woorden is genoeg, zoals: foto’s op de website.",
    )  # fmt: skip
    tekst = Tekst(
        "Uw vraag", LANGSTE_TEKST, regels=6,
        hulp="Schrijf het zoals u het een collega vraagt. Noem liever geen namen en geen BSN.",
    )  # fmt: skip
    nummer = Tekst(
        "Nummer van een dossier", 20,
        hulp="Alleen als uw vraag over een dossier in Leidraad gaat. Bijvoorbeeld VW-2026-0012.",
    )  # fmt: skip
    gemeente = forms.ModelChoiceField(
        Gemeente.objects.none(),
        label="Bij welke gemeente?",
        empty_label="Kies een gemeente",
        error_messages={"required": "Kies de gemeente.", "invalid_choice": "Kies een gemeente uit de lijst."},
    )

    def __init__(self, *args: Any, lid: Lid, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lid = lid
        gemeenten = Gemeente.objects.filter(pk__in=lid.gemeenten(Recht.MELDEN))
        veld = self.fields["gemeente"]
        assert isinstance(veld, forms.ModelChoiceField)  # noqa: S101
        veld.queryset = gemeenten
        self.enige: Gemeente | None = None
        if len(alle := list(gemeenten[:2])) == 1:
            [self.enige] = alle
            del self.fields["gemeente"]

    def clean(self) -> dict[str, Any]:
        """Find the dossier: one that does not exist and one that may not be seen read the same."""
        velden = super().clean()
        velden.setdefault("gemeente", self.enige)
        velden["over"] = None
        nummer, gemeente = velden.get("nummer"), velden.get("gemeente")
        if nummer and gemeente:
            dossiers = Dossier.objects.zichtbaar_voor(self.lid).filter(gemeente=gemeente)
            velden["over"] = dossiers.filter(nummer=nummer.upper()).first()
            if velden["over"] is None:
                self.add_error(
                    "nummer",
                    f"U kunt bij de gemeente {gemeente.naam} geen dossier zien met dit nummer. "
                    "Kijk het nummer na, of laat dit leeg.",
                )
        return velden


class VervolgForm(VrijForm):
    """What the asker adds to her own question."""

    nodig: ClassVar[dict[str, str]] = {"tekst": "Schrijf op wat u nog wilt weten of vertellen."}

    tekst = Tekst(
        "Wilt u nog iets vragen of toevoegen?", LANGSTE_TEKST, regels=4,
        hulp="Is de vraag al beantwoord? Dan krijgt u opnieuw antwoord.",
    )  # fmt: skip
