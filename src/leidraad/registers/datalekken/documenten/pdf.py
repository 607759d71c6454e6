"""The notification to the AP on paper, for the file and the archive (AVG art. 33 lid 5)."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from leidraad.dossiers.waarde import als_dict
from leidraad.registers.datalekken.uitwisseling.ap_formulier import Deel
from leidraad.ui.papier.zetten import zet_pdf

_MELDING = Path(__file__).with_name("melding.typ")


def melding_pdf(
    delen: tuple[Deel, ...],
    *,
    titel: str,
    organisatie: str,
    nummer: str,
    inleiding: str,
    thema: str,
    gemaakt_op: datetime,
) -> bytes:
    """The notification on paper. Equal input gives equal bytes: the moment comes from the caller."""
    gegevens = {
        "titel": titel,
        "organisatie": organisatie,
        "nummer": nummer,
        "inleiding": inleiding,
        "voet": f"{organisatie}, {nummer}",
        "delen": [als_dict(deel) for deel in delen],
    }
    return zet_pdf(_MELDING, gegevens, thema=thema, gemaakt_op=gemaakt_op)
