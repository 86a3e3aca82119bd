"""New records join a register as if all had been linked at once."""

import numpy as np
import pandas as pd
import pytest

from drive.linkage import Event, Model, RecordError, Register, link, link_new
from drive.simulation.households.generate import Households
from tests.unit.linkage.conftest import frame, record


def same_partition(a: pd.DataFrame, b: pd.DataFrame) -> bool:
    both = a.merge(b, on="record_id")
    forth = both.groupby("person_id_x")["person_id_y"].nunique().max()
    back = both.groupby("person_id_y")["person_id_x"].nunique().max()
    return len(both) == len(a) == len(b) and forth == back == 1


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_incremental_equals_full(made: Households, model: Model, seed: int) -> None:
    records = made.records.sample(frac=1, random_state=seed, ignore_index=True)
    first, second, third = np.split(records.index, [len(records) - 700, len(records) - 200])
    register = link_new(link(records.loc[first], model=model), records.loc[second])
    register = link_new(register, records.loc[third])
    full = link(records, model=model)
    assert same_partition(register.persons, full.persons)
    assert same_partition(register.linkage.persons, full.persons)


def test_incremental_equals_full_when_a_cluster_grows_too_large(model: Model) -> None:
    many = frame(*(record(f"r{i}") for i in range(22)))
    register = link_new(link(many.head(19), model=model), many.tail(3))
    assert same_partition(register.persons, link(many, model=model).persons)
    assert {event.kind for event in register.events} == {"split"}


def test_ids_stay_and_a_merge_is_an_event(model: Model) -> None:
    one = record("a", date_of_birth=None, postcode=None, first_name="Bob", phone="01632 960555")
    other = record("b", first_name="Robert", police_id="N7654321")
    both = record("c", first_name="Robert", phone="01632 960555", police_id="N7654321")
    before = link(frame(one, other), model=model)
    assert before.persons["person_id"].nunique() == 2
    register = link_new(before, frame(both))
    kept = min(before.persons["person_id"])
    assert register.persons["person_id"].tolist() == [kept] * 3
    ids = tuple(sorted(before.persons["person_id"]))
    assert register.events == (Event("merged", ids, (kept,)),)


def test_new_strangers_change_nothing(model: Model) -> None:
    before = link(frame(record("a")), model=model)
    register = link_new(
        before,
        frame(
            record(
                "b",
                first_name="Zoe",
                surname="Quill",
                postcode=None,
                date_of_birth="1950-05-05",
                sex="female",
            )
        ),
    )
    assert not register.events
    assert register.persons["person_id"].nunique() == 2
    assert register.persons["person_id"].iloc[0] == before.persons["person_id"].iloc[0]


def test_the_same_record_is_not_taken_twice(model: Model) -> None:
    register = Register.of(link(frame(record("a")), model=model))
    with pytest.raises(RecordError, match="1 of these records stand in the register already"):
        link_new(register, frame(record("a")))
