"""The ladder of an agency: from the person who was asked up to the board."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from drive.vocabulary.directory import ContactRole
from drive.vocabulary.requests import EscalationLevel

LEVELS: tuple[EscalationLevel, ...] = tuple(EscalationLevel)
_ROLES = dict(zip(LEVELS, ContactRole, strict=True))


@dataclass(frozen=True, kw_only=True)
class Filled:
    """A rung, and whoever stands on it on a day; nobody where it is not filled."""

    level: EscalationLevel
    who: Any = None


@dataclass(frozen=True, kw_only=True)
class Up:
    """The next rung on which somebody stands, and those between on which nobody does."""

    rung: Filled
    passed: tuple[EscalationLevel, ...] = ()


def role_of(level: EscalationLevel) -> ContactRole:
    """Return what somebody is in an agency who stands on a rung."""
    return _ROLES[level]


def level_for(role: ContactRole) -> EscalationLevel:
    """Return the rung of somebody with a role."""
    return next(level for level, each in _ROLES.items() if each is role)


def above(level: EscalationLevel) -> tuple[EscalationLevel, ...]:
    """Return the rungs above one, the lowest first."""
    return LEVELS[LEVELS.index(level) + 1 :]


def next_up(
    rungs: Sequence[Filled], reached: EscalationLevel, asked: Collection[Any] = ()
) -> Up | None:
    """Return where one goes next; None at the top.

    Parameters
    ----------
    rungs : sequence of Filled
        In any order; a level that is missing is one that nobody fills.
    asked : collection
        Who was asked before: somebody who stands on two rungs is asked once.
    """
    by_level = {rung.level: rung for rung in rungs}
    passed: list[EscalationLevel] = []
    for level in above(reached):
        rung = by_level.get(level)
        if rung and rung.who is not None and rung.who not in asked:
            return Up(rung=rung, passed=tuple(passed))
        passed.append(level)
    return None
