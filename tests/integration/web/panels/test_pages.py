"""What the pages of a panel show and take while it is open."""

import pytest
from django.test import Client
from django.urls import reverse

from drive.web.panels.models import Panel, PanelDecision
from drive.web.panels.queries import reason_of
from drive.web.referrals.models import MaracHearing
from tests.cast import Cast
from tests.factories.identity import question
from tests.factories.merges import perpetrator
from tests.factories.panels import (
    REASON,
    panel,
    settled,
)
from tests.factories.referrals import hearing
from tests.integration.web.panels.desk import OPEN, hidden, page_of, text, typed, verdict

pytestmark = pytest.mark.django_db


def test_a_manager_opens_a_panel_and_sees_who_waits(
    cast: Cast, heard: list[MaracHearing], manager: Client
) -> None:
    assert "Essex: before the next panel: 4 hearings" in text(manager, "/")
    assert "4 hearings" in text(manager, reverse("panels:index"))
    answer = manager.post(OPEN, typed())
    opened = Panel.objects.get()
    assert answer.headers["Location"] == reverse("panels:panel", args=[opened.pk])
    page = text(manager, answer.headers["Location"])
    assert "Perpetrator1 Synthetic" in page
    assert "Survivor1" not in page
    assert opened.criteria == ["high_risk", "high_harm"]
    assert "Essex: the panel of 30 June 2017 is not settled yet" in text(manager, "/")
    assert "4 hearings" in text(manager, reverse("panels:index"))


def test_the_same_form_twice_opens_one_panel(heard: list[MaracHearing], manager: Client) -> None:
    form = typed()
    first, second = manager.post(OPEN, form), manager.post(OPEN, form)
    assert first.headers["Location"] == second.headers["Location"]
    assert Panel.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"places": "-1"}, "places", "There are no places below zero"),
        ({"places": "many"}, "places", "Enter a whole number"),
        ({"places": "100000"}, "places", "less than or equal to 500"),
        ({"members": []}, "members", "Say which agencies take part"),
        ({"criteria": []}, "criteria", "Choose what the panel looks at"),
        ({"held_on-year": "2018"}, "held_on", "must be today or in the past"),
        ({"held_on-month": "5"}, "site", "waits for a panel"),
        ({"site": "west_sussex"}, "site", "Select one of the options"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost(
    heard: list[MaracHearing],
    manager: Client,
    changes: dict[str, object],
    *,
    field: str,
    words: str,
) -> None:
    page = manager.post(OPEN, typed(**changes)).content.decode()
    assert f'id="id_{field}-error"' in page
    assert words in page
    assert f'value="{changes.get("places", "2")}"' in page
    assert not Panel.objects.exists()


def test_a_verdict_leads_to_the_next_hearing(
    cast: Cast, heard: list[MaracHearing], manager: Client
) -> None:
    opened = panel(cast)
    entries = list(opened.hearings.all())
    first = reverse("panels:decide", args=[opened.pk, entries[0].pk])
    answer = manager.post(first, verdict())
    assert answer.headers["Location"] == reverse("panels:decide", args=[opened.pk, entries[1].pk])
    decision = PanelDecision.objects.get()
    assert (decision.verdict, decision.criteria) == ("selected", ["high_harm"])
    assert reason_of(decision) == REASON
    assert REASON not in decision.sealed_reason
    page = text(manager, first)
    assert REASON in page
    assert "Heard at this site by then" in page


def test_the_same_verdict_sent_twice_is_one(
    cast: Cast, heard: list[MaracHearing], manager: Client
) -> None:
    opened, form = panel(cast), verdict()
    for _ in range(2):
        assert manager.post(page_of(opened, heard[0]), form).status_code == 302
    assert PanelDecision.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"criteria": []}, "criteria", "Tick at least one criterion"),
        ({"reason": ""}, "reason", "Write the reason"),
        ({"reason": "short"}, "reason", "at least 10 characters"),
        ({"verdict": ""}, "verdict", "Say what the panel says"),
    ],
)
def test_a_verdict_without_its_ground_is_refused_in_words(
    cast: Cast,
    heard: list[MaracHearing],
    manager: Client,
    changes: dict[str, object],
    *,
    field: str,
    words: str,
) -> None:
    page = manager.post(page_of(panel(cast), heard[0]), verdict(**changes)).content.decode()
    assert f'id="id_{field}-error"' in page
    assert words in page
    assert str(changes.get("reason", REASON)) in page
    assert not PanelDecision.objects.exists()


def test_a_question_asked_meanwhile_stops_the_verdict_and_keeps_the_words(
    cast: Cast, heard: list[MaracHearing], manager: Client
) -> None:
    opened = panel(cast)
    question(perpetrator(heard[0]), perpetrator(heard[1]))
    page = manager.post(page_of(opened, heard[0]), verdict()).content.decode()
    assert "The panel cannot decide on this hearing now" in page
    assert REASON in page
    assert not PanelDecision.objects.exists()


def test_those_who_come_later_are_put_before_the_panel(
    cast: Cast, heard: list[MaracHearing], manager: Client
) -> None:
    opened = panel(cast)
    hearing(cast, 9)
    address = reverse("panels:panel", args=[opened.pk])
    page = text(manager, address)
    assert "since the panel was opened: 1 hearing" in page
    form = {"key": hidden(page, "key")}
    for _ in range(2):
        manager.post(reverse("panels:bring", args=[opened.pk]), form)
    assert "Perpetrator9 Synthetic" in text(manager, address)
    assert opened.hearings.count() == 5


def test_words_that_come_after_the_settling_stay_in_sight(
    cast: Cast, heard: list[MaracHearing], manager: Client
) -> None:
    opened = panel(cast)
    address = page_of(opened, heard[0])
    settled(cast, opened)
    page = manager.post(address, verdict()).content.decode()
    assert "This panel was settled already." in page
    assert REASON in page
    assert not PanelDecision.objects.exists()
