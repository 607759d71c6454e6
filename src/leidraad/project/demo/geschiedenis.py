"""A year of history for the demo: while the story is played, the norms are judged as they stood then."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from leidraad.naleving.handelingen import bewaar_dag
from leidraad.naleving.peilen import peil_alle
from leidraad.organisaties.models import Gemeente

if TYPE_CHECKING:
    from leidraad.naleving.peilen import Uitslagen

_DAGEN = 366
# Judging takes time: long ago every two weeks, later every week, and the last days all; between two judgings
# the last figures are repeated.
_ELKE_LANG_GELEDEN, _ELKE, _LAATSTE = 14, 7, 3
_LANG_GELEDEN = 140
# The server moved to another room in the summer: nobody kept a stand in those days.
_GAT = range(150, 156)


class Geschiedenis:
    """Keeps the stand of every day that passes while the story is played."""

    def __init__(self, nu: datetime) -> None:
        self.vandaag = timezone.localdate(nu)
        self.volgende = self.vandaag - timedelta(days=_DAGEN)
        self.gemeenten = list(Gemeente.objects.order_by("pk").values_list("pk", flat=True))
        self.gepeild: dict[int, Uitslagen] = {}

    def tot(self, moment: datetime) -> None:
        """Keep the days that have passed before `moment`, with what the registers hold now."""
        dag = min(timezone.localdate(moment), self.vandaag)
        while self.volgende < dag:
            self._bewaar(self.volgende)
            self.volgende += timedelta(days=1)

    def _bewaar(self, dag: date) -> None:
        geleden = (self.vandaag - dag).days
        laat = timezone.make_aware(datetime.combine(dag, time(23, 30)))
        elke = _ELKE_LANG_GELEDEN if geleden > _LANG_GELEDEN else _ELKE
        if not self.gepeild or geleden % elke == 0 or geleden <= _LAATSTE:
            self.gepeild = peil_alle(self.gemeenten, laat)
        if geleden not in _GAT:
            bewaar_dag(self.gepeild, laat)
