"""The mapping of a source for a municipality: the one that was used before, else a proposal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from leidraad.organisaties.models import Eenheid, Gemeente
from leidraad.registers.verwerkingen.models import Importprofiel
from leidraad.registers.verwerkingen.uitwisseling import avgregister, eigen
from leidraad.registers.verwerkingen.uitwisseling.bron import Bron, schoon
from leidraad.registers.verwerkingen.uitwisseling.eenheden import GEEN_KEUZE, Eenheidkeuze, pas_keuzes_toe
from leidraad.registers.verwerkingen.uitwisseling.koppelen import Koppeling, Voorstel, pas_aan, stel_voor
from leidraad.registers.verwerkingen.uitwisseling.velden import velden

_VAST = {"avgregister": avgregister.KOLOMMEN, "leidraad": eigen.KOLOMMEN}


def voorstel_voor(bron: Bron, gemeente: Gemeente) -> tuple[Voorstel, ...]:
    """The columns of a table with their fields; a mapping that was used before is certain."""
    profiel = _profiel(bron, gemeente)
    voorstellen = stel_voor(bron)
    if profiel is None:
        return voorstellen
    eerder = profiel.kolommen
    return tuple(
        Voorstel(v.kop, tuple(c for c in eerder[v.kop] if c in velden()), 1.0) if v.kop in eerder else v
        for v in voorstellen
    )


def koppeling_voor(bron: Bron, gemeente: Gemeente, keuzes: Sequence[str] = ()) -> Koppeling:
    """The mapping to import with; `keuzes` such as "Doel=doel" go before. Raises BronFout for a wrong one."""
    return pas_aan({v.kop: v.velden for v in voorstel_voor(bron, gemeente)}, keuzes)


def eenheidkeuze_voor(
    bron: Bron,
    gemeente: Gemeente,
    op: date,
    keuzes: Sequence[str] = (),
    standaard: str | None = None,
) -> Eenheidkeuze:
    """The units chosen before for a source with these headers, with the choices of today laid over them.

    Raises BronFout for a unit that the municipality does not have.
    """
    eenheden = eenheden_van(gemeente, op)
    profiel = _profiel(bron, gemeente)
    eerder = Eenheidkeuze.van_dict(profiel.eenheden if profiel else {}, eenheden)
    return pas_keuzes_toe(eerder, eenheden, keuzes, standaard)


def eenheden_van(gemeente: Gemeente, op: date) -> tuple[str, ...]:
    """The names of the units that the municipality has on a day."""
    return tuple(Eenheid.objects.geldig_op(op).filter(gemeente=gemeente).values_list("naam", flat=True))


def _profiel(bron: Bron, gemeente: Gemeente) -> Importprofiel | None:
    return Importprofiel.objects.filter(gemeente=gemeente, koppen_sha256=bron.koppen_sha256).first()


def bewaar_profiel(bron: Bron, gemeente: Gemeente, koppeling: Koppeling, eenheden: Eenheidkeuze) -> None:
    """Keep the mapping and the units for the next time that a source has these headers."""
    if bron.soort == "tabel" or eenheden != GEEN_KEUZE:
        Importprofiel.objects.update_or_create(
            gemeente=gemeente,
            koppen_sha256=bron.koppen_sha256,
            defaults={
                "naam": schoon(bron.naam)[:100],
                "kolommen": {kop: list(codes) for kop, codes in koppeling.items()},
                "eenheden": eenheden.als_dict(),
            },
        )


def kolommen(bron: Bron, koppeling: Koppeling) -> dict[str, str | None]:
    """For the report: each column or part of the source with its field; None means: in the note."""
    if bron.soort == "tabel":
        return {kop: ", ".join(koppeling.get(kop, ())) or None for kop in bron.koppen}
    vast = _VAST[bron.soort]
    return {
        deel: vast.get(deel)
        for deel in dict.fromkeys(sleutel for record in bron.records for sleutel in record)
    }
