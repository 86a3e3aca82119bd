"""Settling on the page, the lottery, and what the lotteries allow."""

import pytest
from django.test import Client
from django.urls import reverse

from drive.web.allocation.models import Allocation, Batch
from drive.web.referrals.models import MaracHearing
from tests.cast import Cast
from tests.factories.allocation import salted
from tests.factories.identity import question
from tests.factories.merges import perpetrator
from tests.factories.panels import (
    NOT_SELECTED,
    TODAY,
    panel,
    says,
    selects,
    settled,
)
from tests.factories.referrals import hearing
from tests.factories.sign_in import signed_in
from tests.integration.web.panels.desk import hidden, page_of, text

pytestmark = pytest.mark.django_db


def test_settling_shows_what_will_happen_and_does_it_once(
    cast: Cast, heard: list[MaracHearing], manager: Client
) -> None:
    opened = panel(cast, places=2)
    selects(cast, opened, heard[:2])
    says(cast, opened, heard[2], NOT_SELECTED)
    address = reverse("panels:settle", args=[opened.pk])
    page = text(manager, address)
    assert "2 selected for 2 places: everybody selected gets a place." in page
    assert "wait for the next panel: 1." in page
    form = {"key": hidden(page, "key"), "mark": hidden(page, "mark")}
    for _ in range(2):
        answer = manager.post(address, form)
        assert answer.headers["Location"] == reverse("panels:panel", args=[opened.pk])
    assert Allocation.objects.count() == 2
    page = text(manager, answer.headers["Location"])
    assert "Has a place" in page
    assert "Waits for the next panel" in page


def test_a_page_that_is_out_of_date_does_nothing_and_shows_how_it_stands(
    cast: Cast, heard: list[MaracHearing], manager: Client
) -> None:
    opened = panel(cast, places=2)
    selects(cast, opened, heard[:2])
    address = reverse("panels:settle", args=[opened.pk])
    page = text(manager, address)
    form = {"key": hidden(page, "key"), "mark": hidden(page, "mark")}
    question(perpetrator(heard[0]), perpetrator(heard[3]))
    answer = manager.post(address, form, follow=True).content.decode()
    assert "Something changed since you opened the page" in answer
    assert "1 selected for 2 places" in answer
    assert not Allocation.objects.exists()


def test_without_a_place_the_page_says_that_nobody_can_come(
    cast: Cast, heard: list[MaracHearing], manager: Client
) -> None:
    opened = panel(cast, places=0)
    selects(cast, opened, heard)
    page = text(manager, reverse("panels:settle", args=[opened.pk]))
    assert "No place is free, so nobody can come to Drive now." in page


def test_a_lottery_is_settled_by_the_manager_and_drawn_by_an_allocator(
    cast: Cast, heard: list[MaracHearing], manager: Client
) -> None:
    opened = panel(cast, places=1)
    selects(cast, opened, heard)
    address = reverse("panels:settle", args=[opened.pk])
    page = text(manager, address)
    assert "a probability of 25.0%" in page
    manager.post(address, {"key": hidden(page, "key"), "mark": hidden(page, "mark")})
    batch = Batch.objects.get()
    its_page = reverse("panels:panel", args=[opened.pk])
    draws = reverse("allocation:batch", args=[batch.pk])
    waits = text(manager, its_page)
    assert "The lottery waits for its draw." in waits
    assert draws not in waits
    assert draws in text(signed_in(Client(), cast.allocator), its_page)
    salted(cast, batch)
    drawn = text(manager, its_page)
    assert "1 of 4 perpetrators have a place" in drawn
    assert drawn.count("Not drawn: stays with the usual services") == 3
    assert "Control" not in drawn


def test_the_next_panel_reads_that_he_was_in_a_lottery(
    cast: Cast, heard: list[MaracHearing], manager: Client
) -> None:
    opened = panel(cast, places=1)
    selects(cast, opened, heard)
    batch = settled(cast, opened).lottery
    assert batch is not None
    salted(cast, batch)
    drawn = set(Allocation.objects.values_list("perpetrator", flat=True))
    number, lost = next(
        (number, each)
        for number, each in enumerate(heard, start=1)
        if each.dyad.perpetrator_id not in drawn
    )
    again = hearing(cast, number, heard_on=TODAY, victim_survivor=40)
    following = panel(cast)
    page = text(manager, page_of(following, again))
    assert "Not drawn: stays with the usual services" in page
    assert page_of(opened, lost) in page
    assert "Serial: about more than one victim-survivor" in page


def test_what_the_lotteries_allow_is_said_in_counts(
    cast: Cast, heard: list[MaracHearing], manager: Client
) -> None:
    address = reverse("panels:lotteries")
    assert "No lottery has been drawn yet." in text(manager, address)
    opened = panel(cast, places=1)
    selects(cast, opened, heard)
    batch = settled(cast, opened).lottery
    assert batch is not None
    salted(cast, batch)
    page = text(manager, address)
    assert "25.0%" in page
    assert "each perpetrator in his first lottery only" in page
    assert "Perpetrator1" not in page
