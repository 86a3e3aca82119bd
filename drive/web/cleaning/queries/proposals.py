"""Finding what is proposed for the rows of a list, and the rows that stay in their place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drive.linkage.cleaning import CleaningReason
from drive.web.accounts.models import User
from drive.web.accounts.permissions import VisibleQuerySet
from drive.web.cleaning.models import (
    CleaningProposal,
    CleaningRun,
    InsightsList,
    InsightsListRow,
)
from drive.web.cleaning.rules.states import DecisionReason, InsightsRowState


def _latest_run(insights_list: InsightsList) -> CleaningRun | None:
    return insights_list.runs.order_by("-recorded_at", "-pk").first()


def proposals_of(
    insights_list: InsightsList, reason: CleaningReason | DecisionReason | None = None
) -> VisibleQuerySet[CleaningProposal]:
    """Return what the latest comparison proposes, in the order of the rows."""
    found = CleaningProposal.objects.filter(run=_latest_run(insights_list))
    return found.filter(reason=reason.value) if reason else found


def proposal_of(row: InsightsListRow) -> CleaningProposal | None:
    """Return what is proposed for a row, or None."""
    return proposals_of(row.insights_list).filter(row=row).first()


@dataclass(frozen=True)
class Pair:
    """A proposal, its row, and the row that stays if there is one that the reader may see."""

    proposal: CleaningProposal
    stays: InsightsListRow | None

    @property
    def row(self) -> InsightsListRow:
        """The row that is proposed to be set aside."""
        return self.proposal.row


def pairs(proposals: Sequence[CleaningProposal], actor: User) -> list[Pair]:
    """Return each proposal with the row that stays."""
    if not proposals:
        return []
    wanted = {each.stays_number for each in proposals if each.stays_number}
    rows = InsightsListRow.objects.visible_to(actor).filter(
        insights_list=proposals[0].row.insights_list_id, number__in=wanted
    )
    by_number = {row.number: row for row in rows}
    return [Pair(each, by_number.get(each.stays_number or 0)) for each in proposals]


def left_without(insights_list: InsightsList, actor: User) -> list[Pair]:
    """Return the rows set aside in favour of a row that is itself set aside."""
    aside = (
        proposals_of(insights_list)
        .visible_to(actor)
        .filter(row__state=InsightsRowState.SET_ASIDE, stays_number__isnull=False)
    )
    found = pairs(list(aside.select_related("row")), actor)
    return [pair for pair in found if pair.stays and pair.stays.state == InsightsRowState.SET_ASIDE]


def relying_on(rows: Iterable[InsightsListRow], actor: User) -> list[int]:
    """Return the numbers of the rows in whose place one of some rows of a list stays."""
    some = list(rows)
    if not some:
        return []
    found = proposals_of(some[0].insights_list).visible_to(actor)
    found = found.filter(stays_number__in=[row.number for row in some])
    found = found.exclude(row__state=InsightsRowState.KEPT)
    return list(found.values_list("row__number", flat=True))
