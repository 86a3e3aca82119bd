"""Reading a list: its rows are compared with one another, and what is found is proposed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db import transaction

from drive.linkage.cleaning import Proposal, propose, tidy
from drive.linkage.cleaning.sameness import ReadRow as Readable
from drive.linkage.cleaning.sameness import agreement
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.cleaning.actions.linking import Link, links_of
from drive.web.cleaning.actions.lists import note_unreadable
from drive.web.cleaning.models import CleaningProposal, CleaningRun, InsightsList, InsightsListRow
from drive.web.cleaning.queries.sealed import content_of, mark_of
from drive.web.cleaning.rules.files import NotAList, Sheet, read_file
from drive.web.cleaning.rules.headings import Columns, read_headings
from drive.web.cleaning.rules.rows import ReadRow, cells_of, read_rows
from drive.web.cleaning.rules.states import (
    UNDECIDED,
    InsightsListState,
    InsightsRowState,
    ReadingStep,
)
from drive.web.core.sealing import seal_field
from drive.web.organisations.models import Site

_AT_ONCE = 500


@dataclass(frozen=True, kw_only=True)
class _Found:
    """Everything that is known of a list once it is read."""

    rows: Sequence[ReadRow]
    proposals: Sequence[Proposal]
    links: Mapping[int, Link]
    notes: Sequence[str]

    @cached_property
    def proposed(self) -> set[int]:
        """The numbers of the rows that are proposed to be set aside."""
        return {each.number for each in self.proposals}


def read_list(*, insights_list: InsightsList, by: User, now: datetime) -> InsightsList:
    """Read a list and propose; a list that was read already stays as it is."""
    if insights_list.state != InsightsListState.READING:
        return insights_list
    try:
        found = _found(insights_list)
    except NotAList as refusal:
        note_unreadable(insights_list=insights_list, words=str(refusal), by=by, now=now)
        return insights_list
    _now_at(insights_list, ReadingStep.KEEPING)
    return _keep(insights_list, found, by=by, now=now)


def _found(insights_list: InsightsList) -> _Found:
    sheet = read_file(content_of(insights_list), insights_list.file_name)
    columns = read_headings(sheet.headings)
    if columns.refusals:
        raise NotAList(" ".join(columns.refusals))
    rows = read_rows(sheet, columns, _sites())
    _now_at(insights_list, ReadingStep.COMPARING, rows_in_all=len(rows))
    proposals = propose([row.typed for row in rows], starts_on=insights_list.starts_on)
    _now_at(insights_list, ReadingStep.LINKING)
    return _Found(
        rows=rows,
        proposals=proposals,
        links=links_of({row.typed.number: (row.site, cells_of(row.typed)) for row in rows}),
        notes=[*sheet.notes, *_notes(columns, sheet), *_seen_before(insights_list, rows)],
    )


def _sites() -> dict[str, str]:
    sites = Site.objects.values_list("code", "name")
    return {tidy(word): code for code, name in sites for word in (code, name)}


def _now_at(insights_list: InsightsList, step: ReadingStep, **more: int) -> None:
    """Say how far the reading has come, for the page that waits."""
    InsightsList.objects.filter(pk=insights_list.pk).update(step=step, **more)


def _notes(columns: Columns, sheet: Sheet) -> list[str]:
    notes = []
    if not columns.answers:
        notes.append(
            "The list has no columns with answers. Copies were told by the two people and the "
            "hearing alone."
        )
    unnamed = [place for place, heading in enumerate(sheet.headings) if not heading.strip()]
    if any(
        place < len(cells) and cells[place].strip() for _, cells in sheet.rows for place in unnamed
    ):
        notes.append("A column has no heading. What stands in it was not compared.")
    return notes


def _seen_before(insights_list: InsightsList, rows: Sequence[ReadRow]) -> list[str]:
    """Say how many of the rows are in a list that was imported before."""
    marks = [mark_of(row.typed) for row in rows]
    found = set()
    for first in range(0, len(marks), _AT_ONCE):
        others = InsightsListRow.objects.exclude(insights_list=insights_list)
        some = others.filter(mark__in=marks[first : first + _AT_ONCE])
        found |= set(some.order_by().values_list("mark", flat=True))
    again = sum(mark in found for mark in marks)
    if not again:
        return []
    words = (
        f"{again:,} of the {len(rows):,} rows say just what a row of a list imported before says. "
        "Rows are compared within this list only: you may have imported it twice."
    )
    return [words]


@transaction.atomic
def _keep(insights_list: InsightsList, found: _Found, *, by: User, now: datetime) -> InsightsList:
    locked = InsightsList.objects.select_for_update().get(pk=insights_list.pk)
    if locked.state != InsightsListState.READING:
        return locked
    sites = {site.code: site for site in Site.objects.all()}
    rows = {row.typed.number: _row(locked, row, found, sites) for row in found.rows}
    InsightsListRow.objects.bulk_create(rows.values(), batch_size=_AT_ONCE)
    _keep_proposals(locked, found, rows, by=by, now=now)
    undecided = any(row.state in UNDECIDED for row in rows.values())
    locked.state = InsightsListState.WAITING if undecided else InsightsListState.DECIDED
    locked.notes, locked.rows_in_all = list(found.notes), len(rows)
    locked.save(update_fields=["state", "notes", "rows_in_all"])
    record_change("cleaning.read_list", locked, by=by, now=now)
    return locked


def _row(
    insights_list: InsightsList, read: ReadRow, found: _Found, sites: Mapping[str, Site]
) -> InsightsListRow:
    number = read.typed.number
    link = found.links.get(number, Link())
    row = InsightsListRow(
        insights_list=insights_list,
        number=number,
        site=sites[read.site] if read.site else None,
        mark=mark_of(read.typed),
        reconstructed=read.reconstructed,
        state=_state(read, is_proposed=number in found.proposed),
        perpetrator_id=link.perpetrator,
        victim_survivor_id=link.victim_survivor,
    )
    seal_field(row, "sealed_cells", json.dumps(cells_of(read.typed)))
    if read.problems:
        problems = [[each.heading, each.words] for each in read.problems]
        seal_field(row, "sealed_problems", json.dumps(problems))
    return row


def _state(read: ReadRow, *, is_proposed: bool) -> InsightsRowState:
    if is_proposed:
        return InsightsRowState.PROPOSED
    return InsightsRowState.LOOK if read.problems else InsightsRowState.STAYS


def _keep_proposals(
    insights_list: InsightsList,
    found: _Found,
    rows: Mapping[int, InsightsListRow],
    *,
    by: User,
    now: datetime,
) -> None:
    run = CleaningRun.objects.create(
        insights_list=insights_list,
        starts_on=insights_list.starts_on,
        rows_compared=len(rows),
        recorded_at=now,
        recorded_by=by,
    )
    read = {row.typed.number: Readable(row.typed) for row in found.rows}
    made = []
    for each in found.proposals:
        agree, given = (
            agreement(read[each.number], read[each.stays]) if each.stays else (None, None)
        )
        made.append(
            CleaningProposal(
                run=run,
                row=rows[each.number],
                reason=each.reason,
                stays_number=each.stays,
                because=each.because,
                answers_agree=agree,
                answers_given=given,
            )
        )
    CleaningProposal.objects.bulk_create(made, batch_size=_AT_ONCE)
