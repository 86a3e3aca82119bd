"""The page of one act on a case: what it is about, one form, and where it leads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.casework.views.frames import documents_beside, frame
from drive.web.design_system.forms import DriveForm
from drive.web.recording.views import Place, acted


@dataclass(frozen=True, kw_only=True)
class Act:
    """The words of the page, the tab it belongs to, and where one goes afterwards.

    `facts` are the rows of what is decided about, `cards` whole cards of it; `documents` says that
    the latest documents are read beside the form; without a `form` the page only says why nothing
    can be done.
    """

    title: str
    submit: str
    done: str
    tab: str
    back: str
    lead: Sequence[str] = ()
    facts: Sequence[dict[str, Any]] = field(default_factory=list)
    cards: Sequence[dict[str, Any]] = field(default_factory=list)
    documents: bool = False


def act_page(
    request: HttpRequest,
    case: DriveCase,
    form: DriveForm,
    act: Callable[[User, datetime], Model],
    *,
    place: Place,
    words: Act,
) -> HttpResponse:
    """Show the form with what was typed before, and carry it out once when it is sent."""
    answer = acted(
        request, form, act, place=place, done=words.done, back=words.back, site=case.site
    )
    if answer is not None:
        return answer
    context = {
        "form": form,
        "draft": place,
        "act": words,
        "case": frame(request, case, words.tab),
        "documents": documents_beside(request, case) if words.documents else None,
    }
    return render(request, "casework/act.html", context)
