"""The public register as a flat table: one row per verwerking, lists joined with a semicolon."""

from collections.abc import Iterable

from django.utils import timezone

from leidraad.dossiers.begrip import Begrip
from leidraad.portaal.weergave import beschrijf
from leidraad.registers.verwerkingen.begrippen import Regime, Rol
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.models import Publicatie

KOLOMMEN = (
    "Nummer", "Naam", "Omschrijving", "Afdeling", "Verantwoordelijk bestuursorgaan", "Rol van de gemeente",
    "Wet", "Doelen", "Grondslagen", "Wetten en artikelen", "Betrokkenen", "Gegevens", "Bijzondere gegevens",
    "Bewaartermijnen", "Ontvangers", "Doorgifte buiten de EER", "Besluit door een computer", "Profilering",
    "Vastgesteld op", "Eindigt op", "Versie", "Adres",
)  # fmt: skip


def rij(publicatie: Publicatie, inhoud: Inhoud, adres: str) -> list[str]:
    """One verwerking as the cells of KOLOMMEN. `inhoud` is public content."""
    b = beschrijf(inhoud, timezone.localdate(publicatie.versie.op))
    gegevens = [g.naam for groep in b.groepen for g in groep.gegevens]
    return [
        publicatie.nummer,
        inhoud.naam,
        inhoud.omschrijving,
        publicatie.eenheid.naam if publicatie.eenheid else "",
        inhoud.bestuursorgaan,
        _label(Rol, inhoud.rol),
        _label(Regime, inhoud.regime),
        _samen(r.doel for r in b.redenen),
        _samen(r.grondslag for r in b.redenen),
        _samen(r.wet for r in b.redenen),
        _samen(g.naam for g in b.groepen),
        _samen(gegevens),
        _ja_nee(publicatie.bijzonder),
        _samen(" ".join(d for d in (t.wat, t.hoe_lang, t.vanaf) if d) for t in b.termijnen),
        _samen(p.naam for p in b.partijen),
        _samen(f"{p.naam} ({p.land})" for p in b.buiten_eer),
        _ja_nee(inhoud.geautomatiseerd_besluit),
        _ja_nee(inhoud.profilering),
        f"{timezone.localdate(publicatie.versie.op):%d-%m-%Y}",
        f"{publicatie.einddatum:%d-%m-%Y}" if publicatie.einddatum else "",
        str(publicatie.versie.nummer),
        adres,
    ]


def _samen(teksten: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(" ".join(tekst.split()) for tekst in teksten if tekst.strip()))


def _label(begrip: type[Begrip], waarde: str) -> str:
    """The label of a value; a value of before a list changed is shown as it is."""
    return begrip.label_van(waarde) if waarde in set(begrip) else waarde


def _ja_nee(waarde: bool | None) -> str:
    return "" if waarde is None else "ja" if waarde else "nee"
