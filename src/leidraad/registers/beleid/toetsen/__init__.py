"""What the data say of the policy itself (norms 1.1.1, 1.1.2, 1.1.3, 1.1.6, 4.6.2, 4.7.1, and below 1.1.5).

Everything is judged on a day: what is in force follows from the dates of the versions.
"""

from leidraad.normen.toets import Attest, Toets
from leidraad.registers.beleid.toetsen import tekorten
from leidraad.registers.beleid.toetsen.populaties import (
    GELDEND,
    GEMEENTEN,
    MET_GRIFFIE,
    SPECIFIEK,
    TE_BEOORDELEN,
    VERWACHT,
)

TOETSEN: tuple[Toets, ...] = (
    Toets(
        norm="1.1.1",
        populatie=GEMEENTEN,
        tekort=tekorten.zonder_college,
        uitleg="Er geldt geen privacybeleid dat het college heeft vastgesteld.",
    ),
    Toets(
        norm="1.1.2",
        populatie=MET_GRIFFIE,
        tekort=tekorten.niet_op_griffie,
        uitleg="De werkgeverscommissie heeft het privacybeleid niet van toepassing verklaard op de griffie.",
    ),
    Toets(
        norm="1.1.3",
        populatie=GELDEND,
        tekort=tekorten.dubbel,
        uitleg="Er geldt nog een ander stuk naast dit stuk, of dit stuk had al ingetrokken moeten zijn.",
    ),
    Toets(
        norm="1.1.6",
        populatie=TE_BEOORDELEN,
        tekort=tekorten.niet_beoordeeld,
        uitleg="Het stuk is niet op tijd opnieuw beoordeeld, of eindigde zonder opvolger.",
    ),
    Toets(
        norm="4.6.2",
        populatie=VERWACHT,
        tekort=tekorten.ontbreekt,
        uitleg="Van dit stuk geldt geen versie met een eigenaar en een datum om het te beoordelen.",
    ),
    Toets(
        norm="4.7.1",
        populatie=GEMEENTEN,
        tekort=tekorten.zonder_ib_beleid,
        uitleg="Er geldt geen informatiebeveiligingsbeleid dat op tijd is beoordeeld.",
    ),
)

ATTESTEN: tuple[Attest, ...] = (
    Attest(
        norm="1.1.5",
        verklaring=(
            "Specifiek beleid, protocollen, procedures en werkinstructies voldoen aan de uitgangspunten van "
            "het privacybeleid."
        ),
        door=("privacy_officer",),
        onderbouwing=Toets(
            norm="1.1.5",
            populatie=SPECIFIEK,
            tekort=tekorten.niet_getoetst,
            uitleg="Het stuk is niet helemaal getoetst aan de uitgangspunten, of voldoet ergens niet.",
        ),
    ),
)
