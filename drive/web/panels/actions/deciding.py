"""Writing down what a panel says of a hearing. Decisions are added; the latest counts."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from drive.vocabulary.panels import PanelCriterion, PanelVerdict
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.core.sealing import seal_field
from drive.web.panels.actions.holding import locked
from drive.web.panels.exceptions import NeedsAGround, NotOpenToThePanel
from drive.web.panels.models import Panel, PanelDecision, PanelHearing
from drive.web.panels.queries import prospect_of
from drive.web.panels.rules import lacks_a_criterion


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a panel says of a hearing: its verdict, which criteria are met, and why in words."""

    verdict: PanelVerdict
    criteria: Collection[PanelCriterion]
    reason: str


@transaction.atomic
def record_verdict(
    *, entry: PanelHearing, said: Said, by: User, now: datetime, today: date
) -> PanelDecision:
    """Write down what a panel says of a hearing.

    Raises
    ------
    PanelSettled
        If the panel is settled.
    NotOpenToThePanel
        If it is being settled who he is, or he cannot come to Drive any more.
    NeedsAGround
        If nobody says why, or he is selected and meets no criterion of this panel.
    """
    panel = locked(entry.panel)
    _check(panel, said)
    _refuse_if_not_open(panel, entry, today)
    last = entry.decisions.aggregate(last=Max("number"))["last"] or 0
    decision = PanelDecision(
        entry=entry,
        number=last + 1,
        verdict=said.verdict,
        criteria=[each for each in PanelCriterion if each in said.criteria],
        recorded_at=now,
        recorded_by=by,
    )
    seal_field(decision, "sealed_reason", said.reason.strip())
    decision.save(force_insert=True)
    record_change("panels.decide", decision, by=by, now=now)
    return decision


def _check(panel: Panel, said: Said) -> None:
    if not said.reason.strip():
        raise NeedsAGround("Write the reason.", field="reason")
    if not set(said.criteria) <= set(panel.criteria):
        raise NeedsAGround("Choose among the criteria of this panel.", field="criteria")
    if lacks_a_criterion(said.verdict, said.criteria):
        raise NeedsAGround(
            "Tick at least one criterion that he meets: nobody is selected without.",
            field="criteria",
        )


def _refuse_if_not_open(panel: Panel, entry: PanelHearing, today: date) -> None:
    rows = prospect_of(panel, today=today).rows
    if not any(row.is_open for row in rows if row.entry.pk == entry.pk):
        raise NotOpenToThePanel(
            "The panel cannot decide on this hearing now: it is being settled who he is, or "
            "whether he may still come to Drive. Nothing was saved; what you wrote stands below."
        )
