"""Units, lotteries, and whole trials: locked, salted, drawn, closed, and drawn again."""

from collections import Counter
from contextlib import suppress
from datetime import date
from typing import Any

import numpy as np
import pytest

from drive.randomisation import NoSequence
from drive.randomisation.inference import permutation_test
from drive.vocabulary.allocation import Arm
from drive.web.allocation import queries
from drive.web.allocation.actions import activate, close, record_loss, release
from drive.web.allocation.exceptions import (
    BatchSettled,
    NotADesign,
    NothingToDraw,
    NoTrial,
    SettledAlready,
    TrialHasBatches,
    TrialRuns,
)
from drive.web.allocation.models import Allocation, Batch, DrawUnit, EligibilityDecision, Trial
from tests.cast import NOW, Cast
from tests.factories.allocation import (
    allocation,
    drawn,
    locked,
    lottery,
    ratio,
    salted,
    trial,
)
from tests.factories.merges import made_one, perpetrator
from tests.factories.referrals import hearing, hearings

pytestmark = pytest.mark.django_db

TODAY = NOW.date()


def problems() -> list[str]:
    return [
        words for check in queries.verify_trial(Trial.objects.get()) for words in check.problems
    ]


def test_co_perpetrators_of_one_hearing_draw_one_arm(cast: Cast) -> None:
    ratio(cast, control=1)
    pairs = [
        [
            hearing(cast, number + at, victim_survivor=number + 50).dyad.perpetrator_id
            for at in (0, 1)
        ]
        for number in range(0, 20, 2)
    ]
    result = drawn(cast)

    arms = {each.perpetrator_id: (each.arm, each.unit_id) for each in result.allocations}
    assert all(arms[one] == arms[other] for one, other in pairs)
    assert DrawUnit.objects.count() == len(pairs)
    assert problems() == []


def test_a_co_perpetrator_of_somebody_with_an_arm_is_drawn_alone(cast: Cast) -> None:
    ratio(cast)
    allocation(cast, 1, arm=Arm.CONTROL)
    hearing(cast, 1, heard_on=date(2017, 6, 26), victim_survivor=9)
    other = hearing(cast, 2, heard_on=date(2017, 6, 26), victim_survivor=9)
    result = drawn(cast)
    assert [each.perpetrator_id for each in result.allocations] == [other.dyad.perpetrator_id]


def test_a_lottery_gives_exactly_its_places(cast: Cast) -> None:
    lottery(cast)
    hearings(cast, range(12))
    made = locked(cast, places=5)
    assert made.batch is not None
    assert made.batch.lottery is not None
    assert made.batch.lottery.seal
    result = salted(cast, made.batch)

    assert Counter(each.arm for each in result.allocations) == {Arm.DRIVE: 5, Arm.CONTROL: 7}
    assert {each.p_assignment for each in result.allocations} == {5 / 12}
    assert problems() == []


@pytest.mark.parametrize("places", [None, 0, -1, 3, 4])
def test_a_lottery_that_leaves_nothing_to_chance_is_refused(cast: Cast, places: int | None) -> None:
    lottery(cast)
    hearings(cast, range(3))
    with pytest.raises(NotADesign, match="nothing is left to chance"):
        locked(cast, places=places)
    assert not Batch.objects.exists()
    assert not EligibilityDecision.objects.exists()


def test_a_batch_is_drawn_or_released_once(cast: Cast) -> None:
    ratio(cast)
    hearings(cast, range(3))
    batch = locked(cast).batch
    assert batch is not None
    with pytest.raises(NothingToDraw):
        locked(cast)
    salted(cast, batch)
    with pytest.raises(BatchSettled):
        salted(cast, batch)
    with pytest.raises(BatchSettled):
        release(batch=batch, reason="late", by=cast.allocator, now=NOW)
    assert Allocation.objects.count() == 3


def test_one_human_being_in_two_batches_is_drawn_in_the_first(cast: Cast) -> None:
    for site in (cast.essex, cast.west_sussex):
        ratio(cast, site)
    here, there = hearing(cast, 1), hearing(cast, 2, in_west_sussex=True)
    first, second = locked(cast).batch, locked(cast, cast.west_sussex).batch
    assert first is not None
    assert second is not None
    made_one(cast, perpetrator(here), perpetrator(there))

    results = [salted(cast, batch) for batch in (first, second)]
    assert any(each.batch.released_at for each in results)
    for site in (cast.essex, cast.west_sussex):
        with suppress(NothingToDraw):
            drawn(cast, site)
    assert Allocation.objects.count() == 1
    assert problems() == []


def test_who_meets_which_position_follows_from_the_salt(cast: Cast) -> None:
    ratio(cast)
    hearings(cast, range(30))
    batch = locked(cast).batch
    assert batch is not None
    order = [each.perpetrator_id for each in salted(cast, batch).allocations]
    recorded = list(
        EligibilityDecision.objects.order_by("hearing").values_list("perpetrator", flat=True)
    )
    assert sorted(order) == sorted(recorded)
    assert order != recorded
    assert problems() == []


def test_a_trial_is_not_closed_while_a_batch_waits(cast: Cast) -> None:
    ratio(cast)
    hearings(cast, range(3))
    batch = locked(cast).batch
    assert batch is not None
    with pytest.raises(TrialHasBatches):
        close(by=cast.allocator, now=NOW)
    salted(cast, batch)
    closed = close(by=cast.allocator, now=NOW)
    assert closed.revealed_seed
    hearings(cast, range(3, 5))
    with pytest.raises(NoTrial):
        locked(cast)
    assert problems() == []


def test_a_trial_runs_alone(cast: Cast) -> None:
    trial(cast)
    with pytest.raises(TrialRuns):
        activate(by=cast.allocator, now=NOW)


def test_a_loss_is_recorded_once_and_keeps_the_arm(cast: Cast) -> None:
    row = allocation(cast, 1)
    about: dict[str, Any] = {
        "allocation": row,
        "reason": "death",
        "lost_on": TODAY,
        "explanation": "",
        "by": cast.allocator,
        "now": NOW,
    }
    record_loss(**about)
    with pytest.raises(SettledAlready):
        record_loss(**about)
    row.refresh_from_db()
    assert row.arm == Arm.DRIVE


def test_a_trial_of_the_size_of_the_pilot_runs_the_whole_line(cast: Cast) -> None:
    ratio(cast)
    lottery(cast, cast.west_sussex)
    hearings(cast, range(1300), answers={})
    hearings(cast, range(2000, 2472), in_west_sussex=True, answers={})
    drawn(cast)
    drawn(cast, cast.west_sussex, places=12)
    assert Allocation.objects.count() == 1772
    assert problems() == []

    closed = close(by=cast.allocator, now=NOW)
    listed = queries.drawn_list(closed)
    assert len(listed) == 1772
    outcome = np.array([each.arm is Arm.DRIVE for each in listed.positions], dtype=float)
    noise = np.random.default_rng(1).normal(size=len(outcome))
    found = permutation_test(listed, noise + outcome, draws=400, seed=1)
    # One effect of 1 was added; six standard errors of its estimate are about a half.
    assert found.p < 0.01
    assert float(found.estimate.value) == pytest.approx(1, abs=0.5)
    assert float(found.estimate.low) > 0  # type: ignore[arg-type]


def test_what_was_drawn_is_not_listed_before_the_seed_is_revealed(cast: Cast) -> None:
    ratio(cast)
    hearing(cast)
    drawn(cast)
    with pytest.raises(TrialRuns, match="once it is closed"):
        queries.drawn_list(Trial.objects.get())


def test_a_void_draw_keeps_its_position_and_is_analysed_nowhere(cast: Cast) -> None:
    ratio(cast)
    one, other = hearings(cast, range(2))
    hearings(cast, range(2, 10))
    drawn(cast)
    made_one(cast, perpetrator(one), perpetrator(other))
    listed = queries.drawn_list(close(by=cast.allocator, now=NOW))
    assert (len(listed), len(listed.void)) == (10, 1)
    assert problems() == []


def test_imported_arms_allow_no_inference_from_a_design(cast: Cast) -> None:
    allocation(cast, 1, arm=Arm.DRIVE)
    allocation(cast, 2, arm=Arm.CONTROL)
    historic = queries.historic_arms()
    assert historic is not None
    with pytest.raises(NoSequence, match="without the sequence"):
        permutation_test(historic, [1.0, 2.0], seed=1)
