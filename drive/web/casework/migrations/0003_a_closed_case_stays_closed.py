"""Each closure that there is keeps its case closed: none was reopened before."""

from typing import Any

from django.db import migrations
from django.db.models import F


def stand(apps: Any, _schema_editor: Any) -> None:
    apps.get_model("casework", "CaseClosure").objects.update(standing_for=F("drive_case"))


class Migration(migrations.Migration):
    dependencies = [("casework", "0002_safe_contact_the_clock_and_work")]

    operations = [migrations.RunPython(stand, migrations.RunPython.noop)]
