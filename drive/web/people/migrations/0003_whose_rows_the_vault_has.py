from django.db import migrations

_ROLES = (
    ('perpetrator', 'perpetrator_roles', 'victim_survivor_roles'),
    ('victim_survivor', 'victim_survivor_roles', 'perpetrator_roles'),
)


def say_in_which_role(apps, schema_editor):
    """Say of each address and number in which role it was told, where that is beyond doubt.

    Somebody who is the perpetrator of one case and the victim-survivor of another has rows of
    both: those stay without a role, and are shown to nobody until somebody records them anew.
    """
    Person = apps.get_model('people', 'Person')
    for role, has, has_not in _ROLES:
        alone = Person.objects.filter(**{f'{has}__isnull': False, f'{has_not}__isnull': True})
        for name in ('Address', 'Telephone'):
            rows = apps.get_model('vault', name).objects.filter(of_role='')
            rows.filter(subject__in=alone.values('pk')).update(of_role=role)


def name_the_keepers(apps, schema_editor):
    """Let whoever works with a pair keep what is known of it: an Idva hers, a case manager his."""
    Holder = apps.get_model('people', 'Holder')
    Subject, Keeper = (apps.get_model('vault', name) for name in ('Subject', 'Keeper'))
    for role, path in (('idva', 'victim_survivor'), ('case_manager', 'perpetrator')):
        held = Holder.objects.filter(ended_at=None, user__role_holdings__role=role)
        held = held.filter(user__role_holdings__ended_at=None)
        found = held.values_list(
            f'dyad__{path}__person', 'user', 'on_behalf_of', 'recorded_at', 'recorded_by'
        )
        kept = {row[:3]: row[3:] for row in found}
        people = {person for person, *_ in kept}
        Subject.objects.bulk_create(
            [Subject(id=key) for key in people], ignore_conflicts=True, batch_size=500
        )
        Keeper.objects.bulk_create(
            [
                Keeper(
                    subject_id=person,
                    user_id=user,
                    on_behalf_of=record,
                    recorded_at=at,
                    recorded_by_id=by,
                )
                for (person, user, record), (at, by) in kept.items()
            ],
            batch_size=500,
        )


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0001_initial'),
        ('people', '0002_match_candidates'),
        ('vault', '0002_who_is_where_and_who_looked'),
    ]

    operations = [
        migrations.RunPython(say_in_which_role, migrations.RunPython.noop),
        migrations.RunPython(name_the_keepers, migrations.RunPython.noop),
    ]
