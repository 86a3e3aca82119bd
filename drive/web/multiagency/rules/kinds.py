"""The kinds of request: what each asks, how it counts as work, and which answers it knows.

Whoever adds a kind adds a row to `KINDS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from drive.vocabulary.agencies import AgencyType as A
from drive.vocabulary.casework import ActivityCode, Intent
from drive.vocabulary.facts import Use
from drive.vocabulary.requests import RequestKind, RequestPurpose, RequestStepKind

PROTECTS = (Use.PROTECTIVE_SHARING, Use.CHILD_AT_RISK, Use.THREAT_TO_LIFE)
"""What any request can be for instead, where it protects somebody."""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of request.

    Parameters
    ----------
    asks : frozenset of str
        The fields that it asks besides those of every request.
    uses : tuple of Use
        For what the guard looks at what it rests on; the first is the usual one.
    asking, answering : ActivityCode
        As which work a message to the agency, and one from it, is counted.
    intent : Intent or None
        The aim with which it is counted; None takes that of the purpose.
    answers : tuple of RequestStepKind
        What an agency can answer.
    words : mapping of RequestStepKind to str
        What an answer is called here, where it is not called as everywhere.
    answer_days : int
        Working days that are usually given.
    agencies : frozenset of AgencyType
        Who can be asked; none means anybody.
    register : str
        The register in which stands what it is about.
    attributed : frozenset of RequestStepKind
        The answers with which it is asked whether it would have happened without Drive.
    in_notes : str
        What an answer is called in a case note, where the note must not say which it was.
    """

    kind: RequestKind
    asks: frozenset[str]
    uses: tuple[Use, ...]
    asking: ActivityCode
    answering: ActivityCode
    answers: tuple[RequestStepKind, ...]
    intent: Intent | None = None
    purpose: RequestPurpose = RequestPurpose.KNOW_THE_RISK
    words: Mapping[RequestStepKind, str] = field(default_factory=dict)
    answer_days: int = 5
    agencies: frozenset[A] = frozenset()
    register: str = ""
    attributed: frozenset[RequestStepKind] = frozenset()
    in_notes: str = ""

    def may_ask(self, agency: A | str) -> bool:
        """Return whether an agency of a kind can be asked for it."""
        return not self.agencies or agency in self.agencies

    def noted(self, step: RequestStepKind) -> str:
        """Return what a step is called in a case note, which more people may read."""
        return self.in_notes if self.in_notes and step in self.answers else self.said(step).lower()

    def said(self, step: RequestStepKind) -> str:
        """Return what a step is called in this kind of request."""
        return self.words.get(step, step.label)


_S = RequestStepKind
_PROBATION = frozenset({A.PROBATION_SERVICE, A.PROBATION_NPS, A.PROBATION_CRC})

BREACH = Kind(
    kind=RequestKind.BREACH,
    asks=frozenset({"entry"}),
    uses=(Use.DISRUPTION, *PROTECTS),
    asking=ActivityCode.DISRUPTION,
    answering=ActivityCode.DISRUPTION,
    intent=Intent.DISRUPT,
    purpose=RequestPurpose.DISRUPT,
    answers=(_S.ANSWERED, _S.REFUSED),
    words={_S.ANSWERED: "Decided", _S.REFUSED: "They will not decide on it"},
    agencies=frozenset({A.POLICE, A.COURT, A.PRISON}) | _PROBATION,
    register="breaches",
    attributed=frozenset({_S.ANSWERED}),
)
ADVOCACY = Kind(
    kind=RequestKind.ADVOCACY,
    asks=frozenset({"entry"}),
    uses=(Use.DISRUPTION, *PROTECTS),
    asking=ActivityCode.ADVOCACY,
    answering=ActivityCode.ADVOCACY,
    purpose=RequestPurpose.DISRUPT,
    answers=(_S.AGREED, _S.ANSWERED, _S.REFUSED),
    words={
        _S.AGREED: "Agreed, not changed yet",
        _S.ANSWERED: "Changed, in whole or in part",
        _S.REFUSED: "The decision stands",
    },
    register="advocacy",
    attributed=frozenset({_S.ANSWERED}),
)
CHILD = Kind(
    kind=RequestKind.CHILD,
    asks=frozenset({"entry"}),
    uses=(Use.PROTECTIVE_SHARING, Use.CHILD_AT_RISK, Use.THREAT_TO_LIFE),
    asking=ActivityCode.CHILD_SAFEGUARDING,
    answering=ActivityCode.CHILD_SAFEGUARDING,
    intent=Intent.SAFETY,
    purpose=RequestPurpose.PROTECT_A_CHILD,
    answers=(_S.ANSWERED, _S.REFUSED),
    words={_S.ANSWERED: "Decided", _S.REFUSED: "Not taken on"},
    agencies=frozenset({A.CSC, A.MASH}),
    register="children",
    answer_days=1,
)
DISCLOSURE = Kind(
    kind=RequestKind.DISCLOSURE,
    asks=frozenset({"route", "applied_on"}),
    uses=(Use.DISRUPTION, *PROTECTS),
    asking=ActivityCode.DISRUPTION,
    answering=ActivityCode.DISRUPTION,
    intent=Intent.DISRUPT,
    purpose=RequestPurpose.DISRUPT,
    answers=(_S.ANSWERED_IN_PART, _S.AGREED, _S.DONE, _S.ANSWERED, _S.REFUSED),
    words={
        _S.ANSWERED_IN_PART: "It goes to a panel",
        _S.AGREED: "To be disclosed",
        _S.DONE: "Disclosed",
        _S.ANSWERED: "Not disclosed, and protected in another way",
        _S.REFUSED: "Not disclosed",
    },
    agencies=frozenset({A.POLICE}),
    attributed=frozenset({_S.DONE}),
    answer_days=20,
    in_notes="answered",
)
MARAC = Kind(
    kind=RequestKind.MARAC,
    asks=frozenset({"original", "initiated_by", "trigger", "trigger_on"}),
    uses=PROTECTS,
    asking=ActivityCode.DISRUPTION,
    answering=ActivityCode.DISRUPTION,
    intent=Intent.DISRUPT,
    purpose=RequestPurpose.DISRUPT,
    answers=(_S.AGREED, _S.DONE, _S.REFUSED),
    words={
        _S.AGREED: "To be heard again",
        _S.DONE: "Heard again",
        _S.REFUSED: "Not to be heard again",
    },
    agencies=frozenset({A.MARAC}),
    attributed=frozenset({_S.DONE}),
)

KINDS: Mapping[RequestKind, Kind] = {
    kind.kind: kind
    for kind in (
        Kind(
            kind=RequestKind.INFORMATION,
            asks=frozenset({"topics"}),
            uses=(Use.INFORMATION, *PROTECTS),
            asking=ActivityCode.INFO_REQUEST,
            answering=ActivityCode.INFO_RECEIVED,
            answers=(
                RequestStepKind.ANSWERED_IN_PART,
                RequestStepKind.ANSWERED,
                RequestStepKind.REFUSED,
            ),
        ),
        Kind(
            kind=RequestKind.ACTION,
            asks=frozenset({"action"}),
            uses=(Use.DISRUPTION, *PROTECTS),
            asking=ActivityCode.DISRUPTION,
            answering=ActivityCode.DISRUPTION,
            intent=Intent.DISRUPT,
            purpose=RequestPurpose.DISRUPT,
            answers=(RequestStepKind.AGREED, RequestStepKind.DONE, RequestStepKind.REFUSED),
            words={RequestStepKind.REFUSED: "Declined"},
            attributed=frozenset({RequestStepKind.DONE}),
        ),
        BREACH,
        ADVOCACY,
        CHILD,
        DISCLOSURE,
        MARAC,
    )
}
"""The kinds that can be asked now."""

_INTENTS = {
    RequestPurpose.KNOW_THE_RISK: Intent.SAFETY,
    RequestPurpose.SAFE_CONTACT: Intent.SAFETY,
    RequestPurpose.DISRUPT: Intent.DISRUPT,
    RequestPurpose.PROTECT_A_CHILD: Intent.SAFETY,
    RequestPurpose.SUPPORT: Intent.SUPPORT,
}


def intent_of(kind: Kind, purpose: RequestPurpose) -> Intent:
    """Return the aim with which the work on a request is counted."""
    return kind.intent or _INTENTS[purpose]
