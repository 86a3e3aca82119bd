"""The measures of linkage, on persons few enough to count."""

import numpy as np
import pandas as pd

from bench.linkage import by_case_pair, cluster_f1, exact, f1, pairs_of
from drive.simulation.households.generate import generate


def test_pairs_of_one_label_are_counted_once() -> None:
    labels = np.array([0, 1, 0, 0, 2])
    assert pairs_of(labels).tolist() == [0 * 5 + 2, 0 * 5 + 3, 2 * 5 + 3]


def test_f1_is_of_what_is_found_and_what_is_true() -> None:
    truth, found = pairs_of(np.array([0, 0, 1, 1])), pairs_of(np.array([0, 0, 1, 2]))
    assert f1(truth, found) == 2 / 3


def test_a_cluster_counts_only_if_it_is_whole() -> None:
    truth, found = np.array([0, 0, 0, 1, 1]), np.array([0, 0, 2, 1, 1])
    assert cluster_f1(truth, found) == 2 / 5


def test_the_truth_has_no_errors_and_strangers_find_nothing() -> None:
    made = generate(seed=4, cases=300)
    truth = pd.factorize(made.truth["true_person_id"])[0]
    assert set(by_case_pair(made, truth).values()) == {1.0}
    assert set(by_case_pair(made, np.arange(len(truth))).values()) == {0.0}


def test_exact_matching_joins_equal_names_and_birth_dates_only() -> None:
    records = pd.DataFrame(
        {
            "record_id": list("abcd"),
            "first_name": ["Gwilym", "GWILYM", "Gwilym", "Gwilym"],
            "surname": ["Hart"] * 4,
            "date_of_birth": ["1984-03-17", "1984-03-17", None, None],
        }
    )
    assert exact(records).tolist() == [0, 0, 1, 2]
