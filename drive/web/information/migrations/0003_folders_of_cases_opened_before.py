"""Folders for the Idva cases that were opened before there were folders of theirs.

Whoever holds such a case now opens its folder. Folders of Drive cases get their reference.
"""

from __future__ import annotations

from typing import Any

from django.db import migrations


def give_folders(apps: Any, _editor: Any) -> None:
    folders = apps.get_model("information", "Folder")
    custodians = apps.get_model("information", "Custodian")
    assignments = apps.get_model("insights", "IdvaAssignment")
    held = assignments.objects.filter(ended_at=None).select_related("idva_case__dyad")
    for row in held.iterator():
        case = row.idva_case
        folder = folders.objects.create(
            about=case.pk,
            side="idva",
            reference=case.reference,
            site_id=case.site_id,
            perpetrator_id=case.dyad.perpetrator_id,
            dyad_id=case.dyad_id,
            recorded_at=case.recorded_at,
            recorded_by_id=case.recorded_by_id,
        )
        custodians.objects.create(
            folder=folder,
            user_id=row.user_id,
            recorded_at=row.recorded_at,
            recorded_by_id=row.recorded_by_id,
        )


def give_references(apps: Any, _editor: Any) -> None:
    folders = apps.get_model("information", "Folder")
    cases = apps.get_model("casework", "DriveCase")
    for key, reference in cases.objects.values_list("pk", "reference").iterator():
        folders.objects.filter(about=key, reference="").update(reference=reference)


class Migration(migrations.Migration):
    dependencies = [
        ("information", "0002_facts_and_what_crosses"),
        ("insights", "0001_initial"),
        ("casework", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(give_folders, migrations.RunPython.noop),
        migrations.RunPython(give_references, migrations.RunPython.noop),
    ]
