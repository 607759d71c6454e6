# Measures the privacy statements that are there already.

from django.db import migrations
from django.utils import timezone

from leidraad.registers.verwerkingen.regels.leesbaarheid import leesniveau


def meet(apps, schema_editor):
    verwerking = apps.get_model("verwerkingen", "Verwerking")
    vandaag = timezone.localdate()
    per_niveau = {}
    teksten = verwerking.objects.exclude(privacyverklaring="").values_list("pk", "privacyverklaring")
    for pk, tekst in teksten.iterator(chunk_size=500):
        per_niveau.setdefault(leesniveau(tekst, vandaag), []).append(pk)
    for niveau, pks in per_niveau.items():
        for begin in range(0, len(pks), 500):
            verwerking.objects.filter(pk__in=pks[begin : begin + 500]).update(leesniveau=niveau)


class Migration(migrations.Migration):

    dependencies = [("verwerkingen", "0005_toetsen")]

    operations = [migrations.RunPython(meet, migrations.RunPython.noop)]
