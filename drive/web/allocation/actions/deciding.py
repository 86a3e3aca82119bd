"""What becomes of each waiting hearing, decided with the people locked and written down once."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from drive.vocabulary.allocation import AllocationOutcome
from drive.web.accounts.models import User
from drive.web.allocation.actions.log import append
from drive.web.allocation.models import Batch, EligibilityDecision, Trial
from drive.web.allocation.queries import heard_of, undecided
from drive.web.allocation.rules import Door, Heard, history_at
from drive.web.organisations.models import Site
from drive.web.people.models import Person


def lock_people(site: Site) -> None:
    """Lock everybody who waits at a site until the end of the transaction.

    One human being may wait at two sites under two records, and two people may become one at this
    moment: whoever comes second waits here until the first has ended, and looks again.
    """
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


def write_decisions(
    doors: Sequence[Door],
    *,
    trial: Trial,
    known: Mapping[UUID, Mapping[str, Any]],
    batch: Batch | None,
    by: User,
    now: datetime,
    instead: Mapping[UUID, AllocationOutcome] | None = None,
    reasons: Mapping[UUID, str] | None = None,
) -> list[EligibilityDecision]:
    """Write down what became of each hearing, and in the log. Part of the caller's transaction.

    `instead` and `reasons` are for hearings of which the door alone does not say the outcome.
    """
    said, why = instead or {}, reasons or {}
    decisions = EligibilityDecision.objects.bulk_create(
        [
            EligibilityDecision(
                hearing_id=door.waiting.hearing,
                perpetrator_id=door.waiting.perpetrator,
                outcome=said.get(door.waiting.hearing)
                or door.eligibility.outcome
                or AllocationOutcome.ALLOCATED,
                reason=why.get(door.waiting.hearing, _reason(door)),
                batch=batch,
                known=dict(known[door.waiting.hearing]),
                recorded_at=now,
                recorded_by=by,
                **_frozen(door, known[door.waiting.hearing]),
            )
            for door in doors
        ]
    )
    if decisions:
        outcomes = {each.hearing_id.hex: str(each.outcome) for each in decisions}
        append(trial, [{"kind": "decided", "hearings": outcomes, "at": now.isoformat()}])
    return decisions


def _reason(door: Door) -> str:
    return "" if door.eligibility.may_be_drawn else door.eligibility.reason


def _frozen(door: Door, known: Mapping[str, Any]) -> dict[str, bool]:
    if not door.eligibility.may_be_drawn:
        return {}
    return {"repeat_at_allocation": known["repeat"], "serial_at_allocation": known["serial"]}


def known_of(doors: Sequence[Door]) -> dict[UUID, dict[str, Any]]:
    """Return for each hearing what is known now of its perpetrator, as plain values."""
    heard: dict[UUID, Heard] = {}
    of_people: dict[UUID, list[Heard]] = {}
    for each in heard_of(door.waiting.person for door in doors):
        heard[each.hearing] = each
        of_people.setdefault(each.perpetrator, []).append(each)
    return {
        door.waiting.hearing: _known(door, heard[door.waiting.hearing], of_people) for door in doors
    }


def _known(door: Door, hearing: Heard, of_people: Mapping[UUID, Sequence[Heard]]) -> dict[str, Any]:
    his = of_people[door.waiting.person]
    history = history_at(hearing, his)
    return {
        "heard_on": hearing.heard_on.isoformat(),
        "person": str(door.waiting.person),
        "victim_survivor": str(hearing.victim_survivor),
        "hearings_known": len(his),
        "hearings_before": sum(each.heard_on < hearing.heard_on for each in his),
        "identity_settled": door.waiting.held_since is None,
        "arm_held": door.eligibility.keeps_arm,
        "may_be_drawn": door.eligibility.may_be_drawn,
        "reason": door.eligibility.reason,
        "repeat": history.repeat,
        "serial": history.serial,
    }
