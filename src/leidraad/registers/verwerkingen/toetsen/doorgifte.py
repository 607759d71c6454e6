"""Transfers outside the EER (norm 2.9.1): what regels.doorgifte says, in SQL."""

from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone

from leidraad.normen.toets import Toets
from leidraad.referentie import lijst
from leidraad.registers.verwerkingen.begrippen import Regime
from leidraad.registers.verwerkingen.models import Ontvanger
from leidraad.registers.verwerkingen.regels.doorgifte import (
    ADEQUAAT,
    adequaat,
    beperkte_landen,
    uit_te_leggen,
)
from leidraad.registers.verwerkingen.toetsen.populaties import BUITEN_EER, WPG, buiten_eer, codes, heeft


def _doorgifte(nu: datetime) -> Q:
    """A recipient outside the EER without a mechanism that holds for it and its country on this day."""
    op = timezone.localdate(nu)
    beoordelen = codes("doorgiftemechanismen", op, lambda mechanisme: mechanisme.beoordeling_nodig)
    mag = codes("doorgifteafwijkingen", op, lambda uitzondering: not uitzondering.niet_voor_overheidstaak)
    altijd = (
        ~Q(mechanisme__in=codes("doorgiftemechanismen", op))
        | Q(mechanisme__in=beoordelen, doorgiftebeoordeling="")
        | Q(mechanisme="art49") & ~Q(artikel49__in=mag)
        | Q(mechanisme__in=uit_te_leggen(op), mechanisme_toelichting="")
        | Q(mechanisme=ADEQUAAT, land__in=beperkte_landen(op), mechanisme_toelichting="")
    )

    def tekort(regime: Regime) -> Q:
        zonder_besluit = Q(mechanisme=ADEQUAAT) & ~Q(land__in=_adequaat(regime, op))
        return heeft(Ontvanger, buiten_eer(nu), altijd | zonder_besluit)

    return ~WPG & tekort(Regime.AVG) | WPG & tekort(Regime.WPG)


def _adequaat(regime: Regime, op: date) -> list[str]:
    return [land.code for land in lijst("adequaatheid", op) if adequaat(land.code, regime, op)]


TOETSEN = (
    Toets(
        "2.9.1",
        BUITEN_EER,
        _doorgifte,
        "Een ontvanger buiten de EER krijgt gegevens zonder geldige waarborg, of de beoordeling ontbreekt.",
    ),
)
