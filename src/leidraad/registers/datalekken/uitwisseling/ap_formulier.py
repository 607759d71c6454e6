"""The notification in the order of the AP form, as plain text per field (AVG art. 33 lid 3). No Django.

Somebody copies field after field into the form of the AP; a machine cannot send it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from leidraad.referentie import lijst
from leidraad.registers.datalekken.begrippen import (
    Oorzaak,
    Regime,
    SoortIncident,
    SoortMelding,
    Uitzondering,
    Wijze,
    Zekerheid,
)
from leidraad.registers.datalekken.inhoud import GelektGegeven, Inhoud
from leidraad.registers.datalekken.regels.plichten import moet_naar_betrokkenen, nog_nodig_voor_melding

_NEDERLAND = ZoneInfo("Europe/Amsterdam")
_ERNST = ("verwaarloosbaar", "beperkt", "aanzienlijk", "zeer groot")
_GEWOON = ("", "gewoon")


@dataclass(frozen=True, kw_only=True)
class Ingelicht:
    """One message to people, as the form asks for it."""

    wijze: str
    op: datetime
    aantal: int


@dataclass(frozen=True, kw_only=True)
class Kop:
    """What the form asks and the content does not hold: who notifies, for whom, and what went before."""

    soort: str
    organisatie: str
    nummer: str
    melder_naam: str = ""
    melder_functie: str = ""
    melder_email: str = ""
    melder_telefoon: str = ""
    contact: str = ""
    eerder_kenmerk: str = ""
    te_laat: bool = False
    bijlagen: int = 0
    ingelicht: tuple[Ingelicht, ...] = ()


@dataclass(frozen=True)
class Veld:
    """One field of the form with its value; empty when nobody filled it in. `invullen_bij` says where."""

    code: str
    naam: str
    waarde: str
    invullen_bij: str
    verwacht: bool


@dataclass(frozen=True)
class Deel:
    """One numbered part of the form."""

    nummer: int
    naam: str
    velden: tuple[Veld, ...]


def formulier(inhoud: Inhoud, kop: Kop, op: date) -> tuple[Deel, ...]:
    """The form as it stands on day `op`, filled in. Raises NietGeldig before the first known form."""
    waarden = _over_ons(inhoud, kop) | _over_het_lek(inhoud) | _over_mensen(inhoud) | _vervolg(inhoud, kop)
    delen = groupby(lijst("ap_formulier", op), key=lambda item: (int(item.sectie), str(item.kop)))
    return tuple(
        Deel(
            nummer,
            naam,
            tuple(
                Veld(item.code, item.naam, waarden[item.code], str(item.invullen_bij), bool(item.verwacht))
                for item in items
            ),
        )
        for (nummer, naam), items in delen
    )


def _over_ons(inhoud: Inhoud, kop: Kop) -> dict[str, str]:
    return {
        "soort_melding": SoortMelding.label_van(kop.soort),
        "eerder_kenmerk": kop.eerder_kenmerk,
        "wet": Regime.label_van(inhoud.regime),
        "organisatie": kop.organisatie,
        "eigen_kenmerk": kop.nummer,
        "melder_naam": kop.melder_naam,
        "melder_functie": kop.melder_functie,
        "melder_email": kop.melder_email,
        "melder_telefoon": kop.melder_telefoon,
        "contact": kop.contact,
        "andere_organisatie": inhoud.verwerker,
        "begin": _moment(inhoud.gebeurd_van, inhoud.gebeurd_zekerheid),
        "einde": "Het duurt nog voort"
        if inhoud.duurt_voort
        else _moment(inhoud.gebeurd_tot, inhoud.gebeurd_zekerheid),
        "ontdekt": _moment(inhoud.ontdekt_op),
        "reden_te_laat": inhoud.reden_te_laat if kop.te_laat else "Niet van toepassing: op tijd",
        "bijlagen": str(kop.bijlagen) if kop.bijlagen else "Geen",
        "volledig": "Nee, er volgt een aanvulling" if any(nog_nodig_voor_melding(inhoud)) else "Ja",
    }


def _over_het_lek(inhoud: Inhoud) -> dict[str, str]:
    aard = (
        ("vertrouwelijkheid", inhoud.vertrouwelijkheid_geschonden),
        ("integriteit", inhoud.integriteit_geschonden),
        ("beschikbaarheid", inhoud.beschikbaarheid_geschonden),
    )
    bijzonder = [g for g in inhoud.gegevens if g.soort not in _GEWOON]
    oorzaak = (Oorzaak.label_van(inhoud.oorzaak), inhoud.oorzaak_toelichting)
    return {
        "samenvatting": inhoud.omschrijving,
        "aard": ", ".join(naam for naam, geschonden in aard if geschonden).capitalize(),
        "soort_incident": SoortIncident.label_van(inhoud.soort_incident),
        "oorzaak": ". ".join(deel for deel in oorzaak if deel),
        "gegevens_gewoon": _namen(g for g in inhoud.gegevens if g.soort in _GEWOON),
        "gegevens_bijzonder": _namen(bijzonder) or ("Geen" if inhoud.gegevens else ""),
        "aantal_records": _som(g.aantal for g in inhoud.gegevens),
        "versleuteld": _ja_nee(inhoud.versleuteld),
        "maatregelen_vooraf": inhoud.maatregelen_vooraf,
    }


def _over_mensen(inhoud: Inhoud) -> dict[str, str]:
    kwetsbaar = [g.naam for g in inhoud.betrokkenen if g.kwetsbaar]
    alles_bekend = bool(inhoud.betrokkenen) and all(g.kwetsbaar is not None for g in inhoud.betrokkenen)
    ernst = inhoud.factoren.ernst
    return {
        "groepen": ", ".join(g.naam for g in inhoud.betrokkenen if g.naam),
        "kwetsbaar": ", ".join(kwetsbaar) or ("Nee" if alles_bekend else ""),
        "minimum": _som(g.minimum for g in inhoud.betrokkenen),
        "maximum": _som(g.maximum for g in inhoud.betrokkenen),
        "gevolgen": inhoud.gevolgen,
        "ernst": "" if ernst is None else _ERNST[ernst].capitalize(),
    }


def _vervolg(inhoud: Inhoud, kop: Kop) -> dict[str, str]:
    openbaar = [i for i in kop.ingelicht if i.wijze == Wijze.OPENBAAR]
    nog = "Nog niet" if moet_naar_betrokkenen(inhoud) else "Nee"
    reden = (Uitzondering.label_van(inhoud.uitzondering), inhoud.uitzondering_toelichting)
    niet_nodig = "" if moet_naar_betrokkenen(inhoud) or not inhoud.risico else inhoud.risico_reden
    return {
        "geinformeerd": "Ja" if kop.ingelicht else (nog if inhoud.risico else ""),
        "hoe_geinformeerd": "\n".join(
            f"{Wijze.label_van(i.wijze)}, {_moment(i.op)}, {i.aantal} mensen" for i in kop.ingelicht
        ),
        "reden_niet": "" if kop.ingelicht else ". ".join(deel for deel in reden if deel) or niet_nodig,
        "openbare_mededeling": f"Ja, op {_moment(openbaar[0].op)}" if openbaar else "Nee",
        "maatregelen_gedicht": inhoud.maatregelen_gedicht,
        "maatregelen_voorkomen": inhoud.maatregelen_voorkomen,
        "grensoverschrijdend": _ja_nee(inhoud.grensoverschrijdend),
        "andere_toezichthouders": inhoud.andere_toezichthouders,
    }


def _moment(moment: datetime | None, zekerheid: str = "") -> str:
    """Dutch local time, as the form of the AP asks for it."""
    if moment is None:
        return "Niet bekend" if zekerheid == Zekerheid.ONBEKEND else ""
    ongeveer = " (ongeveer)" if zekerheid == Zekerheid.BENADERING else ""
    return f"{moment.astimezone(_NEDERLAND):%d-%m-%Y %H:%M}{ongeveer}"


def _namen(gegevens: Iterable[GelektGegeven]) -> str:
    return ", ".join(g.naam for g in gegevens if g.naam)


def _som(aantallen: Iterable[int | None]) -> str:
    """The sum of what is known; empty when no number is known."""
    bekend = [aantal for aantal in aantallen if aantal is not None]
    return str(sum(bekend)) if bekend else ""


def _ja_nee(waarde: bool | None) -> str:
    return "" if waarde is None else ("Ja" if waarde else "Nee")
