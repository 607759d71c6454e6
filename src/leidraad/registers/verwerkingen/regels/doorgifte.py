"""Recipients and transfers outside the EER (AVG art. 30 lid 1 onder d–e, 44–49; norm 2.9.1)."""

from collections.abc import Iterator
from datetime import date

from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.begrippen import Partijrol, Regime
from leidraad.registers.verwerkingen.inhoud import Inhoud, Ontvanger
from leidraad.registers.verwerkingen.regels.eis import Eis

ADEQUAAT = "adequaatheidsbesluit"
_SECTIE = "ontvangers"


def buiten_eer(land: str, op: date) -> bool:
    """Whether the country lies outside the European Economic Area on day `op`; unknown is not outside."""
    return bool(land) and land not in lijst("eer", op)


def eisen(inhoud: Inhoud, op: date) -> Iterator[Eis]:
    """What the recipients need before the verwerking can be established."""
    yield Eis(
        bool(inhoud.ontvangers), _SECTIE, "ontvangers",
        "Voeg toe wie de gegevens krijgt. Is dat niemand buiten de gemeente? Noem dan de eigen afdeling.",
        "AVG art. 30 lid 1 onder d",
    )  # fmt: skip
    for ontvanger in inhoud.ontvangers:
        yield from _ontvanger(ontvanger, inhoud.regime, op)


def _ontvanger(ontvanger: Ontvanger, regime: str, op: date) -> Iterator[Eis]:
    pad = f"ontvangers.{ontvanger.regel}."
    wie = f"Ontvanger ‘{ontvanger.naam[:60]}’" if ontvanger.naam else f"Ontvanger {ontvanger.regel}"
    yield Eis(
        bool(ontvanger.naam), _SECTIE, pad + "naam", f"{wie}: noem de ontvanger.", "AVG art. 30 lid 1 onder d"
    )
    yield Eis(
        ontvanger.rol in set(Partijrol), _SECTIE, pad + "rol", f"{wie}: kies de rol.", "AVG art. 26 en 28"
    )
    yield Eis(
        bool(ontvanger.waarvoor), _SECTIE, pad + "waarvoor",
        f"{wie}: beschrijf waarvoor de ontvanger de gegevens krijgt.", "AVG art. 5 lid 1 onder b",
    )  # fmt: skip
    if buiten_eer(ontvanger.land, op):
        yield from _doorgifte(ontvanger, regime, pad, wie, op)


def _doorgifte(ontvanger: Ontvanger, regime: str, pad: str, wie: str, op: date) -> Iterator[Eis]:
    """A country outside the EER needs a mechanism that holds for it on this day."""
    mechanisme = lijst("doorgiftemechanismen", op).get(ontvanger.mechanisme)
    yield Eis(
        mechanisme is not None, _SECTIE, pad + "mechanisme",
        f"{wie}: dit land ligt buiten de EER. Kies waarom de doorgifte mag.", "AVG art. 44–49, norm 2.9.1",
    )  # fmt: skip
    if mechanisme is None:
        return
    if mechanisme.code == ADEQUAAT:
        yield Eis(
            adequaat(ontvanger.land, regime, op), _SECTIE, pad + "mechanisme",
            f"{wie}: voor dit land geldt geen adequaatheidsbesluit. Kies iets anders.",
            "Wpg art. 17a" if regime == Regime.WPG else "AVG art. 45",
        )  # fmt: skip
    if _vraagt_uitleg(mechanisme.code, ontvanger.land, regime, op):
        yield Eis(
            bool(ontvanger.mechanisme_toelichting), _SECTIE, pad + "mechanisme_toelichting",
            f"{wie}: leg uit waarom ‘{mechanisme.naam}’ voor deze ontvanger geldt.",
            "AVG art. 45 en 46, norm 2.9.1",
        )  # fmt: skip
    if mechanisme.beoordeling_nodig:
        yield Eis(
            bool(ontvanger.doorgiftebeoordeling), _SECTIE, pad + "doorgiftebeoordeling",
            f"{wie}: beschrijf de uitkomst van de doorgiftebeoordeling.", "AVG art. 46, norm 2.9.1",
        )  # fmt: skip
    if mechanisme.code == "art49":
        uitzondering = lijst("doorgifteafwijkingen", op).get(ontvanger.artikel49)
        yield Eis(
            uitzondering is not None and not uitzondering.niet_voor_overheidstaak,
            _SECTIE, pad + "artikel49",
            f"{wie}: kies een uitzondering die een overheid mag gebruiken (niet a, b of c).",
            "AVG art. 49 lid 1 en 3",
        )  # fmt: skip


def adequaat(land: str, regime: str, op: date) -> bool:
    """Whether an adequacy decision covers the country on day `op` (AVG art. 45; Wpg art. 17a)."""
    besluit = lijst("adequaatheid", op).get(land)
    if besluit is None or (besluit.geldig_tot is not None and besluit.geldig_tot < op):
        return False
    return bool(besluit.ook_wpg) or regime != Regime.WPG


def _vraagt_uitleg(mechanisme: str, land: str, regime: str, op: date) -> bool:
    """Whether the mechanism alone does not say that the transfer may happen.

    An adequacy decision with a limit, such as that for the United States, covers some recipients only; an
    arrangement needs the AP, and “another one” is not named by the law at all.
    """
    if mechanisme == ADEQUAAT:
        return adequaat(land, regime, op) and land in beperkte_landen(op)
    return mechanisme in uit_te_leggen(op)


def beperkte_landen(op: date) -> list[str]:
    """The countries of which the adequacy decision does not cover every recipient (AVG art. 45)."""
    return [land.code for land in lijst("adequaatheid", op) if land.beperking]


def uit_te_leggen(op: date) -> list[str]:
    """The mechanisms that always need an explanation (AVG art. 46 lid 3)."""
    return [m.code for m in lijst("doorgiftemechanismen", op) if m.toestemming_ap_nodig or m.code == "overig"]
