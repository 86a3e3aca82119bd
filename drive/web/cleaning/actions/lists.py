"""Taking an Insights list in: the upload is sealed; a job reads it (`reading`)."""

import base64
from datetime import date, datetime, timedelta
from pathlib import PurePath
from uuid import UUID

from django.db import transaction

from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.cleaning.exceptions import SameFileAgain, UnreadableFile
from drive.web.cleaning.models import InsightsList
from drive.web.cleaning.queries.sealed import keyed_mark
from drive.web.cleaning.rules.files import MOST_BYTES, NotAList, kind_of
from drive.web.cleaning.rules.states import InsightsListState, ReadingStep
from drive.web.core.sealing import seal_field
from drive.web.design_system.presenters import time_in_words

KEPT_FOR = timedelta(days=30)
"""Longer than a Marac list: hundreds of rows are each looked at by a person."""


@transaction.atomic
def import_list(
    *,
    file_name: str,
    content: bytes,
    starts_on: date,
    today: date,
    by: User,
    now: datetime,
    key: UUID | None = None,
) -> InsightsList:
    """Take a list in, sealed; `read_list` reads it. `key` fixes its key.

    Raises
    ------
    UnreadableFile
        If the file is too large, empty, of another kind than its name says, or has macros.
    SameFileAgain
        If the very same file is there already.
    """
    _refuse_other_files(content, file_name)
    mark = keyed_mark("file", content.hex())
    _refuse_the_same(mark)
    row = InsightsList(
        file_name=PurePath(file_name.replace("\\", "/")).name[-200:],
        mark=mark,
        state=InsightsListState.READING,
        step=ReadingStep.OPENING,
        starts_on=starts_on,
        expires_on=today + KEPT_FOR,
        recorded_at=now,
        recorded_by=by,
        **({"id": key} if key else {}),
    )
    seal_field(row, "sealed_content", base64.b64encode(content).decode())
    row.save(force_insert=True)
    record_change("cleaning.import_list", row, by=by, now=now)
    return row


def _refuse_other_files(content: bytes, file_name: str) -> None:
    if len(content) > MOST_BYTES:
        raise UnreadableFile(
            f"The file is larger than {MOST_BYTES // 1024**2} MB. A list of 10,000 rows is far "
            "smaller: remove pictures and further sheets.",
            field="file",
        )
    try:
        kind_of(content, file_name)
    except NotAList as refusal:
        raise UnreadableFile(str(refusal), field="file") from refusal


def _refuse_the_same(mark: str) -> None:
    gone = [InsightsListState.UNREADABLE, InsightsListState.DISCARDED]
    earlier = InsightsList.objects.filter(mark=mark).exclude(state__in=gone).first()
    if earlier is not None:
        raise SameFileAgain(
            f"The very same file was imported on {time_in_words(earlier.recorded_at)} by "
            f"{earlier.recorded_by.name}, as “{earlier.file_name}”. Nothing was imported a second "
            "time: open that list from the page before.",
            field="file",
        )


@transaction.atomic
def note_unreadable(*, insights_list: InsightsList, words: str, by: User, now: datetime) -> None:
    """Note in words why a list cannot be read, and keep nothing of it."""
    insights_list.state, insights_list.message = InsightsListState.UNREADABLE, words
    insights_list.sealed_content = ""
    insights_list.save(update_fields=["state", "message", "sealed_content"])
    record_change("cleaning.note_unreadable", insights_list, by=by, now=now)
