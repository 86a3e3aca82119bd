"""What the pages of requests share: the case around them, and the page of one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from drive.web.accounts.models import User
from drive.web.accounts.policy import find
from drive.web.casework.models import DriveCase
from drive.web.casework.views.frames import frame
from drive.web.core.clock import today
from drive.web.design_system.forms import DriveForm
from drive.web.multiagency.models import Request
from drive.web.multiagency.queries.standing import Opened, opened
from drive.web.recording.views import Place, acted

TAB = "multiagency:requests"


def around(request: HttpRequest, case: DriveCase) -> dict[str, Any]:
    """Return whose case it is and its tabs."""
    return {"case": frame(request, case, TAB), "case_id": case.pk}


def found_request(request: HttpRequest, request_id: UUID) -> Opened:
    """Return a request in reach as it stands now."""
    row: Request = find(request, Request, pk=request_id)
    return opened(row, today())


def page_of(found: Opened) -> str:
    """Return the address of a request."""
    return reverse("multiagency:request", args=[found.request.pk])


@dataclass(frozen=True, kw_only=True)
class Act:
    """The words of a step's page, and the rows of what it is about."""

    title: str
    submit: str
    done: str
    name: str
    lead: Sequence[str] = ()
    facts: Sequence[dict[str, Any]] = field(default_factory=list)


def step_page(
    request: HttpRequest,
    found: Opened,
    form: DriveForm,
    act: Callable[[User, datetime], Model],
    *,
    words: Act,
) -> HttpResponse:
    """Show the form of a step with what was typed before, and take the step once."""
    case = found.request.drive_case
    place = Place(f"multiagency/{words.name}", found.request.pk)
    answer = acted(
        request, form, act, place=place, done=words.done, back=page_of(found), site=case.site
    )
    if answer is not None:
        return answer
    context = {
        **around(request, case),
        "form": form,
        "draft": place,
        "act": words,
        "back": page_of(found),
        "reference": found.request.reference,
    }
    return render(request, "multiagency/requests/act.html", context)
