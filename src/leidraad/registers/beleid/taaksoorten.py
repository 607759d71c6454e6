"""The work that this register gives out, and whose it is."""

from dataclasses import replace

from leidraad.dossiers.taaksoort import Taaksoort
from leidraad.organisaties.rechten import ROL_VAN_FUNCTIE, Recht, Rol
from leidraad.registers.beleid.models import Beleidsstuk
from leidraad.registers.beleid.regels.bevoegd import CISO

VASTSTELLEN = Taaksoort("beleid_vaststellen", "Beleidsstuk laten vaststellen", Recht.TOETSEN, "vaststellen/")
BEOORDELEN = Taaksoort("beleid_beoordelen", "Beleidsstuk opnieuw beoordelen", Recht.TOETSEN, "beoordelen/")
HERZIEN = Taaksoort("beleid_herzien", "Nieuwe versie van beleidsstuk maken", Recht.TOETSEN, "versies/nieuw/")
CONFORMITEIT = Taaksoort(
    "beleid_conformiteit", "Beleidsstuk toetsen aan de uitgangspunten", Recht.TOETSEN, "conformiteit/"
)
VOORAF_DAGEN = 90
"""How long before its end a review stands in the work list."""


def van_eigenaar(soort: Taaksoort, stuk: Beleidsstuk) -> Taaksoort:
    """The same work, for who keeps this document: the CISO, the manager of its unit, or a Privacy Officer."""
    if stuk.eigenaar == CISO and stuk.dossier.behandelaar_id is not None:
        return replace(soort, recht=Recht.BEWERKEN)
    if stuk.dossier.eenheid_id is not None and ROL_VAN_FUNCTIE.get(stuk.eigenaar) is Rol.MANAGER:
        return replace(soort, recht=Recht.VASTSTELLEN)
    return soort
