from django.db import migrations
from django.utils import timezone

from leidraad.registers.beleid.regels.verwachten import verwachte_stukken


def vul(apps, schema_editor):
    """The gemeenten that were there before this register are expected to have these documents too."""
    gemeenten = apps.get_model("organisaties", "Gemeente").objects.values_list("pk", flat=True)
    verwacht = apps.get_model("beleid", "Verwacht")
    codes = list(verwachte_stukken(timezone.localdate()))
    verwacht.objects.bulk_create(
        [verwacht(gemeente_id=pk, code=code) for pk in gemeenten for code in codes], batch_size=500
    )


class Migration(migrations.Migration):
    dependencies = [("beleid", "0001_initial")]

    operations = [migrations.RunPython(vul, migrations.RunPython.noop)]
