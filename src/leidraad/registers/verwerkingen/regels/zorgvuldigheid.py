"""Weighing, security, automated decisions and informing people (AVG art. 5, 12–14, 22, 32; ch. 2 policy)."""

from collections.abc import Iterator

from leidraad.registers.verwerkingen.begrippen import Beoordeeld, Informatiewijze, Regime, Rol
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.regels.eis import Eis

_INFORMATIE = {
    Informatiewijze.TEKST: ("privacyverklaring", "Vul de tekst van de privacyverklaring in."),
    Informatiewijze.LINK: ("privacyverklaring_link", "Vul de link naar de privacyverklaring in."),
    Informatiewijze.UITZONDERING: (
        "informatie_uitzondering",
        "Noem het artikel waarop de uitzondering op de informatieplicht rust.",
    ),
}


def eisen(inhoud: Inhoud) -> Iterator[Eis]:
    """What weighing, decisions, security and information need before the verwerking can be established."""
    yield from _afweging(
        "proportionaliteit", inhoud.proportionaliteit, inhoud.proportionaliteit_waarom, "2.3.2"
    )
    yield from _afweging("subsidiariteit", inhoud.subsidiariteit, inhoud.subsidiariteit_waarom, "2.3.3")
    yield Eis(
        bool(inhoud.juistheid), "zorgvuldigheid", "juistheid",
        "Beschrijf hoe u zorgt dat de gegevens kloppen.", "AVG art. 5 lid 1 onder d, norm 2.4.1",
    )  # fmt: skip
    yield from _besluiten(inhoud)
    yield Eis(
        bool(inhoud.maatregelen), "beveiliging", "maatregelen",
        "Voeg toe hoe de gegevens zijn beveiligd.", "AVG art. 30 lid 1 onder g, 32",
    )  # fmt: skip
    if inhoud.regime == Regime.WPG and inhoud.rol != Rol.VERWERKER:
        yield Eis(
            bool(inhoud.autorisaties), "beveiliging", "autorisaties",
            "Voeg toe wie bij de gegevens mag.", "Wpg art. 31d lid 1 onder j",
        )  # fmt: skip
    yield Eis(
        inhoud.informatiewijze in set(Informatiewijze), "informeren", "informatiewijze",
        "Kies hoe u mensen informeert over hun gegevens.", "AVG art. 12–14, norm 2.7.1",
    )  # fmt: skip
    if inhoud.informatiewijze in set(Informatiewijze):
        veld, tekst = _INFORMATIE[Informatiewijze.van(inhoud.informatiewijze)]
        yield Eis(bool(getattr(inhoud, veld)), "informeren", veld, tekst, "AVG art. 12–14, norm 2.7.2")


def _afweging(wat: str, oordeel: str, waarom: str, norm: str) -> Iterator[Eis]:
    yield Eis(
        oordeel == Beoordeeld.VOLDOET, "zorgvuldigheid", wat,
        f"Beoordeel de {wat}. Een verwerking die niet voldoet, kan niet worden vastgesteld.",
        f"AVG art. 5, norm {norm}",
    )  # fmt: skip
    yield Eis(
        bool(waarom), "zorgvuldigheid", f"{wat}_waarom", f"Leg uw oordeel over de {wat} uit.", f"norm {norm}"
    )


def _besluiten(inhoud: Inhoud) -> Iterator[Eis]:
    """Profiling and automated decisions need an answer; a deviation goes to the FG and does not block."""
    yield Eis(
        inhoud.profilering is not None, "zorgvuldigheid", "profilering",
        "Geef aan of er profilering is.", "AVG art. 22, norm 2.10.1",
    )  # fmt: skip
    if inhoud.profilering:
        yield Eis(
            bool(inhoud.profilering_toelichting), "zorgvuldigheid", "profilering_toelichting",
            "Beschrijf de profilering en de gevolgen voor mensen.", "AVG art. 13 lid 2 onder f, norm 2.10.1",
        )  # fmt: skip
    yield Eis(
        inhoud.geautomatiseerd_besluit is not None, "zorgvuldigheid", "geautomatiseerd_besluit",
        "Geef aan of een computer besluiten neemt.", "AVG art. 22, norm 2.10.2",
    )  # fmt: skip
