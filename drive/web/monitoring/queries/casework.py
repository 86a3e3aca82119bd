"""What waits on the cases of a site: without contact, due, risen, not looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from drive.vocabulary.casework import NonContactReason
from drive.web.accounts.models import User
from drive.web.assessments.queries import DueAssessment, due_soon, missing_cells, rises_waiting
from drive.web.casework.models import DriveCase, NonContactRecord, SuContact
from drive.web.casework.queries import open_cases_seen_by
from drive.web.monitoring.rules.contact import Without
from drive.web.monitoring.rules.missing import Counted
from drive.web.oversight.queries import SupervisionDue, supervision_due


@dataclass(frozen=True, kw_only=True)
class Watch:
    """Everything that waits on the open cases that somebody oversees."""

    cases: list[DriveCase]
    without_contact: list[Without]
    due: list[DueAssessment]
    rises: int
    supervision_overdue: list[SupervisionDue]


def watch(actor: User, today: date) -> Watch:
    """Return what waits, in a fixed number of queries."""
    cases = list(open_cases_seen_by(actor))
    supervised = supervision_due(cases, actor)
    return Watch(
        cases=cases,
        without_contact=without_contact(cases, actor),
        due=due_soon(actor, today),
        rises=rises_waiting(actor).count(),
        supervision_overdue=[each for each in supervised if each.due_on < today],
    )


def without_contact(cases: list[DriveCase], actor: User) -> list[Without]:
    """Return the cases never contacted, each with its reason and since when that has stood."""
    keys = [case.pk for case in cases]
    contacts = SuContact.objects.visible_to(actor).filter(drive_case__in=keys, successful=True)
    reached = set(contacts.values_list("drive_case", flat=True))
    standing = NonContactRecord.objects.visible_to(actor).filter(
        drive_case__in=keys, superseded_by=None
    )
    latest = {each.drive_case_id: each for each in standing.order_by("recorded_at")}
    return [_without(case, latest.get(case.pk)) for case in cases if case.pk not in reached]


def _without(case: DriveCase, record: NonContactRecord | None) -> Without:
    if record is None:
        return Without(reason=None, since=case.opened_on)
    return Without(reason=NonContactReason(record.reason), since=record.since or case.opened_on)


def missing(actor: User) -> list[Counted]:
    """Return how often each question is known, or why it is not, by site and month."""
    return [Counted(**cell._asdict()) for cell in missing_cells(actor)]
