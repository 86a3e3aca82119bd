"""The forms of both arms, field by field: fields, labels, order, what is required, and timing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client

from drive.vocabulary.insights import FOLLOW_UP_MONTHS, OF_SUPPORT, InsightsStage
from drive.web.core.dates import add_months
from drive.web.insights.models import IdvaCase
from drive.web.insights.queries import coming_for
from drive.web.people.models import Dyad
from tests.cast import Cast
from tests.factories.arms import DRAWN_ON, BothArms, both_arms
from tests.factories.insights import (
    filled,
    form_of,
    planned,
    standing,
    supported,
    typed_form,
)

pytestmark = pytest.mark.django_db

_CONTROLS = {"input", "select", "textarea", "option", "button"}
_WORDS = {"label", "legend", "h1", "h2", "h3"}


class _Fields(HTMLParser):
    """What somebody fills in, in order: each control with all its attributes, and all words."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, ...]] = []
        self._in: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in _CONTROLS | {"form"}:
            self.found.append((tag, *(f"{name}={value}" for name, value in sorted(attributes))))
        if tag in _WORDS or ("class", "govuk-hint") in attributes:
            self._in.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._in and self._in[-1] == tag:
            self._in.pop()

    def handle_data(self, data: str) -> None:
        if self._in and data.strip():
            self.found.append(("words", " ".join(data.split())))


def fields_in(page: str) -> list[tuple[str, ...]]:
    reader = _Fields()
    reader.feed(page)
    return reader.found


_KEY = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}")
_CHANGING = re.compile(
    r'nonce="[^"]+"|name="csrfmiddlewaretoken" value="[^"]+"|"csrf[^"]*"\s*:\s*"[^"]*"'
)


def plainly(page: str, case: IdvaCase) -> str:
    """Return a page without names, ages, references and keys, which differ between any two."""
    pair = Dyad.objects.select_related("perpetrator__person", "victim_survivor__person")
    both = pair.get(pk=case.dyad_id)
    for person in (both.perpetrator.person, both.victim_survivor.person):
        page = page.replace(person.name, "NAME")
    page = page.replace(case.reference, "REFERENCE")
    page = re.sub(r"(Age\W.*?)\b\d{1,3}\b", r"\1AGE", page, count=1, flags=re.DOTALL)
    return _CHANGING.sub("", _KEY.sub("KEY", page))


@dataclass(frozen=True)
class Desk:
    """The Idva at her desk, with a case of each arm."""

    cast: Cast
    arms: BothArms
    client: Client

    @property
    def cases(self) -> list[IdvaCase]:
        return [self.arms.drive, self.arms.control]

    def page(self, case: IdvaCase, path: str) -> str:
        answer = self.client.get(f"/idva-cases/{case.pk}/{path}")
        assert answer.status_code == 200, path
        return plainly(answer.content.decode(), case)


@pytest.fixture
def desk(client: Client, cast: Cast) -> Desk:
    client.force_login(cast.idva)
    return Desk(cast, both_arms(cast), client)


def day_of(stage: InsightsStage) -> date:
    """Return the day on which a form is filled in: in the window, for the follow-up."""
    months = FOLLOW_UP_MONTHS.get(stage, 0)
    return add_months(DRAWN_ON, months)


def ready(stage: InsightsStage, case: IdvaCase, cast: Cast) -> None:
    if stage in (InsightsStage.REVIEW, InsightsStage.EXIT):
        filled(case, InsightsStage.INTAKE, cast)


@pytest.mark.parametrize("stage", list(InsightsStage))
def test_the_forms_are_the_same_field_by_field(
    stage: InsightsStage, desk: Desk, settings: Any
) -> None:
    settings.DRIVE_TODAY = day_of(stage)
    for case in desk.cases:
        ready(stage, case, desk.cast)
    drive, control = (desk.page(case, f"forms/{stage}/") for case in desk.cases)
    assert fields_in(drive) == fields_in(control)
    assert drive == control
    asked = {question.key for question in form_of(stage).questions(stage)}
    names = {
        part.removeprefix("name=")
        for tag, *parts in fields_in(drive)
        if tag in _CONTROLS
        for part in parts
        if part.startswith("name=")
    }
    assert all(any(name.startswith(f"{key}-") for name in names) for key in asked)


@pytest.mark.parametrize("stage", list(InsightsStage))
def test_the_same_is_required_and_refused_in_the_same_words(
    stage: InsightsStage, desk: Desk, settings: Any
) -> None:
    settings.DRIVE_TODAY = day_of(stage)
    complete = typed_form(stage, on=day_of(stage))
    gaps = dict(list(complete.items())[: len(complete) // 2]) | {"key": complete["key"]}
    for sent in ({"key": complete["key"]}, gaps):
        pages = []
        for case in desk.cases:
            answer = desk.client.post(f"/idva-cases/{case.pk}/forms/{stage}/", sent)
            pages.append(plainly(answer.content.decode(), case))
        assert "There is a problem" in pages[0]
        assert pages[0] == pages[1]
    for case in desk.cases:
        ready(stage, case, desk.cast)
        sent = typed_form(stage, on=day_of(stage))
        answer = desk.client.post(f"/idva-cases/{case.pk}/forms/{stage}/", sent)
        assert answer.status_code == 302, fields_in(answer.content.decode())[:20]


@pytest.mark.parametrize("months", [0, 3, 6, 7, 10, 16, 20])
def test_the_same_is_due_on_the_same_days(desk: Desk, months: int) -> None:
    steps = coming_for(desk.cases, add_months(DRAWN_ON, months))
    assert steps[desk.arms.drive.pk] == steps[desk.arms.control.pk]
    assert steps[desk.arms.drive.pk]


def test_the_pages_of_a_case_are_the_same(desk: Desk) -> None:
    for case in desk.cases:
        filled(case, InsightsStage.INTAKE, desk.cast)
        supported(case, desk.cast)
        standing(case, desk.cast)
        planned(case, desk.cast)
    for path in (
        "",
        "forms/",
        "support/",
        "support/log/?kind=tried",
        "engagement/",
        "engagement/now/",
        "plan/",
        "plan/next/",
        "hand-over/",
        "moves/",
        "end/",
    ):
        drive, control = (desk.page(case, path) for case in desk.cases)
        assert drive == control, path


def test_the_lists_show_both_alike(desk: Desk) -> None:
    for path in ("/idva-cases/", "/idva-cases/due/", "/idva-cases/capacity/"):
        page = desk.client.get(path).content.decode()
        rows = re.findall(r"<tr.*?</tr>", page, re.DOTALL)
        mine = [plainly(row, case) for case in desk.cases for row in rows if case.reference in row]
        half = len(mine) // 2
        assert half
        assert mine[:half] == mine[half:], path


def test_the_comparison_sees_what_differs(desk: Desk) -> None:
    """Were a field, a label, a requirement or an order of one arm another, it would be found."""
    page = desk.page(desk.arms.drive, "forms/intake/")
    (afraid,) = re.findall(r'<input[^>]*id="id_afraid_now-value"[^>]*>', page)
    for other in (
        page.replace(afraid, ""),
        page.replace(afraid, afraid.replace(">", " required>")),
        page.replace("How afraid is the victim-survivor now?", "How afraid is she now?"),
        page.replace("afraid_now", "AFRAID").replace("afraid_for_children", "afraid_now"),
    ):
        assert fields_in(other) != fields_in(page)


def test_every_form_of_the_support_is_compared() -> None:
    assert set(OF_SUPPORT) | set(FOLLOW_UP_MONTHS) == set(InsightsStage)
