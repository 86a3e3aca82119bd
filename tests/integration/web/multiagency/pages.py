"""What the tests of the pages of requests share: what a person fills in, and what a page says."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.urls import reverse

from drive.vocabulary.requests import RequestStepKind
from drive.web.casework.models import DriveCase
from drive.web.multiagency.actions.due import do_what_is_due, note_what_left
from drive.web.multiagency.models import Request
from drive.web.organisations.models import Agency
from drive.web.outbound.actions import deliver_due
from tests.cast import NOW
from tests.factories.agencies import (
    HOLD,
)
from tests.integration.web.hard.page import PageForm, read

K = RequestStepKind
WEEKS = timedelta(days=40)


def ask_at(case: DriveCase, agency: Agency, kind: str = "information", **more: Any) -> str:
    named = "".join(f"?{name}={key}" for name, key in more.items())
    return f"{reverse('multiagency:ask', args=[case.pk, agency.pk, kind])}{named}"


def typed(agency: Agency, **said: Any) -> dict[str, Any]:
    """Return what a person fills in who asks for information."""
    usual = {
        "contact": str(agency.contacts.get(role="practitioner").pk),
        "way": "email",
        "whom": "A. Example, born 1 May 1980",
        "topics": ["background", "abuse_now"],
        "purpose": "know_the_risk",
        "use": "information",
        "without_agreement": "It is being negotiated.",
        "basis": "public_task",
        "answer_days": "5",
        "text": "",
        "key": "00000000-0000-0000-0000-000000000001",
    }
    return usual | said


def late(request: Request, moment: Any) -> None:
    """Let the worker live for some weeks."""
    at = NOW
    while at < moment:
        at += timedelta(days=1)
        do_what_is_due(now=at)
        deliver_due(now=at + HOLD)
        note_what_left(now=at + HOLD)


def form_of(answer: Any, ends_with: str = "") -> dict[str, list[str]]:
    """Return what a browser would send of a form of a page untouched: the one that is posted."""
    forms = [each for each in read(answer.content.decode()).forms if each.method == "post"]
    return next(each.sent for each in forms if each.action.endswith(ends_with) and is_ours(each))


def is_ours(form: PageForm) -> bool:
    return any(name.endswith("key") for name in form.sent)


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def answered(**said: Any) -> dict[str, Any]:
    usual = {
        "kind": "answered",
        "happened_on-day": "30",
        "happened_on-month": "6",
        "happened_on-year": "2017",
        "way": "email",
        "who": "PC Example",
        "text": "Three calls in May.",
        "key": "00000000-0000-0000-0000-000000000003",
    }
    return usual | said
