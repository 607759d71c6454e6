"""One version of a policy document: what it says, who adopted it, and when it is in force."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from leidraad.dossiers.models import Bijlage, Versie
from leidraad.organisaties.models import Bestuursorgaan
from leidraad.registers.beleid.begrippen import Stand
from leidraad.registers.beleid.models.stuk import Beleidsstuk
from leidraad.registers.beleid.regels import geldigheid

_CONCEPT = Q(besluitdatum=None)


def geldig_q(op: date, pad: str = "") -> Q:
    """What is in force on day `op`: regels.geldigheid.geldt as a condition; `pad` leads to the row."""
    einde = f"{pad}ingetrokken_per"
    return Q(**{f"{pad}geldig_vanaf__lte": op}) & (Q(**{einde: None}) | Q(**{f"{einde}__gt": op}))


class BeleidsversieQuerySet(models.QuerySet["Beleidsversie"]):
    """Versions, and which of them are in force."""

    def geldig_op(self, op: date) -> BeleidsversieQuerySet:
        """The versions in force on day `op`."""
        return self.filter(geldig_q(op))

    def vastgesteld(self) -> BeleidsversieQuerySet:
        """What was adopted: no concepts."""
        return self.exclude(_CONCEPT)


class Beleidsversie(models.Model):
    """A version. Without `besluitdatum` it is a concept; from then on its text never changes again.

    In force from `geldig_vanaf`, no longer on `ingetrokken_per`. `opvolger` is the version whose start ended
    it, possibly of another document that was named in `trekt_in`.
    """

    stuk = models.ForeignKey(Beleidsstuk, models.PROTECT, related_name="versies")
    nummer = models.PositiveIntegerField()
    naam = models.CharField(max_length=100, blank=True)
    tekst = models.TextField(max_length=200_000, blank=True)
    link = models.URLField(max_length=500, blank=True)
    bestand = models.ForeignKey(Bijlage, models.PROTECT, null=True, blank=True, related_name="+")
    vraagt_kennisname = models.BooleanField("medewerkers moeten dit lezen", default=False)
    aangemaakt_op = models.DateTimeField()

    orgaan = models.ForeignKey(Bestuursorgaan, models.PROTECT, null=True, blank=True, related_name="+")
    functie = models.CharField("vastgesteld door functie", max_length=40, blank=True)
    besluitdatum = models.DateField(null=True, blank=True)
    besluit = models.ForeignKey(Bijlage, models.PROTECT, null=True, blank=True, related_name="+")
    besluit_kenmerk = models.CharField("kenmerk van het besluit", max_length=200, blank=True)
    geldig_vanaf = models.DateField(null=True, blank=True)
    beoordelen_voor = models.DateField(null=True, blank=True)
    trekt_in = models.ManyToManyField(Beleidsstuk, related_name="ingetrokken_door", blank=True)
    bevroren = models.OneToOneField(
        Versie, models.PROTECT, null=True, blank=True, related_name="beleidsversie"
    )

    ingetrokken_per = models.DateField(null=True, blank=True)
    opvolger = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="voorgangers")
    intrekreden = models.TextField("reden van intrekken", max_length=2000, blank=True)

    objects = BeleidsversieQuerySet.as_manager()

    class Meta:
        ordering = ["-nummer"]
        verbose_name_plural = "beleidsversies"
        constraints = [
            models.UniqueConstraint(fields=["stuk", "nummer"], name="beleidsversie_uniek"),
            models.UniqueConstraint(fields=["stuk"], condition=_CONCEPT, name="beleidsversie_een_concept"),
            models.CheckConstraint(
                condition=Q(
                    besluitdatum=None, geldig_vanaf=None, beoordelen_voor=None, ingetrokken_per=None,
                    orgaan=None, functie="",
                )
                | Q(besluitdatum__isnull=False, geldig_vanaf__isnull=False, beoordelen_voor__isnull=False),
                name="beleidsversie_concept_of_vastgesteld",
            ),
            models.CheckConstraint(
                condition=_CONCEPT | Q(orgaan__isnull=False, functie="") | (Q(orgaan=None) & ~Q(functie="")),
                name="beleidsversie_een_besluiter",
            ),
            models.CheckConstraint(
                condition=Q(geldig_vanaf=None) | Q(besluitdatum__lte=F("geldig_vanaf")),
                name="beleidsversie_besluit_eerst",
            ),
            models.CheckConstraint(
                condition=Q(ingetrokken_per=None) | Q(geldig_vanaf__lte=F("ingetrokken_per")),
                name="beleidsversie_van_voor_tot",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["geldig_vanaf", "ingetrokken_per"], name="beleidsversie_geldig")]

    def __str__(self) -> str:
        return self.naam or f"versie {self.nummer}"

    @property
    def is_concept(self) -> bool:
        """Whether it was not adopted yet."""
        return self.besluitdatum is None

    def stand(self, op: date) -> Stand:
        """Where this version stands on day `op`."""
        return geldigheid.stand(self, op)
