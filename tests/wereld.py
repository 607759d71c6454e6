"""A small world for tests: two gemeenten, one organisation tree, and one person for every role."""

from dataclasses import dataclass, field
from datetime import date

from leidraad.organisaties.leden import lid_van
from leidraad.organisaties.models import Bestuursorgaan, Eenheid, Functievervulling, Gemeente, Persoon
from leidraad.organisaties.rechten import Lid

WACHTWOORD = "een-goed-wachtwoord-2026"
ANONIEM = "anoniem"

# Role name → (function, the unit it hangs under: an attribute of Wereld, or None for the whole gemeente).
_FUNCTIES: dict[str, tuple[str, str | None]] = {
    "medewerker": ("medewerker", "team"),
    "coordinator": ("coordinator", "team"),
    "teammanager": ("teammanager", "team"),
    "afdelingsmanager": ("afdelingsmanager", "afdeling"),
    "directeur": ("directeur", "cluster"),
    "privacy_officer": ("privacy_officer", None),
    "fg": ("fg", None),
    "ciso": ("ciso", None),
    "beheerder": ("beheerder", None),
}
ELDERS = "privacy_officer_elders"
ROLLEN = (ANONIEM, *_FUNCTIES, ELDERS)


@dataclass
class Wereld:
    """Leiden with a cluster, an afdeling and two teams; Leiderdorp with a Privacy Officer of its own."""

    gemeente: Gemeente
    andere_gemeente: Gemeente
    college: Bestuursorgaan
    cluster: Eenheid
    afdeling: Eenheid
    team: Eenheid
    ander_team: Eenheid
    personen: dict[str, Persoon] = field(default_factory=dict)

    def persoon(self, rol: str) -> Persoon:
        """The person who has this role."""
        return self.personen[rol]

    def lid(self, rol: str, op: date = date(2026, 11, 23)) -> Lid:
        """The same person with the functions that are active on day `op`."""
        return lid_van(self.persoon(rol), op)


def maak_wereld() -> Wereld:
    """Create the world in the database."""
    leiden = Gemeente.objects.create(
        naam="Leiden", slug="leiden", cbs_code="GM0546", fg_email="fg@leiden.test"
    )
    leiderdorp = Gemeente.objects.create(naam="Leiderdorp", slug="leiderdorp", cbs_code="GM0547")
    college = Bestuursorgaan.objects.create(gemeente=leiden, naam="College van burgemeester en wethouders")
    cluster = _eenheid(leiden, "Cluster Stad", Eenheid.Soort.CLUSTER)
    afdeling = _eenheid(leiden, "Afdeling Inwonerszaken", Eenheid.Soort.AFDELING, cluster)
    wereld = Wereld(
        gemeente=leiden,
        andere_gemeente=leiderdorp,
        college=college,
        cluster=cluster,
        afdeling=afdeling,
        team=_eenheid(leiden, "Team Burgerzaken", Eenheid.Soort.TEAM, afdeling),
        ander_team=_eenheid(leiden, "Team Belastingen", Eenheid.Soort.TEAM, afdeling),
    )
    for rol, (functie, plek) in _FUNCTIES.items():
        wereld.personen[rol] = _persoon(rol, leiden, functie, getattr(wereld, plek) if plek else None)
    wereld.personen[ELDERS] = _persoon(ELDERS, leiderdorp, "privacy_officer", None)
    return wereld


def _eenheid(gemeente: Gemeente, naam: str, soort: str, boven: Eenheid | None = None) -> Eenheid:
    return Eenheid.objects.create(gemeente=gemeente, naam=naam, soort=soort, bovenliggend=boven)


def _persoon(rol: str, gemeente: Gemeente, functie: str, eenheid: Eenheid | None) -> Persoon:
    persoon = Persoon(email=f"{rol.replace('_', '-')}@leidraad.test", naam=rol.replace("_", " ").capitalize())
    persoon.set_password(WACHTWOORD)
    persoon.save()
    Functievervulling.objects.create(persoon=persoon, gemeente=gemeente, eenheid=eenheid, functie=functie)
    return persoon
