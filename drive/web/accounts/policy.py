"""The one policy: may this actor do this, to this object, for this purpose? Deny overrides.

Every page is declared with `page` (or `public`), which asks the policy before the view runs
and writes the one audit event of the page afterwards, in the transaction of the view: no
audit row, no page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from allauth.account.decorators import reauthentication_required
from allauth.core.exceptions import ReauthenticationRequired
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from drive.web.accounts.exceptions import NotAllowed
from drive.web.accounts.models import User
from drive.web.accounts.roles import ACTS, EVERYBODY, Role
from drive.web.audit.actions import record
from drive.web.audit.models import EventKind, Purpose
from drive.web.core.clock import elapsed_since, now

View = Callable[..., HttpResponse]

_PURPOSES: dict[Role, Purpose] = {
    Role.CASE_MANAGER: Purpose.CASEWORK,
    Role.SERVICE_MANAGER: Purpose.MANAGEMENT,
    Role.PRACTICE_ADVISER: Purpose.MANAGEMENT,
    Role.IDVA: Purpose.SUPPORT,
    Role.ALLOCATOR: Purpose.ALLOCATION,
    Role.MARAC_COORDINATOR: Purpose.MARAC,
    Role.EVALUATOR: Purpose.EVALUATION,
    Role.CODER: Purpose.EVALUATION,
    Role.MONITOR: Purpose.MONITORING,
    Role.ADMINISTRATOR: Purpose.ADMINISTRATION,
}


@dataclass(frozen=True)
class Decision:
    """Yes or no, and the rule that said so."""

    allowed: bool
    rule: str


def may(actor: User, permission: str) -> bool:
    """Return whether some role of the actor has the permission."""
    if not actor.is_active:
        return False
    return permission in EVERYBODY or any(permission in ACTS[role] for role in actor.roles)


def decide(
    actor: User,
    action: str,
    on: models.Model | None = None,
    *,
    purpose: Purpose | None = None,
) -> Decision:
    """Decide whether the actor may do `action`, to the object `on` where there is one.

    A read (`action` "read") is answered exactly by whether the object is in `visible_to`;
    any other action needs the permission too.
    """
    if not actor.is_active:
        return Decision(allowed=False, rule="the account has ended")
    if action != "read" and not may(actor, action):
        return Decision(allowed=False, rule=f"no role with {action}")
    if on is not None and not type(on).objects.visible_to(actor).filter(pk=on.pk).exists():  # type: ignore[attr-defined]
        return Decision(allowed=False, rule=f"{type(on).__name__} is not in reach")
    return Decision(allowed=True, rule=f"{purpose or purpose_of(actor) or 'any'} purpose")


def require(
    actor: User, action: str, on: models.Model | None = None, *, purpose: Purpose | None = None
) -> None:
    """Refuse unless the policy allows.

    Raises
    ------
    NotAllowed
        With words for the person and the rule for the audit.
    """
    decision = decide(actor, action, on, purpose=purpose)
    if not decision.allowed:
        raise NotAllowed("Your role does not allow this.", rule=decision.rule)


def purpose_of(actor: User) -> Purpose | None:
    """Return the purpose that ordinary pages take from the actor's role."""
    for role, purpose in _PURPOSES.items():
        if role in actor.roles:
            return purpose
    return None


def seen(request: HttpRequest, objects: Iterable[models.Model], *, fields: str = "") -> None:
    """Note the records that a page shows, for the one audit event of the page."""
    request.seen_objects = [*getattr(request, "seen_objects", ()), *objects]  # type: ignore[attr-defined]
    if fields:
        request.seen_fields = fields  # type: ignore[attr-defined]


def find(request: HttpRequest, model: type[models.Model], **where: Any) -> Any:
    """Return one visible row and note that it was seen.

    A row out of reach is answered as one that does not exist: to say more would tell that it does.
    """
    actor = actor_of(request)
    row = model.objects.visible_to(actor).filter(**where).first()  # type: ignore[attr-defined]
    if row is None:
        request.refusal = f"{model.__name__} is not in reach"  # type: ignore[attr-defined]
        raise Http404("not found")
    seen(request, [row])
    return row


def actor_of(request: HttpRequest) -> User:
    """Return who is signed in.

    Raises
    ------
    NotAllowed
        If nobody is.
    """
    if not isinstance(request.user, User):
        raise NotAllowed("Sign in to see this page.", rule="nobody is signed in")
    return request.user


def page(permission: str, *, step_up: bool | timedelta = False) -> Callable[[View], View]:
    """Declare which permission a page needs, and whether a fresh sign-in (a step-up) too.

    A length of time asks for a step-up within that time: once a shift for what one works with all
    day. Signing in is none.
    """

    def declare(view: View) -> View:
        opened = _stepped_up(view, step_up)

        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not isinstance(request.user, User):
                return _to(request, "account_login")
            if not may(request.user, permission):
                request.refusal = f"no role with {permission}"  # type: ignore[attr-defined]
                raise NotAllowed("Your role does not open this page.", rule=permission)
            response = opened(request, *args, **kwargs)
            if response.status_code == HTTPStatus.OK:
                _record_page(request, permission)
            return response

        guarded.policy = permission  # type: ignore[attr-defined]
        return guarded

    return declare


def _stepped_up(view: View, step_up: bool | timedelta) -> View:
    if isinstance(step_up, timedelta):
        return _confirmed_within(step_up, view)
    return reauthentication_required(view) if step_up else view


def _confirmed_within(length: timedelta, view: View) -> View:
    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        records = get_authentication_records(request, request.user)
        confirmed = [each["at"] for each in records if each.get("reauthenticated")]
        if not confirmed or elapsed_since(confirmed[-1]) >= length:
            raise ReauthenticationRequired
        return view(request, *args, **kwargs)

    return opened


def public(view: View) -> View:
    """Declare a page that needs no sign-in and shows no record."""
    view.policy = "public"  # type: ignore[attr-defined]
    return view


def _to(request: HttpRequest, name: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse(name)}?{urlencode({'next': request.get_full_path()})}")


def _record_page(request: HttpRequest, permission: str) -> None:
    actor = actor_of(request)
    record(
        kind=EventKind.READ,
        action=permission,
        by=actor,
        now=now(),
        objects=getattr(request, "seen_objects", ()),
        purpose=purpose_of(actor),
        fields=getattr(request, "seen_fields", ""),
    )
