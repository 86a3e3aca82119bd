"""Whoever was drawn before batches were locked is a unit of his own, at his old position."""

from django.db import migrations


def make_units(apps, _schema):
    Allocation = apps.get_model("allocation", "Allocation")
    DrawUnit = apps.get_model("allocation", "DrawUnit")
    for drawn in Allocation.objects.exclude(block=None).order_by("recorded_at", "pk"):
        drawn.unit = DrawUnit.objects.create(
            sealed_list_id=drawn.block_id,
            position=drawn.position,
            arm=drawn.arm,
            p_assignment=drawn.p_assignment,
            recorded_at=drawn.recorded_at,
            recorded_by_id=drawn.recorded_by_id,
        )
        drawn.save(update_fields=["unit"])


class Migration(migrations.Migration):

    dependencies = [("allocation", "0004_the_trial")]

    operations = [migrations.RunPython(make_units, migrations.RunPython.noop)]
