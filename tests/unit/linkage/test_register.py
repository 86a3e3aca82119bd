"""New records join a register as if all had been linked at once."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from drive.linkage import (
    DecisionError,
    Event,
    Linkage,
    Model,
    RecordError,
    Register,
    link,
    link_new,
)
from drive.simulation.households.generate import Households
from tests.unit.linkage.conftest import frame, record, said


def same_partition(a: pd.DataFrame, b: pd.DataFrame) -> bool:
    both = a.merge(b, on="record_id")
    forth = both.groupby("person_id_x")["person_id_y"].nunique().max()
    back = both.groupby("person_id_y")["person_id_x"].nunique().max()
    return len(both) == len(a) == len(b) and forth == back == 1


def some_decisions(linkage: Linkage, rng: np.random.Generator) -> pd.DataFrame:
    """Return decisions on pairs that the machine links, leaves open and never looked at."""
    pairs = linkage.edges.sample(60, random_state=int(rng.integers(1000)))
    ends = pairs[["record_id_l", "record_id_r"]].to_numpy().tolist()
    ends += rng.choice(linkage.persons["record_id"], (20, 2), replace=False).tolist()
    verdicts = rng.choice(["same", "different", "cannot_tell"], len(ends))
    return said(*((a, b, str(v)) for (a, b), v in zip(ends, verdicts, strict=True)))


def assert_same_linkage(register: Register, full: Linkage) -> None:
    assert same_partition(register.persons, full.persons)
    assert same_partition(register.linkage.persons, full.persons)
    assert register.partition.refused == full.partition.refused
    pairs = ["l", "r", "stratum", "weight", "band"]
    pd.testing.assert_frame_equal(
        register.linkage.pairs[pairs], full.pairs[pairs], check_dtype=False
    )


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_incremental_equals_full(
    made: Households, linked: Linkage, model: Model, seed: int
) -> None:
    """However records and decisions are split, also when a decision comes before its records."""
    rng = np.random.default_rng(seed)
    records = made.records.sample(frac=1, random_state=seed, ignore_index=True)
    decisions = some_decisions(linked, rng)
    of_records = [0, *np.sort(rng.integers(1, len(records), 2)), len(records)]
    of_decisions = [0, *np.sort(rng.integers(0, len(decisions), 2)), len(decisions)]
    parts = [records.iloc[a:b] for a, b in pairwise(of_records)]
    told = [decisions.iloc[a:b] for a, b in pairwise(of_decisions)]
    register = Register.of(link(parts[0], model=model, decisions=told[0]))
    for part, later in zip(parts[1:], told[1:], strict=True):
        register = link_new(register, part, decisions=later)
    assert_same_linkage(register, link(records, model=model, decisions=decisions))


def test_many_small_additions_equal_full(made: Households, model: Model) -> None:
    records = made.records.head(600)
    register = Register.of(link(records.head(560), model=model))
    for start in range(560, 600, 4):
        register = link_new(register, records.iloc[start : start + 4])
    assert_same_linkage(register, link(records, model=model))


def test_a_decision_needs_no_new_record(model: Model) -> None:
    both = frame(record("a"), record("b"))
    register = Register.of(link(both, model=model))
    ids = register.persons["person_id"].tolist()
    register = link_new(register, decisions=said(("a", "b", "different")))
    assert register.persons["person_id"].nunique() == 2
    assert register.persons["person_id"].iloc[0] == ids[0]
    assert [event.kind for event in register.events] == ["split"]
    both_ids = set(register.persons["person_id"])
    register = link_new(register, decisions=said(("b", "a", "same")))
    assert set(register.persons["person_id"]) == {min(both_ids)}
    assert [event.kind for event in register.events] == ["merged"]


def test_every_decision_survives_new_records(made: Households, model: Model) -> None:
    records = made.records
    before = link(records.head(2_000), model=model)
    linked_pairs = before.edges[before.edges["together"]].head(20)
    ends = linked_pairs[["record_id_l", "record_id_r"]].to_numpy().tolist()
    register = link_new(before, decisions=said(*((a, b, "different") for a, b in ends)))
    register = link_new(register, records.iloc[2_000:])
    person = register.persons.set_index("record_id")["person_id"]
    assert all(person[a] != person[b] for a, b in ends)


def test_an_id_is_never_given_to_somebody_else(model: Model) -> None:
    """Who was named first after a record keeps that name when the record is named anew."""
    other = {"first_name": "Tomos", "surname": "Vale", "date_of_birth": "1961-05-04"}
    five = frame(*(record(name) for name in "abc"), *(record(name, **other) for name in "de"))
    register = Register.of(link(five, model=model))
    given = [register.persons["person_id"]]
    for verdict, others in (("different", "bc"), ("same", "de"), ("different", "de")):
        decisions = said(*(("a", name, verdict) for name in others))
        register = link_new(register, decisions=decisions)
        given.append(register.persons["person_id"])
    assert [ids.nunique() for ids in given] == [2, 3, 2, 3]
    assert given[-1].iloc[0] not in set(pd.concat(given[:-1]))
    assert given[-1].iloc[1:].tolist() == given[0].iloc[1:].tolist()


def test_decisions_that_cannot_be_read_change_nothing(model: Model) -> None:
    register = Register.of(link(frame(record("a")), model=model))
    with pytest.raises(DecisionError, match="unknown verdicts: perhaps"):
        link_new(register, frame(record("b")), decisions=said(("a", "b", "perhaps")))
    assert len(link_new(register, frame(record("b"))).persons) == 2


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
