"""The heads of the log as they were published, in the database and beside it."""

import json
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from drive.randomisation.chain import Head
from drive.web.allocation.models import Batch, Trial

PUBLISHED = "allocation-heads.jsonl"


def heads_of(trial: Trial) -> list[Head]:
    """Return every head that was published of a trial's log, the shortest log first."""
    drawn = Batch.objects.filter(trial=trial, drawn_at__isnull=False)
    found = {Head(number or 0, seal) for number, seal in drawn.values_list(*_COLUMNS)}
    own = Trial.objects.values_list(*_COLUMNS).get(pk=trial.pk)
    found |= {Head(*own)} | set(_beside(trial))
    return sorted(found, key=lambda head: (head.count, head.seal))


_COLUMNS = ("head_number", "head_seal")


def _beside(trial: Trial) -> Iterator[Head]:
    path = Path(settings.DRIVE_PUBLISHED_DIR) / PUBLISHED
    if not path.exists():
        return
    for line in path.read_text(encoding="ascii").splitlines():
        said = json.loads(line)
        if said["commitment"] == trial.commitment:
            yield Head(said["number"], said["seal"])
