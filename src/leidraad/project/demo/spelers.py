"""Who acts in the demo: the people of a unit on a day, found by their function."""

from __future__ import annotations

from bisect import bisect
from dataclasses import replace
from datetime import date, datetime, timedelta

from django.utils import timezone

from leidraad.organisaties.leden import lid_van
from leidraad.organisaties.models import Eenheid, Functievervulling, Gemeente, Persoon
from leidraad.organisaties.rechten import ROL_VAN_FUNCTIE, Lid, Rol


class Spelers:
    """The organisation in memory, so that a play of a thousand acts does not ask for it a thousand times."""

    def __init__(self) -> None:
        self.gemeenten = {g.slug: g for g in Gemeente.objects.all()}
        self._op_id: dict[int, Eenheid] = {e.pk: e for e in Eenheid.objects.all()}
        self._eenheden = {(e.gemeente_id, e.naam): e for e in self._op_id.values()}
        self._vervullingen = list(Functievervulling.objects.select_related("persoon").order_by("pk"))
        begin = {v.van for v in self._vervullingen if v.van}
        na_einde = {v.tot + timedelta(days=1) for v in self._vervullingen if v.tot}
        self._wisselingen = sorted(begin | na_einde)
        self._leden: dict[tuple[int, int], Lid] = {}

    def eenheid(self, gemeente: Gemeente, naam: str) -> Eenheid:
        """A unit by its name. Raises KeyError when the municipality has no such unit."""
        return self._eenheden[gemeente.pk, naam]

    def lid(self, persoon: Persoon, nu: datetime) -> Lid:
        """The person with the functions of that day; they stay the same until somebody's function changes."""
        op = timezone.localdate(nu)
        sleutel = persoon.pk, bisect(self._wisselingen, op)
        if sleutel not in self._leden:
            self._leden[sleutel] = lid_van(persoon, op)
        return replace(self._leden[sleutel], op=op)

    def leiding(self, eenheid: Eenheid, op: date) -> Persoon:
        """The first manager of the unit or of the nearest unit above it. Raises LookupError for nobody."""
        boven: Eenheid | None = eenheid
        while boven is not None:
            for v in self._op(op):
                if v.eenheid_id == boven.pk and ROL_VAN_FUNCTIE[v.functie] is Rol.MANAGER:
                    return v.persoon
            boven = self._op_id.get(boven.bovenliggend_id or 0)
        raise LookupError(f"Niemand leidt {eenheid.naam}")

    def iemand(self, functie: str, gemeente: Gemeente, op: date, eenheid: Eenheid | None = None) -> Persoon:
        """The first holder of a function. Raises LookupError when there is none."""
        for v in self._op(op):
            hier = eenheid is None or v.eenheid_id == eenheid.pk
            if v.functie == functie and v.gemeente_id == gemeente.pk and hier:
                return v.persoon
        raise LookupError(f"Niemand is {functie} in {gemeente.naam}")

    def _op(self, op: date) -> list[Functievervulling]:
        return [v for v in self._vervullingen if (not v.van or v.van <= op) and (not v.tot or v.tot >= op)]
