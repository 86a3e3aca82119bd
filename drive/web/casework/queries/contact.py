"""Finding contacts, and the reasons while there are none."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from drive.vocabulary.casework import AssessmentPoint, NonContactCause, NonContactReason
from drive.web.accounts.models import User
from drive.web.casework import rules
from drive.web.casework.models import DriveCase, NonContactRecord, SuContact
from drive.web.casework.queries.cases import open_cases_seen_by


def contacts_with(case: DriveCase, actor: User) -> QuerySet[SuContact]:
    """Return the contacts and attempts of a case that somebody may read, newest first."""
    return SuContact.objects.visible_to(actor).filter(drive_case=case).select_related("recorded_by")


def reasons_on(case: DriveCase, actor: User) -> QuerySet[NonContactRecord]:
    """Return the reasons for no contact that stand, one a point."""
    return (
        NonContactRecord.objects.visible_to(actor)
        .filter(drive_case=case, superseded_by=None)
        .select_related("recorded_by")
    )


def reason_history(case: DriveCase, actor: User) -> QuerySet[NonContactRecord]:
    """Return every reason for no contact that was ever given, the newest first."""
    found = NonContactRecord.objects.visible_to(actor).filter(drive_case=case)
    return found.select_related("recorded_by").order_by("-recorded_at", "-since")


def contact_states(cases: Iterable[DriveCase], actor: User) -> dict[UUID, rules.ContactState]:
    """Return where contact stands on each of some cases, in two queries for all of them."""
    keys = [case.pk for case in cases]
    made: dict[UUID, list] = {key: [] for key in keys}
    reasons: dict[UUID, list[rules.NonContact]] = {key: [] for key in keys}
    contacts = SuContact.objects.visible_to(actor).filter(drive_case__in=keys)
    for key, day, successful in contacts.values_list("drive_case", "happened_on", "successful"):
        made[key].append((day, successful))
    standing = NonContactRecord.objects.visible_to(actor).filter(
        drive_case__in=keys, superseded_by=None
    )
    for record in standing:
        reasons[record.drive_case_id].append(non_contact(record))
    return {key: rules.contact_state(made[key], reasons[key]) for key in keys}


def non_contact(record: NonContactRecord) -> rules.NonContact:
    """Return a recorded reason as the rules know it."""
    return rules.NonContact(
        point=AssessmentPoint(record.point),
        reason=NonContactReason(record.reason),
        cause=NonContactCause(record.cause) if record.cause else None,
    )


def without_reason(actor: User) -> list[DriveCase]:
    """Return the open cases never contacted for which nobody has said why."""
    cases = list(open_cases_seen_by(actor))
    states = contact_states(cases, actor)
    return [case for case in cases if states[case.pk].needs_reason]
