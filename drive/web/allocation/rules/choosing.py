"""Who of those that wait is in the next batch."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from uuid import UUID

from drive.web.allocation.rules.doors import Waiting, period_in_force


def choose(
    ready: Sequence[Waiting],
    starts: Collection[date],
    *,
    most: int,
    wanted: Callable[[Waiting], bool] | None = None,
) -> list[Waiting]:
    """Return the hearings of the next batch: those of one period, oldest first.

    Parameters
    ----------
    ready : sequence of Waiting
        What can be decided on.
    starts : collection of datetime.date
        When the periods of the site begin. A batch has one ratio, so it is of one period: the
        earliest that a chosen hearing falls into. Hearings before the first go with it.
    most : int
        So many hearings, but for co-perpetrators, who are not parted.
    wanted : callable, optional
        Which of them are asked for. Co-perpetrators of one hearing come with each other, and so
        does an earlier hearing of the same person: he is drawn through the first.
    """
    chosen = {each.hearing: each for each in ready if wanted is None or wanted(each)}
    while True:
        people = _latest_of_each(chosen.values())
        discussions = {each.discussion for each in chosen.values()}
        more = {
            each.hearing: each
            for each in ready
            if each.hearing not in chosen
            and (
                each.discussion in discussions or each.heard_on <= people.get(each.person, date.min)
            )
        }
        if not more:
            break
        chosen |= more
    in_order = [each for each in ready if each.hearing in chosen]
    return _cut(_of_one_period(in_order, starts), most)


def _cut(chosen: Sequence[Waiting], most: int) -> list[Waiting]:
    # Co-perpetrators stay together at the cut.
    discussions = {each.discussion for each in chosen[:most]}
    return [each for each in chosen if each.discussion in discussions]


def _of_one_period(chosen: Sequence[Waiting], starts: Collection[date]) -> list[Waiting]:
    periods = {
        each.hearing: period_in_force(starts, each.heard_on) or min(starts, default=date.min)
        for each in chosen
    }
    first = min(periods.values(), default=date.min)
    return [each for each in chosen if periods[each.hearing] == first]


def _latest_of_each(chosen: Collection[Waiting]) -> Mapping[UUID, date]:
    latest: dict[UUID, date] = {}
    for each in chosen:
        latest[each.person] = max(each.heard_on, latest.get(each.person, date.min))
    return latest
