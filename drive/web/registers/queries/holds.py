"""Whether anything holds a case."""

from __future__ import annotations

from datetime import date

from drive.vocabulary.registers import LeverType, PathwayKind
from drive.vocabulary.strategy import StrategyTemplate
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.registers.queries.entries import lasting
from drive.web.registers.registry.law import ORDERS
from drive.web.registers.registry.plan import LEVERS, PATHWAYS
from drive.web.registers.rules.holds import Holds
from drive.web.registers.rules.levers import is_statutory, strategy_template


def hardest_to_manage(
    case: DriveCase,
    actor: User,
    *,
    day: date,
    needs: int | None = None,
    idva_engaged: bool | None = None,
) -> Holds:
    """Return what holds a case: its levers, the needs found, and the Idva's engagement.

    `needs` comes from the latest assessment, which stands above this app. `idva_engaged` is None
    where the reader must not learn it: it is the victim-survivor's.
    """
    levers = lasting(LEVERS, case, actor, day).count()
    return Holds(levers=levers, needs=needs, idva_engaged=idva_engaged)


def has_statutory_involvement(case: DriveCase, actor: User, day: date) -> bool:
    """Return whether a court, probation or a plan stands behind the work now."""
    kinds = lasting(LEVERS, case, actor, day).values_list("kind", flat=True)
    return lasting(ORDERS, case, actor, day).exists() or is_statutory(map(LeverType, kinds))


def template_of(case: DriveCase, actor: User, day: date) -> StrategyTemplate:
    """Return which contact strategy the pathways of a case ask for."""
    kinds = lasting(PATHWAYS, case, actor, day).values_list("kind", flat=True)
    return strategy_template(map(PathwayKind, kinds))
