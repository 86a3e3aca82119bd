"""Lists of requests: of a case, and of a site, with those who have not answered first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from drive.vocabulary.requests import RequestDue, RequestKind
from drive.web.casework.models import DriveCase
from drive.web.design_system.presenters import date_in_words, label, table_rows
from drive.web.multiagency.presenters.directory.linking import agency_link
from drive.web.multiagency.presenters.requests.words import (
    due_words,
    level_words,
    numeric,
    request_link,
    state_tag,
    what,
)
from drive.web.multiagency.queries.requests import LATE, Waiting
from drive.web.multiagency.queries.standing import Opened
from drive.web.multiagency.rules.kinds import KINDS

_NOW = LATE | {RequestDue.SEND}


def due_now(found: Iterable[Opened]) -> list[dict[str, Any]]:
    """Return the entries of what is due on the requests of a case now."""
    entries = []
    for each in found:
        due = each.due()
        if due.what in _NOW:
            entries.append(
                {
                    "link": request_link(each.request),
                    "agency": each.request.agency.name,
                    "words": due_words(due),
                }
            )
    return entries


def case_table(found: Iterable[Opened]) -> dict[str, Any]:
    """Return the requests of a case."""
    cells = [
        [
            request_link(each.request),
            each.request.agency.name,
            what(each.request),
            _left(each),
            state_tag(each.state),
        ]
        for each in found
    ]
    return {
        "caption": _("Requests"),
        "head": [_("Request"), _("Agency"), _("What"), _("Left"), _("Stands")],
        "rows": table_rows(cells),
        "first_cell_is_header": True,
    }


def waiting_table(waits: Iterable[Waiting]) -> dict[str, Any]:
    """Return who has not answered: what is over its day longest first, to be sorted."""
    rows = []
    for each in waits:
        request = each.found.request
        link, agency, state = table_rows(
            [[request_link(request), agency_link(request.agency), state_tag(each.found.state)]]
        )[0]
        rows.append(
            [
                link,
                {**agency, "sort": request.agency.name},
                {"text": what(request)},
                numeric(each.days),
                numeric(each.over),
                numeric(each.chasers),
                {"text": level_words(each.found.level)},
                state,
            ]
        )
    heads = (
        _("Request"),
        {"text": _("Agency"), "sort": "none"},
        _("What"),
        {"text": _("Working days"), "sort": "none", "numeric": True},
        {"text": _("Over its day by"), "sort": "descending", "numeric": True},
        {"text": _("Chasers"), "sort": "none", "numeric": True},
        _("Asked up to"),
        _("Stands"),
    )
    return {
        "caption": _("Each request that waits"),
        "head": list(heads),
        "rows": rows,
        "sortable": True,
        "first_cell_is_header": True,
    }


def by_agency(waits: Iterable[Waiting]) -> dict[str, Any]:
    """Return the agencies that have not answered: how many requests, and how long the longest."""
    of: dict[Any, list[Waiting]] = defaultdict(list)
    for each in waits:
        of[each.found.request.agency].append(each)
    order = sorted(of, key=lambda agency: (-max(each.over for each in of[agency]), agency.name))
    rows = []
    for agency in order:
        late = sum(each.is_late for each in of[agency])
        name = table_rows([[agency_link(agency)]])[0][0]
        rows.append(
            [
                {**name, "sort": agency.name},
                numeric(len(of[agency])),
                numeric(late),
                numeric(max(each.days for each in of[agency])),
            ]
        )
    return {
        "caption": _("By agency"),
        "head": [
            {"text": _("Agency"), "sort": "none"},
            {"text": _("Waiting"), "sort": "none", "numeric": True},
            {"text": _("Over their day"), "sort": "descending", "numeric": True},
            {"text": _("Longest, in working days"), "sort": "none", "numeric": True},
        ],
        "rows": rows,
        "sortable": True,
        "first_cell_is_header": True,
    }


def in_a_sentence(waits: list[Waiting]) -> str:
    """Return at a glance how many wait, and how many of them too long."""
    if not waits:
        return _("Every request on an open case has been answered or has ended.")
    late = sum(each.is_late for each in waits)
    agencies = len(Counter(each.found.request.agency_id for each in waits))
    return _(
        "%(waiting)d requests wait for %(agencies)d agencies. %(late)d are over their day."
    ) % {"waiting": len(waits), "agencies": agencies, "late": late}


def not_left_entries(found: Iterable[Opened]) -> list[Any]:
    """Return the requests that were written and have not left."""
    return [
        format_html("{}: {}", request_link(each.request), each.request.agency.name)
        for each in found
    ]


def _left(each: Opened) -> str:
    return date_in_words(each.sent.left_on) if each.sent.left_on else _("Not yet")


def other_kinds(case: DriveCase) -> list[dict[str, str]]:
    """Return what can be asked for besides information and an action, each with its link."""
    ask = reverse("multiagency:choose_agency", args=[case.pk])
    first = {RequestKind.INFORMATION, RequestKind.ACTION}
    return [
        {"text": label(kind), "href": f"{ask}?kind={kind}"} for kind in KINDS if kind not in first
    ]
