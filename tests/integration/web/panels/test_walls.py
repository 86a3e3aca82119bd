"""Who sees a panel, and what its pages never say."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.allocation import Arm
from drive.vocabulary.panels import PanelOutcome
from drive.web.accounts.actions import keep_out
from drive.web.allocation.actions import HistoricAllocation, import_historic
from drive.web.referrals.models import MaracHearing
from tests.cast import NOW, Cast
from tests.factories.identity import question
from tests.factories.merges import perpetrator
from tests.factories.panels import (
    TODAY,
    entry_of,
    panel,
    selects,
    settled,
)
from tests.factories.sign_in import signed_in
from tests.integration.web.panels.desk import OPEN, page_of, text

pytestmark = pytest.mark.django_db


def test_who_is_kept_out_of_a_person_does_not_see_him_and_is_told_how_many_are_hidden(
    cast: Cast, heard: list[MaracHearing]
) -> None:
    opened = panel(cast)
    selects(cast, opened, heard[:1])
    keep_out(
        person_id=perpetrator(heard[0]).pk,
        user=cast.excluded,
        reason="A cousin of his.",
        by=cast.administrator,
        now=NOW,
    )
    kept_out = signed_in(Client(), cast.excluded)
    for name in ("panels:panel", "panels:settle"):
        page = text(kept_out, reverse(name, args=[opened.pk]))
        assert "Perpetrator1 Synthetic" not in page
        assert "Not shown to you: 1 hearing" in page
    assert kept_out.get(page_of(opened, heard[0])).status_code == 404


@pytest.mark.parametrize(
    "who", ["case_manager", "idva", "coordinator", "practice_adviser", "evaluator", "administrator"]
)
def test_nobody_else_opens_a_panel(cast: Cast, heard: list[MaracHearing], who: str) -> None:
    opened = panel(cast)
    client = signed_in(Client(), cast.users[who])
    for address in (
        reverse("panels:index"),
        OPEN,
        reverse("panels:lotteries"),
        reverse("panels:panel", args=[opened.pk]),
        reverse("panels:settle", args=[opened.pk]),
        page_of(opened, heard[0]),
    ):
        assert client.get(address).status_code == 403


def test_a_manager_of_another_site_finds_no_panel(cast: Cast, heard: list[MaracHearing]) -> None:
    opened = panel(cast)
    client = signed_in(Client(), cast.west_sussex_service_manager)
    assert client.get(reverse("panels:panel", args=[opened.pk])).status_code == 404
    assert client.get(page_of(opened, heard[0])).status_code == 404
    assert "Essex" not in text(client, reverse("panels:index"))


def test_whoever_came_to_have_an_arm_and_whoever_is_held_are_spoken_of_in_the_same_words(
    cast: Cast, heard: list[MaracHearing], manager: Client
) -> None:
    opened = panel(cast)
    row = HistoricAllocation(hearing=heard[0], arm=Arm.CONTROL, allocated_on=TODAY)
    import_historic(rows=[row], by=cast.allocator, now=NOW + timedelta(minutes=1))
    question(perpetrator(heard[1]), perpetrator(heard[2]))
    page = text(manager, reverse("panels:panel", args=[opened.pk]))
    assert page.count("Not now: it is being settled who he is") == 3
    for each in heard[:3]:
        alone = text(manager, page_of(opened, each))
        assert "The panel cannot decide on this hearing now" in alone
    assert not re.search(r"\b[Cc]ontrol\b|\barm\b|already allocated", page)
    settled(cast, opened)
    assert entry_of(opened, heard[0]).outcome == PanelOutcome.WAITS
