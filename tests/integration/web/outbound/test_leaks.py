"""A leak: her Idva is asked the same day, and only she reads what she did about it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.outbound import LeakRoute, ReachedHim
from drive.vocabulary.tasks import TaskKind
from drive.web.outbound.actions import Leaked, record_leak, review_safety
from drive.web.outbound.exceptions import NotReady
from drive.web.outbound.models import LeakageIncident, SafetyReview
from drive.web.tasks.models import Task
from tests.cast import NOW
from tests.factories.outbound import of_drive, of_idva, wrote
from tests.integration.web.outbound.desk import Desk

pytestmark = pytest.mark.django_db


def _leaked(desk: Desk, **said: Any) -> Leaked:
    usual: dict[str, Any] = {
        "dyad": desk.pair,
        "what": "Her new address",
        "route": LeakRoute.LETTER,
        "reached_him": ReachedHim.YES,
        "happened_on": NOW.date(),
    }
    return Leaked(**usual | said)


def test_her_idva_is_asked_the_same_day_and_her_review_settles_it(desk: Desk) -> None:
    incident = record_leak(
        case=of_drive(desk.drive), leaked=_leaked(desk), by=desk.cast.case_manager, now=NOW
    )
    asked = Task.objects.get(kind=TaskKind.REVIEW_SAFETY)
    assert (asked.role, asked.due_on, asked.settled_at) == ("idva", NOW.date(), None)
    review_safety(incident=incident, text="New locks, police told.", by=desk.cast.idva, now=NOW)
    asked.refresh_from_db()
    assert asked.settled_at == NOW


def test_only_she_reads_the_review_and_a_leak_of_her_side_stays_there(desk: Desk) -> None:
    cast = desk.cast
    his = record_leak(
        case=of_drive(desk.drive), leaked=_leaked(desk), by=cast.case_manager, now=NOW
    )
    hers = record_leak(case=of_idva(desk.idva), leaked=_leaked(desk), by=cast.idva, now=NOW)
    review_safety(incident=his, text="New locks.", by=cast.idva, now=NOW)
    for user in (cast.case_manager, cast.service_manager):
        assert list(LeakageIncident.objects.visible_to(user)) == [his]
        assert not SafetyReview.objects.visible_to(user).exists()
    assert set(LeakageIncident.objects.visible_to(cast.idva)) == {his, hers}
    assert SafetyReview.objects.visible_to(cast.idva).count() == 1
    for user in (cast.other_idva, cast.other_case_manager, cast.practice_adviser):
        assert not LeakageIncident.objects.visible_to(user).exists()


def test_what_leaked_lies_sealed_and_no_leak_is_to_come(desk: Desk) -> None:
    case, by = of_drive(desk.drive), desk.cast.case_manager
    incident = record_leak(case=case, leaked=_leaked(desk), by=by, now=NOW)
    assert incident.sealed_what.startswith("v1$")
    for wrong in ({"happened_on": NOW.date() + timedelta(days=1)}, {"what": " "}):
        with pytest.raises(NotReady):
            record_leak(case=case, leaked=_leaked(desk, **wrong), by=by, now=NOW)


def test_the_page_shows_who_had_the_letter(desk: Desk, client: Client) -> None:
    letter = wrote(of_drive(desk.drive), desk.cast.case_manager)
    client.force_login(desk.cast.case_manager)
    address = reverse("casework:record_leak", args=[desk.drive.pk])
    form = {
        "dyad": str(desk.pair.pk),
        "what": "Her new address",
        "route": "letter",
        "reached_him": "unsure",
        "happened_on-day": "1",
        "happened_on-month": "6",
        "happened_on-year": "2017",
        "outgoing": str(letter.pk),
        "key": str(uuid4()),
    }
    assert client.post(address, form).status_code == 302
    incident = LeakageIncident.objects.get()
    assert incident.outgoing == letter
    page = client.get(reverse("outbound:leak", args=[incident.pk])).content.decode()
    assert "Her new address" in page
    assert "Wrote or changed it" in page
    ledger = client.get(reverse("casework:ledger", args=[desk.drive.pk])).content.decode()
    assert "Her new address" not in ledger, "a list says nothing of what it was"


def test_the_idva_sees_what_leaked_where_she_writes_what_was_done(
    desk: Desk, client: Client
) -> None:
    cast = desk.cast
    incident = record_leak(
        case=of_drive(desk.drive), leaked=_leaked(desk), by=cast.case_manager, now=NOW
    )
    page = reverse("outbound:leak", args=[incident.pk])
    ledger, empty = reverse("casework:ledger", args=[desk.drive.pk]), "Nothing is recorded yet"
    client.force_login(cast.case_manager)
    shown = client.get(page).content.decode()
    assert ledger in shown
    assert empty not in shown, "whether she was seen to is not for that side"
    client.force_login(cast.idva)
    shown = client.get(page).content.decode()
    assert ledger not in shown
    assert empty in shown
    form = client.get(reverse("outbound:review_safety", args=[incident.pk])).content.decode()
    assert "Her new address" in form
