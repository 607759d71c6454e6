"""Find files of third parties that lie beside the checkout; tests compare with them and never copy them."""

import os
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[1]
REDEN = "Het bestand van derden ontbreekt; zet LEIDRAAD_NAAST op de map waarin het staat."


def naast(pad: str) -> Path | None:
    """Return the file `pad` under LEIDRAAD_NAAST, by default the folder beside this one, or None.

    A test that needs the file skips with REDEN when there is none:
    `@pytest.mark.skipif(naast("…") is None, reason=REDEN)`.
    """
    map_ = Path(os.environ.get("LEIDRAAD_NAAST") or WORTEL.parent / "shared")
    gevonden = map_ / pad
    return gevonden if gevonden.is_file() else None
