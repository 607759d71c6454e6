"""Who is responsible for what (AVG art. 24, 26, 28, 30 lid 1 onder a; Wpg art. 31d lid 1 onder a)."""

from collections.abc import Iterator

from leidraad.registers.verwerkingen.begrippen import Rol
from leidraad.registers.verwerkingen.inhoud import Inhoud
from leidraad.registers.verwerkingen.regels.eis import Eis

_SECTIE = "algemeen"


def eisen(inhoud: Inhoud) -> Iterator[Eis]:
    """What the general section needs before the verwerking can be established."""
    yield Eis(bool(inhoud.naam), _SECTIE, "naam", "Geef de verwerking een naam.", "AVG art. 30")
    yield Eis(
        bool(inhoud.omschrijving), _SECTIE, "omschrijving",
        "Beschrijf in gewone taal wat u doet met de gegevens.", "AVG art. 30, norm 3.3.1",
    )  # fmt: skip
    yield Eis(
        inhoud.rol in set(Rol), _SECTIE, "rol", "Kies de rol van de gemeente.", "AVG art. 4 onder 7 en 8"
    )
    yield Eis(
        bool(inhoud.bestuursorgaan) or inhoud.rol == Rol.VERWERKER, _SECTIE, "bestuursorgaan",
        "Kies welk bestuursorgaan verantwoordelijk is.", "AVG art. 30 lid 1 onder a",
    )  # fmt: skip
    if inhoud.rol == Rol.GEZAMENLIJK:
        yield Eis(
            bool(inhoud.rol_toelichting), _SECTIE, "rol_toelichting",
            "Beschrijf met wie de gemeente samen verantwoordelijk is en wie wat doet.", "AVG art. 26",
        )  # fmt: skip
    if inhoud.rol == Rol.VERWERKER:
        yield Eis(
            bool(inhoud.rol_toelichting), _SECTIE, "rol_toelichting",
            "Noem voor wie de gemeente de gegevens verwerkt.", "AVG art. 30 lid 2 onder a",
        )  # fmt: skip
    yield Eis(
        inhoud.startdatum is not None, _SECTIE, "startdatum",
        "Vul in wanneer de verwerking begint of is begonnen.", "normen 2.2.1 en 4.4.1",
    )  # fmt: skip
