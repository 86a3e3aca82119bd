"""The pages of the designs, of the trial, and of what becomes of an allocation."""

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from drive.randomisation import generate, opens, read_design
from drive.vocabulary.allocation import Arm
from drive.web.accounts.models import User
from drive.web.allocation import queries
from drive.web.allocation.actions import Chosen
from drive.web.allocation.models import (
    DesignPeriod,
    Trial,
)
from drive.web.allocation.queries.sealed import seed_of
from tests.cast import Cast
from tests.factories.allocation import allocation, design, ratio, trial
from tests.factories.sign_in import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def day_of_the_cast(settings: object) -> None:
    settings.DRIVE_TODAY = date(2017, 6, 30)  # type: ignore[attr-defined]


def at(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def designing(**other: str) -> dict[str, str]:
    return {
        "key": str(uuid4()),
        "site": "essex",
        "starts_on-day": "1",
        "starts_on-month": "8",
        "starts_on-year": "2017",
        "method": "permuted_blocks",
        "drive_share": "1",
        "control_share": "4",
        "block_multiples": "3, 5, 8",
    } | other


def test_a_design_is_set_on_a_page(cast: Cast) -> None:
    trial(cast)
    client = at(cast.allocator)
    page = client.post("/allocation/designs/new/", designing(), follow=True).content.decode()

    assert "The design is set." in page
    assert DesignPeriod.objects.get().p_assignment == 1 / 5
    assert "What could be foreseen" in page


def test_the_page_says_what_an_exact_predictor_could_foresee(cast: Cast) -> None:
    ratio(cast)
    (found,) = queries.predictability_of(DesignPeriod.objects.all()).values()
    page = at(cast.allocator).get("/allocation/designs/").content.decode()

    assert (found.certain <= 0.025, found.auc <= 0.70, found.p_assignment) == (True, True, 1 / 9)
    for figure in (f"{found.certain:.1%}", f"{found.auc:.2f}", f"{found.best_guess:.1%}"):
        assert figure in page
    assert "Within the limits" in page
    assert "No: choose longer blocks" not in page


def test_blocks_that_are_too_short_are_named(cast: Cast) -> None:
    design(cast, Chosen(ratio=(1, 8), block_multiples=(1, 2, 3)))
    page = at(cast.allocator).get("/allocation/designs/").content.decode()
    assert "No: choose longer blocks" in page


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"control_share": ""}, "whole numbers above 0"),
        ({"control_share": "0"}, "control arm"),
        ({"drive_share": "one"}, "There is a problem"),
        ({"block_multiples": "3 or 5"}, "Enter whole numbers with commas"),
        ({"block_multiples": "3, 3"}, "stands twice"),
        ({"method": "coin"}, "There is a problem"),
        ({"site": "nowhere"}, "There is a problem"),
    ],
)
def test_a_design_that_will_not_do_is_refused_in_words(
    cast: Cast, wrong: dict[str, str], words: str
) -> None:
    trial(cast)
    sent = designing(**wrong)
    page = at(cast.allocator).post("/allocation/designs/new/", sent).content.decode()
    assert words in page
    assert not DesignPeriod.objects.exists()


def test_a_trial_is_activated_published_and_closed_on_pages(cast: Cast) -> None:
    client = Client()
    signed_in(client, cast.allocator, freshly=True)
    client.post("/allocation/trial/activate/", {"key": str(uuid4())})
    running = Trial.objects.get()
    seed = seed_of(running).hex()
    public = Client().get("/allocation/commitment/").content.decode()
    assert running.commitment in public
    assert seed not in public + client.get("/allocation/designs/").content.decode()

    client.post("/allocation/designs/new/", designing())
    client.post("/allocation/trial/close/", {"key": str(uuid4())})
    said = Client().get("/allocation/commitment.json").json()["trials"][0]
    assert said["seed"] == seed
    assert opens(said["commitment"], bytes.fromhex(seed))
    design = read_design({"opened": [_plan(each) for each in said["lists"]]})
    sealed = generate(design, bytes.fromhex(seed)).seals(bytes.fromhex(seed))
    assert [each["seal"] for each in said["lists"]] == list(sealed.values())


def _plan(published: dict[str, object]) -> dict[str, object]:
    return {name: published[name] for name in published if name not in ("seal", "opened_at")}


def test_a_withdrawal_and_a_loss_change_no_arm(cast: Cast) -> None:
    row = allocation(cast, 1, arm=Arm.CONTROL)
    client = at(cast.allocator)
    client.post(
        f"/allocation/log/{row.pk}/withdraw/",
        {"key": str(uuid4()), "reason": "not_eligible", "explanation": "heard in another area"},
    )
    sent = {"key": str(uuid4()), "reason": "moved_away", "explanation": ""}
    day = {"lost_on-day": "1", "lost_on-month": "6", "lost_on-year": "2017"}
    page = client.post(f"/allocation/log/{row.pk}/loss/", sent | day, follow=True).content.decode()

    assert "Withdrawn: Was not eligible" in page
    assert "Lost: Moved away" in page
    row.refresh_from_db()
    assert row.arm == Arm.CONTROL
