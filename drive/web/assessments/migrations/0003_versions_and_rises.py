import django.db.models.deletion
import drive.vocabulary.answers
import drive.vocabulary.assessments
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('assessments', '0002_initial'),
        ('casework', '0001_initial'),
        ('people', '0002_match_candidates'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AssessmentDecision',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField()),
                ('accepted', models.BooleanField()),
                ('sealed_words', models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name='Rise',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField()),
                ('of', models.CharField(choices=[('abuse', 'Abuse'), ('risk_victim_survivor', 'Risk to the victim-survivor'), ('risk_children', 'Risk to children'), ('drive_dash', 'Drive-DASH')], max_length=24)),
                ('abuse_type', models.CharField(blank=True, choices=[('physical', 'Physical'), ('sexual', 'Sexual'), ('harassment_stalking', 'Harassment and stalking'), ('jealous_controlling', 'Jealous and controlling')], max_length=24)),
                ('before', models.CharField(max_length=10)),
                ('after', models.CharField(blank=True, max_length=10)),
                ('basis', models.CharField(blank=True, choices=[('newly_happened', 'It has got worse'), ('newly_known', 'It was so before, and is known only now'), ('both', 'Both')], max_length=16)),
            ],
            options={
                'ordering': ['recorded_at', 'of', 'abuse_type'],
            },
        ),
        migrations.CreateModel(
            name='RiseReview',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField()),
                ('sealed_found', models.TextField()),
                ('sealed_done', models.TextField()),
                ('whose_risk', models.CharField(max_length=200)),
            ],
            options={
                'ordering': ['recorded_at'],
            },
        ),
        migrations.AlterModelOptions(
            name='assessment',
            options={'ordering': ['assessed_on', 'version']},
        ),
        migrations.RemoveConstraint(
            model_name='assessment',
            name='one_assessment_a_point',
        ),
        migrations.AddField(
            model_name='abuserating',
            name='as_of',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='abuserating',
            name='frequency',
            field=models.CharField(blank=True, choices=[('once', 'Once'), ('a_few_times', 'A few times'), ('monthly', 'Every month'), ('weekly', 'Every week'), ('daily', 'Every day or nearly')], max_length=12),
        ),
        migrations.AddField(
            model_name='abuserating',
            name='frequency_status',
            field=models.CharField(blank=True, choices=[('known', 'Known'), ('asked_not_known', 'Asked, not known'), ('not_asked', 'Not asked'), ('not_contactable', 'Could not be contacted'), ('declined', 'Declined to answer'), ('agency_no_reply', 'Agency has not replied'), ('requested', 'Information requested'), ('not_yet_due', 'Not yet due'), ('not_applicable', 'Does not apply'), ('withheld_for_safety', 'Withheld for safety'), ('not_recorded_legacy', 'Not recorded in the old system')], max_length=24),
        ),
        migrations.AddField(
            model_name='abuserating',
            name='last_on',
            field=models.CharField(blank=True, max_length=10),
        ),
        migrations.AddField(
            model_name='abuserating',
            name='last_on_status',
            field=models.CharField(blank=True, choices=[('known', 'Known'), ('asked_not_known', 'Asked, not known'), ('not_asked', 'Not asked'), ('not_contactable', 'Could not be contacted'), ('declined', 'Declined to answer'), ('agency_no_reply', 'Agency has not replied'), ('requested', 'Information requested'), ('not_yet_due', 'Not yet due'), ('not_applicable', 'Does not apply'), ('withheld_for_safety', 'Withheld for safety'), ('not_recorded_legacy', 'Not recorded in the old system')], max_length=24),
        ),
        migrations.AddField(
            model_name='abuserating',
            name='rise_basis',
            field=models.CharField(blank=True, choices=[('newly_happened', 'It has got worse'), ('newly_known', 'It was so before, and is known only now'), ('both', 'Both')], max_length=16),
        ),
        migrations.AddField(
            model_name='abuserating',
            name='rise_basis_status',
            field=models.CharField(blank=True, choices=[('known', 'Known'), ('asked_not_known', 'Asked, not known'), ('not_asked', 'Not asked'), ('not_contactable', 'Could not be contacted'), ('declined', 'Declined to answer'), ('agency_no_reply', 'Agency has not replied'), ('requested', 'Information requested'), ('not_yet_due', 'Not yet due'), ('not_applicable', 'Does not apply'), ('withheld_for_safety', 'Withheld for safety'), ('not_recorded_legacy', 'Not recorded in the old system')], max_length=24),
        ),
        migrations.AddField(
            model_name='abuserating',
            name='trend',
            field=models.CharField(blank=True, choices=[('worse', 'Worse'), ('same', 'The same'), ('reduced', 'Reduced')], max_length=10),
        ),
        migrations.AddField(
            model_name='abuserating',
            name='trend_status',
            field=models.CharField(blank=True, choices=[('known', 'Known'), ('asked_not_known', 'Asked, not known'), ('not_asked', 'Not asked'), ('not_contactable', 'Could not be contacted'), ('declined', 'Declined to answer'), ('agency_no_reply', 'Agency has not replied'), ('requested', 'Information requested'), ('not_yet_due', 'Not yet due'), ('not_applicable', 'Does not apply'), ('withheld_for_safety', 'Withheld for safety'), ('not_recorded_legacy', 'Not recorded in the old system')], max_length=24),
        ),
        migrations.AddField(
            model_name='assessment',
            name='supersedes',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='assessment',
            name='version',
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AddField(
            model_name='assessment',
            name='without_intake',
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AlterField(
            model_name='assessment',
            name='point',
            field=models.CharField(choices=[('intake', 'Intake'), ('month_3', '3 months'), ('month_6', '6 months'), ('month_9', '9 months'), ('closure', 'Closure'), ('step_down_end', 'End of step-down')], max_length=16),
        ),
        migrations.AddConstraint(
            model_name='abuserating',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('frequency_status', drive.vocabulary.answers.ValueStatus['KNOWN']), models.Q(('frequency', ''), _negated=True)), models.Q(models.Q(('frequency_status', drive.vocabulary.answers.ValueStatus['KNOWN']), _negated=True), ('frequency', '')), _connector='OR'), name='rating_frequency_if_known'),
        ),
        migrations.AddConstraint(
            model_name='abuserating',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('last_on_status', drive.vocabulary.answers.ValueStatus['KNOWN']), models.Q(('last_on', ''), _negated=True)), models.Q(models.Q(('last_on_status', drive.vocabulary.answers.ValueStatus['KNOWN']), _negated=True), ('last_on', '')), _connector='OR'), name='rating_last_on_if_known'),
        ),
        migrations.AddConstraint(
            model_name='abuserating',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('trend_status', drive.vocabulary.answers.ValueStatus['KNOWN']), models.Q(('trend', ''), _negated=True)), models.Q(models.Q(('trend_status', drive.vocabulary.answers.ValueStatus['KNOWN']), _negated=True), ('trend', '')), _connector='OR'), name='rating_trend_if_known'),
        ),
        migrations.AddConstraint(
            model_name='abuserating',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('rise_basis_status', drive.vocabulary.answers.ValueStatus['KNOWN']), models.Q(('rise_basis', ''), _negated=True)), models.Q(models.Q(('rise_basis_status', drive.vocabulary.answers.ValueStatus['KNOWN']), _negated=True), ('rise_basis', '')), _connector='OR'), name='rating_rise_basis_if_known'),
        ),
        migrations.AddConstraint(
            model_name='assessment',
            constraint=models.UniqueConstraint(condition=models.Q(('supersedes', None)), fields=('drive_case', 'point'), name='one_first_assessment_a_point'),
        ),
        migrations.AddConstraint(
            model_name='assessment',
            constraint=models.UniqueConstraint(fields=('drive_case', 'point', 'version'), name='one_assessment_a_version'),
        ),
        migrations.AddConstraint(
            model_name='assessment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('supersedes', None), ('version', 1)), models.Q(('supersedes__isnull', False), ('version__gt', 1)), _connector='OR'), name='later_assessment_supersedes'),
        ),
        migrations.AddField(
            model_name='assessmentdecision',
            name='assessment',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='decision', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='assessmentdecision',
            name='recorded_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='rise',
            name='assessment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rises', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='rise',
            name='drive_case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rises', to='casework.drivecase'),
        ),
        migrations.AddField(
            model_name='rise',
            name='dyad',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.dyad'),
        ),
        migrations.AddField(
            model_name='rise',
            name='recorded_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='risereview',
            name='recorded_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='risereview',
            name='rise',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='assessments.rise'),
        ),
        migrations.AddField(
            model_name='risereview',
            name='supersedes',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='assessments.risereview'),
        ),
        migrations.AddConstraint(
            model_name='assessmentdecision',
            constraint=models.CheckConstraint(condition=models.Q(('accepted', True), models.Q(('sealed_words', ''), _negated=True), _connector='OR'), name='returned_with_words'),
        ),
        migrations.AddConstraint(
            model_name='rise',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('dyad__isnull', False), ('of', drive.vocabulary.assessments.RiseOf['ABUSE']), models.Q(('abuse_type', ''), _negated=True)), models.Q(models.Q(('of', drive.vocabulary.assessments.RiseOf['ABUSE']), _negated=True), ('abuse_type', ''), ('dyad', None)), _connector='OR'), name='rise_in_abuse_has_type_and_dyad'),
        ),
        migrations.AddConstraint(
            model_name='risereview',
            constraint=models.UniqueConstraint(condition=models.Q(('supersedes', None)), fields=('rise',), name='one_first_review_a_rise'),
        ),
    ]
