"""What becomes of each waiting hearing, decided with the people locked and written down once."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from drive.vocabulary.allocation import AllocationOutcome
from drive.web.accounts.models import User
from drive.web.allocation.exceptions import NothingToDraw, WaitingChanged
from drive.web.allocation.models import EligibilityDecision
from drive.web.allocation.queries import doors_of, heard_of, line_of, undecided
from drive.web.allocation.rules import Door, Heard, history_at
from drive.web.organisations.models import Site
from drive.web.people.models import Person


def open_doors(
    site: Site, recorded_until: datetime, *, mark: str | None, today: date
) -> list[Door]:
    """Return what becomes of the next hearings of a site. Part of the caller's transaction.

    Raises
    ------
    NothingToDraw
        If no hearing waits that can be decided on.
    WaitingChanged
        If others wait now than those that were shown.
    """
    _lock_people(site)
    line = line_of(site, today=today, recorded_until=recorded_until)
    if not line.ready:
        raise NothingToDraw(
            f"No hearing of {site.name} waits for a decision. Somebody else may have drawn."
        )
    if mark is not None and mark != line.mark:
        raise WaitingChanged(
            "Other hearings wait now than when you opened the page: it was settled who somebody "
            "is, or a question was asked. Nothing was drawn; check again who will be."
        )
    return doors_of(site, line.next, today=today)


def _lock_people(site: Site) -> None:
    # One human being may wait at two sites under two records, and two people may become one at
    # this moment: whoever comes second waits here until the first has ended, and looks again.
    locked: set[UUID] = set()
    while (people := _locked_people(site)) != locked:
        locked = people


def _locked_people(site: Site) -> set[UUID]:
    """Lock those who wait and those who stand for them, in one order for every draw."""
    waiting = Person.objects.filter(
        pk__in=undecided(site).order_by().values("dyad__perpetrator__person")
    ).order_by()
    roots = waiting.exclude(survivor=None).values("survivor")
    people = Person.objects.filter(Q(pk__in=waiting.values("pk")) | Q(pk__in=roots))
    return set(people.select_for_update().order_by("pk").values_list("pk", flat=True))


def write_decisions(doors: Sequence[Door], *, by: User, now: datetime) -> list[EligibilityDecision]:
    """Write down what became of each hearing. Part of the caller's transaction."""
    frozen = _frozen([door for door in doors if door.eligibility.may_be_drawn])
    return EligibilityDecision.objects.bulk_create(
        [
            EligibilityDecision(
                hearing_id=door.waiting.hearing,
                perpetrator_id=door.waiting.perpetrator,
                outcome=door.eligibility.outcome or AllocationOutcome.ALLOCATED,
                reason="" if door.eligibility.may_be_drawn else door.eligibility.reason,
                recorded_at=now,
                recorded_by=by,
                **frozen.get(door.waiting.hearing, {}),
            )
            for door in doors
        ]
    )


def _frozen(drawn: Sequence[Door]) -> dict[UUID, dict[str, bool]]:
    """Return for each hearing that leads to a draw what is known of its perpetrator by then."""
    heard: dict[UUID, Heard] = {}
    of_people: dict[UUID, list[Heard]] = {}
    for each in heard_of(door.waiting.person for door in drawn):
        heard[each.hearing] = each
        of_people.setdefault(each.perpetrator, []).append(each)
    histories = {
        door.waiting.hearing: history_at(
            heard[door.waiting.hearing], of_people[door.waiting.person]
        )
        for door in drawn
    }
    return {
        key: {"repeat_at_allocation": history.repeat, "serial_at_allocation": history.serial}
        for key, history in histories.items()
    }
