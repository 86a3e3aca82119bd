"""The rows of an extract become facts on their cases; what waits is set aside; who has looked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import InformationSource
from drive.vocabulary.casework import ActivityCode, CaseState, Channel, Intent, WorkMode
from drive.vocabulary.police import ExtractRowState, ExtractState
from drive.vocabulary.work import Direction, WorkOutcome
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.casework.actions import Late, receive_late
from drive.web.casework.actions.documents import folder_of
from drive.web.casework.actions.notes import Activity, NewNote, write_notes
from drive.web.casework.models import DriveCase
from drive.web.casework.queries import state_of
from drive.web.core.dates import in_words
from drive.web.information.actions import record_fact
from drive.web.multiagency.actions.extracts import saying_of
from drive.web.multiagency.actions.steps import day_of
from drive.web.multiagency.exceptions import CannotTakeIn
from drive.web.multiagency.models import ExtractLooked, ExtractRow, PoliceExtract
from drive.web.multiagency.queries.extracts import cells_of
from drive.web.multiagency.rules.extracts import said_again
from drive.web.organisations.models import Site

S = ExtractRowState


def put_on_cases(*, extract: PoliceExtract, by: User, now: datetime) -> int:
    """Put every row in which nothing is wrong on its case; return how many were put there.

    Each case is one transaction: whoever is stopped goes on where it was left.
    """
    ready = extract.rows.filter(state=S.READY).order_by()
    cases = sorted(set(ready.values_list("drive_case", flat=True)), key=str)
    counts: list[int] = [_put_on_case(extract.pk, key, by=by, now=now) for key in cases if key]
    _settle(extract, by=by, now=now)
    return sum(counts)


@transaction.atomic
def _put_on_case(key: UUID, case_key: UUID, *, by: User, now: datetime) -> int:
    extract = PoliceExtract.objects.select_related("agency", "site").get(pk=key)
    Site.objects.select_for_update().get(pk=extract.site_id)
    rows = list(
        extract.rows.select_for_update(of=("self",))
        .filter(state=S.READY, drive_case=case_key)
        .order_by("happened_on", "number")
    )
    case = DriveCase.objects.select_related("site", "perpetrator").get(pk=case_key)
    marks = [row.mark for row in rows]
    there = ExtractRow.objects.filter(state=S.TAKEN, mark__in=marks).order_by()
    known = set(there.values_list("mark", flat=True))
    taken = [row for row in rows if row.mark not in known]
    for row in rows:
        if row.mark in known:
            _known_already(row)
        else:
            _fact(row, case, by=by, now=now)
    if taken:
        _note(extract, case, taken, by=by, now=now)
        record_change("multiagency.put_extract_on_case", case, extract, by=by, now=now)
    return len(taken)


def _known_already(row: ExtractRow) -> None:
    row.state, row.sealed_cells = S.KNOWN, ""
    row.save(update_fields=["state", "sealed_cells"])


def _fact(row: ExtractRow, case: DriveCase, *, by: User, now: datetime) -> None:
    folder = folder_of(case, by=by, now=now)
    said = said_again(cells_of(row), today=day_of(now))
    row.fact = record_fact(folder=folder, said=saying_of(said, day_of(now)), by=by, now=now)
    row.state, row.sealed_cells = S.TAKEN, ""
    row.save(update_fields=["state", "fact", "sealed_cells"])


def _note(
    extract: PoliceExtract,
    case: DriveCase,
    rows: Sequence[ExtractRow],
    *,
    by: User,
    now: datetime,
) -> None:
    """Write the note by which what came counts as work: once a case, however many rows."""
    days = sorted({row.happened_on for row in rows if row.happened_on})
    incidents = "1 incident" if len(rows) == 1 else f"{len(rows)} incidents"
    text = f"Police extract: {incidents}, the latest of {in_words(days[-1])}."
    note = NewNote(
        happened_on=day_of(now),
        channel=Channel.SYSTEM,
        text=text,
        direction=Direction.IN,
        agency=extract.agency,
        agency_kind=AgencyType(extract.agency.kind),
        outcome=WorkOutcome.INFORMATION,
        activities=[
            Activity(code=ActivityCode.INFO_RECEIVED, mode=WorkMode.INDIRECT, intent=Intent.SAFETY)
        ],
    )
    write_notes(case, [note], by=by, now=now)
    if state_of(case) is CaseState.CLOSED:
        late = Late(learned_on=day_of(now), informant=InformationSource.POLICE, text=text)
        receive_late(case=case, late=late, by=by, now=now)


def _settle(extract: PoliceExtract, *, by: User, now: datetime) -> None:
    """Say where an extract stands now."""
    with transaction.atomic():
        row = PoliceExtract.objects.select_for_update(of=("self",)).get(pk=extract.pk)
        states = set(row.rows.order_by().values_list("state", flat=True))
        row.state = ExtractState.PARTLY if states & {S.WRONG, S.READY} else ExtractState.TAKEN
        row.save(update_fields=["state"])
        record_change("multiagency.put_extract_on_cases", row, by=by, now=now)


@transaction.atomic
def set_aside(*, extract: PoliceExtract, by: User, now: datetime) -> PoliceExtract:
    """Set aside what is wrong and is put right no more; its words are erased."""
    row = PoliceExtract.objects.select_for_update(of=("self",)).get(pk=extract.pk)
    waiting = row.rows.filter(state=S.WRONG)
    if not waiting.update(state=S.SET_ASIDE, sealed_cells="", sealed_problems=""):
        raise CannotTakeIn("No row of this extract is wrong and waits.")
    if row.state == ExtractState.PARTLY and not row.rows.filter(state=S.READY).exists():
        row.state = ExtractState.TAKEN
        row.save(update_fields=["state"])
    record_change("multiagency.set_extract_rows_aside", row, by=by, now=now)
    return row


@transaction.atomic
def discard(*, extract: PoliceExtract, by: User, now: datetime) -> PoliceExtract:
    """Throw away an extract of which nothing is on a case yet."""
    row = PoliceExtract.objects.select_for_update(of=("self",)).get(pk=extract.pk)
    if row.state != ExtractState.READ:
        raise CannotTakeIn("Rows of this extract are on their cases already.")
    row.rows.update(state=S.SET_ASIDE, sealed_cells="", sealed_problems="", drive_case=None)
    row.state = ExtractState.DISCARDED
    row.save(update_fields=["state"])
    record_change("multiagency.discard_extract", row, by=by, now=now)
    return row


@transaction.atomic
def note_looked(*, case: DriveCase, by: User, now: datetime) -> None:
    """Note that somebody looked at what the extracts say on a case: what comes later is new."""
    ExtractLooked.objects.update_or_create(drive_case=case, user=by, defaults={"looked_at": now})
