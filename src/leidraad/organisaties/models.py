"""Gemeenten, their organisation trees, and who fulfils which function when (registers.md: Organisaties)."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from leidraad.referentie import lijst


class Gemeente(models.Model):
    """A municipality: the tenant. `slug` is its place in every address."""

    naam = models.CharField(max_length=100, unique=True)
    slug = models.SlugField(max_length=60, unique=True)
    cbs_code = models.CharField("CBS-code", max_length=6, unique=True)
    fg_email = models.EmailField("e-mail van de FG", blank=True)
    fg_telefoon = models.CharField("telefoon van de FG", max_length=30, blank=True)
    website = models.URLField(blank=True)

    class Meta:
        ordering = ["naam"]
        verbose_name_plural = "gemeenten"

    def __str__(self) -> str:
        return self.naam

    @property
    def tooi(self) -> str:
        """The TOOI identifier of the municipality."""
        return f"https://identifier.overheid.nl/tooi/id/gemeente/{self.cbs_code.lower()}"


class Bestuursorgaan(models.Model):
    """An administrative body that can be controller: college, burgemeester, raad, heffingsambtenaar."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="bestuursorganen")
    naam = models.CharField(max_length=150)

    class Meta:
        ordering = ["naam"]
        constraints = [models.UniqueConstraint(fields=["gemeente", "naam"], name="bestuursorgaan_uniek")]

    def __str__(self) -> str:
        return self.naam


class GeldigOp(models.QuerySet):  # type: ignore[type-arg]
    """Rows with a period `van`–`tot`, both ends included and both optional."""

    def geldig_op(self, op: date) -> GeldigOp:
        """Keep the rows whose period contains `op`."""
        return self.filter(Q(van=None) | Q(van__lte=op), Q(tot=None) | Q(tot__gte=op))


def _van_voor_tot(naam: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(van=None) | Q(tot=None) | Q(van__lte=F("tot")), name=naam)


class Eenheid(models.Model):
    """A unit in the organisation tree of one municipality."""

    class Soort(models.TextChoices):
        ORGANISATIE = "organisatie", "Organisatie"
        CLUSTER = "cluster", "Cluster"
        AFDELING = "afdeling", "Afdeling"
        TEAM = "team", "Team"
        GRIFFIE = "griffie", "Griffie"

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="eenheden")
    naam = models.CharField(max_length=150)
    soort = models.CharField(max_length=20, choices=Soort.choices)
    bovenliggend = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="onderliggende"
    )
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)

    objects = GeldigOp.as_manager()

    class Meta:
        ordering = ["naam"]
        verbose_name_plural = "eenheden"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "naam"], name="eenheid_uniek"),
            _van_voor_tot("eenheid_van_voor_tot"),
        ]

    def __str__(self) -> str:
        return self.naam


class PersoonManager(BaseUserManager["Persoon"]):
    """Finds people by e-mail address, regardless of capitals."""

    def get_by_natural_key(self, username: str | None) -> Persoon:
        """Look up by e-mail address, case-insensitively."""
        return self.get(email__iexact=username)

    def vindbaar(self, email: str) -> Persoon | None:
        """The person with this address, whatever its capitals; None when there is nobody."""
        return self.filter(email__iexact=email.strip()).first()


class Persoon(AbstractBaseUser):
    """Someone who can sign in. What she may do follows from her functions, never from flags here."""

    email = models.EmailField("e-mailadres", unique=True)
    naam = models.CharField(max_length=150)
    is_active = models.BooleanField("actief", default=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["naam"]

    objects = PersoonManager()

    class Meta:
        ordering = ["naam"]
        verbose_name_plural = "personen"

    def __str__(self) -> str:
        return self.naam


class Functievervulling(models.Model):
    """A person fulfils a function for a unit, or for the whole municipality, during a period."""

    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="functies")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="functies")
    eenheid = models.ForeignKey(Eenheid, models.PROTECT, null=True, blank=True, related_name="functies")
    functie = models.CharField(max_length=40)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    bewijs = models.CharField("bewijs van benoeming", max_length=200, blank=True)

    objects = GeldigOp.as_manager()

    class Meta:
        ordering = ["gemeente_id", "functie", "persoon_id"]
        verbose_name_plural = "functievervullingen"
        constraints = [_van_voor_tot("functie_van_voor_tot")]
        indexes = [models.Index(fields=["gemeente", "functie"], name="functie_per_gemeente")]

    def __str__(self) -> str:
        return f"{self.functie} ({self.eenheid or self.gemeente})"

    @property
    def titel(self) -> str:
        """The function as people say it; a title that left the list stays readable."""
        item = lijst("functies", timezone.localdate()).get(self.functie)
        return item.naam if item else self.functie.replace("_", " ")


class Overdracht(models.Model):
    """A manager lets someone else carry out a task; she stays responsible (norm 4.4.9)."""

    functie = models.ForeignKey(Functievervulling, models.PROTECT, related_name="overdrachten")
    aan = models.ForeignKey(Persoon, models.PROTECT, related_name="ontvangen_overdrachten")
    eenheid = models.ForeignKey(Eenheid, models.PROTECT, related_name="overdrachten")
    taak = models.CharField(max_length=200)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    objects = GeldigOp.as_manager()

    class Meta:
        ordering = ["-van"]
        verbose_name_plural = "overdrachten"
        constraints = [_van_voor_tot("overdracht_van_voor_tot")]

    def __str__(self) -> str:
        return f"{self.taak} aan {self.aan}"


class Wijziging(models.Model):
    """One change in who works where: written by every handeling, shown to the beheerder, never changed.

    Holds functions and ids, no names: whoever is removed from `Persoon` is gone from here too.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="wijzigingen")
    op = models.DateTimeField()
    wie = models.CharField("functie van wie dit deed", max_length=40)
    handeling = models.CharField(max_length=40)
    details = models.JSONField(default=dict)

    class Meta:
        ordering = ["-op", "-pk"]
        verbose_name_plural = "wijzigingen"
        indexes = [models.Index(fields=["gemeente", "-op"], name="wijziging_per_gemeente")]

    def __str__(self) -> str:
        return f"{self.handeling} ({self.gemeente})"

    @property
    def omschrijving(self) -> str:
        """The handeling in words; one that is not listed here reads as its own name."""
        return _HANDELINGEN.get(self.handeling, self.handeling.replace("_", " "))


_HANDELINGEN = {
    "maak_gemeente": "gemeente in gebruik genomen",
    "benoem": "functie gegeven",
    "beeindig_functie": "functie beëindigd",
    "wijzig_contact": "contact voor inwoners gewijzigd",
    "voeg_eenheid_toe": "eenheid toegevoegd",
    "wijzig_eenheid": "eenheid gewijzigd",
    "beeindig_eenheid": "eenheid beëindigd",
    "draag_over": "taak overgedragen",
    "neem_terug": "taak teruggenomen",
    "importeer_organisatie": "organisatie geïmporteerd",
    "verklaar_geen_verwerkingen": "verklaard dat een eenheid geen verwerkingen heeft",
    "eenmalige_link": "link voor wachtwoord gemaakt",
}
