"""What surrounds every page: nothing is stored, nothing typed is lost, refusals are recorded."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from http import HTTPStatus

from django.conf import settings
from django.contrib.auth import logout
from django.db import Error as DatabaseError
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils.deprecation import MiddlewareMixin

from drive.web.accounts.exceptions import NotAllowed
from drive.web.accounts.models import User
from drive.web.audit.actions import record_refusal
from drive.web.core.clock import now
from drive.web.core.exceptions import Refusal
from drive.web.core.sealing import SealingError
from drive.web.project import views
from drive.web.recording.views import drop_sent, keep_sent, typed_by_another

Answer = Callable[[HttpRequest], HttpResponse]
log = logging.getLogger("drive.web")

_HEADERS = {
    "Cache-Control": "no-store, private",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "X-Robots-Tag": "noindex, nofollow",
}


# Passwords and codes are never kept; a draft that is refused is on its page still.
_NOTHING_TO_KEEP = ("/account/", "/kept/")


def never_stored(get_response: Answer) -> Answer:
    """Tell the browser to keep no page: the desk may be shared."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in _HEADERS.items():
            response[name] = value
        return response

    return answer


class RefusalsShown(MiddlewareMixin):
    """Turn a refusal that no view caught into a page with its words."""

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer once the view's transaction has been rolled back."""
        if isinstance(exception, NotAllowed):
            request.refusal = exception.rule  # type: ignore[attr-defined]
            return views.not_allowed(request, exception)
        if isinstance(exception, Refusal):
            return views.refused(request, exception)
        return None


def refusals_recorded(get_response: Answer) -> Answer:
    """Record who was refused what, after the view's transaction has ended."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        rule = getattr(request, "refusal", None)
        if rule:
            record_refusal(action=_page_name(request), by=_actor(request), now=now(), rule=rule)
        return response

    return answer


def _page_name(request: HttpRequest) -> str:
    """Return the name of the page, never its address: that may hold a key of a record."""
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return "no such page"
    return getattr(match.func, "policy", None) or match.view_name or "unnamed page"


def _actor(request: HttpRequest) -> User | None:
    return request.user if isinstance(request.user, User) else None


def typed_text_kept(get_response: Answer) -> Answer:
    """Keep what was typed where a form ends in an error or an expired session."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return get_response(request)
        actor = _actor(request)
        response = get_response(request)
        signed_out = _actor(request) is None
        if actor is not None:
            _keep_or_drop(request, response, actor, failed=signed_out)
        if signed_out and response.status_code == HTTPStatus.FOUND and _holds_text(request):
            return views.signed_out(request, kept=actor is not None)
        return response

    return answer


def _keep_or_drop(
    request: HttpRequest, response: HttpResponse, actor: User, *, failed: bool
) -> None:
    """Keep what was not accepted; a form that led to another page was, except to a new sign-in."""
    asked_who = response.get("Location", "").startswith("/account/")
    rescued = failed or asked_who or response.status_code >= HTTPStatus.BAD_REQUEST
    # What is printed is an answer, too: the view then says that the form is carried out.
    carried_out = getattr(request, "carried_out", False)
    shown_again = response.status_code == HTTPStatus.OK and "draft_form" in request.POST
    try:
        if rescued or (shown_again and not carried_out):
            if not _holds_text(request) or typed_by_another(request.POST, actor):
                return
            path = request.get_full_path()
            keep_sent(request.POST, path=path, by=actor, now=now(), rescued=rescued)
        elif response.status_code == HTTPStatus.FOUND:
            drop_sent(request.POST, path=request.path_info, by=actor)
    except (DatabaseError, SealingError):
        # The answer itself shows everything that was typed; that must still reach the person.
        log.exception("what was typed could not be kept")


def _holds_text(request: HttpRequest) -> bool:
    kept_elsewhere = request.path_info.startswith(_NOTHING_TO_KEEP)
    return not kept_elsewhere and bool(views.typed_text(request))


def idle_signed_out(get_response: Answer) -> Answer:
    """Sign out a session that nobody has used for the idle time, or that has lasted too long."""

    def answer(request: HttpRequest) -> HttpResponse:
        if _actor(request) is not None:
            _check_idle(request)
        return get_response(request)

    return answer


def _check_idle(request: HttpRequest) -> None:
    present = now()
    kept = request.session.get("last_used_at")
    last = datetime.fromisoformat(kept) if kept else present
    first = datetime.fromisoformat(request.session.setdefault("first_used_at", present.isoformat()))
    idle = present - last > settings.DRIVE_IDLE_TIMEOUT
    if idle or present - first > settings.DRIVE_LONGEST_SESSION:
        logout(request)
        return
    # Written at most once a minute: each write takes the lock of the whole database on SQLite.
    if not kept or abs(present - last) > timedelta(minutes=1):
        request.session["last_used_at"] = present.isoformat()
