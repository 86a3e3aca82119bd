"""The draw from its sealed seed to the proof: two people, no mouse, and a phone."""

import re
from datetime import date
from typing import Any

from playwright.sync_api import expect

from drive.web.allocation.models import Allocation, Batch, Trial
from tests.cast import Cast
from tests.factories.allocation import lottery
from tests.factories.referrals import hearing, hearings
from tests.journeys.conftest import Desks
from tests.journeys.desk import Desk
from tests.journeys.steps import drawing
from tests.journeys.steps.keyboard import goes_to, types
from tests.journeys.steps.signing_in import enters_the_password_again, signs_in

PHONE = {"width": 320, "height": 640}
AGREES = "Everything that was drawn is what the sealed seed gives"
NAMES = ["Perpetrator", "Synthetic"]


def test_a_draw_goes_from_its_seed_to_its_proof(cast: Cast, at_desk: Desks) -> None:
    allocator = signs_in(at_desk(), cast.allocator)
    drawing.activates_the_trial(allocator)
    drawing.sets_a_ratio(allocator, starts_on="1 6 2017", control=2)
    allocator.picture("how-to-allocator-5")
    hears_of_people(cast)

    checks_and_locks_by_keyboard(allocator)
    enters_the_salt_on_a_phone(signs_in(at_desk(viewport=PHONE), cast.evaluator))
    sees_what_was_drawn(allocator)
    withdraws_somebody(allocator)

    verifies(allocator)
    reads_the_commitment(at_desk(viewport=PHONE), "Sealed until the trial is closed")
    closes_the_trial(allocator)
    verifies(allocator)
    reads_the_commitment(at_desk(), Trial.objects.get().revealed_seed)
    fits_a_phone(signs_in(at_desk(viewport=PHONE), cast.allocator))


def hears_of_people(cast: Cast) -> None:
    """A pair of co-perpetrators, seven others, one heard too early, and one not compared yet."""
    hearing(cast, 1)
    hearing(cast, 2, victim_survivor=1)
    hearings(cast, range(3, 10))
    hearing(cast, 10, heard_on=date(2017, 5, 8))
    hearing(cast, 11, compared=False)


def checks_and_locks_by_keyboard(desk: Desk) -> None:
    desk.unsaid = NAMES
    desk.section("Allocation")
    desk.sees("10 hearings", "1 Drive to 2 control", "Held by a question of identity")
    desk.picture("how-to-allocator-1")
    goes_to(desk, "Check and lock a batch")
    desk.sees("Will be locked and drawn", "Will be excluded, and recorded", "before the trial's")
    pair = desk.main.get_by_role("row").filter(has_text="Perpetrator2 Synthetic")
    expect(pair).to_contain_text("Perpetrator1 Synthetic")
    desk.picture("how-to-allocator-2")
    goes_to(desk, "Lock the batch")
    desk.sees("9 hearings locked. 1 hearing excluded.", "somebody else enters the salt")
    desk.does_not_see("Enter the salt and draw")


def enters_the_salt_on_a_phone(desk: Desk) -> None:
    """The evaluator is the second person: no name and no arm is on any page."""
    desk.unsaid = NAMES
    desk.fits()
    goes_to(desk, "Batch 1, Essex")
    sees_nobody(desk)
    desk.fits()
    desk.picture("how-to-evaluator-3")
    types(desk, "Salt", "dice")
    goes_to(desk, "Draw")
    desk.sees("There is a problem", "Enter 8 characters or more")
    types(desk, "Salt", drawing.SALT)
    goes_to(desk, "Draw")
    desk.sees("9 perpetrators drawn", "No batch waits for a salt.")
    sees_nobody(desk)
    desk.fits()
    goes_to(desk, "Verify the draw")
    desk.sees(AGREES)
    desk.fits()


def sees_nobody(desk: Desk) -> None:
    said = desk.main.inner_text()
    assert not re.search(r"(Perpetrator|Survivor)\d|\bControl\b", said)


def sees_what_was_drawn(desk: Desk) -> None:
    desk.section("Allocation")
    desk.follow("Batch 1")
    desk.sees("Drawn: 30 June 2017", "Entered by a second person", drawing.SALT, "33.3%")
    desk.picture("how-to-allocator-6")
    pair = [
        Allocation.objects.get(perpetrator__person__forename=name).arm
        for name in ("Perpetrator1", "Perpetrator2")
    ]
    assert pair[0] == pair[1]


def withdraws_somebody(desk: Desk) -> None:
    drawing.reads_the_log(desk, "Drawn here", "before the trial's start")
    goes_to(desk, "Withdraw for Perpetrator3")
    goes_to(desk, "Record the withdrawal")
    desk.sees("There is a problem", "Choose the reason", "Say what happened")
    desk.choose("Why he should not have been drawn", "Was not eligible")
    types(desk, "What happened", "He was heard about a neighbour, not a partner.")
    goes_to(desk, "Record the withdrawal")
    desk.sees("The arm stands as drawn.", "Withdrawn: Was not eligible")
    desk.picture("how-to-allocator-3")


def verifies(desk: Desk) -> None:
    desk.section("Allocation")
    goes_to(desk, "Verify")
    desk.sees(AGREES, "Nobody was drawn twice")
    desk.picture("how-to-allocator-7")


def reads_the_commitment(desk: Desk, seed: str) -> None:
    """Nobody has to sign in to see what was committed to."""
    desk.open("/allocation/commitment/")
    desk.sees("Commitment to the draw", Trial.objects.get().commitment, seed)
    desk.picture("how-to-allocator-8")
    desk.fits()
    said = desk.page.request.get("/allocation/commitment.json").json()
    assert [trial["commitment"] for trial in said["trials"]] == [Trial.objects.get().commitment]


def closes_the_trial(desk: Desk) -> None:
    desk.section("Allocation")
    desk.follow("Designs")
    desk.follow("Close the trial and reveal its seed")
    if "Enter your password again" in desk.main.inner_text():
        enters_the_password_again(desk)
    desk.sees("Nobody can be drawn in this trial afterwards")
    goes_to(desk, "Close the trial")
    desk.sees("The trial is closed and its seed revealed.", Trial.objects.get().revealed_seed)


def fits_a_phone(desk: Desk) -> None:
    allocation, batch = Allocation.objects.first(), Batch.objects.get()
    assert allocation
    for path in (
        "",
        "lock/essex/",
        f"batches/{batch.pk}/",
        f"batches/{batch.pk}/salt/",
        f"batches/{batch.pk}/release/",
        "salts/",
        "log/",
        f"log/{allocation.pk}/withdraw/",
        f"log/{allocation.pk}/loss/",
        "designs/",
        "designs/new/",
        "verify/",
    ):
        desk.open(f"/allocation/{path}")
        desk.fits()


def test_a_lottery_waits_for_a_second_person_and_goes_on_without(
    cast: Cast, at_desk: Desks, settings: Any
) -> None:
    lottery(cast)
    hearings(cast, range(6))
    desk = signs_in(at_desk(), cast.allocator)
    desk.section("Allocation")
    desk.follow("Check and lock a batch")
    desk.press("Lock the batch")
    desk.sees("There is a problem", "Enter how many places there are")
    desk.fill("Places", "6")
    desk.press("Lock the batch")
    desk.sees("There is a problem", "otherwise nothing is left to chance")
    desk.fill("Places", "2")
    desk.press("Lock the batch")
    desk.sees("6 hearings locked")
    desk.does_not_see("Draw without a second person")

    # The weekend is no working day; Monday is.
    settings.DRIVE_TODAY = date(2017, 7, 3)
    desk = signs_in(at_desk(), cast.allocator)
    desk.section("Allocation")
    desk.follow("Batch 1")
    desk.follow("Draw without a second person")
    desk.press("Draw")
    desk.sees("2 to Drive, 4 not", "no second person came within a working day")
