"""A year of history for the demo: while the story is played, the norms are judged as they stood then."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.db import connection
from django.utils import timezone

from leidraad.naleving.handelingen import bewaar_dag
from leidraad.naleving.models import Dagstand
from leidraad.naleving.peilen import peil_alle
from leidraad.organisaties.models import Gemeente

if TYPE_CHECKING:
    from leidraad.naleving.peilen import Uitslagen

_DAGEN = 366
# Judging takes time: long ago every two weeks, later every week, and the last days all; between two judgings
# the last figures are repeated.
_ELKE_LANG_GELEDEN, _ELKE, _LAATSTE = 14, 7, 3
_LANG_GELEDEN = 98
# The server moved to another room in the summer: nobody kept a stand in those days.
_GAT = range(150, 156)
_HERHAAL = """
    INSERT INTO naleving_stand (dagstand_id, norm, totaal, tekort, oordeel)
    SELECT nieuw.id, stand.norm, stand.totaal, stand.tekort, stand.oordeel
    FROM naleving_stand stand
    JOIN naleving_dagstand oud ON oud.id = stand.dagstand_id
    JOIN naleving_dagstand nieuw ON nieuw.gemeente_id = oud.gemeente_id
    WHERE oud.dag = %s AND nieuw.dag = %s
"""


class Geschiedenis:
    """Keeps the stand of every day that passes while the story is played."""

    def __init__(self, nu: datetime) -> None:
        self.vandaag = timezone.localdate(nu)
        self.volgende = self.vandaag - timedelta(days=_DAGEN)
        self.gemeenten = list(Gemeente.objects.order_by("pk").values_list("pk", flat=True))
        self.gepeild: dict[int, Uitslagen] = {}
        self.voorbeeld: date | None = None

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
            self.gepeild, self.voorbeeld = peil_alle(self.gemeenten, laat), None
        if geleden in _GAT:
            return
        if self.voorbeeld is None:
            bewaar_dag(self.gepeild, laat)
            self.voorbeeld = dag
        else:
            _herhaal(self.voorbeeld, dag, laat)


def _herhaal(voorbeeld: date, dag: date, laat: datetime) -> None:
    """Keep the figures of an earlier day once more: a copy in the database, for speed."""
    dagstanden = list(Dagstand.objects.filter(dag=voorbeeld))
    for dagstand in dagstanden:
        dagstand.pk, dagstand.dag, dagstand.berekend_op = None, dag, laat
    Dagstand.objects.bulk_create(dagstanden)
    with connection.cursor() as cursor:
        cursor.execute(_HERHAAL, [voorbeeld, dag])
