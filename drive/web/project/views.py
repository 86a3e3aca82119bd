"""The pages that belong to no app: what went wrong, in plain words, and health."""

from __future__ import annotations

import sys
from typing import Any

from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from drive.web.accounts.exceptions import NotAllowed
from drive.web.accounts.policy import public
from drive.web.core.exceptions import Refusal

_NOT_TEXT = frozenset(
    {
        "csrfmiddlewaretoken",
        "login",
        "password",
        "oldpassword",
        "password1",
        "password2",
        "code",
        "key",
        "idempotency_key",
    }
)


def typed_text(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what a form sent, in order, without passwords, codes and hidden keys."""
    if request.method != "POST":
        return []
    return [
        (name.replace("_", " ").replace("-", ", "), text)
        for name, texts in request.POST.lists()
        for text in map(str, texts)
        if text.strip() and name not in _NOT_TEXT
    ]


def _say(template: str, status: int, **context: Any) -> HttpResponse:
    # Rendered without the request: an error page must not ask the database who is signed in, and
    # "not found" must be the same bytes for everybody.
    text = get_template(f"errors/{template}.html").render(context)
    return HttpResponse(text, status=status)


def bad_request(_request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser sent something that cannot be read."""
    return _say("bad_request", 400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the page is not for this role."""
    return _say("not_allowed", 403, message="", typed=typed_text(request))


def not_allowed(request: HttpRequest, refusal: NotAllowed) -> HttpResponse:
    """403, with the words of the policy."""
    return _say("not_allowed", 403, message=refusal.message, typed=typed_text(request))


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """409: a rule does not allow the change; its words say why."""
    return _say("refused", 409, message=refusal.message, typed=typed_text(request))


def not_found(_request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: there is no such page, or none for this person; nothing says which."""
    return _say("not_found", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, or 503 if the database is gone; what was typed is shown from the request alone."""
    typed = typed_text(request)
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return _say("unavailable", 503, typed=typed)
    return _say("server_error", 500, typed=typed)


def form_out_of_date(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form was open for too long, or cookies are off."""
    return _say("form_out_of_date", 403, typed=typed_text(request))


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
