"""Work that waits for somebody: one row per thing to do with a dossier."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from leidraad.dossiers.models.dossier import Dossier, waarop_q
from leidraad.organisaties.models import Gemeente
from leidraad.organisaties.rechten import Lid, Recht

OPEN = Q(klaar_op=None, vervallen_op=None)


def recht_q(lid: Lid) -> Q:
    """A row with a `recht` and a `dossier` is of `lid` when she holds that right on that dossier."""
    per_regel: dict[Q, list[str]] = {}
    for recht in Recht:
        regel = waarop_q(lid, recht, "dossier__")
        if regel != Q(pk__in=[]):
            per_regel.setdefault(regel, []).append(recht.value)
    q = Q(pk__in=[])
    for regel, rechten in per_regel.items():
        q |= Q(recht__in=rechten) & regel
    return q


def gemeenten_van(lid: Lid) -> list[int]:
    """Where this person has any function: no rule reaches further, and an index begins with it."""
    return sorted({b.gemeente_id for b in lid.bevoegdheden})


class TaakQuerySet(models.QuerySet["Taak"]):
    """Tasks: whose they are, and in which order they must be done."""

    def open(self) -> TaakQuerySet:
        """What still has to be done."""
        return self.filter(OPEN)

    def zichtbaar(self, nu: datetime) -> TaakQuerySet:
        """What is open and not planned for later."""
        return self.open().filter(zichtbaar_vanaf__lte=nu)

    def voor(self, lid: Lid) -> TaakQuerySet:
        """The tasks that `lid` may do, and those given to her as long as she may read the dossier.

        The rule of rechten.mag as SQL, proven equal by a property test.
        """
        gegeven = Q(toegewezen=lid.persoon_id) & waarop_q(lid, Recht.LEZEN, "dossier__")
        return self.filter(recht_q(lid) | gegeven, gemeente__in=gemeenten_van(lid))

    def dringendst_eerst(self) -> TaakQuerySet:
        """Too late first, then by deadline, then what waits longest."""
        return self.order_by(F("uiterlijk").asc(nulls_last=True), "aangemaakt_op", "pk")


class Taak(models.Model):
    """One thing to do with a dossier (registers.md: Taak / werkvoorraad).

    Whoever holds `recht` on the dossier may do it. It is open until it is done (`klaar_op`) or no longer
    needed (`vervallen_op`). `pad` leads from the page of the dossier to the page where it is done. Given to
    somebody, it stays the responsibility of the manager of the unit (norm 4.4.9).
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="taken")
    # Never changes for a dossier, so the copy is always true; the unit does change, and is read there.
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="taken", db_index=False)
    soort = models.CharField(max_length=40)
    titel = models.CharField(max_length=100)
    recht = models.CharField(max_length=40)
    pad = models.CharField(max_length=100, blank=True)
    bericht = models.CharField("soort bericht", max_length=40)
    af_te_vinken = models.BooleanField(default=False)
    toegewezen = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="taken"
    )
    zichtbaar_vanaf = models.DateTimeField()
    uiterlijk = models.DateTimeField(null=True, blank=True)
    aangemaakt_op = models.DateTimeField()
    # When people were told; a task that is planned for later is told on its day.
    gemeld_op = models.DateTimeField(null=True, blank=True)
    klaar_op = models.DateTimeField(null=True, blank=True)
    klaar_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    klaar_functie = models.CharField(max_length=40, blank=True)
    vervallen_op = models.DateTimeField(null=True, blank=True)

    objects = TaakQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "taken"
        constraints = [
            models.UniqueConstraint(fields=["dossier", "soort"], condition=OPEN, name="taak_een_keer_open"),
            models.CheckConstraint(
                condition=Q(klaar_op=None, klaar_door=None, klaar_functie="")
                | (Q(klaar_op__isnull=False, klaar_door__isnull=False) & ~Q(klaar_functie="")),
                name="taak_klaar_met_wie_en_wanneer",
            ),
            models.CheckConstraint(
                condition=Q(klaar_op=None) | Q(vervallen_op=None), name="taak_klaar_of_vervallen"
            ),
        ]
        indexes = [
            models.Index(fields=["gemeente", "uiterlijk"], condition=OPEN, name="taak_open"),
            models.Index(
                fields=["gemeente", "-klaar_op"], condition=Q(klaar_op__isnull=False), name="taak_klaar"
            ),
            models.Index(
                fields=["zichtbaar_vanaf"], condition=OPEN & Q(gemeld_op=None), name="taak_te_melden"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.titel} ({self.dossier_id})"

    @property
    def is_open(self) -> bool:
        """Whether it still has to be done."""
        return self.klaar_op is None and self.vervallen_op is None

    @property
    def url(self) -> str:
        """The page where it is done."""
        return self.dossier.get_absolute_url() + self.pad
