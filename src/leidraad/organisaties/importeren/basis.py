"""What both files share: which gemeente a row is about, and the cells that every row has."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.text import slugify

from leidraad.organisaties.handelingen import dag, maak_gemeente
from leidraad.organisaties.importeren.lezen import Rij, lees_datum
from leidraad.organisaties.importeren.rapport import Rapport
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid, Recht
from leidraad.referentie import Item, lijst


class Afgekeurd(ValueError):
    """A row that cannot be used: `kolom` says where, the text why."""

    def __init__(self, kolom: str, reden: str) -> None:
        super().__init__(reden)
        self.kolom = kolom


@dataclass
class Invoer:
    """One import while it runs."""

    nu: datetime
    door: Lid | None
    rapport: Rapport
    _bekend: dict[str, Gemeente] = field(default_factory=dict)
    _lijst: dict[str, Item] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.op = dag(self.nu)
        for gemeente in Gemeente.objects.all():
            self._onthoud(gemeente)
        for item in lijst("gemeenten", self.op):
            self._lijst |= dict.fromkeys((naamsleutel(item.naam), item.code, item.cbs.casefold()), item)

    def _onthoud(self, gemeente: Gemeente) -> None:
        sleutels = (naamsleutel(gemeente.naam), gemeente.slug, gemeente.cbs_code.casefold())
        self._bekend |= dict.fromkeys(sleutels, gemeente)

    def gemeente(self, rij: Rij) -> Gemeente:
        """The gemeente of a row, by name, slug or CBS code; one that the reference list knows is made.

        Raises Afgekeurd when it is unknown or not the business of who imports.
        """
        tekst = naamsleutel(rij["gemeente"])
        if not tekst:
            raise Afgekeurd("gemeente", "De gemeente ontbreekt.")
        gemeente = self._bekend.get(tekst)
        if self.door and (gemeente is None or gemeente.pk not in self.door.gemeenten(Recht.BEHEREN)):
            raise Afgekeurd("gemeente", f"U beheert de gemeente ‘{rij['gemeente']}’ niet.")
        if gemeente is None:
            item = self._lijst.get(tekst)
            if item is None:
                raise Afgekeurd("gemeente", f"De gemeente ‘{rij['gemeente']}’ is onbekend.")
            gemeente = maak_gemeente(naam=item.naam, slug=slugify(item.code), cbs_code=item.cbs, nu=self.nu)
            self._onthoud(gemeente)
        self.rapport.gemeenten.add(gemeente.slug)
        return gemeente


def naamsleutel(naam: str) -> str:
    """A name without capitals and double spaces: how names of units are compared."""
    return " ".join(naam.split()).casefold()


def periode(rij: Rij) -> tuple[date | None, date | None]:
    """The columns van and tot. Raises Afgekeurd for what is no date, or ends before it begins."""
    data: list[date | None] = []
    for kolom in ("van", "tot"):
        try:
            data.append(lees_datum(rij[kolom]))
        except ValueError as fout:
            raise Afgekeurd(kolom, str(fout)) from None
    van, tot = data
    if van and tot and tot < van:
        raise Afgekeurd("tot", f"De einddatum {rij['tot']} ligt voor de begindatum {rij['van']}.")
    return van, tot


def naam_uit(rij: Rij, kolom: str, wat: str) -> str:
    """A name of at most 150 characters. Raises Afgekeurd when it is missing or longer."""
    if not rij[kolom]:
        raise Afgekeurd(kolom, f"{wat} ontbreekt.")
    if len(rij[kolom]) > 150:
        raise Afgekeurd(kolom, f"{wat} is langer dan 150 tekens.")
    return rij[kolom]


def te_veel(gemeente: str, wat: str, einde: int, actief: int) -> Iterable[str]:
    """A warning when more than half would end: then the file is probably cut off."""
    if einde * 2 > actief:
        yield (
            f"{gemeente}: {einde} van de {actief} {wat} staan niet meer in het bestand en zouden stoppen."
            " Is het bestand wel compleet?"
        )
