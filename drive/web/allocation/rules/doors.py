"""Which of the waiting hearings may be drawn: decided hearing by hearing, earliest first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from drive.randomisation.eligibility import Candidate, Eligibility, TrialWindow, assess
from drive.vocabulary.allocation import AllocationOutcome, Arm


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A hearing that nobody has decided on.

    Parameters
    ----------
    hearing, perpetrator : UUID
        Keys.
    person : UUID
        The key of the person who stands for this human being: one may be a perpetrator at two
        sites, or stand on record twice, and the draw looks at the human being.
    heard_on : datetime.date
        The day of the meeting.
    meeting, victim_survivor : UUID
        The key of the meeting, and of the one who stands for the victim-survivor: perpetrators
        whose hearings share both are co-perpetrators.
    held_since : datetime.datetime or None
        Since when it is open who this is; None where it is settled.
    """

    hearing: UUID
    perpetrator: UUID
    person: UUID
    heard_on: date
    meeting: UUID
    victim_survivor: UUID
    held_since: datetime | None = None

    @property
    def discussion(self) -> tuple[UUID, UUID]:
        """What co-perpetrators share: the meeting and the victim-survivor spoken of there."""
        return self.meeting, self.victim_survivor


@dataclass(frozen=True, kw_only=True)
class Door:
    """What the door of the draw says of one hearing."""

    waiting: Waiting
    eligibility: Eligibility
    waits_for_first: bool = False
    """Whether the same person is drawn through an earlier hearing: this one is decided on next."""

    @property
    def is_held(self) -> bool:
        """Whether nothing but the question who this is keeps the hearing from being decided on."""
        return self.eligibility.outcome is AllocationOutcome.PENDING_MATCH_REVIEW


def decide(
    waiting: Iterable[Waiting],
    *,
    arms: Mapping[UUID, Arm],
    trial_began_on: date,
    today: date,
) -> list[Door]:
    """Decide on each hearing, earliest first, so that a second hearing never leads to a draw.

    Parameters
    ----------
    waiting : iterable of Waiting
        The hearings of one site.
    arms : mapping of UUID to Arm
        The arm that a person holds already, at any site.
    trial_began_on : datetime.date
        The first day of the site's first period.
    today : datetime.date
        The day of the draw.
    """
    window = TrialWindow(starts_on=trial_began_on)
    to_be_drawn: set[UUID] = set()
    doors = []
    for each in sorted(waiting, key=lambda one: (one.heard_on, one.hearing)):
        candidate = Candidate(
            hearing_on=each.heard_on,
            allocated_arm=arms.get(each.person),
            identity_settled=each.held_since is None,
        )
        eligibility = assess(candidate, window, today=today)
        second = eligibility.may_be_drawn and each.person in to_be_drawn
        if eligibility.may_be_drawn:
            to_be_drawn.add(each.person)
        doors.append(
            Door(
                waiting=each,
                eligibility=_second_time() if second else eligibility,
                waits_for_first=second,
            )
        )
    return doors


def _second_time() -> Eligibility:
    return Eligibility(
        may_be_drawn=False,
        outcome=None,
        reason="Heard more than once among those that wait; drawn through the first hearing.",
    )


def period_in_force(starts: Iterable[date], heard_on: date) -> date | None:
    """Return the start of the period that a hearing falls into; None before the first."""
    return max((start for start in starts if start <= heard_on), default=None)
