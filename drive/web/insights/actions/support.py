"""The quick log of the Idva, how support stands, and the safety plan. Nothing is overwritten."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import YesNo
from drive.vocabulary.casework import Channel
from drive.vocabulary.insights import IdvaIntervention
from drive.vocabulary.support import HerEngagement, SupportWith
from drive.vocabulary.work import Direction
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.core.dates import LONDON
from drive.web.core.sealing import seal_field
from drive.web.insights import rules
from drive.web.insights.exceptions import NextTryMissing, NothingToRecord, PlanWithoutReview
from drive.web.insights.models import (
    Engagement,
    IdvaCase,
    SafetyPlan,
    SupportGiven,
    SupportNote,
)
from drive.web.insights.queries.support import (
    engagement_of,
    opened_text,
    plan_of,
)
from drive.web.recording.actions.days import check_day
from drive.web.recording.rules import LONGEST_NOTE, check_seen


@dataclass(frozen=True, kw_only=True)
class NewSupport:
    """A piece of work to be noted: when, how, with whom, whether reached, and what was given."""

    happened_on: date
    channel: Channel
    spoke_with: SupportWith = SupportWith.HER
    text: str = ""
    agency_kind: AgencyType | None = None
    direction: Direction | None = None
    reached: YesNo | None = None
    minutes: int | None = None
    next_try_on: date | None = None
    given: Sequence[IdvaIntervention] = ()
    takes_back: bool = False


@transaction.atomic
def note_support(
    *,
    case: IdvaCase,
    note: NewSupport,
    corrects: SupportNote | None = None,
    by: User,
    now: datetime,
) -> SupportNote:
    """Note a piece of work, or add to a note, which stays as it was. The text is sealed."""
    _check_note(note, now)
    row = SupportNote(
        idva_case=case,
        happened_on=note.happened_on,
        channel=note.channel,
        spoke_with=note.spoke_with,
        agency_kind=note.agency_kind or "",
        direction=note.direction or "",
        reached=note.reached or "",
        minutes=note.minutes,
        next_try_on=note.next_try_on,
        corrects=corrects,
        takes_back=note.takes_back,
        recorded_at=now,
        recorded_by=by,
    )
    if note.text.strip():
        seal_field(row, "sealed_text", note.text)
    row.save(force_insert=True)
    SupportGiven.objects.bulk_create(
        SupportGiven(note=row, kind=kind) for kind in dict.fromkeys(note.given)
    )
    record_change("insights.note_support", case, row, by=by, now=now)
    return row


def _check_note(note: NewSupport, now: datetime) -> None:
    check_day(note.happened_on, now=now)
    says_something = note.text.strip() or note.given or note.reached or note.takes_back
    if not says_something:
        raise NothingToRecord(
            "Write what happened, or choose what was done or whether she was reached.",
            field="text",
        )
    if len(note.text) > LONGEST_NOTE:
        raise NothingToRecord(
            f"A note has at most {LONGEST_NOTE:,} characters: split it in two.", field="text"
        )
    _check_ahead(note.next_try_on, now)


def _check_ahead(day: date | None, now: datetime, *, field: str = "next_try_on") -> None:
    if day is not None and day < now.astimezone(LONDON).date():
        raise NextTryMissing("Name a day that is still to come.", field=field)


@transaction.atomic
def set_engagement(
    *,
    case: IdvaCase,
    state: HerEngagement,
    since: date,
    next_try_on: date | None = None,
    text: str = "",
    seen: UUID | None,
    by: User,
    now: datetime,
) -> Engagement:
    """Say how support stands from a day on. Where it does not run, a day of looking again stands.

    `seen` is the row that stood there when the form was opened.
    """
    IdvaCase.objects.select_for_update().get(pk=case.pk)
    stands = engagement_of(case)
    check_seen(seen, stands, _as_entered)
    check_day(since, now=now, field="since", since=stands.since if stands else case.opened_on)
    if state in rules.NOT_ENGAGED_YET and next_try_on is None:
        raise NextTryMissing("Name the day on which you look at it again.", field="next_try_on")
    _check_ahead(next_try_on, now)
    row = Engagement(
        idva_case=case,
        state=state,
        since=since,
        next_try_on=next_try_on if state in rules.NOT_ENGAGED_YET else None,
        supersedes=stands,
        recorded_at=now,
        recorded_by=by,
    )
    if text.strip():
        seal_field(row, "sealed_text", text)
    row.save(force_insert=True)
    record_change("insights.set_engagement", case, row, by=by, now=now)
    return row


def _as_entered(row: Engagement) -> dict[str, object]:
    return {
        "state": HerEngagement(row.state),
        "since": row.since,
        "next_try_on": row.next_try_on,
        "text": opened_text(row),
    }


@dataclass(frozen=True, kw_only=True)
class NewPlan:
    """A version of the safety plan."""

    made_on: date
    review_on: date
    made_with_her: YesNo
    text: str


@transaction.atomic
def write_plan(
    *, case: IdvaCase, plan: NewPlan, seen: UUID | None, by: User, now: datetime
) -> SafetyPlan:
    """Write the next version of the safety plan; those before it stay as they were."""
    IdvaCase.objects.select_for_update().get(pk=case.pk)
    stands = plan_of(case)
    check_seen(seen, stands, _plan_as_entered)
    check_day(plan.made_on, now=now, field="made_on", since=stands.made_on if stands else None)
    if not plan.text.strip():
        raise NothingToRecord("Write what was agreed.", field="text")
    if plan.review_on <= plan.made_on:
        raise PlanWithoutReview("Name a later day on which to look at it again.", field="review_on")
    row = SafetyPlan(
        idva_case=case,
        version=stands.version + 1 if stands else 1,
        made_on=plan.made_on,
        review_on=plan.review_on,
        made_with_her=plan.made_with_her,
        supersedes=stands,
        recorded_at=now,
        recorded_by=by,
    )
    seal_field(row, "sealed_text", plan.text)
    row.save(force_insert=True)
    record_change("insights.write_plan", case, row, by=by, now=now)
    return row


def _plan_as_entered(row: SafetyPlan) -> dict[str, object]:
    return {
        "made_on": row.made_on,
        "review_on": row.review_on,
        "made_with_her": YesNo(row.made_with_her),
        "text": opened_text(row),
    }
