"""Every page of a case that takes what is sent to it is tried hard, or it is said why not."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest
from django.test import Client

from tests.integration.access.addresses import Target, pages, targets
from tests.integration.access.expected import OPENS
from tests.integration.access.world import World
from tests.integration.web.hard.every import FORMS

SPACES = (
    "adjudication:",
    "assessments:",
    "case_record:",
    "casework:",
    "information:",
    "multiagency:",
    "insights:",
    "outbound:",
    "registers:",
    "oversight:",
    "offices:",
)
ASKING = ("monitoring:data_query", "monitoring:raise_query")
_PAGES = sorted(name for name, _ in pages() if name.startswith(SPACES) or name in ASKING)

TRIED = {form.address.view for form in FORMS}

NOT_TRIED = {
    "adjudication:make": "a period, a size and two people; no case is named",
    "adjudication:release": "a button; no case is named",
    "adjudication:rate": "choices about a text; the page itself does not know of which case",
    "case_record:caseload": "a search, sent by POST so that no name stands in an address",
    "case_record:pin": "a button that says which of two states it wants, and holds no words",
    "offices:offices": "the name of a place; no case is named",
    "offices:take": "a place and a time; no case is named",
    "multiagency:upload_extract": "a file and a choice; nothing is typed and no case is named",
    "multiagency:extract_act": "a button; it holds no words",
    "multiagency:directory": "a search, sent by POST so that no name stands in an address",
    "outbound:marks": "a mark that somebody reads from a copy, to find whose it is",
    "outbound:hand_out": "a button; it holds no words",
    "outbound:ask_to_override": "a button; it holds no words",
    "offices:give_free": "a button; no case is named",
    "insights:hand_over": "a choice; whoever handed a case over no longer reaches the page",
    "insights:open_case": "a day and a choice; what they open is another's from then on",
}
"""Pages that take what is sent and hold nothing of a case that could be lost."""

_VIEWS = "/drive/web/"
_WHAT_IS_SENT = {"POST": WSGIRequest, "body": HttpRequest, "FILES": WSGIRequest}


@contextmanager
def watched(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Note which of our views look at what a request sends."""
    looked: list[str] = []
    with monkeypatch.context() as patched:
        for name, kind in _WHAT_IS_SENT.items():
            patched.setattr(kind, name, _watching(getattr(kind, name), looked))
        yield looked


def _watching(kept: property, looked: list[str]) -> property:
    def look(request: HttpRequest) -> object:
        if found := _view_in(sys._getframe(1)):
            looked.append(found)
        return kept.__get__(request)

    return property(look, kept.fset)


def _view_in(frame: FrameType | None) -> str:
    """Return the view, if it is one of ours that looks and not what surrounds every page."""
    while frame is not None:
        path = Path(frame.f_code.co_filename).as_posix()
        if _VIEWS in path and "/project/" not in path and "views" in path:
            return path
        frame = frame.f_back
    return ""


@pytest.mark.parametrize("view", _PAGES)
def test_a_page_that_looks_at_what_is_sent_is_tried_hard(
    view: str, world: World, browsers: dict[str, Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    with watched(monkeypatch) as looked:
        for target in targets(view, world):
            _send(target, browsers)
    assert bool(looked) is (view in TRIED or view in NOT_TRIED), looked


def _send(target: Target, browsers: dict[str, Client]) -> None:
    for name in sorted(OPENS[target.page] & target.reached_by):
        browsers[name].post(target.address, {"words": "sent"})


def test_nothing_is_said_twice_or_of_pages_that_are_not_there() -> None:
    assert set(_PAGES) >= TRIED
    assert set(NOT_TRIED) <= set(_PAGES)
    assert TRIED.isdisjoint(NOT_TRIED)
