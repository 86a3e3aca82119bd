"""What a panel decides: a place for whom it selects, and a reason for whom it does not."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.allocation import AllocationOrigin, AllocationOutcome, Arm
from drive.web.accounts.models import User
from drive.web.allocation.actions.deciding import known_of, lock_people, write_decisions
from drive.web.allocation.actions.locking import doors_for
from drive.web.allocation.actions.trial import running_trial
from drive.web.allocation.models import Allocation, EligibilityDecision
from drive.web.allocation.queries import as_waiting, doors_of, undecided
from drive.web.audit.actions import record_change
from drive.web.organisations.models import Site
from drive.web.people.actions import follow_up_each_from


@transaction.atomic
def give_places(
    *, site: Site, hearings: Sequence[UUID], by: User, now: datetime, today: date
) -> list[Allocation]:
    """Give a place to everybody whom a panel selected: there are places for all of them.

    Raises
    ------
    WaitingChanged
        If one of them may not come to Drive any more.
    """
    trial = running_trial()
    Site.objects.select_for_update().get(pk=site.pk)
    lock_people(site)
    doors = doors_for(site, hearings, today=today)
    write_decisions(doors, trial=trial, known=known_of(doors), batch=None, by=by, now=now)
    perpetrators = [door.waiting.perpetrator for door in doors]
    allocations = Allocation.objects.bulk_create(
        [
            Allocation(
                perpetrator_id=perpetrator,
                arm=Arm.DRIVE,
                allocated_on=today,
                origin=AllocationOrigin.SELECTED,
                recorded_at=now,
                recorded_by=by,
            )
            for perpetrator in perpetrators
        ]
    )
    follow_up_each_from(dict.fromkeys(perpetrators, today))
    record_change("allocation.give_places", *allocations, by=by, now=now)
    return allocations


@transaction.atomic
def pass_over(
    *, site: Site, reasons: Mapping[UUID, str], by: User, now: datetime, today: date
) -> list[EligibilityDecision]:
    """Write down for each hearing why the panel did not select its perpetrator.

    Raises
    ------
    WaitingChanged
        If one of them was decided on already.
    """
    trial = running_trial()
    Site.objects.select_for_update().get(pk=site.pk)
    lock_people(site)
    doors = doors_for(site, list(reasons), today=today)
    decisions = write_decisions(
        doors,
        trial=trial,
        known=known_of(doors),
        batch=None,
        by=by,
        now=now,
        instead=dict.fromkeys(reasons, AllocationOutcome.NOT_SELECTED),
        reasons=reasons,
    )
    follow_up_each_from({door.waiting.perpetrator: today for door in doors})
    record_change("allocation.pass_over", *decisions, by=by, now=now)
    return decisions


@transaction.atomic
def exclude(
    *, site: Site, hearings: Collection[UUID], by: User, now: datetime, today: date
) -> list[EligibilityDecision]:
    """Write down of which hearings no panel is asked: their perpetrators have an arm, say.

    Of those that are not excluded nothing is written.
    """
    trial = running_trial()
    Site.objects.select_for_update().get(pk=site.pk)
    lock_people(site)
    waiting = as_waiting(undecided(site).filter(pk__in=hearings))
    doors = [
        door
        for door in doors_of(site, waiting, today=today)
        if not (door.eligibility.may_be_drawn or door.is_held or door.waits_for_first)
    ]
    decisions = write_decisions(
        doors, trial=trial, known=known_of(doors), batch=None, by=by, now=now
    )
    follow_up_each_from(
        {door.waiting.perpetrator: today for door in doors if door.eligibility.keeps_arm}
    )
    record_change("allocation.exclude", *decisions, by=by, now=now)
    return decisions
