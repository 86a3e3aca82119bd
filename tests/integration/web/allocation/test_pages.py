"""Who opens the pages of the draw, and what they show."""

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from drive.vocabulary.allocation import Arm
from drive.web.accounts.actions import keep_out
from drive.web.accounts.models import User
from drive.web.allocation.models import Allocation, DesignPeriod, EligibilityDecision
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
    paths = ("", "draw/essex/", "log/", "ratios/", "ratios/new/")
    assert {client.get(f"/allocation/{path}").status_code for path in paths} == {status}


def drawing(client: Client) -> dict[str, str]:
    """Return what the page of the draw sends when its button is pressed."""
    page = client.get("/allocation/draw/essex/").content.decode()
    names = ("key", "recorded_until", "mark")
    return {
        name: page.split(f'name="{name}"')[1].split('value="')[1].split('"')[0] for name in names
    }


def test_the_page_says_who_and_why_before_anything_is_drawn(cast: Cast) -> None:
    ratio(cast)
    allocation(cast, 1)
    hearing(cast, 1, heard_on=date(2017, 6, 26))
    hearing(cast, 2)
    page = at(cast.allocator).get("/allocation/draw/essex/").content.decode()

    assert "the first arm stands" in page
    assert "Perpetrator2 Synthetic" in page
    assert EligibilityDecision.objects.count() == 1


def test_the_button_sent_twice_draws_once(cast: Cast) -> None:
    ratio(cast)
    hearings(cast, range(3))
    client = at(cast.allocator)
    sent = drawing(client)
    first = client.post("/allocation/draw/essex/", sent, follow=True).content.decode()
    client.post("/allocation/draw/essex/", sent)

    assert "3 perpetrators drawn" in first
    assert Allocation.objects.count() == 3


def test_a_moment_that_nobody_can_read_draws_nothing(cast: Cast) -> None:
    ratio(cast)
    hearing(cast)
    sent = {"key": str(uuid4()), "recorded_until": "tomorrow", "mark": "none"}
    page = at(cast.allocator).post("/allocation/draw/essex/", sent).content.decode()

    assert "There is a problem" in page
    assert not Allocation.objects.exists()


def test_an_allocator_who_is_kept_out_sees_no_name(cast: Cast) -> None:
    ratio(cast)
    person = hearing(cast, 1).dyad.perpetrator.person
    keep_out(
        user=cast.allocator, person_id=person.pk, reason="knows him", by=cast.administrator, now=NOW
    )
    page = at(cast.allocator).get("/allocation/draw/essex/").content.decode()

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


def test_a_ratio_is_set_on_a_page(cast: Cast) -> None:
    sent = {
        "key": str(uuid4()),
        "site": "essex",
        "starts_on-day": "1",
        "starts_on-month": "8",
        "starts_on-year": "2017",
        "drive_share": "1",
        "control_share": "4",
    }
    page = at(cast.allocator).post("/allocation/ratios/new/", sent, follow=True).content.decode()

    assert "The ratio is set." in page
    assert DesignPeriod.objects.get().p_assignment == 1 / 5
