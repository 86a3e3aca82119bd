"""Whether a lever is something he wants or something he has to do."""

from __future__ import annotations

from collections.abc import Iterable

from drive.vocabulary.registers import LeverClass, LeverType, PathwayKind
from drive.vocabulary.strategy import StrategyTemplate

_ASPIRATIONAL = frozenset(
    {
        LeverType.GOOD_PARENT,
        LeverType.CHILD_CONTACT,
        LeverType.OWN_HEALTH,
        LeverType.SUPPORT_ACCESS,
    }
)

STRATEGY_TEMPLATES = {PathwayKind.STALKING: StrategyTemplate.STALKING}
"""The template of the contact strategy that a pathway brings with it."""


def lever_class(kind: LeverType) -> LeverClass:
    """Return the class of a lever (Year-1 report, lines 1482-1605)."""
    return LeverClass.ASPIRATIONAL if kind in _ASPIRATIONAL else LeverClass.COMPULSORY


def is_statutory(levers: Iterable[LeverType]) -> bool:
    """Return whether some lever stands behind which there is a court, probation or a plan."""
    return any(lever_class(kind) is LeverClass.COMPULSORY for kind in levers)


def strategy_template(pathways: Iterable[PathwayKind]) -> StrategyTemplate:
    """Return the template of the contact strategy that the pathways of a case ask for."""
    found = (STRATEGY_TEMPLATES[kind] for kind in pathways if kind in STRATEGY_TEMPLATES)
    return next(found, StrategyTemplate.ORDINARY)
