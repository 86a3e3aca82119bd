"""Acts that need the whole case: closing it, and keeping somebody out of it."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from drive.vocabulary.casework import ClosureReason
from drive.web.accounts import actions as accounts
from drive.web.accounts.models import Exclusion, User
from drive.web.accounts.policy import purpose_of
from drive.web.audit.actions import record
from drive.web.audit.models import EventKind
from drive.web.case_record.exceptions import CannotKeepOut, WhoseRiskMissing
from drive.web.case_record.queries import found_by, open_items
from drive.web.casework import actions as casework
from drive.web.casework.actions.contacts import LIVE
from drive.web.casework.models import CaseClosure, DriveCase, WhoseRisk
from drive.web.people.queries import group_of
from drive.web.recording.rules import Definition


@transaction.atomic
def close_case(
    *,
    case: DriveCase,
    closed_on: date,
    reason: ClosureReason,
    whose_risk: Sequence[WhoseRisk] = (),
    definition: Definition = LIVE,
    by: User,
    now: datetime,
) -> CaseClosure:
    """Close a case in which nothing is open, saying whose risk that reduces."""
    if not whose_risk and definition.requires_reasons:
        raise WhoseRiskMissing("Say whose risk closing the case reduces.", field="whose_risk")
    return casework.close(
        case=case,
        closed_on=closed_on,
        reason=reason,
        whose_risk=whose_risk,
        open_items=[item.words for item in open_items(case, definition)],
        by=by,
        now=now,
    )


@transaction.atomic
def keep_out(*, case: DriveCase, user: User, reason: str, by: User, now: datetime) -> Exclusion:
    """Keep somebody away from everything about the person whom a case is about.

    It holds for every record that is this human being, at whatever site.
    """
    if user.pk == by.pk:
        raise CannotKeepOut("You cannot keep yourself out: ask another manager.", field="user")
    person = case.perpetrator.person_id
    group = group_of(person).values_list("pk", flat=True)
    return accounts.keep_out(user=user, person_id=person, also=group, reason=reason, by=by, now=now)


@transaction.atomic
def look_up(*, words: str, by: User, now: datetime) -> list[DriveCase]:
    """Find cases by reference or name, and record that they were shown: a search is a read."""
    found = found_by(by, words)
    record(
        kind=EventKind.READ,
        action="case_record.look_up",
        by=by,
        now=now,
        objects=found,
        purpose=purpose_of(by),
    )
    return found
