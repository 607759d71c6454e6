"""All toetsen and attests of the house, in the order of the policy."""

from leidraad.dossiers.toetsen import TOETSEN as TAKEN
from leidraad.naleving.eigen_toetsen import ATTESTEN as EIGEN_ATTESTEN
from leidraad.naleving.eigen_toetsen import TOETSEN as EIGEN
from leidraad.normen.norm import normen
from leidraad.normen.toets import Attest, Toets
from leidraad.organisaties.toetsen import TOETSEN as ORGANISATIES
from leidraad.registers.beleid.toetsen import ATTESTEN as BELEID_ATTESTEN
from leidraad.registers.beleid.toetsen import TOETSEN as BELEID
from leidraad.registers.datalekken.toetsen import TOETSEN as DATALEKKEN
from leidraad.registers.verwerkingen.toetsen import TOETSEN as VERWERKINGEN
from leidraad.registers.vragen.toetsen import TOETSEN as VRAGEN

_VOLGORDE = {nummer: plek for plek, nummer in enumerate(normen())}

TOETSEN: tuple[Toets, ...] = tuple(
    sorted(
        (*BELEID, *VRAGEN, *VERWERKINGEN, *DATALEKKEN, *ORGANISATIES, *TAKEN, *EIGEN),
        key=lambda toets: _VOLGORDE[toets.norm],
    )
)
ATTESTEN: tuple[Attest, ...] = tuple(
    sorted((*BELEID_ATTESTEN, *EIGEN_ATTESTEN), key=lambda attest: _VOLGORDE[attest.norm])
)


def toets_van(norm: str) -> Toets | None:
    """The toets of a norm, or what underpins its attest; None for a norm without one."""
    return _TOETS.get(norm)


def attest_van(norm: str) -> Attest | None:
    """The attest of a norm, if a person states it."""
    return _ATTEST.get(norm)


_ATTEST = {attest.norm: attest for attest in ATTESTEN}
_TOETS = {toets.norm: toets for toets in TOETSEN} | {
    attest.norm: attest.onderbouwing for attest in ATTESTEN if attest.onderbouwing
}
GEMETEN: tuple[Toets, ...] = tuple(_TOETS.values())
"""Everything that is counted: the toetsen, and what underpins the attests."""
