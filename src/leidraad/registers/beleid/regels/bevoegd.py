"""Who adopts which kind of document, and who may write that down (policy 1 and 4.1; norms 1.1.1, 4.7.1)."""

from dataclasses import dataclass

from leidraad.organisaties.rechten import ROL_VAN_FUNCTIE, Afschermbaar, Lid, Recht, Rol, mag
from leidraad.registers.beleid.begrippen import Soort

CISO = "ciso"
_LEIDING = tuple(functie for functie, rol in ROL_VAN_FUNCTIE.items() if rol is Rol.MANAGER)
# The kinds that only a body of the gemeente adopts; the policy leaves the others open (interpretation).
_ALLEEN_ORGAAN = {Soort.BELEID, Soort.SPECIFIEK_BELEID}
_FUNCTIES: dict[str, tuple[str, ...]] = {
    Soort.PROCEDURE: (*_LEIDING, CISO),
    Soort.PROTOCOL: (*_LEIDING, CISO),
    Soort.WERKINSTRUCTIE: (*_LEIDING, CISO),
    Soort.SJABLOON: (*_LEIDING, CISO, "privacy_officer"),
}


@dataclass(frozen=True)
class Besluiter:
    """Who adopted a version: a body of the gemeente, by its name, or a function."""

    orgaan: str = ""
    functie: str = ""


def functies_voor(soort: str) -> tuple[str, ...]:
    """The functions that may adopt this kind of document; none for what only a body adopts."""
    return _FUNCTIES.get(soort, ())


def is_college(orgaan: str) -> bool:
    """Whether this body is the college of burgemeester en wethouders."""
    return orgaan.casefold().startswith("college")


def bezwaar_tegen_besluiter(soort: str, besluiter: Besluiter) -> str:
    """Why this body or function cannot adopt this kind of document; empty when it can."""
    if bool(besluiter.orgaan) == bool(besluiter.functie):
        return "Kies het bestuursorgaan of de functie die het besluit nam: één van beide."
    if besluiter.functie and soort in _ALLEEN_ORGAAN:
        return "Beleid wordt vastgesteld door een bestuursorgaan. Kies het bestuursorgaan."
    if soort == Soort.BELEID and not is_college(besluiter.orgaan):
        return "Beleid wordt vastgesteld door het college van burgemeester en wethouders."
    if besluiter.functie and besluiter.functie not in functies_voor(soort):
        return "Deze functie kan dit soort stuk niet vaststellen."
    return ""


def recht_om_vast_te_leggen(
    lid: Lid, dossier: Afschermbaar, eigenaar: str, *, door_functie: bool
) -> Recht | None:
    """The right with which this person may record that a document was adopted, withdrawn or reviewed.

    The Privacy Officer records every decision. The CISO does so for what the CISO owns, as its behandelaar.
    A manager does so for a document of the own unit that a function adopts. None: she may not.
    """
    if mag(lid, Recht.TOETSEN, dossier):
        return Recht.TOETSEN
    if eigenaar == CISO and is_ciso(lid, dossier.gemeente_id) and mag(lid, Recht.BEWERKEN, dossier):
        return Recht.BEWERKEN
    if door_functie and mag(lid, Recht.VASTSTELLEN, dossier):
        return Recht.VASTSTELLEN
    return None


def recht_om_te_maken(lid: Lid, eigenaar: str, gemeente_id: int) -> Recht:
    """The right with which this person makes a document: the CISO only what the CISO owns."""
    if eigenaar == CISO and is_ciso(lid, gemeente_id):
        return Recht.OPMERKEN
    return Recht.AANMAKEN


def is_ciso(lid: Lid, gemeente_id: int) -> bool:
    """Whether this person is CISO of the gemeente."""
    return any(b.rol is Rol.CISO and b.gemeente_id == gemeente_id for b in lid.bevoegdheden)
