"""Everybody follows every link: who saw which secret, and what the audit knows of it."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

import pytest
from django.apps import apps
from django.db import OperationalError, connection
from django.template.backends.jinja2 import Template
from django.test import Client

from drive.web.audit.models import Event, EventKind
from drive.web.project.settings.logs import WithoutValues
from tests.integration.access.canaries import SEALED, SEEN_BY
from tests.integration.access.channels import secrets_in
from tests.integration.access.crawling import Shown, crawl, look, search
from tests.integration.access.expected import (
    ALLOCATORS,
    COMMISSIONERS,
    COUNT_DRAWS,
    EVALUATORS,
    EVERYBODY,
    IDVAS,
    MONITORS,
    OPENS,
)
from tests.integration.access.world import World
from tests.integration.access.world.numbers import (
    CONTROL,
    ESSEX,
    SUSSEX,
)


@dataclass(frozen=True)
class Crawled:
    """Every page that was seen, and every line that was logged meanwhile."""

    pages: list[Shown]
    log: str


class _Listening(logging.Handler):
    def __init__(self, form: logging.Formatter | None = None) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(form or logging.Formatter())
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture(scope="module")
def crawled(world: World, browsers: dict[str, Client], django_db_blocker: Any) -> Crawled:
    """Everybody's pages, with what the searches by name find."""
    listening, root = _Listening(), logging.getLogger()
    level = root.level
    root.addHandler(listening)
    root.setLevel(logging.DEBUG)
    with django_db_blocker.unblock():
        pages = [*crawl(browsers), *searched(browsers)]
    root.removeHandler(listening)
    root.setLevel(level)
    return Crawled(pages, "\n".join(listening.lines))


def searched(browsers: dict[str, Client]) -> Iterator[Shown]:
    """Give what everybody finds by the names of everybody."""
    for name, client in browsers.items():
        for number in (ESSEX, CONTROL, SUSSEX):
            for found in (
                search(name, client, "/cases/", words=f"Hissurname{number}"),
                search(name, client, "/referrals/hearings/", surname=f"Hersurname{number}"),
                search(name, client, "/people/", **_names("His", number)),
                search(name, client, "/people/", **_names("Her", number)),
            ):
                # Whoever may not search gets what was typed back, and nothing else.
                if found.status == 200:
                    yield found


def _names(role: str, number: int) -> dict[str, str]:
    return {"surname": f"{role}surname{number}", "forename": f"{role}forename{number}"}


# -- Who saw what ----------------------------------------------------------------------------------


def holds(text: str, canary: str) -> bool:
    return re.search(rf"\b{re.escape(canary)}\b", text) is not None


@pytest.mark.parametrize("canary", sorted(SEEN_BY))
def test_each_secret_is_seen_by_those_who_may(canary: str, crawled: Crawled) -> None:
    seen_by = {shown.by for shown in crawled.pages if holds(shown.whole, canary)}
    assert seen_by == SEEN_BY[canary]


def test_no_secret_stands_in_a_title_or_an_address(crawled: Crawled) -> None:
    found = {
        f"{canary}: {shown.address} “{shown.title}”"
        for shown in crawled.pages
        for canary in SEEN_BY
        # As a word: five digits stand by chance within a key.
        if holds(shown.title, canary) or holds(unquote(shown.address), canary)
    }
    assert found == set()


def test_no_secret_stands_in_the_log(crawled: Crawled) -> None:
    assert crawled.log
    assert [canary for canary in SEEN_BY if holds(crawled.log, canary)] == []


def test_no_secret_stands_in_the_audit(crawled: Crawled) -> None:
    kept = json.dumps(list(Event.objects.values()), default=str)
    assert [canary for canary in SEEN_BY if holds(kept, canary)] == []


def test_what_is_sealed_lies_open_in_no_column(world: World) -> None:
    found = []
    for model in apps.get_models():
        for row in model._base_manager.values():
            text = " ".join(map(str, row.values()))
            found += [f"{model._meta.label}: {canary}" for canary in SEALED if canary in text]
    assert found == []


# -- Arms ------------------------------------------------------------------------------------------

_ARM = re.compile(
    r">\s*Control\s*<|\b[Cc]ontrol (?:arm|group)\b|\bDrive arm\b|\b[Aa]llocat(?:ed|ion)\b"
)


def test_an_arm_is_seen_by_the_allocator_and_the_monitor_alone(crawled: Crawled) -> None:
    said = re.compile(r">\s*Control\s*<|\b[Cc]ontrol (?:arm|group)\b")
    names = {
        shown.by
        for shown in crawled.pages
        if said.search(shown.page) and not shown.view.startswith(("extracts:", "monitoring:"))
    }
    assert names == ALLOCATORS | MONITORS


def test_arms_are_counted_without_a_name(crawled: Crawled) -> None:
    of_the_trial = {view for view, who in OPENS.items() if who in (COUNT_DRAWS, COMMISSIONERS)}
    pages = [shown for shown in crawled.pages if shown.view in of_the_trial]
    assert {shown.by for shown in pages if shown.status == 200} == COUNT_DRAWS | COMMISSIONERS
    assert not re.search(r"(His|Her)(forename|surname)", " ".join(each.page for each in pages))
    followed = re.compile(r"\b(?:Received what was allocated|Lost to follow-up|case opened)\b")
    assert {shown.by for shown in pages if followed.search(shown.page)}.isdisjoint(ALLOCATORS)


def test_an_idvas_pages_carry_no_arm(crawled: Crawled) -> None:
    pages = [
        shown
        for shown in crawled.pages
        # The allocator, who names Idvas too, knows the arms and has them in the navigation.
        if shown.view.startswith(("insights:", "harm:")) and shown.by not in ALLOCATORS | MONITORS
    ]
    assert {shown.by for shown in pages} > IDVAS
    assert [shown.address for shown in pages if _ARM.search(shown.page)] == []


# -- The audit -------------------------------------------------------------------------------------


def ours(shown: Shown) -> bool:
    return shown.view in OPENS and shown.status == 200


def test_every_kind_of_page_was_reached(crawled: Crawled) -> None:
    reached = {shown.view for shown in crawled.pages if ours(shown)}
    assert len(reached) > 50, sorted(set(OPENS) - reached)
    assert {shown.by for shown in crawled.pages} > EVERYBODY


def test_nothing_that_a_page_links_to_fails_or_is_refused(crawled: Crawled) -> None:
    broken = {
        f"{shown.status} {shown.address} by {shown.by}"
        for shown in crawled.pages
        if shown.status not in {200, 302} and shown.view and shown.by != "somebody not signed in"
    }
    assert broken == set()


def test_each_page_leaves_exactly_one_event_with_its_ids(crawled: Crawled, world: World) -> None:
    people = {name: user.pk for name, user in world.users.items()}
    wrong = []
    for shown in filter(ours, crawled.pages):
        reads = [event for event in shown.events if event.kind == EventKind.READ]
        if len(shown.events) != 1 or len(reads) != 1:
            wrong.append(f"{shown.address}: {len(shown.events)} events")
            continue
        missing = set(keys_in(shown.address)) - set(reads[0].object_ids)
        if missing or reads[0].actor_id != people[shown.by]:
            wrong.append(f"{shown.address} by {shown.by}: {missing} not in the event")
    assert wrong == []


_KEY = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def keys_in(address: str) -> list[str]:
    return _KEY.findall(address)


def test_without_the_audit_there_is_no_page(
    crawled: Crawled, browsers: dict[str, Client], world: World
) -> None:
    one_each = {shown.view: shown for shown in crawled.pages if ours(shown)}
    answered = {}
    with connection.execute_wrapper(no_event_is_written):
        for view, shown in one_each.items():
            found = look(shown.by, browsers[shown.by], shown.address)
            answered[view] = found.status
            assert not any(holds(found.whole, canary) for canary in SEEN_BY), view
    assert set(answered.values()) == {503}, answered


def test_a_page_that_fails_shows_and_logs_no_secret(
    crawled: Crawled, browsers: dict[str, Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    one_each = {shown.view: shown for shown in crawled.pages if ours(shown)}
    listening, root = _Listening(WithoutValues()), logging.getLogger()
    real = Template.render

    def fails(template: Template, *given: Any, **more: Any) -> str:
        page = real(template, *given, **more)
        if secrets_in(page):
            raise RuntimeError(page)
        return page

    monkeypatch.setattr(Template, "render", fails)
    root.addHandler(listening)
    failed = [look(shown.by, browsers[shown.by], shown.address) for shown in one_each.values()]
    root.removeHandler(listening)
    broken = [shown for shown in failed if shown.status == 500]
    assert len(broken) > 20
    assert [shown.address for shown in broken if secrets_in(shown.whole)] == []
    assert "RuntimeError" in (log := "\n".join(listening.lines))
    assert secrets_in(log) == set()


def test_how_much_was_looked_at(crawled: Crawled, capsys: pytest.CaptureFixture[str]) -> None:
    actors = {shown.by for shown in crawled.pages}
    assert len(actors) >= 14
    assert len(SEEN_BY) >= 40
    with capsys.disabled():
        print(
            f"\n{len(crawled.pages) * len(SEEN_BY):,} observations by following links: "
            f"{len(SEEN_BY)} secrets, {len(actors)} actors, {len(crawled.pages):,} pages"
        )


def no_event_is_written(execute: Any, sql: str, *rest: Any) -> Any:
    """Fail where an audit event is written, as a full disk would."""
    if sql.startswith(f'INSERT INTO "{Event._meta.db_table}"'):
        raise OperationalError("disk I/O error")
    return execute(sql, *rest)


def test_an_evaluator_sees_no_name(crawled: Crawled) -> None:
    text = " ".join(shown.page for shown in crawled.pages if shown.by in EVALUATORS)
    assert not re.search(r"(His|Her)(forename|surname)", text)
