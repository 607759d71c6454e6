"""Remember which units were chosen for an import, and which unit each verwerking got."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("verwerkingen", "0003_importbron"),
    ]

    operations = [
        migrations.AddField(
            model_name="importprofiel",
            name="eenheden",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="importbron",
            name="eenheid",
            field=models.CharField(blank=True, default="", max_length=150),
            preserve_default=False,
        ),
    ]
