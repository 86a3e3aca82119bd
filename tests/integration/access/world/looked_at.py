"""Looked at by those who oversee: supervision with something agreed, and a query about a record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from drive.vocabulary.oversight import OversightKind
from drive.web.accounts.models import User
from drive.web.assessments.models import Assessment
from drive.web.casework.models import DriveCase
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
