"""A case keeps from when its months count, as its site had it when the case was opened."""

from typing import Any

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


def keep(apps: Any, _schema_editor: Any) -> None:
    cases = apps.get_model("casework", "DriveCase").objects
    for site in apps.get_model("organisations", "Site").objects.all():
        cases.filter(site=site).update(clock_start=site.clock_start)


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0003_a_closed_case_stays_closed'),
        ('organisations', '0003_when_the_clock_of_a_case_starts'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='drivecase',
            name='clock_start',
            field=models.CharField(choices=[('allocation', 'The day of allocation'), ('opening', 'The day on which the case was opened')], default='allocation', max_length=10),
        ),
        migrations.CreateModel(
            name='SiteClock',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField()),
                ('start', models.CharField(choices=[('allocation', 'The day of allocation'), ('opening', 'The day on which the case was opened')], max_length=10)),
                ('reason', models.TextField()),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('site', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.site')),
                ('supersedes', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='casework.siteclock')),
            ],
            options={
                'ordering': ['-recorded_at'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('supersedes', None)), fields=('site',), name='one_first_clock_a_site')],
            },
        ),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]
