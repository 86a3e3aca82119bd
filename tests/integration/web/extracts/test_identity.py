"""Who was found to be whom stands in a snapshot, and nobody's two roles are joined in it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from drive.evaluation.snapshot import Snapshot, read
from drive.vocabulary.allocation import Arm
from drive.web.accounts.actions import system_user
from drive.web.extracts.actions.freezing import freeze
from drive.web.extracts.actions.requests import begin_snapshot
from drive.web.people.models import VictimSurvivor
from tests.cast import NOW, Cast
from tests.factories.allocation import allocation, drawn, ratio
from tests.factories.merges import made_one, made_two_again
from tests.factories.referrals import hearing

pytestmark = pytest.mark.django_db

TODAY = date(2017, 6, 30)


def frozen(folder: Path) -> Snapshot:
    row = begin_snapshot(by=system_user(), now=NOW, today=TODAY, folder=folder)
    freeze(snapshot=row, now=NOW)
    return read(folder)


def allocations(snapshot: Snapshot) -> list[dict[str, Any]]:
    return snapshot["allocations"].sort_values("month").to_dict("records")  # type: ignore[no-any-return]


def test_a_void_draw_leaves_as_void_and_its_two_records_as_one_person(
    cast: Cast, tmp_path: Path
) -> None:
    first = allocation(cast, 1, arm=Arm.CONTROL, allocated_on=date(2017, 5, 1))
    later = allocation(cast, 2, allocated_on=date(2017, 6, 14))
    before = frozen(tmp_path / "before")
    assert before["perpetrators"]["person_id"].nunique() == 2
    assert not before["allocations"]["void_duplicate"].any()

    merge = made_one(cast, first.perpetrator.person, later.perpetrator.person)
    after = frozen(tmp_path / "after")
    assert after["perpetrators"]["person_id"].nunique() == 1
    assert after["perpetrators"]["perpetrator_id"].nunique() == 2
    assert [row["void_duplicate"] for row in allocations(after)] == [False, True]
    assert [row["outcome"] for row in allocations(after)] == ["allocated", "allocated"]
    assert allocations(after)[0]["victim_survivor_turn"] == 1
    assert after["allocations"]["victim_survivor_turn"].isna().sum() == 1

    made_two_again(cast, merge)
    assert frozen(tmp_path / "again").content_hash == before.content_hash


def test_the_allocations_that_lead_to_one_victim_survivor_are_numbered(
    cast: Cast, tmp_path: Path
) -> None:
    allocation(cast, 1, arm=Arm.CONTROL, allocated_on=date(2017, 5, 1))
    allocation(cast, 2, allocated_on=date(2017, 6, 14))
    assert [row["victim_survivor_turn"] for row in allocations(frozen(tmp_path / "a"))] == [1, 1]

    one, other = (her.person for her in VictimSurvivor.objects.all())
    made_one(cast, one, other)
    after = frozen(tmp_path / "b")
    assert [row["victim_survivor_turn"] for row in allocations(after)] == [1, 2]
    assert after["victim_survivors"]["person_id"].nunique() == 1


def test_nobody_is_found_in_both_roles(cast: Cast, tmp_path: Path) -> None:
    his, hers = hearing(cast, 1), hearing(cast, 2)
    made_one(cast, his.dyad.perpetrator.person, hers.dyad.victim_survivor.person)
    snapshot = frozen(tmp_path)
    in_one_role = set(snapshot["perpetrators"]["person_id"])
    assert not in_one_role & set(snapshot["victim_survivors"]["person_id"])


def test_what_was_frozen_at_the_draw_leaves_with_it(cast: Cast, tmp_path: Path) -> None:
    ratio(cast)
    hearing(cast, 1, heard_on=date(2016, 3, 1))
    hearing(cast, 1)
    allocation(cast, 2)
    drawn(cast)
    made = frozen(tmp_path)["allocations"].set_index("origin")
    flags = made[["repeat_at_allocation", "serial_at_allocation"]]
    assert flags.loc["drawn"].tolist() == [True, False]
    assert flags.loc["historic"].isna().all()
