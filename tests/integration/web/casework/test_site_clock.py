"""From which day a site counts the months: who says so, why, and what it does not move."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.clock import ClockStart
from drive.web.assessments.queries import next_due
from drive.web.audit.models import Event
from drive.web.casework.actions.site_clock import set_site_clock
from drive.web.casework.exceptions import CountsSoAlready
from drive.web.casework.models import DriveCase, SiteClock
from drive.web.casework.queries import cases_seen_by
from drive.web.casework.queries.clock import clock_start
from drive.web.recording.exceptions import ChangedMeanwhile
from tests.cast import NOW, Cast
from tests.factories.casework import case_at

WHY = "The team is named weeks after the draw."


def _set(cast: Cast, start: ClockStart, **about: Any) -> SiteClock:
    given = {"site": cast.essex, "reason": WHY, "seen": None} | about
    return set_site_clock(start=start, by=cast.service_manager, now=NOW, **given)


def _first_due(cast: Cast, case: DriveCase) -> date:
    shown = list(cases_seen_by(cast.case_manager).filter(pk=case.pk))
    due = next_due(shown, cast.case_manager)[case.pk]
    assert due is not None
    return due.due_on


def test_it_holds_for_cases_opened_from_then_on_and_moves_no_other_day(cast: Cast) -> None:
    running = case_at(cast, number=1)
    before = (clock_start(running), running.planned_end_on, _first_due(cast, running))
    _set(cast, ClockStart.OPENING)
    later = case_at(cast, number=2)
    running = DriveCase.objects.get(pk=running.pk)
    assert (clock_start(running), running.planned_end_on, _first_due(cast, running)) == before
    assert clock_start(later) == later.opened_on
    assert later.planned_end_on == date(2017, 11, 20)
    assert _first_due(cast, later) > _first_due(cast, running)


def test_it_is_kept_with_its_reason_and_leaves_one_event(cast: Cast) -> None:
    before = Event.objects.count()
    row = _set(cast, ClockStart.OPENING)
    cast.essex.refresh_from_db()
    assert (cast.essex.clock_start, row.reason) == (ClockStart.OPENING, WHY)
    event = Event.objects.get(action="casework.set_site_clock")
    assert Event.objects.count() == before + 1
    assert set(event.object_ids) == {str(cast.essex.pk), str(row.pk)}
    assert event.actor_id == cast.service_manager.pk
    back = _set(cast, ClockStart.ALLOCATION, seen=row.pk)
    assert back.supersedes == row


def test_what_stands_already_and_what_was_not_seen_are_refused(cast: Cast) -> None:
    with pytest.raises(CountsSoAlready):
        _set(cast, ClockStart.ALLOCATION)
    _set(cast, ClockStart.OPENING)
    with pytest.raises(ChangedMeanwhile):
        _set(cast, ClockStart.ALLOCATION)
    assert SiteClock.objects.count() == 1


def _typed(**other: str) -> dict[str, str]:
    return {"start": "opening", "reason": WHY, "seen": "", "key": str(uuid4())} | other


def test_a_service_manager_sets_it_on_the_page_once_and_reads_it_among_the_caseloads(
    cast: Cast, client: Client
) -> None:
    client.force_login(cast.service_manager)
    address = reverse("casework:set_site_clock", args=[cast.essex.pk])
    loads = client.get(reverse("casework:loads")).content.decode()
    assert address in loads
    assert "The day of allocation" in loads
    sent = _typed()
    for _ in range(2):
        assert client.post(address, sent)["Location"] == reverse("casework:loads")
    assert SiteClock.objects.count() == 1
    loads = client.get(reverse("casework:loads")).content.decode()
    assert "The day on which the case was opened" in loads
    assert WHY in loads


def test_without_a_reason_it_is_asked_for_beside_its_field(cast: Cast, client: Client) -> None:
    client.force_login(cast.service_manager)
    address = reverse("casework:set_site_clock", args=[cast.essex.pk])
    page = client.post(address, _typed(reason="")).content.decode()
    assert "Write why the site counts so" in page
    assert not SiteClock.objects.exists()


def test_another_site_is_not_there_for_her(cast: Cast, client: Client) -> None:
    client.force_login(cast.service_manager)
    address = reverse("casework:set_site_clock", args=[cast.west_sussex.pk])
    assert client.get(address).status_code == 404
    assert client.post(address, _typed()).status_code == 404
    assert not SiteClock.objects.exists()
