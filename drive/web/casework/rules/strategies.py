"""A contact strategy: what may follow what, who has to agree, and when it may be used."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from drive.vocabulary.strategy import ApprovalState, Consultee, ExpiryTrigger, StrategyTemplate

STRATEGY_TRANSITIONS: dict[ApprovalState, tuple[ApprovalState, ...]] = {
    ApprovalState.DRAFT: (ApprovalState.CONSULTED, ApprovalState.SUPERSEDED),
    ApprovalState.CONSULTED: (
        ApprovalState.APPROVED,
        ApprovalState.REJECTED,
        ApprovalState.EXPIRED,
        ApprovalState.SUPERSEDED,
    ),
    ApprovalState.APPROVED: (ApprovalState.EXPIRED, ApprovalState.SUPERSEDED),
    ApprovalState.REJECTED: (),
    ApprovalState.EXPIRED: (),
    ApprovalState.SUPERSEDED: (),
}
"""From where a version of a strategy may go where. Another text is another version."""

IN_PREPARATION = frozenset({ApprovalState.DRAFT, ApprovalState.CONSULTED})
ENDED_BY_A_TRIGGER = frozenset({ApprovalState.CONSULTED, ApprovalState.APPROVED})

LONGEST_REVIEW_WEEKS = 13
"""A strategy is looked at again within a quarter, as the assessments are: three months."""

WORKING_DAYS_TO_REPLY = 5
WORKING_DAYS_TO_AGREE = 2
WORKING_DAYS_TO_RENEW = 2
WORKING_DAYS_TO_READ_AN_OVERRIDE = 1


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What decides whether contact may be planned on a version of a strategy."""

    state: ApprovalState
    review_on: date
    has_voice: bool


def is_out_of_date(standing: Standing, day: date) -> bool:
    """Return whether an agreed strategy has passed its review date, with nobody having said so."""
    return standing.state is ApprovalState.APPROVED and standing.review_on < day


def may_plan_on(standing: Standing | None, day: date) -> bool:
    """Return whether contact may be planned: an agreed strategy, in date, that has her voice.

    A victim-survivor is informed and heard, or it is said why not, before he is approached
    (Year-1 report, lines 1064-1072); 136 of 198 had no Idva engagement (final report, line 390).
    """
    return (
        standing is not None
        and standing.state is ApprovalState.APPROVED
        and not is_out_of_date(standing, day)
        and standing.has_voice
    )


def why_not(standing: Standing | None, day: date) -> str:
    """Say why no contact may be planned; empty where it may."""
    if standing is None:
        return "There is no contact strategy yet."
    if is_out_of_date(standing, day) or standing.state is ApprovalState.EXPIRED:
        return "The contact strategy has expired and is not renewed yet."
    if standing.state is not ApprovalState.APPROVED:
        return "The contact strategy is not agreed yet."
    if not standing.has_voice:
        return "What the victim-survivor knows of Drive and thinks of it is not recorded yet."
    return ""


def needs_adviser(template: StrategyTemplate, *, flagged: bool) -> bool:
    """Return whether the practice adviser has to agree too: where flagged, and for stalking."""
    return flagged or template is StrategyTemplate.STALKING


def still_unheard(asked: Collection[Consultee], replied: Collection[Consultee]) -> list[Consultee]:
    """Return whom a strategy waits for, in the order of the matrix."""
    return [each for each in Consultee if each in asked and each not in replied]


def missing_from_matrix(rows: Mapping[Consultee, object]) -> list[Consultee]:
    """Return who was neither asked nor said not to apply."""
    return [each for each in Consultee if each not in rows]


def ends(trigger: ExpiryTrigger, state: ApprovalState) -> bool:
    """Return whether a trigger ends a version in a state.

    The passing of the review date ends what was agreed; everything else also ends what is being
    consulted on, since whoever replied did not know of it.
    """
    if trigger is ExpiryTrigger.REVIEW_DATE_PASSED:
        return state is ApprovalState.APPROVED
    return state in ENDED_BY_A_TRIGGER
