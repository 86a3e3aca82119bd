"""From where a case may go where, and its reference."""

from __future__ import annotations

from collections.abc import Iterable

from drive.vocabulary.casework import CaseState

CASE_TRANSITIONS: dict[CaseState, tuple[CaseState, ...]] = {
    CaseState.ALLOCATED: (CaseState.RESEARCH, CaseState.CLOSED),
    CaseState.RESEARCH: (CaseState.STRATEGY, CaseState.CLOSED),
    CaseState.STRATEGY: (CaseState.ACTIVE, CaseState.RESEARCH, CaseState.CLOSED),
    CaseState.ACTIVE: (CaseState.STEP_DOWN, CaseState.STRATEGY, CaseState.CLOSED),
    CaseState.STEP_DOWN: (CaseState.ACTIVE, CaseState.CLOSED),
    CaseState.CLOSED: (CaseState.ACTIVE,),
}
"""From where a case may go where. A contact strategy can be drawn up anew at any time.

A closed case goes on only where a service manager reopens it, for information that came late.
"""


def next_steps(state: CaseState) -> tuple[CaseState, ...]:
    """Return where a case may go from `state` by an ordinary step: neither closed nor reopened."""
    if state is CaseState.CLOSED:
        return ()
    return tuple(each for each in CASE_TRANSITIONS[state] if each is not CaseState.CLOSED)


def ordinary_steps(state: CaseState) -> tuple[CaseState, ...]:
    """Return the steps that nobody has to approve: stepping down is proposed and approved."""
    return tuple(each for each in next_steps(state) if each is not CaseState.STEP_DOWN)


def reference_prefix(site_code: str) -> str:
    """Return the letters of a site's references: `essex` is ES, `south_wales` SW."""
    words = [word for word in site_code.replace("-", "_").split("_") if word]
    letters = "".join(word[0] for word in words) if len(words) > 1 else words[0][:2]
    return letters.upper()


def next_reference(prefix: str, taken: Iterable[str]) -> str:
    """Return the reference after the highest one taken, such as `ES-0002`."""
    numbers = [int(text.rpartition("-")[2]) for text in taken]
    return f"{prefix}-{max(numbers, default=0) + 1:04}"
