"""Every form that changes a case carries a key, and keeps what is typed into it."""

from __future__ import annotations

from http import HTTPStatus

import pytest
from django.test import Client

from tests.integration.access.addresses import Target, pages, targets
from tests.integration.access.expected import OPENS
from tests.integration.access.world import World
from tests.integration.web.hard.page import PageForm, read

SPACES = (
    "assessments:",
    "case_record:",
    "casework:",
    "information:",
    "insights:",
    "registers:",
)

KEEPS_ITSELF = {"assessments:section"}
"""Pages whose button only keeps a draft: kept twice, it is the same."""

CHANGES_NOTHING = ("/cases/",)
"""Where a search is sent by POST, so that no name stands in an address."""

SAYS_WHAT_IT_WANTS = ("/pin/",)
"""Where a button says which of two states it wants: pressed twice, it is the same."""

_PAGES = sorted(name for name, _ in pages() if name.startswith(SPACES) and name in OPENS)


@pytest.mark.parametrize("view", _PAGES)
def test_its_forms_have_a_key_and_a_draft(
    view: str, world: World, browsers: dict[str, Client]
) -> None:
    wrong = {
        f"{form.action or target.address}: {words}"
        for target in targets(view, world)
        for form in forms_at(target, browsers)
        for words in lacks(form, view)
    }
    assert wrong == set()


def forms_at(target: Target, browsers: dict[str, Client]) -> list[PageForm]:
    """Return what can be sent from a page, as the first person sees it who may open it."""
    for name in sorted(OPENS[target.page] & target.reached_by):
        answer = browsers[name].get(target.address)
        if answer.status_code == HTTPStatus.OK and "html" in answer["Content-Type"]:
            forms = read(answer.content.decode()).forms
            return [each for each in forms if each.method == "post" and not _is_exempt(each)]
    return []


def _is_exempt(form: PageForm) -> bool:
    signs_out = form.action.startswith("/account/")
    return signs_out or form.action in CHANGES_NOTHING or form.action.endswith(SAYS_WHAT_IT_WANTS)


def lacks(form: PageForm, view: str) -> list[str]:
    """Return what a form should have and has not."""
    missing = []
    if "key" not in form.sent and view not in KEEPS_ITSELF:
        missing.append("no key")
    if (form.texts or form.choices) and not form.sent.get("draft_form", [""])[0]:
        missing.append("no draft")
    return missing
