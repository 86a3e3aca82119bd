"""What must never be joined, and what people decided."""

import pandas as pd
import pytest

from drive.linkage import DecisionError, Linkage, Model, link
from drive.simulation.households.generate import Households
from tests.unit.linkage.conftest import frame, record, said, together


def across_roles(linkage: Linkage) -> int:
    records = linkage.mentions[["record_id", "case_id", "role"]].merge(linkage.persons)
    return int((records.groupby(["case_id", "person_id"])["role"].nunique() > 1).sum())


def test_nobody_is_joined_with_the_other_party_of_the_case(linked: Linkage) -> None:
    assert across_roles(linked) == 0


def test_two_roles_are_never_joined_by_the_machine(linked: Linkage) -> None:
    joined = linked.mentions[["record_id", "role"]].merge(linked.persons)
    assert joined.groupby("person_id")["role"].nunique().max() == 1


def test_one_human_in_two_roles_goes_to_a_person(model: Model) -> None:
    both = frame(record("a"), record("b", role="victim_survivor"))
    linkage = link(both, model=model)
    assert not together(linkage, "a", "b")
    assert len(linkage.reviews) == 1


def test_a_person_may_join_two_roles_of_two_cases(model: Model) -> None:
    both = frame(record("a"), record("b", role="victim_survivor"))
    linkage = link(both, model=model, decisions=said(("a", "b", "same")))
    assert together(linkage, "a", "b")


def test_not_even_a_decision_joins_the_parties_of_one_case(model: Model) -> None:
    """Neither at once nor by way of a third record."""
    three = frame(
        record("a", case_id="one"),
        record("b", case_id="one", role="victim_survivor"),
        record("c", case_id="two"),
    )
    decisions = said(("a", "c", "same"), ("b", "c", "same"), ("a", "b", "same"))
    linkage = link(three, model=model, decisions=decisions)
    assert across_roles(linkage) == 0
    assert linkage.partition.refused


def test_decisions_stand_in_every_run(made: Households, linked: Linkage) -> None:
    linked_pairs = linked.edges[linked.edges["together"]].head(15)
    open_pairs = linked.reviews[lambda e: e["band"] == "review"].head(15)
    role = made.records.set_index("record_id")["role"]
    rows = [(a, b, "different") for a, b in _ends(linked_pairs)]
    rows += [(a, b, "same") for a, b in _ends(open_pairs) if role[a] == role[b]]
    for model in (None, linked.model):
        again = link(made.records, model=model, decisions=said(*rows))
        refused = {
            frozenset(again.mentions["record_id"].iloc[list(pair)])
            for pair in again.partition.refused
        }
        for a, b, verdict in rows:
            if frozenset((a, b)) not in refused:
                assert together(again, a, b) == (verdict == "same")


def _ends(edges: pd.DataFrame) -> list[tuple[str, str]]:
    return list(edges[["record_id_l", "record_id_r"]].itertuples(index=False, name=None))


def test_the_later_decision_counts(model: Model) -> None:
    both = frame(record("a"), record("b"))
    decisions = said(("a", "b", "different"), ("b", "a", "same"))
    assert together(link(both, model=model, decisions=decisions), "a", "b")
    assert not together(link(both, model=model, decisions=decisions[::-1]), "a", "b")


def test_cannot_tell_leaves_the_pair_open(model: Model) -> None:
    both = frame(record("a"), record("b"))
    linkage = link(both, model=model, decisions=said(("a", "b", "cannot_tell")))
    assert not together(linkage, "a", "b")
    assert len(linkage.reviews) == 1


def test_an_unknown_verdict_is_refused(model: Model) -> None:
    with pytest.raises(DecisionError, match="unknown verdicts: perhaps"):
        link(frame(record("a")), model=model, decisions=said(("a", "b", "perhaps")))


def test_a_pair_is_explained_in_words(model: Model) -> None:
    both = frame(record("a"), record("b", first_name="Gwillym", sex="female"))
    words = str(link(both, model=model).explain("b", "a"))
    assert "Agrees: first names nearly alike, the same surname, the same date of birth" in words
    assert "Disagrees: different sex" in words
    assert "Not known for both: telephone number, police number" in words
