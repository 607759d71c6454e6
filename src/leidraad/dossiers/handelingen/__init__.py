"""Everything that changes a dossier: right, rule, save, journaal, in that order and in one transaction."""

from leidraad.dossiers.handelingen.aanhang import (
    koppel,
    ontkoppel,
    plaats_opmerking,
    verwijder_bijlage,
    voeg_bijlage_toe,
)
from leidraad.dossiers.handelingen.oordelen import beoordeel, geef_advies, reageer_op_advies, wijzig_advies
from leidraad.dossiers.handelingen.openen import NieuwDossier, open_dossier, open_dossiers
from leidraad.dossiers.handelingen.vastleggen import (
    bevries,
    leg_vast,
    log_inzage,
    log_inzage_alle,
    noteer,
    vergrendel,
)
from leidraad.dossiers.handelingen.verzegelen import verzegel
from leidraad.dossiers.handelingen.vindbaarheid import indexeer, indexeer_alle

__all__ = [
    "NieuwDossier",
    "beoordeel",
    "bevries",
    "geef_advies",
    "indexeer",
    "indexeer_alle",
    "koppel",
    "leg_vast",
    "log_inzage",
    "log_inzage_alle",
    "noteer",
    "ontkoppel",
    "open_dossier",
    "open_dossiers",
    "plaats_opmerking",
    "reageer_op_advies",
    "vergrendel",
    "verwijder_bijlage",
    "verzegel",
    "voeg_bijlage_toe",
    "wijzig_advies",
]
