"""Legal terms: a stored end, and the stored moment of the next reminder."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import F, Q

from leidraad.dossiers.models.dossier import Dossier
from leidraad.dossiers.models.taak import gemeenten_van, recht_q
from leidraad.organisaties.rechten import Lid

LOPEND = Q(gehaald_op=None, vervallen_op=None)


class TermijnQuerySet(models.QuerySet["Termijn"]):
    """Terms, and whose they are."""

    def lopend(self) -> TermijnQuerySet:
        """What still runs."""
        return self.filter(LOPEND)

    def voor(self, lid: Lid) -> TermijnQuerySet:
        """The terms that `lid` has to keep: she holds the right on the dossier."""
        return self.filter(recht_q(lid), dossier__gemeente__in=gemeenten_van(lid))


class Termijn(models.Model):
    """A term that the law sets for a dossier.

    `streng` is the end that Leidraad works with; `buitengrens` the last moment that can still be defended
    when the law leaves room in counting (Verordening 1182/71). Reminders go out at `herinner_op`.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="termijnen")
    soort = models.CharField(max_length=40)
    titel = models.CharField(max_length=100)
    recht = models.CharField(max_length=40)
    dringend = models.BooleanField(default=False)
    ladder = models.JSONField("uren voor het einde waarop wordt herinnerd", default=list)
    hele_team = models.BooleanField("ook het hele team herinneren", default=False)
    leiding_vanaf = models.PositiveSmallIntegerField(
        "uren voor het einde waarop ook de leiding en de FG het horen", null=True, blank=True
    )
    vanaf = models.DateTimeField()
    streng = models.DateTimeField()
    buitengrens = models.DateTimeField(null=True, blank=True)
    herinner_op = models.DateTimeField(null=True, blank=True)
    gehaald_op = models.DateTimeField(null=True, blank=True)
    te_laat_reden = models.TextField(max_length=5000, blank=True)
    vervallen_op = models.DateTimeField(null=True, blank=True)

    objects = TermijnQuerySet.as_manager()

    class Meta:
        ordering = ["streng", "pk"]
        verbose_name_plural = "termijnen"
        constraints = [
            models.UniqueConstraint(fields=["dossier", "soort"], condition=LOPEND, name="termijn_een_keer"),
            models.CheckConstraint(condition=Q(vanaf__lte=F("streng")), name="termijn_vanaf_voor_eind"),
            models.CheckConstraint(
                condition=Q(buitengrens=None) | Q(streng__lte=F("buitengrens")), name="termijn_buitengrens"
            ),
            models.CheckConstraint(
                condition=Q(gehaald_op=None) | Q(vervallen_op=None), name="termijn_gehaald_of_vervallen"
            ),
        ]
        indexes = [
            models.Index(
                fields=["herinner_op"], condition=Q(herinner_op__isnull=False), name="termijn_herinneren"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.titel} ({self.dossier_id})"

    @property
    def uiterst(self) -> datetime:
        """The last moment that is still in time."""
        return self.buitengrens or self.streng
