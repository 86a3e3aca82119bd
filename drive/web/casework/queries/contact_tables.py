"""The tables of contact of the cases in reach, from what was recorded of contact and of none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.db.models import Min, OuterRef, QuerySet, Subquery

from drive.vocabulary.casework import AssessmentPoint, NonContactReason
from drive.vocabulary.clock import ClockStart
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase, NonContactRecord, SuContact
from drive.web.casework.queries.cases import cases_seen_by
from drive.web.casework.queries.work import Scope, cases_in
from drive.web.casework.rules import clock
from drive.web.casework.rules.contact_tables import CaseContact, ContactTables, contact_tables

Reasons = dict[UUID, dict[AssessmentPoint, NonContactReason]]


def contact_tables_of(scope: Scope, actor: User, *, today: date) -> ContactTables:
    """Return the tables of contact of a scope, as far as somebody may read."""
    cases = cases_in(scope, cases_seen_by(actor))
    return contact_tables(_known(cases, actor), today=today)


def _known(cases: QuerySet[DriveCase], actor: User) -> Iterator[CaseContact]:
    """Give what is known of each case, in two queries for all of them."""
    reached = (
        SuContact.objects.visible_to(actor)
        .filter(drive_case=OuterRef("pk"), successful=True)
        .order_by()
        .values("drive_case")
        .annotate(first=Min("happened_on"))
        .values("first")
    )
    reasons = _reasons(cases, actor)
    rows = cases.annotate(reached_on=Subquery(reached)).values_list(
        "pk",
        "clock_start",
        "allocation__allocated_on",
        "opened_on",
        "closure__closed_on",
        "reached_on",
    )
    for key, kind, allocated_on, opened_on, closed_on, reached_on in rows:
        start = clock.clock_start(ClockStart(kind), allocated_on=allocated_on, opened_on=opened_on)
        yield CaseContact(
            due=_due(start, closed_on), reached_on=reached_on, reasons=reasons.get(key, {})
        )


def _due(start: date, closed_on: date | None) -> dict[AssessmentPoint, date]:
    """Return when the points of a case are: none after its end, and closure is that end."""
    due = clock.points(start)
    del due[AssessmentPoint.CLOSURE]
    if closed_on is None:
        return due
    return {point: min(day, closed_on) for point, day in due.items()} | {
        AssessmentPoint.CLOSURE: closed_on
    }


def _reasons(cases: QuerySet[DriveCase], actor: User) -> Reasons:
    found: Reasons = defaultdict(dict)
    standing = NonContactRecord.objects.visible_to(actor).filter(
        drive_case__in=cases.order_by().values("pk"), superseded_by=None
    )
    for key, point, reason in standing.values_list("drive_case", "point", "reason"):
        found[key][AssessmentPoint(point)] = NonContactReason(reason)
    return found
