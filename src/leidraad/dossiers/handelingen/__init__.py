"""Everything that changes a dossier: right, rule, save, journaal, in that order and in one transaction."""

from leidraad.dossiers.handelingen.aanhang import (
    koppel,
    ontkoppel,
    plaats_opmerking,
    verwijder_bijlage,
    voeg_bijlage_toe,
)
from leidraad.dossiers.handelingen.agenda import maak_agendasleutel, trek_agendasleutel_in
from leidraad.dossiers.handelingen.melden import meld_zichtbare_taken
from leidraad.dossiers.handelingen.oordelen import (
    beoordeel,
    geef_advies,
    reageer_op_advies,
    vraag_advies,
    wijzig_advies,
)
from leidraad.dossiers.handelingen.openen import NieuwDossier, open_dossier, open_dossiers
from leidraad.dossiers.handelingen.taken import (
    laat_taak_vervallen,
    neem_terug,
    open_taak,
    rond_taak_af,
    vink_taak_af,
    wijs_toe,
)
from leidraad.dossiers.handelingen.termijnen import (
    haal_termijn,
    laat_termijn_vervallen,
    stuur_herinneringen,
    zet_termijn,
)
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
    "haal_termijn",
    "indexeer",
    "indexeer_alle",
    "koppel",
    "laat_taak_vervallen",
    "laat_termijn_vervallen",
    "leg_vast",
    "log_inzage",
    "log_inzage_alle",
    "maak_agendasleutel",
    "meld_zichtbare_taken",
    "neem_terug",
    "noteer",
    "ontkoppel",
    "open_dossier",
    "open_dossiers",
    "open_taak",
    "plaats_opmerking",
    "reageer_op_advies",
    "rond_taak_af",
    "stuur_herinneringen",
    "trek_agendasleutel_in",
    "vergrendel",
    "verwijder_bijlage",
    "verzegel",
    "vink_taak_af",
    "voeg_bijlage_toe",
    "vraag_advies",
    "wijs_toe",
    "wijzig_advies",
    "zet_termijn",
]
