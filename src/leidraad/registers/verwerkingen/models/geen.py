"""The statement that a unit uses no personal data of its own (norm 1.1.4)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from leidraad.organisaties.models import Eenheid, GeldigOp


class GeenVerwerkingen(models.Model):
    """Somebody stated that this unit has no verwerkingen, and why. It holds from `van` through `tot`."""

    eenheid = models.ForeignKey(Eenheid, models.PROTECT, related_name="geen_verwerkingen")
    toelichting = models.TextField("waarom", max_length=2000)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    functie = models.CharField(max_length=40)
    van = models.DateField()
    tot = models.DateField()

    objects = GeldigOp.as_manager()

    class Meta:
        ordering = ["-van", "-pk"]
        verbose_name_plural = "verklaringen dat er geen verwerkingen zijn"
        constraints = [models.CheckConstraint(condition=Q(van__lte=F("tot")), name="geen_van_voor_tot")]

    def __str__(self) -> str:
        return f"{self.eenheid}: geen verwerkingen tot en met {self.tot:%d-%m-%Y}"
