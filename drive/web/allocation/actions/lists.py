"""Opening lists: made from the seed of the trial, sealed, and committed to in public."""

from dataclasses import dataclass
from datetime import datetime

from drive.randomisation import OpenedLists, generate
from drive.vocabulary.allocation import Arm
from drive.web.accounts.models import User
from drive.web.allocation.actions.log import append
from drive.web.allocation.models import DesignPeriod, SealedList, Trial
from drive.web.allocation.queries.opened import opened_list
from drive.web.allocation.queries.sealed import arms_in, seal_arms, seed_of

POSITIONS = 360
"""A list's length; the next one is committed to long before this one ends."""
WELL_USED = 0.8


@dataclass(frozen=True, kw_only=True)
class Place:
    """One position of a list, opened."""

    sealed_list: SealedList
    position: int
    arm: Arm
    p_assignment: float


def open_list(
    period: DesignPeriod,
    trial: Trial,
    *,
    by: User,
    now: datetime,
    lottery: tuple[int, int] | None = None,
) -> SealedList:
    """Make the next list of a site, seal it and publish its seal. Part of the caller's transaction.

    Parameters
    ----------
    period
        The period that it is for.
    lottery
        Places and units of a locked batch; None for permuted blocks.
    """
    latest = SealedList.objects.filter(site=period.site_id).order_by("-number").first()
    made = SealedList(
        trial=trial,
        period=period,
        site_id=period.site_id,
        number=latest.number + 1 if latest else 1,
        size=lottery[1] if lottery else POSITIONS,
        places=lottery[0] if lottery else None,
        recorded_at=now,
        recorded_by=by,
    )
    seed = seed_of(trial)
    opened = opened_list(made)
    listed = generate(OpenedLists([opened]), seed)
    seal_arms(made, [each.arm for each in listed.positions])
    made.seal = listed.seals(seed)[opened.stratum, opened.number]
    made.save(force_insert=True)
    row = {"kind": "opened", "list": opened.to_dict(), "seal": made.seal, "at": now.isoformat()}
    append(trial, [row])
    return made


def take(
    period: DesignPeriod, trial: Trial, number: int, *, by: User, now: datetime
) -> list[Place]:
    """Open the next positions of a period's lists. Part of the caller's transaction.

    The next list is committed to when four fifths of this one are used, so that no list ends
    before the next one is there.
    """
    places: list[Place] = []
    while len(places) < number:
        current = _current(period, trial) or open_list(period, trial, by=by, now=now)
        places += _open(current, number - len(places))
    _commit_to_the_next(period, trial, by=by, now=now)
    return places


def take_all(sealed_list: SealedList) -> list[Place]:
    """Open every position of a lottery's list."""
    return _open(sealed_list, sealed_list.size)


def _open(sealed_list: SealedList, number: int) -> list[Place]:
    arms = arms_in(sealed_list)
    plan = opened_list(sealed_list).plan
    opened = range(sealed_list.used, min(sealed_list.used + number, sealed_list.size))
    sealed_list.used = opened.stop
    sealed_list.save(update_fields=["used"])
    return [
        Place(
            sealed_list=sealed_list,
            position=at + 1,
            arm=arms[at],
            p_assignment=plan.p_assignment,
        )
        for at in opened
    ]


def _unfinished(period: DesignPeriod, trial: Trial) -> list[SealedList]:
    lists = SealedList.objects.select_for_update().filter(period=period, trial=trial)
    return [each for each in lists.order_by("number") if each.used < each.size]


def _current(period: DesignPeriod, trial: Trial) -> SealedList | None:
    return next(iter(_unfinished(period, trial)), None)


def _commit_to_the_next(period: DesignPeriod, trial: Trial, *, by: User, now: datetime) -> None:
    unfinished = _unfinished(period, trial)
    if all(each.used >= WELL_USED * each.size for each in unfinished):
        open_list(period, trial, by=by, now=now)
