"""What writes messages and preferences."""

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from leidraad.berichten.models import Bericht, Voorkeur
from leidraad.berichten.soorten import Wijze, berichtsoort, berichtsoorten
from leidraad.organisaties.models import Gemeente, Persoon
from leidraad.organisaties.rechten import Lid

_ONDERWERP = 200


def zet_klaar(
    *,
    aan: Persoon | str,
    soort: str,
    onderwerp: str,
    tekst: str,
    pad: str,
    sleutel: str,
    nu: datetime,
    gemeente: Gemeente | None = None,
) -> Bericht | None:
    """Put a message in the outbox, in the caller's transaction: what is rolled back is never sent.

    The same `sleutel` a second time gives the first message back. `aan` is a person, who has chosen how she
    wants this kind of message, or an outside address. `tekst` and `onderwerp` hold no case content.
    Returns None when she does not want it or has no active account. Raises KeyError for an unknown `soort`.
    """
    wijze = _wijze(aan, soort)
    if wijze is Wijze.NIET:
        return None
    direct = wijze is Wijze.DIRECT
    bericht, _ = Bericht.objects.get_or_create(
        sleutel=sleutel,
        defaults={
            "ontvanger": None if isinstance(aan, str) else aan,
            "adres": aan if isinstance(aan, str) else aan.email,
            "gemeente": gemeente,
            "soort": soort,
            # One line: a line break in a subject would be a header of its own.
            "onderwerp": " ".join(onderwerp.split())[:_ONDERWERP],
            "tekst": tekst.strip(),
            "pad": pad,
            "aangemaakt_op": nu,
            "status": Bericht.Status.KLAAR if direct else Bericht.Status.OVERZICHT,
            "volgende_poging": nu if direct else None,
        },
    )
    return bericht


def _wijze(aan: Persoon | str, soort: str) -> Wijze:
    kind = berichtsoort(soort)
    if isinstance(aan, str):
        return Wijze.DIRECT
    if not aan.is_active:
        return Wijze.NIET
    if kind.dringend:
        return Wijze.DIRECT
    return voorkeuren_van(aan)[soort]


def voorkeuren_van(persoon: Persoon) -> dict[str, Wijze]:
    """For every kind of message how this person wants it."""
    gekozen = dict(Voorkeur.objects.filter(persoon=persoon).values_list("soort", "wijze"))
    return {
        soort.code: Wijze.DIRECT if soort.dringend else Wijze(gekozen.get(soort.code, soort.standaard))
        for soort in berichtsoorten()
    }


@transaction.atomic
def stel_voorkeuren_in(*, persoon: Persoon, keuzes: Mapping[str, str]) -> None:
    """Keep how this person wants each kind of message.

    Raises ValidationError for an urgent kind: whoever handles that work must not miss it.
    """
    for code, wijze in keuzes.items():
        if berichtsoort(code).dringend:
            raise ValidationError({code: "Dit bericht is dringend. U kunt het niet uitzetten."})
        Voorkeur.objects.update_or_create(persoon=persoon, soort=code, defaults={"wijze": Wijze(wijze)})


def stuur_opnieuw(*, bericht: Bericht, door: Lid, nu: datetime) -> bool:
    """Send a failed or uncertain message again, with all its attempts. False when that was done already.

    Raises Bericht.DoesNotExist when `door` does not look after this message.
    """
    # The address may have been the reason; a colleague's may have been put right since.
    adres = bericht.ontvanger.email if bericht.ontvanger else bericht.adres
    return _beslis(bericht, door, status=Bericht.Status.KLAAR, volgende_poging=nu, pogingen=0, adres=adres)


def sluit_af(*, bericht: Bericht, door: Lid) -> bool:
    """Leave a failed or uncertain message for what it is. False when it was decided already.

    Raises Bericht.DoesNotExist when `door` does not look after this message.
    """
    return _beslis(bericht, door, status=Bericht.Status.VERVALLEN)


def laat_rusten(*, voor: datetime) -> int:
    """Close what still waits from before this moment: nobody is helped by mail about a past that was loaded.

    Returns how many messages that were.
    """
    wacht = (Bericht.Status.KLAAR, Bericht.Status.OVERZICHT)
    return Bericht.objects.filter(status__in=wacht, aangemaakt_op__lt=voor).update(
        status=Bericht.Status.VERVALLEN, volgende_poging=None
    )


def _beslis(bericht: Bericht, door: Lid, **velden: object) -> bool:
    Bericht.objects.van_beheerder(door).get(pk=bericht.pk)
    vast = (Bericht.Status.MISLUKT, Bericht.Status.ONZEKER)
    return bool(Bericht.objects.filter(pk=bericht.pk, status__in=vast).update(geclaimd_op=None, **velden))
