import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


def name_the_subjects(apps, schema_editor):
    """Make a subject of each key that stood on an address or a number without one."""
    Subject = apps.get_model('vault', 'Subject')
    keys = set()
    for name in ('Address', 'Telephone'):
        found = apps.get_model('vault', name).objects.order_by()
        keys |= set(found.values_list('subject_id', flat=True).distinct())
    Subject.objects.bulk_create([Subject(id=key) for key in sorted(keys)], batch_size=500)


class Migration(migrations.Migration):

    dependencies = [
        ('vault', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Subject',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.RunPython(name_the_subjects, migrations.RunPython.noop),
        # The column stays: only its name in Python is taken and given back.
        migrations.RenameField('address', 'subject_id', 'subject'),
        migrations.AlterField(
            model_name='address',
            name='subject',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='vault.subject'),
        ),
        migrations.RenameField('telephone', 'subject_id', 'subject'),
        migrations.AlterField(
            model_name='telephone',
            name='subject',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='vault.subject'),
        ),
        migrations.AlterModelOptions(
            name='address',
            options={'ordering': ['recorded_at', 'id']},
        ),
        migrations.AlterModelOptions(
            name='telephone',
            options={'ordering': ['recorded_at', 'id']},
        ),
        migrations.AddField(
            model_name='address',
            name='belongs_to',
            field=models.CharField(choices=[('own', 'Their own'), ('child', 'A child’s')], default='own', max_length=8),
        ),
        migrations.AddField(
            model_name='address',
            name='index_postcode',
            field=models.CharField(blank=True, db_index=True, max_length=80),
        ),
        migrations.AddField(
            model_name='address',
            name='index_whole',
            field=models.CharField(blank=True, db_index=True, max_length=80),
        ),
        migrations.AddField(
            model_name='address',
            name='kind',
            field=models.CharField(choices=[('home', 'Home'), ('refuge', 'Refuge'), ('family_or_friends', 'Family or friends'), ('workplace', 'Place of work'), ('school', 'School or nursery'), ('gp', 'GP surgery'), ('other', 'Another place')], default='home', max_length=20),
        ),
        migrations.AddField(
            model_name='address',
            name='known_to_him',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unsure', 'Not sure')], max_length=8),
        ),
        migrations.AddField(
            model_name='address',
            name='of_role',
            field=models.CharField(blank=True, choices=[('perpetrator', 'Perpetrator'), ('victim_survivor', 'Victim-survivor')], max_length=16),
        ),
        migrations.AddField(
            model_name='address',
            name='sealed_place',
            field=models.TextField(blank=True, default=''),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='address',
            name='shared_with_him',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unsure', 'Not sure')], max_length=8),
        ),
        migrations.AddField(
            model_name='address',
            name='supersedes',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='vault.address'),
        ),
        migrations.AddField(
            model_name='address',
            name='taken_back',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='telephone',
            name='belongs_to',
            field=models.CharField(choices=[('own', 'Their own'), ('child', 'A child’s')], default='own', max_length=8),
        ),
        migrations.AddField(
            model_name='telephone',
            name='index_number',
            field=models.CharField(blank=True, db_index=True, max_length=80),
        ),
        migrations.AddField(
            model_name='telephone',
            name='kind',
            field=models.CharField(blank=True, choices=[('mobile', 'Mobile'), ('landline', 'Landline'), ('work', 'At work')], max_length=10),
        ),
        migrations.AddField(
            model_name='telephone',
            name='known_to_him',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unsure', 'Not sure')], max_length=8),
        ),
        migrations.AddField(
            model_name='telephone',
            name='of_role',
            field=models.CharField(blank=True, choices=[('perpetrator', 'Perpetrator'), ('victim_survivor', 'Victim-survivor')], max_length=16),
        ),
        migrations.AddField(
            model_name='telephone',
            name='safe',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unsure', 'Not sure')], max_length=8),
        ),
        migrations.AddField(
            model_name='telephone',
            name='since',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='telephone',
            name='supersedes',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='vault.telephone'),
        ),
        migrations.AddField(
            model_name='telephone',
            name='taken_back',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='telephone',
            name='until',
            field=models.DateField(null=True),
        ),
        migrations.CreateModel(
            name='SafeContactPlan',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField()),
                ('of_role', models.CharField(blank=True, choices=[('perpetrator', 'Perpetrator'), ('victim_survivor', 'Victim-survivor')], max_length=16)),
                ('sealed_when', models.TextField(blank=True)),
                ('sealed_how', models.TextField(blank=True)),
                ('sealed_say', models.TextField(blank=True)),
                ('sealed_password', models.TextField(blank=True)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('supersedes', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='vault.safecontactplan')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='vault.subject')),
            ],
            options={
                'ordering': ['recorded_at'],
            },
        ),
        migrations.CreateModel(
            name='Reveal',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField()),
                ('of_role', models.CharField(blank=True, choices=[('perpetrator', 'Perpetrator'), ('victim_survivor', 'Victim-survivor')], max_length=16)),
                ('kind', models.CharField(choices=[('address', 'Address'), ('telephone', 'Telephone number'), ('detail', 'Other detail'), ('plan', 'Safe-contact plan')], max_length=10)),
                ('row', models.UUIDField()),
                ('reason', models.CharField(choices=[('contact', 'To get in touch'), ('safety', 'To act on a risk'), ('sharing', 'To protect somebody together with an agency'), ('checking', 'To check that it is right')], max_length=12)),
                ('until', models.DateTimeField()),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='vault.subject')),
            ],
            options={
                'ordering': ['-recorded_at'],
            },
        ),
        migrations.CreateModel(
            name='Keeper',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField()),
                ('on_behalf_of', models.UUIDField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='keepers', to='vault.subject')),
            ],
        ),
        migrations.CreateModel(
            name='Detail',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField()),
                ('of_role', models.CharField(blank=True, choices=[('perpetrator', 'Perpetrator'), ('victim_survivor', 'Victim-survivor')], max_length=16)),
                ('belongs_to', models.CharField(choices=[('own', 'Their own'), ('child', 'A child’s')], default='own', max_length=8)),
                ('known_to_him', models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unsure', 'Not sure')], max_length=8)),
                ('taken_back', models.BooleanField(default=False)),
                ('since', models.DateField(null=True)),
                ('until', models.DateField(null=True)),
                ('kind', models.CharField(choices=[('new_name', 'New name'), ('email', 'Email address'), ('plate', 'Number plate'), ('other', 'Something else')], max_length=10)),
                ('sealed_text', models.TextField()),
                ('index_text', models.CharField(blank=True, db_index=True, max_length=80)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('supersedes', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='vault.detail')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='vault.subject')),
            ],
            options={
                'ordering': ['recorded_at', 'id'],
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='telephone',
            constraint=models.CheckConstraint(condition=models.Q(('until', None), ('since', None), ('until__gte', models.F('since')), _connector='OR'), name='telephone_until_not_before_since'),
        ),
        migrations.AddConstraint(
            model_name='reveal',
            constraint=models.CheckConstraint(condition=models.Q(('until__gt', models.F('recorded_at'))), name='reveal_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='keeper',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('subject', 'user', 'on_behalf_of'), name='one_current_keeper_a_record'),
        ),
        migrations.AddConstraint(
            model_name='keeper',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('ended_by', None)), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), _connector='OR'), name='keeper_ended_at_and_by_together'),
        ),
        migrations.AddConstraint(
            model_name='keeper',
            constraint=models.CheckConstraint(condition=models.Q(('ended_at', None), ('ended_at__gte', models.F('recorded_at')), _connector='OR'), name='keeper_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='detail',
            constraint=models.CheckConstraint(condition=models.Q(('until', None), ('since', None), ('until__gte', models.F('since')), _connector='OR'), name='detail_until_not_before_since'),
        ),
    ]
