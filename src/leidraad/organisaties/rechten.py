"""Who may do what: all rights on one page. Pure rules; `leden.py` loads a `Lid` from the database.

`Dossier.objects.zichtbaar_voor(lid)` says the same as `mag(lid, Recht.LEZEN, dossier)` in SQL; a property
test proves that the two agree. What someone may not see, answers 404.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol


class Recht(StrEnum):
    """One thing that somebody may do with a dossier or a municipality."""

    LEZEN = "lezen"
    LEZEN_VERTROUWELIJK = "lezen_vertrouwelijk"
    AANMAKEN = "aanmaken"
    BEWERKEN = "bewerken"
    OPMERKEN = "opmerken"
    MELDEN = "melden"
    TOETSEN = "toetsen"
    VASTSTELLEN = "vaststellen"
    PUBLICEREN = "publiceren"
    ADVISEREN_PO = "adviseren_po"
    ADVISEREN_FG = "adviseren_fg"
    IMPORTEREN = "importeren"
    EXPORTEREN = "exporteren"
    JOURNAAL = "journaal"
    OVERDRAGEN = "overdragen"
    NALEVING = "naleving"
    ORGANISATIE_INZIEN = "organisatie_inzien"
    BEHEREN = "beheren"


class Rol(StrEnum):
    """A role follows from a function; several functions can give the same role."""

    PRIVACY_OFFICER = "privacy_officer"
    FG = "fg"
    CISO = "ciso"
    BESTUUR = "bestuur"
    MANAGER = "manager"
    COORDINATOR = "coordinator"
    UITVOERDER = "uitvoerder"
    MEDEWERKER = "medewerker"
    BEHEERDER = "beheerder"


R = Recht
ROLLEN: dict[Rol, frozenset[Recht]] = {
    Rol.PRIVACY_OFFICER: frozenset({
        R.LEZEN, R.LEZEN_VERTROUWELIJK, R.AANMAKEN, R.BEWERKEN, R.OPMERKEN, R.TOETSEN, R.PUBLICEREN,
        R.ADVISEREN_PO, R.IMPORTEREN, R.EXPORTEREN, R.JOURNAAL, R.ORGANISATIE_INZIEN, R.NALEVING,
    }),
    Rol.FG: frozenset({
        R.LEZEN, R.LEZEN_VERTROUWELIJK, R.OPMERKEN, R.ADVISEREN_FG, R.EXPORTEREN, R.JOURNAAL,
        R.ORGANISATIE_INZIEN, R.NALEVING,
    }),
    Rol.CISO: frozenset({R.LEZEN, R.OPMERKEN, R.EXPORTEREN, R.NALEVING}),
    # The secretary answers for the whole organisation to the college (policy 4.1).
    Rol.BESTUUR: frozenset({R.LEZEN, R.NALEVING}),
    Rol.MANAGER: frozenset({
        R.LEZEN, R.LEZEN_VERTROUWELIJK, R.AANMAKEN, R.BEWERKEN, R.OPMERKEN, R.VASTSTELLEN, R.EXPORTEREN,
        R.JOURNAAL, R.OVERDRAGEN, R.NALEVING,
    }),
    Rol.COORDINATOR: frozenset({R.LEZEN, R.AANMAKEN, R.BEWERKEN, R.OPMERKEN, R.EXPORTEREN}),
    # Who carries out a task for a manager (Overdracht); the manager stays responsible (norm 4.4.9).
    Rol.UITVOERDER: frozenset({R.LEZEN, R.AANMAKEN, R.BEWERKEN, R.OPMERKEN}),
    # Everybody who works for a municipality can report a breach (norm 3.4.1).
    Rol.MEDEWERKER: frozenset({R.LEZEN, R.MELDEN}),
    Rol.BEHEERDER: frozenset({R.BEHEREN, R.ORGANISATIE_INZIEN}),
}  # fmt: skip
BEHANDELAAR = frozenset({R.LEZEN, R.LEZEN_VERTROUWELIJK, R.BEWERKEN, R.OPMERKEN})

ROL_VAN_FUNCTIE: dict[str, Rol] = {
    "privacy_officer": Rol.PRIVACY_OFFICER,
    "fg": Rol.FG,
    "ciso": Rol.CISO,
    "beheerder": Rol.BEHEERDER,
    "coordinator": Rol.COORDINATOR,
    "medewerker": Rol.MEDEWERKER,
} | dict.fromkeys(
    ("directeur", "gemeentesecretaris", "clustermanager", "afdelingsmanager", "manager", "teammanager",
     "teamleider", "programmamanager", "griffier"),
    Rol.MANAGER,
)  # fmt: skip

INTERN = "intern"
VERTROUWELIJK = "vertrouwelijk"


@dataclass(frozen=True)
class Bevoegdheid:
    """A role in one municipality: for the given units, or for all of it when `eenheden` is None."""

    rol: Rol
    functie: str
    gemeente_id: int
    eenheden: frozenset[int] | None = None

    def geldt_voor(self, gemeente_id: int, eenheid_id: int | None) -> bool:
        """Whether this role reaches the given unit of the given municipality."""
        if gemeente_id != self.gemeente_id:
            return False
        return self.eenheden is None or eenheid_id in self.eenheden


@dataclass(frozen=True)
class Lid:
    """A signed-in person with everything she may do on day `op`."""

    persoon_id: int
    naam: str
    op: date
    bevoegdheden: tuple[Bevoegdheid, ...] = ()

    def met(self, recht: Recht) -> Iterator[Bevoegdheid]:
        """The roles of this person that hold `recht`."""
        return (b for b in self.bevoegdheden if recht in ROLLEN[b.rol])

    def gemeenten(self, recht: Recht = Recht.LEZEN) -> frozenset[int]:
        """The ids of the municipalities in which this person holds `recht` somewhere."""
        return frozenset(b.gemeente_id for b in self.met(recht))

    def behandelt_in(self, recht: Recht) -> frozenset[int]:
        """The municipalities in which this person may use `recht` on a dossier of which she is behandelaar.

        She must work there. The FG stays independent and never edits (norm 4.5.1).
        """
        if recht not in BEHANDELAAR:
            return frozenset()
        return self.gemeenten(Recht.LEZEN) - self.gemeenten(Recht.ADVISEREN_FG)

    def functie_in(self, gemeente_id: int, recht: Recht, eenheid_id: int | None = None) -> str:
        """The function in which this person uses `recht`: what the journaal records as who."""
        for b in self.met(recht):
            if b.geldt_voor(gemeente_id, eenheid_id):
                return b.functie
        return "behandelaar"


class Afschermbaar(Protocol):
    """What the rules need to know of a dossier."""

    gemeente_id: int
    eenheid_id: int | None
    behandelaar_id: int | None
    vertrouwelijkheid: str


@dataclass(frozen=True)
class Oordeel:
    """May it, and if not: why not, in plain Dutch."""

    mag: bool
    reden: str = ""

    def __bool__(self) -> bool:
        return self.mag


JA = Oordeel(True)


def mag_in(lid: Lid, recht: Recht, gemeente_id: int, eenheid_id: int | None = None) -> Oordeel:
    """Whether `lid` holds `recht` for a unit of a municipality, apart from any dossier."""
    if any(b.geldt_voor(gemeente_id, eenheid_id) for b in lid.met(recht)):
        return JA
    return Oordeel(False, f"Uw functie geeft u hier niet het recht ‘{recht.replace('_', ' ')}’.")


def mag(lid: Lid, recht: Recht, dossier: Afschermbaar) -> Oordeel:
    """Whether `lid` holds `recht` on this dossier.

    A confidential dossier asks in addition for a role that may read confidential dossiers there. The
    behandelaar may read and edit her own dossier as long as she works for the municipality.
    """
    hier = [b for b in lid.bevoegdheden if b.geldt_voor(dossier.gemeente_id, dossier.eenheid_id)]
    if dossier.vertrouwelijkheid != INTERN:
        hier = [b for b in hier if Recht.LEZEN_VERTROUWELIJK in ROLLEN[b.rol]]
    if any(recht in ROLLEN[b.rol] for b in hier):
        return JA
    if dossier.behandelaar_id == lid.persoon_id and dossier.gemeente_id in lid.behandelt_in(recht):
        return JA
    return Oordeel(False, f"Uw functie geeft u niet het recht ‘{recht.replace('_', ' ')}’ op dit dossier.")
