"""Widgets drawn in Python are the widgets that Django's templates draw."""

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.template import Context, Template
from django.test.html import parse_html

from leidraad.ui.stijl import Voorbeeldformulier
from leidraad.ui.tekenaar import Tekenaar

VREEMD = "<b>\"x\" & 'y'</b>"


class Allerlei(Voorbeeldformulier):
    gegroepeerd = forms.ChoiceField(
        choices=[("", "Kies"), ("Groep <1>", [(1, VREEMD), (2, "Twee")]), (VREEMD, "Drie")]
    )
    meer = forms.MultipleChoiceField(choices=[("a", "A"), ("b", VREEMD)], widget=forms.SelectMultiple)
    geheim = forms.CharField(widget=forms.PasswordInput)
    verborgen = forms.CharField(widget=forms.HiddenInput)
    adres = forms.URLField(assume_scheme="https")
    post = forms.EmailField()
    moment = forms.DateTimeField()
    uur = forms.TimeField()
    onbekend = forms.NullBooleanField()
    plaatje = forms.CharField(
        widget=forms.TextInput(attrs={"readonly": True, "disabled": False, "title": VREEMD})
    )


GEVULD = {
    "naam": VREEMD, "doel": f"\n{VREEMD}\nregel", "grondslag": "e", "startdatum": "31-02-2026", "aantal": "0",
    "rol": "g", "soorten": ["bsn", "gewoon"], "kwetsbaar": "on", "gegroepeerd": "1", "meer": ["a", "b"],
    "geheim": "x", "verborgen": VREEMD, "adres": "https://x.example/?a=1&b=2", "onbekend": "true",
}  # fmt: skip


@pytest.mark.parametrize("gegevens", [None, {}, GEVULD])
@pytest.mark.parametrize("naam", list(Allerlei.base_fields))
def test_een_widget_is_gelijk_aan_die_van_django(naam, gegevens):
    eigen = Allerlei(gegevens, renderer=Tekenaar())[naam]
    van_django = Allerlei(gegevens, renderer=DjangoTemplates())[naam]
    assert parse_html(str(eigen)) == parse_html(str(van_django))
    assert [parse_html(str(deel)) for deel in eigen] == [parse_html(str(deel)) for deel in van_django]


def test_een_tekst_die_met_een_lege_regel_begint_blijft_heel():
    assert ">\n\n&lt;b&gt;" in str(Allerlei(GEVULD, renderer=Tekenaar())["doel"])


def test_de_schermen_gebruiken_deze_tekenaar():
    html = Template("{{ f.grondslag }}").render(Context({"f": Voorbeeldformulier()}))
    assert '<option value="e">Algemeen belang</option>' in html
    assert isinstance(Voorbeeldformulier().renderer, Tekenaar)
