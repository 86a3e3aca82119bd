"""A Marac again: whether it is a repeat, and which hearing came of a referral."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from drive.vocabulary.requests import FURTHER_ABUSE, MaracTrigger
from drive.web.referrals.rules.repeats import is_repeat


@dataclass(frozen=True, kw_only=True)
class HeardOn:
    """One hearing of a pair."""

    hearing: UUID
    day: date


def is_repeat_referral(trigger: MaracTrigger, trigger_on: date, hearings: Iterable[date]) -> bool:
    """Return whether this is a repeat: further abuse within twelve months of the last hearing.

    Between the same two people, as SafeLives says; a release alone is no further abuse.
    """
    return trigger in FURTHER_ABUSE and is_repeat(trigger_on, hearings)


def came_of_it(
    hearings: Iterable[HeardOn], *, original: UUID, referred_on: date | None
) -> HeardOn | None:
    """Return the hearing that came of a referral: the first of the same two from that day on."""
    if referred_on is None:
        return None
    later = [each for each in hearings if each.hearing != original and each.day >= referred_on]
    return min(later, key=lambda each: (each.day, str(each.hearing)), default=None)
