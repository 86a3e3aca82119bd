"""The gate: whether something may leave, and why not.

Two of its answers never change with the circumstances. What is said in confidence to protect
somebody, and what is said because a life or a child is in danger, is never stopped on its way to
an agency, a court or anybody else who is not at his side. And nothing that is hers goes to him,
whatever it is said to be for.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from drive.vocabulary.facts import LIFE_SAVING, GuardOutcome, Use
from drive.vocabulary.outbound import (
    HER_SIDE,
    HIS_SIDE,
    CheckName,
    CheckOutcome,
    RecipientKind,
)
from drive.vocabulary.vault import ProtectedKind
from drive.web.outbound.rules.scanner import Hit

NEVER_STOPPED = LIFE_SAVING | {Use.PROTECTIVE_SHARING}
"""The uses that the gate only ever warns of."""


@dataclass(frozen=True)
class Check:
    """What one check says, in words for whoever sends."""

    name: CheckName
    outcome: CheckOutcome
    words: str


@dataclass(frozen=True, kw_only=True)
class Sending:
    """What is to leave, as far as the gate looks at it.

    Parameters
    ----------
    to : RecipientKind
        What the recipient is to the case.
    use : Use
        What it is for.
    hits : sequence of Hit
        The protected strings that stand in the text.
    he_reads_there : bool
        Whether he has or knows the address, number or e-mail to which it goes.
    is_first : bool
        Whether nothing was sent there before.
    typed_twice : bool
        Whether the address was typed a second time, in the same words.
    guard : GuardOutcome
        What the sole-informant guard says of what it rests on.
    overridden : bool
        Whether the two who decide together let it go on although it rests on her side alone.
    her_documents, unread_documents : int
        How many of the enclosures came from her side, and how many nobody could read by program.
    """

    to: RecipientKind
    use: Use
    hits: Sequence[Hit] = ()
    he_reads_there: bool = False
    is_first: bool = False
    typed_twice: bool = True
    guard: GuardOutcome = GuardOutcome.FREE
    overridden: bool = False
    her_documents: int = 0
    unread_documents: int = 0

    @property
    def is_to_him(self) -> bool:
        """Whether it goes to him or to somebody at his side."""
        return self.to in HIS_SIDE

    @property
    def is_never_stopped(self) -> bool:
        """Whether it protects somebody: then every check warns at most.

        What goes to him protects nobody, and what goes to her where he reads it does not either.
        """
        is_hers_in_his_hands = self.to in HER_SIDE and self.he_reads_there
        return self.use in NEVER_STOPPED and not self.is_to_him and not is_hers_in_his_hands

    @property
    def waits_for_nothing(self) -> bool:
        """Whether it may be sent now: without hold and without a second typing."""
        return self.use in LIFE_SAVING and self.is_never_stopped


def checks(sending: Sending) -> list[Check]:
    """Return what each check says, in a fixed order."""
    made = [
        _address(sending),
        _text(sending),
        _recipient(sending),
        _sources(sending),
        _enclosed(sending),
    ]
    return [_softened(check) for check in made] if sending.is_never_stopped else made


def outcome_of(made: Sequence[Check]) -> CheckOutcome:
    """Return what all checks say together: the strictest counts."""
    for outcome in (CheckOutcome.STOPPED, CheckOutcome.WARNED):
        if any(check.outcome is outcome for check in made):
            return outcome
    return CheckOutcome.PASSED


def _softened(check: Check) -> Check:
    if check.outcome is not CheckOutcome.STOPPED:
        return check
    return Check(check.name, CheckOutcome.WARNED, check.words)


def _address(sending: Sending) -> Check:
    if sending.is_to_him:
        words = "It goes to the service user's side."
        return Check(CheckName.ADDRESS, CheckOutcome.PASSED, words)
    if not sending.he_reads_there:
        words = "The service user is not known to have this address."
        return Check(CheckName.ADDRESS, CheckOutcome.PASSED, words)
    words = (
        "The service user has this address or number, or knows it. What is sent there he may "
        "read. Find a way that is safe now."
    )
    return Check(CheckName.ADDRESS, CheckOutcome.STOPPED, words)


def _text(sending: Sending) -> Check:
    if not sending.hits:
        return Check(CheckName.TEXT, CheckOutcome.PASSED, "Nothing protected was found in it.")
    found = _listed({hit.kind for hit in sending.hits})
    if sending.is_to_him:
        return Check(
            CheckName.TEXT,
            CheckOutcome.STOPPED,
            f"It holds what must not reach the service user: {found}. Take it out.",
        )
    if sending.to in HER_SIDE:
        return Check(CheckName.TEXT, CheckOutcome.PASSED, f"It holds what is hers: {found}.")
    return Check(
        CheckName.TEXT,
        CheckOutcome.WARNED,
        f"It holds: {found}. Leave it out unless they need it, and say that it must not be passed "
        "on.",
    )


def _listed(kinds: Collection[ProtectedKind]) -> str:
    return ", ".join(kind.label for kind in ProtectedKind if kind in kinds)


def _recipient(sending: Sending) -> Check:
    if sending.is_first and not sending.typed_twice and not sending.waits_for_nothing:
        return Check(
            CheckName.RECIPIENT,
            CheckOutcome.STOPPED,
            "Nothing was sent there before: type the address a second time.",
        )
    words = "Nothing was sent there before." if sending.is_first else "It was written to before."
    return Check(CheckName.RECIPIENT, CheckOutcome.PASSED, words)


_GUARD = {
    GuardOutcome.FREE: (CheckOutcome.PASSED, "Nothing that it rests on stands against it."),
    GuardOutcome.WARNED: (
        CheckOutcome.WARNED,
        "Something that it rests on is known from one other source only.",
    ),
    GuardOutcome.STOPPED: (
        CheckOutcome.STOPPED,
        "Something that it rests on is known from the victim-survivor's side alone.",
    ),
}


_OVERRIDDEN = (
    "It rests on the victim-survivor's side alone. The service manager and the IDVA lead have "
    "decided together that it goes on."
)


def _sources(sending: Sending) -> Check:
    outcome, words = _GUARD[sending.guard]
    if sending.overridden and outcome is CheckOutcome.WARNED:
        words = _OVERRIDDEN
    return Check(CheckName.SOURCES, outcome, words)


def _enclosed(sending: Sending) -> Check:
    name = CheckName.ENCLOSED
    strictest = CheckOutcome.STOPPED if sending.is_to_him else CheckOutcome.WARNED
    if sending.her_documents:
        words = "A document with it came from the victim-survivor's side, or is not for him."
        return Check(name, strictest, words)
    if sending.unread_documents:
        words = "A document with it cannot be read by the program: send its words as text instead."
        return Check(name, strictest, words)
    return Check(name, CheckOutcome.PASSED, "Nothing stands against what goes with it.")
