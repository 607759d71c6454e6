# The reading level of the privacy statement, and the statement that a unit has no verwerkingen.

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organisaties', '0002_wijziging'),
        ('verwerkingen', '0004_import_eenheden'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='verwerking',
            name='leesniveau',
            field=models.CharField(blank=True, max_length=10, verbose_name='leesniveau van de privacyverklaring'),
        ),
        migrations.CreateModel(
            name='GeenVerwerkingen',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('toelichting', models.TextField(max_length=2000, verbose_name='waarom')),
                ('functie', models.CharField(max_length=40)),
                ('van', models.DateField()),
                ('tot', models.DateField()),
                ('door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('eenheid', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='geen_verwerkingen', to='organisaties.eenheid')),
            ],
            options={
                'verbose_name_plural': 'verklaringen dat er geen verwerkingen zijn',
                'ordering': ['-van', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('van__lte', models.F('tot'))), name='geen_van_voor_tot')],
            },
        ),
    ]
