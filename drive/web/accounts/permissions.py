"""How a model says who reaches it, and the queryset that keeps to it.

Each model declares an `Access`: its compartment and the paths from a row to its site, its
agency, its holders and the people it is about. `visible_to` builds its filter from that and
from the roles of the actor; the policy knows nothing of the models above it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self, TypeVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from drive.web.accounts.roles import READS, Compartment, Reach, Role

if TYPE_CHECKING:
    from drive.web.accounts.models import RoleHolding, User

Row = TypeVar("Row", bound=models.Model)


@dataclass(frozen=True)
class Held:
    """A path to the rows that say who holds something, and which of them count."""

    path: str
    where: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Access:
    """The ways by which people reach the rows of a model.

    Parameters
    ----------
    compartment : Compartment
        What the rows are part of.
    site, agency : str or None
        Path to the key of the site or agency.
    holders : tuple of str or Held
        Paths to rows with `user` and `ended_at`, or "user", or "self", or "recorder": whoever
        recorded the row. A `Held` counts only the rows that meet a further condition, such as
        the capacity in which a case is held.
    subjects : tuple of str
        Paths to the keys of the people whom a row is about, for exclusions.
    narrowed : mapping of Role to Q, or to a function that returns one
        A further condition for one role. A function is called at each look, for conditions that
        can only be made once every model is there.
    """

    compartment: Compartment
    site: str | None = None
    agency: str | None = None
    holders: tuple[str | Held, ...] = ()
    subjects: tuple[str, ...] = ()
    narrowed: Mapping[Role, Q | Callable[[], Q]] = field(default_factory=dict)


class VisibleQuerySet(models.QuerySet[Row]):
    """A queryset that can be narrowed to what somebody may see."""

    def visible_to(self, actor: User) -> Self:
        """Return the rows that the actor may see: nothing without a role that reaches them."""
        access: Access = self.model.access  # type: ignore[attr-defined]
        reached = Q(pk__in=[])
        for holding in actor.holdings if actor.is_active else ():
            reached |= _reached_by(holding, access, self.model)
        return self.filter(reached).exclude(_kept_out(actor, access, self.model))


def _reached_by(holding: RoleHolding, access: Access, model: type[models.Model]) -> Q:
    role = Role(holding.role)
    reach = READS[role].get(access.compartment)
    if reach is None:
        return Q(pk__in=[])
    further = access.narrowed.get(role, Q())
    return _within(reach, holding, access, model) & (further() if callable(further) else further)


def _within(reach: Reach, holding: RoleHolding, access: Access, model: type[models.Model]) -> Q:
    if reach is Reach.ALL:
        return ~Q(pk__in=[])
    if reach is Reach.SITE and access.site and holding.site_id:
        return Q(**{access.site: holding.site_id})
    if reach is Reach.AGENCY and access.agency and holding.agency_id:
        return _by_path(model, {access.agency: holding.agency_id})
    if reach is Reach.OWN:
        return _held_by(holding.user_id, access, model)
    return Q(pk__in=[])


def _held_by(user_id: UUID, access: Access, model: type[models.Model]) -> Q:
    held = Q(pk__in=[])
    for holder in access.holders:
        if holder == "self":
            held |= Q(pk=user_id)
        elif holder == "user":
            held |= Q(user=user_id)
        elif holder == "recorder":
            held |= Q(recorded_by=user_id)
        else:
            held |= _by_path(model, _current(holder, user_id))
    return held


def _current(holder: str | Held, user_id: UUID) -> dict[str, Any]:
    held = holder if isinstance(holder, Held) else Held(holder)
    further = {f"{held.path}__{name}": value for name, value in held.where.items()}
    return {f"{held.path}__user": user_id, f"{held.path}__ended_at": None} | further


def _by_path(model: type[models.Model], conditions: dict[str, Any]) -> Q:
    # A subquery, since a path over many rows would repeat the row that it ends in.
    return Q(pk__in=model._default_manager.filter(**conditions).values("pk"))


def _kept_out(actor: User, access: Access, model: type[models.Model]) -> Q:
    people = list(actor.exclusions.filter(lifted_at=None).values_list("person_id", flat=True))
    out = Q(pk__in=[])
    if people:
        for path in access.subjects:
            out |= _by_path(model, {f"{path}__in": people})
    return out
