"""The page of one act on a folder: a lead, what it is about, one form, and where it leads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of
from drive.web.core.clock import now
from drive.web.design_system.forms import DriveForm
from drive.web.information.models import Folder
from drive.web.recording.views import Place, carried_out, take_up


@dataclass(frozen=True, kw_only=True)
class Act:
    """The words of the page, the rows of what it is about, and where one goes afterwards."""

    title: str
    submit: str
    done: str
    back: str
    lead: Sequence[str] = ()
    about: Sequence[dict[str, Any]] = field(default_factory=list)


def act_page(
    request: HttpRequest,
    around: tuple[Folder, dict[str, Any]],
    form: DriveForm,
    act: Callable[[User, datetime], Model],
    *,
    place: Place,
    words: Act,
) -> HttpResponse:
    """Show the form with what was typed before, and carry it out once when it is sent."""
    folder, frame = around
    by, moment = actor_of(request), now()
    take_up(form, place, by=by)
    if form.is_valid() and carried_out(
        form, lambda: act(by, moment), place=place, by=by, now=moment, site=folder.site
    ):
        messages.success(request, words.done)
        return redirect(words.back)
    context = {**frame, "form": form, "draft": place, "act": words}
    return render(request, "information/act.html", context)
