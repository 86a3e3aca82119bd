"""What the lotteries among the selected gave, so that the service can be compared with chance."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from drive.vocabulary.allocation import AllocationOutcome, Arm
from drive.web.accounts.models import User
from drive.web.allocation.models import Batch, DrawUnit, EligibilityDecision, LockedHearing
from drive.web.panels.models import Panel
from drive.web.panels.rules import Lot, first_lots
from drive.web.people.queries import roots_of

_RESULTS = {AllocationOutcome.ALLOCATED: True, AllocationOutcome.NOT_DRAWN: False}


@dataclass(frozen=True, kw_only=True)
class Lottery:
    """One lottery that was drawn, in counts.

    Parameters
    ----------
    panel : Panel
        The panel whose places it gave out.
    drawn, not_drawn : int
        Units with and without a place; co-perpetrators of one hearing are one unit.
    p : float
        The probability with which each of them was drawn.
    first_drawn, first_not_drawn : int
        The perpetrators whose first lottery it was, with and without a place.
    """

    panel: Panel
    drawn: int
    not_drawn: int
    p: float
    first_drawn: int
    first_not_drawn: int

    @property
    def units(self) -> int:
        """How many were drawn for."""
        return self.drawn + self.not_drawn


def lots_of(batches: Iterable[Batch]) -> dict[UUID, bool]:
    """Return for each hearing of some lotteries that are drawn whether it got a place."""
    decided = EligibilityDecision.objects.filter(
        batch__in=[batch.pk for batch in batches], outcome__in=list(_RESULTS)
    )
    return {
        hearing: _RESULTS[AllocationOutcome(outcome)]
        for hearing, outcome in decided.values_list("hearing", "outcome")
    }


def chance_of(batch: Batch) -> tuple[int, int]:
    """Return the places of a lottery and among how many they are drawn."""
    units = LockedHearing.objects.filter(batch=batch).order_by().values("unit").distinct().count()
    return batch.places or 0, units


def settled_without_lottery(actor: User) -> int:
    """Return how many panels, within reach, were settled without a lottery that was drawn."""
    settled = Panel.objects.visible_to(actor).filter(settled_at__isnull=False)
    return settled.exclude(lottery__drawn_at__isnull=False).count()


def lotteries(actor: User) -> list[Lottery]:
    """Return the lotteries that were drawn, within reach, the newest first."""
    panels = list(
        Panel.objects.visible_to(actor)
        .filter(lottery__drawn_at__isnull=False)
        .select_related("site", "lottery")
        .order_by("-held_on", "-recorded_at")
    )
    lots = _lots([panel.lottery for panel in panels if panel.lottery])
    first = first_lots(lots)
    return [_counted(panel, first) for panel in panels]


def _lots(batches: Iterable[Batch]) -> list[Lot]:
    by_key = {batch.pk: batch for batch in batches}
    rows = list(
        EligibilityDecision.objects.filter(
            batch__in=list(by_key), outcome__in=list(_RESULTS)
        ).values_list("batch", "perpetrator__person", "outcome")
    )
    roots = roots_of(person for _, person, _ in rows)
    return [
        Lot(
            lottery=batch,
            person=roots[person],
            drawn_at=moment,
            number=by_key[batch].number,
            has_a_place=_RESULTS[AllocationOutcome(outcome)],
        )
        for batch, person, outcome in rows
        if batch is not None and (moment := by_key[batch].drawn_at) is not None
    ]


def _counted(panel: Panel, first: Iterable[Lot]) -> Lottery:
    units = list(DrawUnit.objects.filter(batch=panel.lottery_id))
    drawn = sum(unit.arm == Arm.DRIVE for unit in units)
    his_first = [lot for lot in first if lot.lottery == panel.lottery_id]
    with_place = sum(lot.has_a_place for lot in his_first)
    return Lottery(
        panel=panel,
        drawn=drawn,
        not_drawn=len(units) - drawn,
        p=units[0].p_assignment,
        first_drawn=with_place,
        first_not_drawn=len(his_first) - with_place,
    )
