"""What the pages of the directory share: finding a row within reach, and the page of one act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, seen
from drive.web.design_system.forms import DriveForm
from drive.web.multiagency.queries.directory.reach import (
    KEEP,
    VIEW,
    rows_in_reach,
    sites_in_reach,
)
from drive.web.organisations.models import Agency, Site
from drive.web.recording.views import Place, acted


@dataclass(frozen=True, kw_only=True)
class Act:
    """The words of a page with one form, and where it leads."""

    title: str
    submit: str
    done: str
    back: str
    about: str = ""
    lead: Sequence[str] = ()


def act_page(
    request: HttpRequest,
    form: DriveForm,
    act: Callable[[User, datetime], Model],
    *,
    place: Place,
    words: Act,
) -> HttpResponse:
    """Show a form with what was typed before, and carry it out once when it is sent."""
    answer = acted(request, form, act, place=place, done=words.done, back=words.back)
    if answer is not None:
        return answer
    context = {"form": form, "draft": place, "back": words.back, "act": words}
    return render(request, "multiagency/directory/act.html", context)


def to_see(request: HttpRequest, model: type[Model], key: UUID) -> Any:
    """Return a row of the directory that may be seen; else it is as if it were not there."""
    return _found(request, model, key, VIEW)


def to_keep(request: HttpRequest, model: type[Model], key: UUID) -> Any:
    """Return a row of the directory that may be changed; else it is as if it were not there."""
    return _found(request, model, key, KEEP)


def _found(request: HttpRequest, model: type[Model], key: UUID, permission: str) -> Any:
    row = rows_in_reach(actor_of(request), model, permission).filter(pk=key).first()
    return _or_nothing(request, row, model)


def site_to_keep(request: HttpRequest, key: UUID) -> Site:
    """Return a site whose directory may be kept."""
    row = sites_in_reach(actor_of(request), KEEP).filter(pk=key).first()
    return _or_nothing(request, row, Site)


def _or_nothing(request: HttpRequest, row: Any, model: type[Model]) -> Any:
    if row is None:
        request.refusal = f"{model.__name__} is not in reach"  # type: ignore[attr-defined]
        raise Http404("not found")
    seen(request, [row])
    return row


def page_of(agency: Agency) -> str:
    """Return the address of the page of an agency."""
    return reverse("multiagency:directory_agency", args=[agency.pk])
