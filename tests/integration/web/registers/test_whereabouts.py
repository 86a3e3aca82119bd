"""Where the service user is: attempts that fail, what was last confirmed, and no address."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.tasks import TaskKind
from drive.web.casework.models import DriveCase
from tests.cast import Cast
from tests.factories.casework import case_at, contact_with
from tests.factories.registers import entry_in
from tests.factories.sign_in import signed_in
from tests.integration.web.registers.desk import on, waiting, words

pytestmark = pytest.mark.django_db


def tried(cast: Cast, case: DriveCase, *days: int, reached: bool = False) -> None:
    """Try to reach him on days of June."""
    for day in days:
        contact_with(cast, case, happened_on=date(2017, 6, day), successful=reached)


def test_three_attempts_that_reach_nobody_ask_that_he_be_found(cast: Cast) -> None:
    case, by = case_at(cast), cast.case_manager
    tried(cast, case, 1, 2)
    assert waiting(by) == []
    tried(cast, case, 5, 6)
    assert waiting(by) == [TaskKind.LOCATE]
    entry_in("whereabouts", case, by)
    assert waiting(by) == []


def test_he_is_not_found_by_what_was_known_before_or_by_his_having_moved_on(cast: Cast) -> None:
    case, by = case_at(cast), cast.case_manager
    tried(cast, case, 1, 2, 5)
    entry_in("whereabouts", case, by, **on("happened_on", date(2017, 5, 1)))
    assert waiting(by) == [TaskKind.LOCATE]
    entry_in("whereabouts", case, by, kind="moved_on")
    assert waiting(by) == [TaskKind.LOCATE]
    tried(cast, case, 7, reached=True)
    assert waiting(by) == []


def test_an_address_is_refused(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    signed_in(client, cast.case_manager)
    for name in ("area", "text"):
        sent = {
            "kind": "hostel",
            name: "12 Station Road",
            **on("happened_on", date(2017, 6, 20)),
            "key": str(uuid4()),
        }
        answer = client.post(reverse("registers:add", args=[case.pk, "whereabouts"]), sent)
        assert "addresses are kept apart" in words(answer.content)


def test_how_long_ago_it_was_confirmed_is_said(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    entry_in("whereabouts", case, cast.case_manager)
    signed_in(client, cast.case_manager)
    page = words(client.get(reverse("registers:index", args=[case.pk])).content)
    assert "Hostel or shared house, last confirmed 10 days ago" in page
