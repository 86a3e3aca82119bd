"""Which contact strategy a case asks for, as rooms above know: they name themselves here."""

from datetime import date
from typing import Protocol

from drive.vocabulary.strategy import StrategyTemplate
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase


class AsksForTemplate(Protocol):
    """Says which contact strategy a case asks for on a day, as far as somebody may know."""

    def __call__(self, case: DriveCase, actor: User, day: date) -> StrategyTemplate:
        """Return the template."""


ASKS_FOR_TEMPLATE: list[AsksForTemplate] = []
"""Asked in this order; each room adds its own when it starts."""


def template_asked(case: DriveCase, actor: User, day: date) -> StrategyTemplate:
    """Return the first template that is not the ordinary one, or else the ordinary one."""
    asked = (each(case, actor, day) for each in ASKS_FOR_TEMPLATE)
    special = (each for each in asked if each is not StrategyTemplate.ORDINARY)
    return next(special, StrategyTemplate.ORDINARY)
