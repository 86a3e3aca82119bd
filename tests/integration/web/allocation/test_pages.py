"""Who opens the pages of the draw, and what they show."""

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from drive.vocabulary.allocation import Arm
from drive.web.accounts.actions import keep_out
from drive.web.accounts.models import User
from drive.web.allocation.models import (
    Allocation,
    Batch,
    EligibilityDecision,
)
from tests.cast import NOW, Cast
from tests.factories.allocation import allocation, ratio
from tests.factories.referrals import hearing, hearings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def day_of_the_cast(settings: object) -> None:
    settings.DRIVE_TODAY = date(2017, 6, 30)  # type: ignore[attr-defined]


def at(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("allocator", 200),
        ("coordinator", 403),
        ("case_manager", 403),
        ("service_manager", 403),
        ("idva", 403),
        ("evaluator", 403),
        ("administrator", 403),
    ],
)
def test_only_the_allocator_opens_the_pages(cast: Cast, name: str, status: int) -> None:
    client = at(cast.users[name])
    paths = ("", "lock/essex/", "log/", "designs/", "designs/new/")
    assert {client.get(f"/allocation/{path}").status_code for path in paths} == {status}


def locking(client: Client) -> dict[str, str]:
    """Return what the page of the lock sends when its button is pressed."""
    page = client.get("/allocation/lock/essex/").content.decode()
    names = ("key", "recorded_until", "mark")
    return {
        name: page.split(f'name="{name}"')[1].split('value="')[1].split('"')[0] for name in names
    }


def test_the_page_says_who_and_why_before_anything_is_drawn(cast: Cast) -> None:
    ratio(cast)
    allocation(cast, 1)
    hearing(cast, 1, heard_on=date(2017, 6, 26))
    hearing(cast, 2)
    page = at(cast.allocator).get("/allocation/lock/essex/").content.decode()

    assert "the first arm stands" in page
    assert "Perpetrator2 Synthetic" in page
    assert EligibilityDecision.objects.count() == 1


def test_the_buttons_sent_twice_draw_once(cast: Cast) -> None:
    ratio(cast)
    hearings(cast, range(3))
    client, second = at(cast.allocator), at(cast.second_allocator)
    sent = locking(client)
    locked = client.post("/allocation/lock/essex/", sent, follow=True).content.decode()
    client.post("/allocation/lock/essex/", sent)
    batch = Batch.objects.get()
    salted = {"key": str(uuid4()), "salt": "six dice: 123456"}
    for sender in (second, second):
        drawn = sender.post(f"/allocation/batches/{batch.pk}/salt/", salted, follow=True)

    assert "3 hearings locked. 0 hearings excluded." in locked
    assert "Drawn: 30 June 2017" in drawn.content.decode()
    assert Allocation.objects.count() == 3


def test_whoever_locked_a_batch_does_not_enter_its_salt(cast: Cast) -> None:
    ratio(cast)
    hearing(cast)
    client = at(cast.allocator)
    client.post("/allocation/lock/essex/", locking(client))
    batch = Batch.objects.get()
    sent = {"key": str(uuid4()), "salt": "six dice: 123456"}
    page = client.post(f"/allocation/batches/{batch.pk}/salt/", sent).content.decode()

    assert "You locked this batch, so somebody else enters the salt" in page
    assert "six dice: 123456" in page
    assert not Allocation.objects.exists()


def test_an_evaluator_enters_a_salt_and_sees_no_name_and_no_arm(cast: Cast) -> None:
    ratio(cast)
    hearings(cast, range(9))
    client = at(cast.allocator)
    client.post("/allocation/lock/essex/", locking(client))
    batch = Batch.objects.get()
    evaluator = at(cast.evaluator)
    before = evaluator.get(f"/allocation/batches/{batch.pk}/salt/").content.decode()
    sent = {"key": str(uuid4()), "salt": "six dice: 123456"}
    after = evaluator.post(f"/allocation/batches/{batch.pk}/salt/", sent, follow=True)

    for page in (before, after.content.decode()):
        assert "Perpetrator" not in page.replace("perpetrators drawn", "")
    assert Allocation.objects.count() == 9
    assert evaluator.get(f"/allocation/batches/{batch.pk}/").status_code == 403


@pytest.mark.parametrize("salt", ["", "short", "x" * 101, "a\x00\x01bc"])
def test_a_salt_that_will_not_do_is_refused_beside_the_field(cast: Cast, salt: str) -> None:
    ratio(cast)
    hearing(cast)
    client = at(cast.allocator)
    client.post("/allocation/lock/essex/", locking(client))
    address = f"/allocation/batches/{Batch.objects.get().pk}/salt/"
    page = at(cast.second_allocator).post(address, {"key": str(uuid4()), "salt": salt})

    assert "There is a problem" in page.content.decode()
    assert not Allocation.objects.exists()


def test_without_a_second_person_the_draw_goes_on_after_a_working_day(
    cast: Cast, settings: object
) -> None:
    ratio(cast)
    hearing(cast)
    client = at(cast.allocator)
    client.post("/allocation/lock/essex/", locking(client))
    batch = Batch.objects.get()
    address = f"/allocation/batches/{batch.pk}/without-a-second-person/"
    refused = client.post(address, {"key": str(uuid4())}).content.decode()
    assert "end of the next working day" in refused

    settings.DRIVE_TODAY = date(2017, 7, 3)  # type: ignore[attr-defined]
    later = at(cast.allocator)  # the weekend ended the first sign-in
    drawn = later.post(address, {"key": str(uuid4())}, follow=True).content.decode()
    assert "no second person came within a working day" in drawn
    assert Allocation.objects.count() == 1


def test_a_released_batch_waits_again(cast: Cast) -> None:
    ratio(cast)
    hearings(cast, range(2))
    client = at(cast.allocator)
    client.post("/allocation/lock/essex/", locking(client))
    batch = Batch.objects.get()
    sent = {"key": str(uuid4()), "reason": "locked too early"}
    client.post(f"/allocation/batches/{batch.pk}/release/", sent)
    again = client.post("/allocation/lock/essex/", locking(client), follow=True).content.decode()

    assert "2 hearings locked" in again
    assert "locked too early" in client.get(f"/allocation/batches/{batch.pk}/").content.decode()


def test_the_hearings_of_one_marac_are_drawn_apart(cast: Cast) -> None:
    ratio(cast)
    early = hearings(cast, range(2), heard_on=date(2017, 6, 5))
    hearing(cast, 7, heard_on=date(2017, 6, 12))
    client = at(cast.allocator)
    address = f"/allocation/lock/essex/?meeting={early[0].meeting_id}"
    page = client.get(address).content.decode()
    main = page.split("<main")[1].split("Only the hearings")[0]

    assert "Perpetrator0 " in main
    assert "Perpetrator7 " not in main
    assert "1 further hearings wait" in main


def test_a_moment_that_nobody_can_read_draws_nothing(cast: Cast) -> None:
    ratio(cast)
    hearing(cast)
    sent = {"key": str(uuid4()), "recorded_until": "tomorrow", "mark": "none"}
    page = at(cast.allocator).post("/allocation/lock/essex/", sent).content.decode()

    assert "There is a problem" in page
    assert not Allocation.objects.exists()


def test_an_allocator_who_is_kept_out_sees_no_name(cast: Cast) -> None:
    ratio(cast)
    person = hearing(cast, 1).dyad.perpetrator.person
    keep_out(
        user=cast.allocator, person_id=person.pk, reason="knows him", by=cast.administrator, now=NOW
    )
    page = at(cast.allocator).get("/allocation/lock/essex/").content.decode()

    assert "Perpetrator1" not in page
    assert "Not shown to you" in page


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"Perpetrator1", "Perpetrator2"}),
        ("?arm=drive", {"Perpetrator1"}),
        ("?arm=control&origin=historic", {"Perpetrator2"}),
        ("?origin=drawn", set()),
        ("?site=west_sussex", set()),
        ("?outcome=allocated&site=essex", {"Perpetrator1", "Perpetrator2"}),
        ("?arm=neither", {"Perpetrator1", "Perpetrator2"}),
    ],
)
def test_the_log_is_narrowed_by_codes(cast: Cast, query: str, shown: set[str]) -> None:
    allocation(cast, 1, arm=Arm.DRIVE)
    allocation(cast, 2, arm=Arm.CONTROL)
    page = at(cast.allocator).get(f"/allocation/log/{query}").content.decode()
    assert {name for name in ("Perpetrator1", "Perpetrator2") if name in page} == shown
