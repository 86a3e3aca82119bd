"""What needs me today: one function a role, composed from the queries of lower apps."""

from __future__ import annotations

from datetime import date

from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.home.presenters.administration import administration
from drive.web.home.presenters.agencies import unanswered
from drive.web.home.presenters.casework import case_management, service_management
from drive.web.home.presenters.cleaning import uncleaned
from drive.web.home.presenters.drafts import (
    saved_words,
    somebody_else_words,
    typed_rows,
    unfinished,
)
from drive.web.home.presenters.harm import monitoring_of_harm, recent_harm
from drive.web.home.presenters.identity import notices_of_cases, notices_of_lists, review
from drive.web.home.presenters.panel import Panel, Presenter, together
from drive.web.home.presenters.selecting import selecting
from drive.web.home.presenters.study import evaluation
from drive.web.home.presenters.support import support
from drive.web.home.presenters.tasks import to_do
from drive.web.home.presenters.trial import allocation, coordination, salts

__all__ = ["PANELS", "Panel", "panels_for", "saved_words", "somebody_else_words", "typed_rows"]

PANELS: dict[Role, Presenter] = {
    Role.CASE_MANAGER: together(to_do, unanswered, case_management),
    Role.SERVICE_MANAGER: together(
        to_do, notices_of_cases, recent_harm, unanswered, selecting, service_management
    ),
    Role.PRACTICE_ADVISER: together(to_do, case_management),
    Role.IDVA: together(to_do, support),
    Role.ALLOCATOR: together(review, allocation, selecting, uncleaned),
    Role.MARAC_COORDINATOR: together(notices_of_lists, coordination),
    Role.EVALUATOR: together(salts, evaluation),
    Role.MONITOR: monitoring_of_harm,
    Role.ADMINISTRATOR: administration,
}
"""Which function makes the panels of a role; a role without one has the links of its sections."""


def panels_for(actor: User, today: date) -> list[Panel]:
    """Return what was left unfinished, then the panels of all the roles that the actor holds."""
    of_roles = [
        panel
        for role in Role
        if role in actor.roles and role in PANELS
        for panel in PANELS[role](actor, today)
    ]
    return [*unfinished(actor), *_each_once(of_roles)]


def _each_once(panels: list[Panel]) -> list[Panel]:
    """Leave out a list that another role of the same person has brought already."""
    return list({panel.heading: panel for panel in panels}.values())
