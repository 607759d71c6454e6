"""The dossier: one concrete table that every register's main model hangs on (decision 0002)."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from leidraad.organisaties.models import Eenheid, Gemeente
from leidraad.organisaties.rechten import INTERN, ROLLEN, VERTROUWELIJK, Lid, Recht


class DossierQuerySet(models.QuerySet["Dossier"]):
    """Dossiers, and who may see them."""

    def zichtbaar_voor(self, lid: Lid) -> DossierQuerySet:
        """The dossiers on which `lid` holds Recht.LEZEN: `mag` as SQL, proven equal by a property test."""
        return self.waarop(lid, Recht.LEZEN)

    def waarop(self, lid: Lid, recht: Recht) -> DossierQuerySet:
        """The dossiers on which `lid` holds `recht`: rechten.mag as SQL."""
        return self.filter(waarop_q(lid, recht))


def waarop_q(lid: Lid, recht: Recht, pad: str = "") -> Q:
    """The rule as a condition; `pad` is the way to the dossier from another table, such as `dossier__`."""
    hele: set[int] = set()
    hele_intern: set[int] = set()
    eenheden: set[int] = set()
    eenheden_intern: set[int] = set()
    for b in lid.met(recht):
        ook_vertrouwelijk = Recht.LEZEN_VERTROUWELIJK in ROLLEN[b.rol]
        if b.eenheden is None:
            (hele if ook_vertrouwelijk else hele_intern).add(b.gemeente_id)
        else:
            (eenheden if ook_vertrouwelijk else eenheden_intern).update(b.eenheden)
    q = Q(pk__in=[])
    if hele:
        q |= Q(**{f"{pad}gemeente__in": sorted(hele)})
    if hele_intern - hele:
        q |= Q(**{f"{pad}gemeente__in": sorted(hele_intern - hele), f"{pad}vertrouwelijkheid": INTERN})
    if eenheden:
        q |= Q(**{f"{pad}eenheid__in": sorted(eenheden)})
    if eenheden_intern - eenheden:
        q |= Q(**{f"{pad}eenheid__in": sorted(eenheden_intern - eenheden), f"{pad}vertrouwelijkheid": INTERN})
    # Only where it adds something: an OR that is always true keeps a database from using its indexes.
    if behandelt_in := lid.behandelt_in(recht) - hele:
        q |= Q(**{f"{pad}behandelaar": lid.persoon_id, f"{pad}gemeente__in": sorted(behandelt_in)})
    return q


class Dossier(models.Model):
    """One thing a register keeps: who owns it, where it belongs, who may see it, when it must be reviewed.

    `soort` is the code of the register and the namespace of its addresses. `status` lives on the register's
    own model. `revisie` counts saves.
    """

    class Vertrouwelijkheid(models.TextChoices):
        INTERN = INTERN, "Intern: zichtbaar voor medewerkers van de gemeente"
        VERTROUWELIJK = VERTROUWELIJK, "Vertrouwelijk: alleen voor wie eraan werkt of toezicht houdt"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="dossiers")
    eenheid = models.ForeignKey(Eenheid, models.PROTECT, null=True, blank=True, related_name="dossiers")
    soort = models.CharField(max_length=30)
    nummer = models.CharField(max_length=20)
    titel = models.CharField(max_length=300)
    behandelaar = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="dossiers"
    )
    vertrouwelijkheid = models.CharField(
        max_length=20, choices=Vertrouwelijkheid.choices, default=Vertrouwelijkheid.INTERN
    )
    revisie = models.PositiveIntegerField(default=1)
    aangemaakt_op = models.DateTimeField()
    gewijzigd_op = models.DateTimeField()
    gesloten_op = models.DateTimeField(null=True, blank=True)
    herzien_voor = models.DateField(null=True, blank=True)

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "dossiers"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "nummer"], name="dossiernummer_uniek"),
            models.CheckConstraint(
                condition=Q(vertrouwelijkheid__in=[INTERN, VERTROUWELIJK]), name="dossier_vertrouwelijkheid"
            ),
        ]
        indexes = [
            models.Index(fields=["soort", "-gewijzigd_op", "-id"], name="dossier_recent"),
            models.Index(fields=["gemeente", "soort", "-gewijzigd_op"], name="dossier_gemeente_recent"),
            models.Index(fields=["soort", "titel"], name="dossier_titel"),
            models.Index(fields=["soort", "herzien_voor"], name="dossier_herzien"),
            # Most dossiers have no behandelaar; an index full of nothing would never be chosen.
            models.Index(
                fields=["behandelaar"], condition=Q(behandelaar__isnull=False), name="dossier_behandelaar"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nummer} {self.titel}"

    def get_absolute_url(self) -> str:
        """The dossier's page in its own register; the register's code is its address namespace."""
        return reverse(f"{self.soort}:detail", args=[self.gemeente.slug, self.nummer])


class Nummerreeks(models.Model):
    """The last number handed out per municipality, register and year: no gaps, no doubles."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="nummerreeksen")
    soort = models.CharField(max_length=30)
    jaar = models.PositiveSmallIntegerField()
    laatste = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "nummerreeksen"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "soort", "jaar"], name="nummerreeks_uniek")
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.jaar}: {self.laatste}"
