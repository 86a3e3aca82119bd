"""Acts that need the whole case: closing it, and keeping somebody out of it."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localtime

from drive.vocabulary.casework import AssessmentPoint, ClosureReason
from drive.vocabulary.documents import HandlingCode
from drive.vocabulary.outbound import OutgoingChannel
from drive.vocabulary.timeline import TimelineKind
from drive.web.accounts import actions as accounts
from drive.web.accounts.models import Exclusion, User
from drive.web.accounts.policy import purpose_of
from drive.web.assessments.models import Assessment
from drive.web.audit.actions import record, record_change
from drive.web.audit.models import EventKind
from drive.web.case_record.exceptions import CannotKeepOut, ClosedBeforeAssessed, WhoseRiskMissing
from drive.web.case_record.models import PinnedEntry
from drive.web.case_record.queries import found_by, open_items
from drive.web.case_record.rules import PrintedPart
from drive.web.casework import actions as casework
from drive.web.casework.actions.live import LIVE
from drive.web.casework.models import CaseClosure, DriveCase, WhoseRisk
from drive.web.core.dates import in_words
from drive.web.outbound.actions import Leaving, release
from drive.web.outbound.models import Release, ReleaseKind
from drive.web.people.queries import group_of
from drive.web.recording.rules import Definition


@transaction.atomic
def close_case(
    *,
    case: DriveCase,
    closed_on: date,
    reason: ClosureReason,
    whose_risk: Sequence[WhoseRisk] = (),
    leaving: casework.Leaving | None = None,
    definition: Definition = LIVE,
    by: User,
    now: datetime,
) -> CaseClosure:
    """Close a case in which nothing is open, saying whose risk that reduces.

    Where the work goes on, and who was told and given what, is asked of every live case.
    """
    if not whose_risk and definition.requires_reasons:
        raise WhoseRiskMissing("Say whose risk closing the case reduces.", field="whose_risk")
    if definition.requires_reasons:
        _check_after_assessments(case, closed_on)
    return casework.close(
        case=case,
        closed_on=closed_on,
        reason=reason,
        whose_risk=whose_risk,
        open_items=[item.words for item in open_items(case, definition)],
        leaving=leaving,
        definition=definition,
        by=by,
        now=now,
    )


def _check_after_assessments(case: DriveCase, closed_on: date) -> None:
    later = Assessment.objects.filter(
        drive_case=case, superseded_by=None, assessed_on__gt=closed_on
    ).order_by("assessed_on")
    first = later.first()
    if first is not None:
        raise ClosedBeforeAssessed(
            f"“{AssessmentPoint(first.point).label}” speaks of {in_words(first.assessed_on)}: the "
            "case cannot have been closed before that day.",
            field="closed_on",
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
    found = found_by(by, words, today=localtime(now).date())
    record(
        kind=EventKind.READ,
        action="case_record.look_up",
        by=by,
        now=now,
        objects=found,
        purpose=purpose_of(by),
    )
    return found


@transaction.atomic
def pin(
    *, case: DriveCase, entry: UUID, kind: TimelineKind, by: User, now: datetime
) -> PinnedEntry:
    """Put an entry of the timeline on top, for whoever opens the case; pinned twice is once."""
    row, is_new = PinnedEntry.objects.get_or_create(
        drive_case=case,
        entry=entry,
        ended_at=None,
        defaults={"kind": kind, "recorded_at": now, "recorded_by": by},
    )
    if is_new:
        record_change("case_record.pin", case, row, by=by, now=now, fields=kind.label)
    return row


@transaction.atomic
def unpin(*, case: DriveCase, entry: UUID, by: User, now: datetime) -> None:
    """Let an entry of the timeline stand among the others again."""
    pinned = PinnedEntry.objects.filter(drive_case=case, entry=entry, ended_at=None)
    if pinned.update(ended_at=now, ended_by=by):
        record_change("case_record.unpin", case, by=by, now=now)


@transaction.atomic
def release_print(
    *,
    case: DriveCase,
    parts: Sequence[PrintedPart],
    with_victim_side: bool,
    recipient: str,
    purpose: str,
    by: User,
    now: datetime,
) -> Release:
    """Let a print of a case leave, and write who gets which parts of it and why."""
    row = release(
        kind=ReleaseKind.HANDOVER if PrintedPart.HANDOVER in parts else ReleaseKind.PRINT,
        recipient=recipient,
        purpose=purpose,
        objects=[case.pk],
        leaving=Leaving(
            about=case.pk,
            channel=OutgoingChannel.BY_HAND,
            wording=HandlingCode.NOT_TO_SERVICE_USER if with_victim_side else HandlingCode.ORDINARY,
        ),
        by=by,
        now=now,
    )
    said = ", ".join(part.label for part in parts)
    side = "with" if with_victim_side else "without"
    record_change(
        "case_record.print",
        case,
        row,
        by=by,
        now=now,
        fields=f"{said}; {side} what came from the victim-survivor's side",
    )
    return row
