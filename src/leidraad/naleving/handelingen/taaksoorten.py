"""The work that this room gives out."""

from textwrap import shorten

from leidraad.dossiers.taaksoort import Taaksoort
from leidraad.normen.norm import Norm
from leidraad.organisaties.rechten import Recht

# Whoever has the function that the norm names does it; the task is given to that person.
VERKLAREN = Taaksoort("norm_verklaren", "Verklaring geven bij een norm", Recht.NALEVING, "verklaren/")

HERSTEL = "norm_herstellen_"
"""How the code of every such task begins; the number of the norm follows."""
_RUIMTE = 70


def hersteltaaksoort(norm: Norm, recht: Recht = Recht.BEWERKEN, pad: str = "") -> Taaksoort:
    """The task to put right what falls short of this norm; who did it ticks it off.

    Nobody knows the norms by number, so the title says what this one asks, as far as it fits.
    """
    vraagt = shorten(norm.tekst.rstrip("."), _RUIMTE, placeholder="…")
    titel = f"Norm {norm.nummer} in orde maken: {vraagt}"
    return Taaksoort(f"{HERSTEL}{norm.nummer}", titel, recht, pad, af_te_vinken=True)


def norm_van_taak(code: str) -> str:
    """The norm that a task puts right; empty for any other task."""
    return code.removeprefix(HERSTEL) if code.startswith(HERSTEL) else ""
