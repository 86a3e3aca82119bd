"""Police extracts: taken in, put on their cases as facts, set aside; and who has looked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePath

from django.db import transaction

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import InformationSource, ValueStatus, unknown
from drive.vocabulary.documents import HandlingCode
from drive.vocabulary.facts import Independence, Reliability, SourceRoute
from drive.vocabulary.police import ExtractRowState, ExtractState
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.core.sealing import seal_field
from drive.web.design_system.presenters import time_in_words
from drive.web.information.actions import Saying
from drive.web.multiagency.actions.steps import day_of
from drive.web.multiagency.exceptions import CannotTakeIn, SameFileAgain
from drive.web.multiagency.models import ExtractRow, PoliceExtract
from drive.web.multiagency.queries.extracts import cases_by_reference, keyed_mark
from drive.web.multiagency.rules.extracts import (
    Problem,
    ReadRow,
    Said,
    independence_of,
    plain_reference,
    read_headings,
    read_rows,
    statement_of,
    topic_of,
    understood,
)
from drive.web.organisations.models import Agency, Site
from drive.web.referrals.rules.files import Sheet, read_file
from drive.web.referrals.rules.kinds import FileKind, NotAList, kind_of

MOST_BYTES = 2 * 1024 * 1024
MOST_ROWS = 2_000
S = ExtractRowState


@dataclass(frozen=True, kw_only=True)
class Uploaded:
    """A file as somebody sent it, and which force it is from."""

    agency: Agency
    file_name: str
    content: bytes


@transaction.atomic
def take_in(*, uploaded: Uploaded, by: User, now: datetime) -> PoliceExtract:
    """Read an extract. Nothing of it is on a case before somebody says so.

    Raises
    ------
    CannotTakeIn
        With words that name row and column, if it cannot be read, or has a column that is refused.
    SameFileAgain
        If the very same file is there already.
    """
    site = Site.objects.select_for_update().get(pk=uploaded.agency.site_id)
    if uploaded.agency.kind != AgencyType.POLICE:
        raise CannotTakeIn("Choose the police force that sent it", field="agency")
    sheet = _sheet(uploaded)
    columns = read_headings(sheet.headings)
    if columns.refusals:
        raise CannotTakeIn(" ".join(columns.refusals), field="file")
    mark = keyed_mark("file", str(site.pk), uploaded.content.hex())
    _refuse_the_same(site, mark)
    rows = read_rows(sheet, columns, today=day_of(now))
    extract = PoliceExtract(
        site=site,
        agency=uploaded.agency,
        file_name=_plain_name(uploaded.file_name),
        mark=mark,
        state=ExtractState.READ,
        notes=_notes(columns.ignored),
        rows_in_all=len(rows),
        recorded_at=now,
        recorded_by=by,
    )
    extract.save(force_insert=True)
    _keep(extract, rows)
    record_change("multiagency.take_in_extract", extract, by=by, now=now)
    return extract


def _sheet(uploaded: Uploaded) -> Sheet:
    if len(uploaded.content) > MOST_BYTES:
        raise CannotTakeIn(
            f"The file is larger than {MOST_BYTES // 1024**2} MB. Ask for a shorter time, and "
            "upload the files one after another.",
            field="file",
        )
    try:
        if kind_of(uploaded.content, uploaded.file_name) is not FileKind.TEXT:
            raise CannotTakeIn(
                "The file is a workbook. Save it as CSV and upload that.", field="file"
            )
        sheet = read_file(uploaded.content, uploaded.file_name, understood=understood)
    except NotAList as refusal:
        raise CannotTakeIn(str(refusal), field="file") from refusal
    if len(sheet.rows) > MOST_ROWS:
        raise CannotTakeIn(
            f"The extract has more than {MOST_ROWS:,} rows. Divide it, and upload the parts one "
            "after another.",
            field="file",
        )
    return sheet


def _plain_name(name: str) -> str:
    base = PurePath(name.replace("\\", "/")).name
    return "".join(each for each in base if each.isprintable())[-200:] or "extract.csv"


def _refuse_the_same(site: Site, mark: str) -> None:
    earlier = PoliceExtract.objects.filter(site=site, mark=mark)
    found = earlier.exclude(state=ExtractState.DISCARDED).select_related("recorded_by").first()
    if found is not None:
        raise SameFileAgain(
            f"The very same file was uploaded on {time_in_words(found.recorded_at)} by "
            f"{found.recorded_by.name}. Nothing was read a second time: open that extract.",
            field="file",
        )


def _notes(ignored: Sequence[str]) -> list[str]:
    if not ignored:
        return []
    listed = ", ".join(f"“{heading[:60]}”" for heading in ignored)
    return [f"Not read and not kept: {listed}."]


def _keep(extract: PoliceExtract, rows: Iterable[ReadRow]) -> None:
    cases = cases_by_reference(extract.site)
    on_record = ExtractRow.objects.filter(state=S.TAKEN, extract__site=extract.site)
    marks = set(on_record.order_by().values_list("mark", flat=True))
    made = []
    for read in rows:
        mark = _mark_of(extract, read)
        # Also of a row that is wrong: whoever is kept out of somebody sees none of his rows.
        case = cases.get(plain_reference(read.cells.get("reference", "")))
        problems = read.problems or _unmatched(read, found=case is not None)
        state = S.WRONG if problems else S.KNOWN if mark in marks else S.READY
        marks.add(mark)
        row = ExtractRow(
            extract=extract, number=read.number, state=state, mark=mark, drive_case=case
        )
        if read.said:
            row.happened_on = read.said.day
        if state is not S.KNOWN:
            seal_field(row, "sealed_cells", json.dumps(dict(read.cells)))
        if problems:
            typed = [[each.heading, each.words] for each in problems]
            seal_field(row, "sealed_problems", json.dumps(typed))
        made.append(row)
    ExtractRow.objects.bulk_create(made, batch_size=200)


def _unmatched(read: ReadRow, *, found: bool) -> tuple[Problem, ...]:
    if read.said is None or found:
        return ()
    words = (
        f"No Drive case of this site has the reference “{read.said.reference}”. Nobody is looked "
        "for by name."
    )
    return (Problem("Case reference", words),)


def _mark_of(extract: PoliceExtract, read: ReadRow) -> str:
    if read.said is None:
        return keyed_mark("wrong", str(extract.pk), str(read.number))
    said = read.said
    parts = (said.reference, said.day.isoformat(), said.incident, said.done, said.crime)
    return keyed_mark("row", str(extract.site_id), *(part.casefold() for part in parts))


def saying_of(said: Said, today: date) -> Saying:
    """Return what a row says as a fact of the case manager's side."""
    without_her = independence_of(said)
    is_hers = without_her is not Independence.YES
    return Saying(
        statement=statement_of(said),
        topic=topic_of(said.incident),
        source_kind=InformationSource.POLICE,
        agency=AgencyType.POLICE,
        route=SourceRoute.THROUGH_AGENCY,
        without_her=without_her,
        learned_on=today,
        reliability=Reliability.CONFIRMED,
        inferable=unknown(ValueStatus.NOT_ASKED),
        handling=HandlingCode.NOT_TO_SERVICE_USER if is_hers else HandlingCode.DO_NOT_SHARE,
    )
