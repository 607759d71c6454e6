"""What ends when a version starts or a document is withdrawn. Only other handelingen call these."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from leidraad.dossiers.fouten import Geweigerd
from leidraad.organisaties.rechten import Lid
from leidraad.registers.beleid.handelingen.taken import werk_bij
from leidraad.registers.beleid.handelingen.vastleggen import noteer, pak, recht_voor_besluit
from leidraad.registers.beleid.models import Beleidsstuk, Beleidsversie
from leidraad.registers.beleid.regels.opvolging import Periode, trek_in, volg_op


def volg_op_in_stuk(stuk: Beleidsstuk, nieuw: Beleidsversie, vanaf: date) -> None:
    """Let the other versions of this document end where the new one starts, and the new one at the next."""
    gevolg = volg_op(periodes(stuk.versies.vastgesteld().exclude(pk=nieuw.pk)), vanaf)
    beeindig(stuk, gevolg.eindes, opvolger=nieuw)
    if gevolg.einde is not None:
        nieuw.ingetrokken_per, nieuw.opvolger_id = gevolg.einde, gevolg.opvolger
        nieuw.save(update_fields=["ingetrokken_per", "opvolger"])


def vervang_stukken(
    nieuw: Beleidsversie, stukken: Sequence[Beleidsstuk], vanaf: date, *, door: Lid, nu: datetime
) -> None:
    """Let other documents end on the day on which the new version starts (policy, decision 3).

    Raises GeenRecht without the right to record decisions about them, Geweigerd for a document of another
    gemeente or the document itself.
    """
    # Always in the same order, so that two at once never wait for each other.
    for ander in sorted(stukken, key=lambda stuk: stuk.pk):
        if ander.pk == nieuw.stuk_id:
            raise Geweigerd("Een stuk trekt zichzelf niet in: de vorige versie eindigt vanzelf.")
        vers = pak(ander, door=door)
        if vers.dossier.gemeente_id != nieuw.stuk.dossier.gemeente_id:
            raise Geweigerd(f"{vers.dossier.nummer} hoort bij een andere gemeente.")
        recht = recht_voor_besluit(vers, door, door_functie=bool(nieuw.functie))
        eindes = trek_in(periodes(vers.versies.vastgesteld()), vanaf)
        beeindig(vers, eindes, opvolger=nieuw)
        details = {"door": nieuw.stuk.dossier.nummer, "per": str(vanaf)}
        noteer(vers, "ingetrokken", details, recht, door=door, nu=nu, herzien_voor=None)
        werk_bij(vers, door=door, nu=nu)
    nieuw.trekt_in.set(stukken)


def beeindig(
    stuk: Beleidsstuk, eindes: Mapping[int, date], *, opvolger: Beleidsversie | None, reden: str = ""
) -> None:
    """Write down when versions end, and because of what."""
    for versie in stuk.versies.filter(pk__in=eindes):
        versie.ingetrokken_per, versie.opvolger, versie.intrekreden = eindes[versie.pk], opvolger, reden
        versie.save(update_fields=["ingetrokken_per", "opvolger", "intrekreden"])


def periodes(versies: Iterable[Beleidsversie]) -> list[Periode]:
    """Adopted versions as the rules of succession see them."""
    return [
        Periode(versie.pk, versie.geldig_vanaf, versie.ingetrokken_per)
        for versie in versies
        if versie.geldig_vanaf is not None
    ]
