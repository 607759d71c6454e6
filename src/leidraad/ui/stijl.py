"""What the style page shows: every component with lifelike values."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import cycle
from typing import Any

from django import forms
from django.core.paginator import Paginator

from leidraad.ui.statussen import STATUSSEN
from leidraad.ui.stijl_figuren import figuren
from leidraad.ui.themas import STANDAARD, themas


@dataclass(frozen=True)
class Voorbeeldgemeente:
    """Just enough of a gemeente to draw a page."""

    naam: str
    slug: str
    fg_email: str = "fg@voorbeeld.nl"


@dataclass(frozen=True)
class Voorbeeldlid:
    """Just enough of a signed-in person to draw a page."""

    naam: str = "Sanne de Vries"


class Voorbeeldformulier(forms.Form):
    """One field of every kind."""

    naam = forms.CharField(label="Naam van de verwerking", help_text="Zoals inwoners haar zouden noemen.")
    doel = forms.CharField(label="Doel", widget=forms.Textarea, required=False)
    grondslag = forms.ChoiceField(
        label="Grondslag",
        choices=[("", "Kies een grondslag"), ("e", "Algemeen belang"), ("c", "Wettelijke plicht")],
        required=False,
    )
    startdatum = forms.DateField(label="Startdatum", required=False)
    aantal = forms.IntegerField(label="Aantal betrokkenen", required=False)
    rol = forms.ChoiceField(
        label="Rol van de gemeente",
        choices=[("v", "Verantwoordelijke"), ("g", "Gezamenlijk verantwoordelijk"), ("w", "Verwerker")],
        widget=forms.RadioSelect,
    )
    soorten = forms.MultipleChoiceField(
        label="Soorten gegevens",
        choices=[("gewoon", "Gewoon"), ("gevoelig", "Gevoelig"), ("bijzonder", "Bijzonder"), ("bsn", "BSN")],
        widget=forms.CheckboxSelectMultiple,
        help_text="Kies alles wat klopt.",
        required=False,
    )
    kwetsbaar = forms.BooleanField(label="Er zijn kwetsbare mensen bij", required=False)
    bestand = forms.FileField(label="Bijlage", help_text="Hoogstens 25 MB.", required=False)


class Voorbeeldfilter(forms.Form):
    """The filter bar of a list."""

    q = forms.CharField(label="Zoek", required=False)
    status = forms.ChoiceField(
        label="Status", choices=[("", "Alle"), *((c, w[0]) for c, w in STATUSSEN.items())], required=False
    )
    mijn = forms.BooleanField(label="Alleen van mij", required=False)


def _navigatie() -> list[dict[str, Any]]:
    """The three groups of the navigation."""
    groepen = {
        "Vandaag": [("Werklijst", 7), ("Naleving", 0)],
        "Registers": [("Verwerkingen", 0), ("Datalekken", 2), ("Verzoeken en klachten", 0), ("DPIA's", 0)],
        "Beheer": [("Organisatie", 0), ("Importeren", 0)],
    }
    return [
        {
            "label": groep,
            "items": [
                {"label": label, "url": "#", "aantal": telling, "actief": label == "Verwerkingen"}
                for label, telling in items
            ],
        }
        for groep, items in groepen.items()
    ]


def _rijen(vandaag: date) -> list[dict[str, Any]]:
    """A list of verwerkingen in every state."""
    namen = (
        "Bijstand aanvragen en uitkeren",
        "Paspoorten en identiteitskaarten",
        "Leerlingenvervoer",
        "Parkeervergunningen",
        "Meldingen openbare ruimte",
        "Cameratoezicht stationsgebied",
        "Wmo-voorzieningen",
    )
    dagen = (4, 120, -3, 400, 0, 30, 900)
    return [
        {
            "nummer": f"VW-2026-{nummer:04}",
            "naam": naam,
            "status": status,
            "eenheid": "Team Werk en Inkomen" if nummer % 2 else "Team Burgerzaken",
            "herzien": vandaag + timedelta(days=over),
            "ontvangers": nummer * 3 % 7,
        }
        for nummer, (naam, status, over) in enumerate(zip(cycle(namen), STATUSSEN, cycle(dagen)), 1)
    ]


# Parts, history and figures, the same in every theme.
_TIJD_EN_GETAL: dict[str, Any] = {
    "tabs": [
        {"label": "Gegevens", "url": "#tabs", "actief": True},
        {"label": "Beoordelingen", "url": "#b", "aantal": 2},
        {"label": "Versies", "url": "#v", "aantal": 3},
        {"label": "Journaal", "url": "#j"},
    ],
    "tijdlijn": [
        {
            "moment": datetime(2026, 11, 20, 14, 5, tzinfo=UTC),
            "titel": "Ter toetsing aangeboden",
            "door": "teammanager Werk en Inkomen",
        },
        {
            "moment": datetime(2026, 11, 12, 9, 0, tzinfo=UTC),
            "titel": "Teruggestuurd",
            "tekst": "De bewaartermijn mist nog een bron.",
            "door": "Privacy Officer",
        },
        {"moment": datetime(2026, 10, 1, 9, 0, tzinfo=UTC), "titel": "Aangemaakt", "door": "import"},
    ],
    "staven": [
        ("Algemeen belang", 61),
        ("Wettelijke plicht", 34),
        ("Overeenkomst", 9),
        ("Toestemming", 4),
    ],
}


def voorbeelden(thema: str) -> dict[str, Any]:
    """The context of the style page, in the colours of `thema`."""
    slug = thema if thema in themas() else STANDAARD
    vandaag = date(2026, 11, 23)
    rijen = _rijen(vandaag)
    gemeenten = [
        {"naam": s.capitalize(), "slug": s, "url": f"?thema={s}"} for s in sorted(themas() - {STANDAARD})
    ]
    return {
        "gemeente": Voorbeeldgemeente(slug.capitalize(), slug) if slug != STANDAARD else None,
        "gemeenten": gemeenten,
        "lid": Voorbeeldlid(),
        "navigatie": _navigatie(),
        "werkvoorraad": 7,
        "werkvoorraad_url": "#werk",
        "vandaag": vandaag,
        "rijen": rijen,
        "statussen": list(STATUSSEN),
        "pagina": Paginator(range(412), 25).page(4),
        "formulier": Voorbeeldformulier(),
        "foutformulier": Voorbeeldformulier(
            {"startdatum": "31-02-2026", "aantal": "veel"}, auto_id="fout_%s"
        ),
        "filter": Voorbeeldfilter(auto_id="filter_%s"),
        **_TIJD_EN_GETAL,
        "figuren": figuren(vandaag),
    }
