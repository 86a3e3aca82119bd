"""The work of the 30 cases: which actions there were, before they are dealt out and dated.

The tables `notes_*.csv` hold whole numbers that give each printed share to its printed decimal.
Each action with an agency has three codes, so that a share is the same of actions and of codes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from drive.simulation.pilot.dealing import choose, pick, shuffled
from drive.simulation.pilot.figures import number, table
from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.casework import ActivityCode, Intent, WorkMode
from drive.vocabulary.work import INFORMATION_SHARING, Attribution

CODES_OF_AN_ACTION = 3
_INFORMATION = tuple(code for code in ActivityCode if code in INFORMATION_SHARING)
# Only what would not have happened without Drive, or to which it was critical, was counted as
# disruption (Year-1 report, lines 1029-1033). How the two divide is not printed.
_DUE_TO_DRIVE = {Attribution.WOULD_NOT_HAVE_HAPPENED: 1.0, Attribution.CRITICAL: 1.0}


@dataclass(frozen=True, kw_only=True)
class Action:
    """One recorded action: of which case and when is decided later."""

    mode: WorkMode
    activities: tuple[ActivityCode, ...]
    agency: AgencyType | None = None
    intent: Intent | None = None
    attribution: Attribution | None = None

    def does(self, activity: ActivityCode) -> bool:
        """Return whether an activity is coded on it."""
        return activity in self.activities


def with_agencies(rng: np.random.Generator) -> list[Action]:
    """Return the actions with agencies, by agency and aim.

    By aim they are 32% disrupt only and 10% support only; of disrupting ones 28% with the police,
    20% with the Idva service, 17% with probation, 9% with children's social care (final report,
    line 147). By agency the order is that of the Year-1 report (lines 975-980).
    """
    aims = _aims(rng)
    actions = [
        _with_agency(agency, aims[agency, _is_support(activity)].pop(), [activity], rng)
        for activity, agency in _codes()
    ]
    for (agency, _), left in aims.items():
        actions += [_with_agency(agency, intent, [], rng) for intent in left]
    return actions


def _aims(rng: np.random.Generator) -> dict[tuple[AgencyType, bool], list[Intent]]:
    """Return the aims of the actions with each agency, support apart, in a random order."""
    found: dict[tuple[AgencyType, bool], list[Intent]] = defaultdict(list)
    for row in table("notes_with_agencies"):
        intent = Intent(row["intent"])
        found[AgencyType(row["agency"]), intent is Intent.SUPPORT] += [intent] * int(row["n"])
    return {key: shuffled(intents, rng) for key, intents in found.items()}


def _codes() -> Iterator[tuple[ActivityCode, AgencyType]]:
    for row in table("notes_codes"):
        for _ in range(int(row["n"])):
            yield ActivityCode(row["activity"]), AgencyType(row["agency"])


def _is_support(activity: ActivityCode) -> bool:
    return activity is ActivityCode.SUPPORT_INDIRECT


def _with_agency(
    agency: AgencyType, intent: Intent, further: Sequence[ActivityCode], rng: np.random.Generator
) -> Action:
    """Return an action: what disrupts is coded so, and the rest of its codes share information."""
    disrupts = intent is not Intent.SUPPORT
    codes = [*([ActivityCode.DISRUPTION] if disrupts else []), *further]
    shared = pick(_INFORMATION, CODES_OF_AN_ACTION - len(codes), rng)
    return Action(
        mode=WorkMode.INDIRECT,
        activities=tuple(code for code in ActivityCode if code in {*codes, *shared}),
        agency=agency,
        intent=intent,
        attribution=choose(_DUE_TO_DRIVE, rng) if disrupts else None,
    )


def on_ones_own(with_others: Sequence[Action], rng: np.random.Generator) -> list[Action]:
    """Return the further disruption and risk management, with no agency, up to the printed 1,625.

    129 references are about 10% of all work with agencies (line 1127): so much of the 1,625 was
    done without one.
    """
    printed = number("notes_cases", measure="disruption", value="references")
    n = printed - sum(action.does(ActivityCode.DISRUPTION) for action in with_others)
    return [
        Action(
            mode=WorkMode.INDIRECT,
            activities=(ActivityCode.DISRUPTION,),
            attribution=choose(_DUE_TO_DRIVE, rng),
        )
        for _ in range(n)
    ]


def direct(activity: ActivityCode) -> Action:
    """Return a piece of direct work. It aims at support where it is support, as in the records."""
    supports = activity is ActivityCode.SUPPORT_DIRECT
    return Action(
        mode=WorkMode.DIRECT,
        activities=(activity,),
        intent=Intent.SUPPORT if supports else None,
    )
