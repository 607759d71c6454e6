"""The register itself: complete, up to date, public, and seen by the Privacy Officer in time.

Norms 1.1.4, 3.3.1, 3.3.2, 3.3.3, 4.4.1 and 4.4.4.
"""

from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from leidraad.dossiers.models import Beoordeling
from leidraad.normen.toets import Toets
from leidraad.organisaties.rechten import Rol as Functierol
from leidraad.registers.verwerkingen.begrippen import Openbaarheid, Rol
from leidraad.registers.verwerkingen.models import (
    Autorisatie,
    Betrokkenen,
    Bewaartermijn,
    Doel,
    GeenVerwerkingen,
    Gegeven,
    Maatregel,
    Ontvanger,
    Verwerking,
)
from leidraad.registers.verwerkingen.toetsen.populaties import (
    EENHEDEN,
    LOPEND,
    VASTGESTELD,
    WPG,
    codes,
    heeft,
    loopt,
)

# An ISO 8601 duration as regels.bewaren.is_duur reads it.
_DUUR = r"^P(?=[0-9])([0-9]{1,4}Y)?([0-9]{1,4}M)?([0-9]{1,4}W)?([0-9]{1,5}D)?\Z"
# The policy that asks for the Privacy Officer beforehand was adopted on this day. What ran already could not
# be judged beforehand under it: there, a judgement afterwards is enough.
BELEID_SINDS = date(2025, 7, 1)


def zonder_verwerkingen(nu: datetime) -> Q:
    """A unit without running verwerkingen of its own: to be mended, or to be stated (norm 1.1.4)."""
    return ~Q(Exists(Verwerking.objects.filter(loopt(nu), dossier__eenheid=OuterRef("pk"))))


def _onverklaard(nu: datetime) -> Q:
    """A unit without verwerkingen of which nobody stated, or no longer, that it has none."""
    verklaring = GeenVerwerkingen.objects.geldig_op(timezone.localdate(nu)).filter(eenheid=OuterRef("pk"))
    return zonder_verwerkingen(nu) & ~Q(Exists(verklaring))


def _wettelijke_velden(nu: datetime) -> Q:
    """A field that AVG art. 30 lid 1 or Wpg art. 31d lid 1 asks for is empty.

    For whom it processes, what it does and how that is secured is all that a processor must write down
    (AVG art. 30 lid 2; Wpg art. 31d lid 2): purposes, data and terms are in the register of its client.
    """
    verwerker = Q(rol=Rol.VERWERKER.value)
    wie = (
        Q(dossier__titel="")
        | Q(omschrijving="")
        | ~Q(rol__in=[rol.value for rol in Rol])
        | ~verwerker & Q(bestuursorgaan=None)
        | (verwerker | Q(rol=Rol.GEZAMENLIJK.value)) & Q(rol_toelichting="")
    )
    return wie | ~heeft(Maatregel) | ~verwerker & (_wat() | WPG & _wpg(timezone.localdate(nu)))


def _wat() -> Q:
    """What is processed, of whom, for what, how long and for whom (AVG art. 30 lid 1 onder b–d and f)."""
    return (
        ~heeft(Doel) | heeft(Doel, omschrijving="")
        | ~heeft(Betrokkenen) | heeft(Betrokkenen, naam="")
        | ~heeft(Gegeven) | heeft(Gegeven, Q(naam="") | Q(betrokkenen=None) | Q(bewaartermijn=None))
        | ~heeft(Ontvanger) | heeft(Ontvanger, naam="")
        | ~heeft(Bewaartermijn) | heeft(Bewaartermijn, Q(blijvend=False) & ~Q(duur__regex=_DUUR))
    )  # fmt: skip


def _wpg(op: date) -> Q:
    """Profiling, legal basis, second term and authorisations (Wpg art. 31d lid 1 onder e, g, h, j)."""
    boa = codes("grondslagen_wpg", op, lambda grond: grond.voor_boa)
    return (
        Q(profilering=None)
        | heeft(Doel, ~Q(grondslag__in=boa))
        | heeft(Bewaartermijn, ~Q(vernietigen_na__regex=_DUUR))
        | ~heeft(Autorisatie)
    )


def _actueel(nu: datetime) -> Q:
    """Not established, not complete, or the day of its review has passed."""
    return (
        Q(geldende_versie=None)
        | Q(volledigheid__lt=100)
        | Q(dossier__herzien_voor=None)
        | Q(dossier__herzien_voor__lt=timezone.localdate(nu))
    )


def _verborgen(nu: datetime) -> Q:
    """Established, but nobody decided that it is public, or on which ground of the Woo it is not."""
    gronden = codes("woo_gronden", timezone.localdate(nu))
    return ~Q(openbaarheid=Openbaarheid.OPENBAAR.value) & ~Q(
        openbaarheid=Openbaarheid.NIET_OPENBAAR.value, niet_openbaar_grond__in=gronden
    )


def _te_laat_getoetst(nu: datetime) -> Q:
    """No agreement of a Privacy Officer, or only after the verwerking had begun."""
    akkoord = Beoordeling.objects.filter(
        dossier=OuterRef("pk"), rol=Functierol.PRIVACY_OFFICER.value, uitkomst=Beoordeling.Uitkomst.AKKOORD
    )
    vooraf = akkoord.filter(op__date__lte=OuterRef("startdatum"))
    hoeft_niet_vooraf = Q(startdatum=None) | Q(startdatum__lt=BELEID_SINDS)
    return ~Q(Exists(akkoord)) | ~hoeft_niet_vooraf & ~Q(Exists(vooraf))


TOETSEN = (
    Toets(
        "1.1.4",
        EENHEDEN,
        _onverklaard,
        "Deze eenheid heeft geen verwerkingen, en niemand heeft verklaard dat zij er geen heeft.",
    ),
    Toets(
        "3.3.1",
        LOPEND,
        _wettelijke_velden,
        "Een veld dat de wet verplicht in het register, is niet ingevuld.",
    ),
    Toets(
        "3.3.2",
        LOPEND,
        _actueel,
        "De verwerking is niet vastgesteld, niet volledig of niet op tijd herzien.",
    ),
    Toets(
        "3.3.3",
        VASTGESTELD,
        _verborgen,
        "De verwerking is niet openbaar en heeft ook geen reden daarvoor uit de Woo.",
    ),
    Toets(
        "4.4.1",
        LOPEND,
        _te_laat_getoetst,
        "Een Privacy Officer heeft de verwerking niet getoetst, of pas nadat zij begon.",
    ),
    Toets(
        "4.4.4",
        LOPEND,
        lambda nu: Q(dossier__eenheid=None) | _actueel(nu),
        "De verwerking hoort niet bij een eenheid, of is niet vastgesteld, niet volledig of niet herzien.",
    ),
)
