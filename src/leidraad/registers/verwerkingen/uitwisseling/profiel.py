"""The mapping of a source for a municipality: the one that was used before, else a proposal."""

from __future__ import annotations

from collections.abc import Sequence

from leidraad.organisaties.models import Gemeente
from leidraad.registers.verwerkingen.models import Importprofiel
from leidraad.registers.verwerkingen.uitwisseling import avgregister, eigen
from leidraad.registers.verwerkingen.uitwisseling.bron import Bron, schoon
from leidraad.registers.verwerkingen.uitwisseling.koppelen import Koppeling, Voorstel, pas_aan, stel_voor
from leidraad.registers.verwerkingen.uitwisseling.velden import velden

_VAST = {"avgregister": avgregister.KOLOMMEN, "leidraad": eigen.KOLOMMEN}


def voorstel_voor(bron: Bron, gemeente: Gemeente) -> tuple[Voorstel, ...]:
    """The columns of a table with their fields; a mapping that was used before is certain."""
    profiel = Importprofiel.objects.filter(gemeente=gemeente, koppen_sha256=bron.koppen_sha256).first()
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


def bewaar_profiel(bron: Bron, gemeente: Gemeente, koppeling: Koppeling) -> None:
    """Keep the mapping for the next time that a source has these headers."""
    if bron.soort == "tabel":
        Importprofiel.objects.update_or_create(
            gemeente=gemeente,
            koppen_sha256=bron.koppen_sha256,
            defaults={
                "naam": schoon(bron.naam)[:100],
                "kolommen": {kop: list(codes) for kop, codes in koppeling.items()},
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
