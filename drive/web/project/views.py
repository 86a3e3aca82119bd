"""The pages that belong to no app: what went wrong, in plain words, and health."""

from __future__ import annotations

import sys
from typing import Any

from django.contrib.sessions.exceptions import SessionInterrupted
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import get_template
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from drive.web.accounts.exceptions import NotAllowed
from drive.web.accounts.policy import public
from drive.web.core.exceptions import Refusal
from drive.web.recording.rules import SECRET, own_words

_NOT_TEXT = frozenset({"login"})


def typed_text(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what a form sent, in order, without passwords, codes and hidden keys."""
    if request.method != "POST":
        return []
    return [
        (name.replace("_", " ").replace("-", ", "), text)
        for name, texts in own_words(dict(request.POST.lists())).items()
        for text in map(str, texts)
        if text.strip() and name not in _NOT_TEXT
    ]


def _again(request: HttpRequest) -> dict[str, Any] | None:
    """Return the form that was sent, so that the page can offer to send it once more.

    Only where it came from a page of ours: no other site may put words into such a page.
    """
    asked_by = request.headers.get("Sec-Fetch-Site", "")
    if request.method != "POST" or request.FILES or asked_by not in ("same-origin", ""):
        return None
    if asked_by == "" and not request.headers.get("Origin", "").endswith(f"//{request.get_host()}"):
        return None
    return {
        "address": request.get_full_path(),
        "token": get_token(request),
        "fields": [
            (name, str(text))
            for name, texts in request.POST.lists()
            for text in texts
            if name not in SECRET
        ],
    }


def _typed(request: HttpRequest) -> dict[str, Any]:
    typed = typed_text(request)
    return {"typed": typed, "again": _again(request) if typed else None}


def _failed(request: HttpRequest) -> dict[str, Any]:
    """Return what was typed, and offer to send it once more: a button with nothing typed too.

    The key of the form lets it be carried out once, whatever had happened before the failure.
    """
    shown = _typed(request)
    pressed = request.method == "POST" and "key" in request.POST
    return shown | {"again": _again(request)} if pressed else shown


def _say(template: str, status: int, **context: Any) -> HttpResponse:
    # Rendered without the request: an error page must not ask the database who is signed in, and
    # "not found" must be the same bytes for everybody.
    text = get_template(f"errors/{template}.html").render(context)
    return HttpResponse(text, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser sent something that cannot be read.

    503, if the session could not be written after the page was made: its change stands by then.
    """
    if isinstance(exception, SessionInterrupted):
        return _say("interrupted", 503, **_failed(request))
    too_much = isinstance(exception, RequestDataTooBig | TooManyFieldsSent)
    return _say("bad_request", 400, too_much=too_much)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the page is not for this role."""
    return _say("not_allowed", 403, message="", **_typed(request))


def not_allowed(request: HttpRequest, refusal: NotAllowed) -> HttpResponse:
    """403, with the words of the policy."""
    return _say("not_allowed", 403, message=refusal.message, **_typed(request))


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """409: a rule does not allow the change; its words say why."""
    return _say("refused", 409, message=refusal.message, **_typed(request))


def not_found(_request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: there is no such page, or none for this person; nothing says which."""
    return _say("not_found", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, or 503 if the database is gone; what was typed is shown from the request alone."""
    typed = _failed(request)
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return _say("unavailable", 503, **typed)
    return _say("server_error", 500, **typed)


def form_out_of_date(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form was open for too long, or cookies are off."""
    return _say("form_out_of_date", 403, **_typed(request))


def signed_out(request: HttpRequest, *, kept: bool) -> HttpResponse:
    """403: the session ended before the form arrived; what was typed is shown."""
    return _say("signed_out", 403, kept=kept, **_typed(request))


@public
@require_safe
def alive(_request: HttpRequest) -> HttpResponse:
    """Say that the program runs; nothing more is said to the public."""
    return HttpResponse("ok", content_type="text/plain")


@public
@require_safe
def ready(_request: HttpRequest) -> HttpResponse:
    """Say whether the database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (OperationalError, InterfaceError):
        return HttpResponse(gettext("not ready"), status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")
