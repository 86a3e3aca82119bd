"""Writing the log of a trial: a chain that shows whatever is done to it afterwards."""

import json
import logging
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from drive.randomisation import chain
from drive.web.allocation.models import DrawRecord, Trial
from drive.web.allocation.queries.heads import PUBLISHED
from drive.web.allocation.queries.sealed import log_key_of

logger = logging.getLogger(__name__)


def append(trial: Trial, rows: Sequence[Mapping[str, Any]]) -> chain.Head:
    """Write rows behind the last one and publish the new head. Part of the caller's transaction.

    Whoever writes at the same moment waits here until this transaction has ended.
    """
    Trial.objects.select_for_update().get(pk=trial.pk)
    links = chain.extend(rows, after=_head(trial), key=log_key_of(trial))
    DrawRecord.objects.bulk_create(
        [
            DrawRecord(trial=trial, number=link.number, row=dict(link.row), seal=link.seal)
            for link in links
        ]
    )
    head = chain.head_of(links)
    Trial.objects.filter(pk=trial.pk).update(head_number=head.count, head_seal=head.seal)
    transaction.on_commit(partial(_publish, trial, head))
    return head


def _head(trial: Trial) -> chain.Head:
    latest = DrawRecord.objects.filter(trial=trial).order_by("-number").first()
    return chain.Head(latest.number, latest.seal) if latest else chain.Head(0, chain.BEGINNING)


def _publish(trial: Trial, head: chain.Head) -> None:
    # Beside the database, since whoever can cut the log there could cut its heads too.
    path = Path(settings.DRIVE_PUBLISHED_DIR) / PUBLISHED
    line = {"commitment": trial.commitment, "number": head.count, "seal": head.seal}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="ascii") as heads:
            heads.write(json.dumps(line) + "\n")
    except OSError:
        logger.exception("The head of the allocation log was not published.")
