"""The people of the demo region who appear in the scenarios."""

from dataclasses import dataclass

from leidraad.project.demo.regio import WACHTWOORD


@dataclass(frozen=True)
class Inlog:
    """Somebody who can sign in."""

    email: str
    wachtwoord: str = WACHTWOORD


PO = Inlog("privacy-officer-1@leidseregio.example")
PO2 = Inlog("privacy-officer-2@leidseregio.example")
FG = Inlog("fg@leidseregio.example")
BEHEERDER = Inlog("beheerder@leidseregio.example")
CISO = Inlog("ciso@leidseregio.example")
TEAMLEIDER = Inlog("teamleider-burgerzaken@leiderdorp.example")
TEAMMANAGER = Inlog("teammanager-burgerzaken@leiden.example")
MEDEWERKER = Inlog("medewerker-burgerzaken@leiden.example")
MANAGER_RUIMTE = Inlog("manager-ruimte@oegstgeest.example")
GEMEENTESECRETARIS = Inlog("gemeentesecretaris@oegstgeest.example")
GRIFFIER = Inlog("griffier@leiden.example")
MEDEWERKER_GRIFFIE = Inlog("medewerker-griffie@leiden.example")
IEDEREEN = (PO, FG, BEHEERDER, TEAMLEIDER, TEAMMANAGER, MEDEWERKER)
