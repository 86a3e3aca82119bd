"""Recording a serious event, correcting it, taking it back. The monitor has notice at once."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from drive.vocabulary.answers import Answer, ValueStatus
from drive.vocabulary.harm import Harmed, SeriousEventKind
from drive.web.accounts.models import User
from drive.web.accounts.queries import is_there_a
from drive.web.accounts.roles import Role
from drive.web.audit.actions import record_change
from drive.web.core.sealing import seal_field
from drive.web.harm import rules
from drive.web.harm.exceptions import CorrectedMeanwhile, NotRecordable
from drive.web.harm.models import EventAccount, MonitorNotice, SeriousEvent
from drive.web.harm.queries.reports import day_of, reports_as
from drive.web.people.models import Dyad


@dataclass(frozen=True, kw_only=True)
class NewEvent:
    """What somebody says of an event; `happened_on` is a day or the reason why none is known."""

    kind: SeriousEventKind
    harmed: Harmed
    happened_on: Answer
    known_at: datetime
    account: str


@transaction.atomic
def record(*, dyad: Dyad, event: NewEvent, by: User, now: datetime) -> SeriousEvent:
    """Record a serious event, and give the monitor notice of it."""
    _check(event, now=now)
    made = _add(_row(dyad, event, by=by, now=now), event.account)
    _notify(made, due_at=rules.due_at(event.known_at))
    record_change("harm.record", made, by=by, now=now)
    return made


@transaction.atomic
def correct(*, event: SeriousEvent, corrected: NewEvent, by: User, now: datetime) -> SeriousEvent:
    """Put a report right: a new row takes its place, and the monitor has notice of that too."""
    earlier = _still_standing(event)
    _check(corrected, now=now)
    row = _row(earlier.dyad, corrected, by=by, now=now)
    row.supersedes = earlier
    made = _add(row, corrected.account)
    _notify(made, due_at=rules.due_at(now))
    record_change("harm.correct", earlier, made, by=by, now=now)
    return made


@transaction.atomic
def take_back(*, event: SeriousEvent, reason: str, by: User, now: datetime) -> SeriousEvent:
    """Take back what was reported by mistake; it stays on record and is no longer counted."""
    earlier = _still_standing(event)
    if not reason.strip():
        raise NotRecordable("Write why the report is taken back", field="reason")
    row = SeriousEvent(
        dyad=earlier.dyad,
        kind=earlier.kind,
        harmed=earlier.harmed,
        happened_on=earlier.happened_on,
        happened_status=earlier.happened_status,
        known_at=earlier.known_at,
        reported_as=reports_as(by),
        taken_back=True,
        supersedes=earlier,
        recorded_at=now,
        recorded_by=by,
    )
    made = _add(row, reason)
    _notify(made, due_at=rules.due_at(now))
    record_change("harm.take_back", earlier, made, by=by, now=now)
    return made


def _check(event: NewEvent, *, now: datetime) -> None:
    said = rules.Said(
        kind=event.kind,
        harmed=event.harmed,
        happened_on=day_of(event.happened_on),
        known_at=event.known_at,
        account=event.account,
    )
    if problem := rules.problem_in(said, now=now):
        raise NotRecordable(problem.words, field=problem.field)


def _still_standing(event: SeriousEvent) -> SeriousEvent:
    """Lock a row and return it, unless a newer one stands in its place."""
    locked = SeriousEvent.objects.select_for_update(of=("self",)).get(pk=event.pk)
    if SeriousEvent.objects.filter(supersedes=locked).exists():
        raise CorrectedMeanwhile(
            "This report was corrected or taken back meanwhile. Open it again from the list."
        )
    if locked.taken_back:
        raise CorrectedMeanwhile("This report was taken back. Record the event anew.")
    return locked


def _row(dyad: Dyad, event: NewEvent, *, by: User, now: datetime) -> SeriousEvent:
    day = day_of(event.happened_on)
    return SeriousEvent(
        dyad=dyad,
        kind=event.kind,
        harmed=event.harmed,
        happened_on=day,
        happened_status=ValueStatus.KNOWN if day else event.happened_on.status,
        known_at=event.known_at,
        reported_as=reports_as(by),
        recorded_at=now,
        recorded_by=by,
    )


def _add(row: SeriousEvent, account: str) -> SeriousEvent:
    row.save(force_insert=True)
    told = EventAccount(event=row, recorded_at=row.recorded_at, recorded_by=row.recorded_by)
    seal_field(told, "sealed_text", account)
    told.save(force_insert=True)
    return row


def _notify(event: SeriousEvent, *, due_at: datetime) -> MonitorNotice:
    """Put the notice before the monitor; where there is none yet, it waits for one."""
    return MonitorNotice.objects.create(
        event=event,
        due_at=due_at,
        given_at=event.recorded_at if is_there_a(Role.MONITOR) else None,
        recorded_at=event.recorded_at,
        recorded_by=event.recorded_by,
    )
