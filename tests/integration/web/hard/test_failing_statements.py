"""Statements of each form fail in turn: all or nothing, and everything typed is shown.

Whatever writes fails each time, alone and with all after it, and of what reads every tenth alone;
with `--thorough` all of it in both ways.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import OperationalError, connection

from tests.cast import Cast
from tests.integration.web.hard.desk import Desk, at, page_of, undone
from tests.integration.web.hard.every import FORMS
from tests.integration.web.hard.forms import WORDS, Form
from tests.integration.web.hard.tables import contents, counts

pytestmark = pytest.mark.django_db

Fails = Callable[[int], bool]
READS_TRIED = 10
"""Of the statements that read, every tenth fails."""


@contextmanager
def failing(fails: Fails) -> Iterator[list[str]]:
    """Let statements fail by their number, from one; give all that were asked for.

    What begins and ends a transaction is let through: that a test can undo everything, the
    transaction of the page is a part of another here.
    """
    asked: list[str] = []

    def execute(run: Any, sql: str, *rest: Any) -> Any:
        if not sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")):
            asked.append(sql)
            if fails(len(asked)):
                raise OperationalError("the database is gone")
        return run(sql, *rest)

    with connection.execute_wrapper(execute):
        yield asked


@dataclass
class Saved:
    """What saving the form changes, and by which statements."""

    statements: list[str]
    grown: dict[str, int]
    touched: set[str]


def save_once(desk: Desk) -> Saved:
    """Save the form and undo that."""
    before, held = counts(), contents()
    with undone():
        with failing(lambda _number: False) as asked:
            answer = desk.send(desk.valid())
        assert desk.row.is_done(answer), page_of(answer).errors
        grown, after = counts(), contents()
    touched = {label for label in held if held[label] != after[label]}
    return Saved(asked, {each: grown[each] - before[each] for each in grown}, touched)


def wrong_after(answer: Any, desk: Desk, *, accepted: bool, nothing: bool) -> str:
    """Return what is wrong with the answer to a failure, or nothing."""
    if desk.row.is_done(answer):
        return "" if accepted else "the person is told that it was saved"
    if not accepted and not nothing:
        return "something is half done"
    if answer.status_code not in (200, 403, 500, 503):
        return f"answered with {answer.status_code}"
    page = page_of(answer)
    if "Traceback" in page.text or "OperationalError" in page.text:
        return "a traceback is shown"
    again = [
        form
        for form in page.forms
        if form.method == "post" and {"key", "draft_form"} & set(form.sent)
    ]
    if answer.status_code != 200 and not again:
        return "there is no way to try again"
    return _missing(page.text, again, desk)


def _missing(text: str, again: list[Any], desk: Desk) -> str:
    shown = [*(each for form in again for texts in form.sent.values() for each in texts), text]
    given = [desk.given[name] for name in desk.given]
    texts = [one for each in given for one in (each if isinstance(each, list) else [each])]
    lost = [one for one in texts if not any(one in each for each in shown)]
    return f"what was typed is not shown: {lost}" if lost else ""


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_failing_statement_leaves_all_or_nothing(
    form: Form, cast: Cast, pytestconfig: pytest.Config
) -> None:
    desk = at(form, cast)
    saved = save_once(desk)
    before, held = counts(), contents(saved.touched)
    wrong = []
    every = pytestconfig.getoption("--thorough")
    for how, fails in _failures(saved.statements, every=every):
        with undone():
            with failing(fails):
                answer = desk.send(desk.valid())
            now = counts()
            grown = {each: now[each] - before[each] for each in now}
            accepted = grown == saved.grown
            nothing = not any(grown.values()) and contents(saved.touched) == held
        if found := wrong_after(answer, desk, accepted=accepted, nothing=nothing):
            wrong.append(f"statement {how}: {found}")
    assert wrong == []
    assert WORDS in desk.given.values() or not form.words


def _failures(statements: list[str], *, every: bool) -> Iterator[tuple[str, Fails]]:
    for number, sql in enumerate(statements, start=1):
        both = every or not sql.startswith("SELECT")
        if both or number % READS_TRIED == 0:
            yield f"{number} once", lambda asked, number=number: asked == number
        if both:
            yield f"{number} and all after it", lambda asked, number=number: asked >= number


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_sent_twice_it_is_saved_once(form: Form, cast: Cast) -> None:
    desk = at(form, cast)
    assert form.is_done(desk.send(desk.valid()))
    once = counts()
    again = desk.send(desk.valid())
    assert counts() == once
    assert form.is_done(again), page_of(again).errors
