"""Looked at by those who oversee: supervision with something agreed, and a query about a record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from drive.vocabulary.oversight import OversightKind
from drive.vocabulary.timeline import TimelineKind
from drive.web.accounts.models import User
from drive.web.assessments.actions import decide, review_rise
from drive.web.assessments.models import Assessment, Rise
from drive.web.case_record.actions import pin
from drive.web.casework.models import CaseNote, DriveCase, WhoseRisk
from drive.web.monitoring.actions import raise_query
from drive.web.monitoring.models import DataQuery
from drive.web.oversight.actions import Agreed, NewRecord, add_record
from drive.web.oversight.models import OversightAction
from tests.cast import NOW


@dataclass(frozen=True, kw_only=True)
class LookedAt:
    """What was agreed in supervision, and what was asked."""

    action: OversightAction
    query: DataQuery


def decided(
    users: dict[str, User], *, accepted: Assessment, reviewed: Rise, note: CaseNote
) -> None:
    """Accept an assessment, review a rise, and put a note on top of its timeline."""
    by = users["service_manager"]
    decide(assessment=accepted, accepted=True, by=by, now=NOW)
    whose_risk = [WhoseRisk.CHILDREN]
    review_rise(
        rise=reviewed, found="foundrisen", done="donerisen", whose_risk=whose_risk, by=by, now=NOW
    )
    case = note.drive_case
    pin(case=case, entry=note.pk, kind=TimelineKind.NOTE, by=users["case_manager"], now=NOW)


def looked_at(users: dict[str, User], case: DriveCase, assessment: Assessment) -> LookedAt:
    """Record supervision of a case, and ask about its assessment."""
    record = add_record(
        case=case,
        new=NewRecord(
            kind=OversightKind.SUPERVISION,
            held_on=date(2017, 6, 20),
            relationship="relationship11",
            facts="lookedat11",
            agreed=[Agreed(words="agreed11", due_on=date(2017, 7, 20))],
        ),
        by=users["service_manager"],
        now=NOW,
    )
    query = raise_query(
        assessment=assessment,
        field="need_alcohol",
        words="queried11",
        by=users["practice_adviser"],
        now=NOW,
    )
    return LookedAt(action=record.actions.get(), query=query)
