"""Who finds whom: our linkage against stock Splink, exact matching and recordlinkage, in one run.

`LINKAGE_RECORDS=1000000 ./run bench linkage` measures a file of that many records instead of the
82,000 cases.
"""

import logging
import os
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from time import perf_counter

import numpy as np
import numpy.typing as npt
import pandas as pd
import recordlinkage
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from drive.linkage import Register, link, link_new
from drive.linkage.clusters import components
from drive.simulation.households.generate import Households, generate

Ints = npt.NDArray[np.int64]
SEED = 11
CASES = 82_000
NEW = 2_000
# What recordlinkage takes in memory and time does not let it have more.
SMALL = 250_000
# Two numbers of cases are kept as one number, the first times this.
MOST_CASES = 10**7
ADULTS = ("perpetrator", "victim_survivor")


@dataclass(frozen=True)
class Found:
    """What one way found, and in how many seconds."""

    seconds: float
    labels: Ints


def comparisons() -> dict[str, dict[str, Callable[[], object]]]:
    """Print the figures; there is no speed here that could be repeated in rounds."""
    asked = os.environ.get("LINKAGE_RECORDS")
    made = generate(seed=SEED, records=int(asked)) if asked else generate(seed=SEED, cases=CASES)
    print(f"\nlinkage: {len(made.records):,} records of {len(made.cases):,} cases")
    ways: dict[str, Callable[[pd.DataFrame], Ints]] = {"exact": exact, "stock Splink": stock}
    if len(made.records) <= SMALL:
        ways["recordlinkage"] = classical
    found = {name: _timed(partial(way, made.records)) for name, way in ways.items()}
    found |= _ours(made)
    _print_quality(made, found)
    _print_ratios(made, found)
    return {}


def _timed(way: Callable[[], Ints]) -> Found:
    began = perf_counter()
    labels = way()
    return Found(perf_counter() - began, labels)


def _ours(made: Households) -> dict[str, Found]:
    """Link in full, once trained, and 2,000 new records into the rest."""
    began = perf_counter()
    full = link(made.records)
    trained = perf_counter()
    again = link(made.records, model=full.model)
    scored = perf_counter()
    found = {
        "ours": Found(trained - began, full.partition.labels),
        "ours, once trained": Found(scored - trained, again.partition.labels),
    }
    register = Register.of(link(made.records.iloc[:-NEW], model=full.model))
    began = perf_counter()
    register = link_new(register, made.records.iloc[-NEW:])
    took = perf_counter() - began
    same = bool((register.linkage.partition.labels == again.partition.labels).all())
    print(
        f"  {NEW:,} new records: {took:.2f} s, {(scored - trained) / took:.1f} times faster than "
        f"a full rescore; the same partition: {same}"
    )
    across = _across_roles(made.records, full.partition.labels)
    print(f"  victim joined with perpetrator of one case: {across}")
    return found


def _across_roles(records: pd.DataFrame, labels: Ints) -> int:
    roles = records.assign(label=labels).groupby(["case_id", "label"])["role"].nunique()
    return int((roles > 1).sum())


def exact(records: pd.DataFrame) -> Ints:
    """Join equal first name, surname and date of birth."""
    named = records[["first_name", "surname", "date_of_birth"]]
    key = named.fillna("").agg("|".join, axis=1).str.lower()
    lone = named.isna().any(axis=1)
    key[lone] = records["record_id"][lone]
    labels: Ints = pd.factorize(key)[0].astype(np.int64)
    return labels


def stock(records: pd.DataFrame) -> Ints:
    """Join by Splink with its documented comparisons, blocking, training and threshold .95."""
    warnings.simplefilter("ignore")
    frame = records.rename(columns={"date_of_birth": "dob"}).assign(unique_id=range(len(records)))
    api = DuckDBAPI()
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.NameComparison("first_name").configure(term_frequency_adjustments=True),
            cl.NameComparison("surname").configure(term_frequency_adjustments=True),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.PostcodeComparison("postcode"),
            cl.ExactMatch("sex"),
            cl.ExactMatch("phone"),
            cl.ExactMatch("police_id"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("first_name", "surname"),
            block_on("surname", "dob"),
            block_on("first_name", "dob"),
            block_on("postcode", "first_name"),
            block_on("postcode", "surname"),
            block_on("postcode", "dob"),
            block_on("police_id"),
        ],
    )
    linker = Linker(api.register(frame), settings, log_level=logging.ERROR)
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("first_name", "surname", "dob"), block_on("police_id")], recall=0.7
    )
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=SEED)
    for rule in (block_on("first_name", "surname"), block_on("dob")):
        training.estimate_parameters_using_expectation_maximisation(rule, max_pairs=2e6)
    scored = linker.inference.predict(threshold_match_probability=0.95)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(scored, 0.95)
    joined = clusters.as_pandas_dataframe().sort_values("unique_id")  # type: ignore[no-untyped-call]
    labels: Ints = pd.factorize(joined["cluster_id"])[0].astype(np.int64)
    return labels


def classical(records: pd.DataFrame) -> Ints:
    """Join by recordlinkage's ECM classifier over its usual comparisons."""
    warnings.simplefilter("ignore")
    frame = records.reset_index(drop=True)
    indexer = recordlinkage.Index()
    for rule in (
        ["surname", "date_of_birth"],
        ["first_name", "surname"],
        ["postcode", "first_name"],
    ):
        indexer.block(rule)
    compare = recordlinkage.Compare()
    compare.string("first_name", "first_name", method="jarowinkler", threshold=0.85)
    compare.string("surname", "surname", method="jarowinkler", threshold=0.85)
    for column in ("date_of_birth", "postcode", "sex", "police_id"):
        compare.exact(column, column)
    vectors = compare.compute(indexer.index(frame), frame)
    matches = recordlinkage.ECMClassifier(binarize=0.5).fit_predict(vectors)
    return components(len(frame), np.array(matches.tolist(), dtype=np.int64).reshape(-1, 2))


def pairs_of(labels: Ints) -> Ints:
    """Return every pair of records with one label, as one number each, sorted."""
    order = np.argsort(labels, kind="stable")
    sizes = np.bincount(labels)[labels[order]]
    found = []
    for step in range(1, int(sizes.max())):
        same = np.flatnonzero(labels[order][step:] == labels[order][:-step])
        a, b = order[same], order[same + step]
        found.append(np.minimum(a, b) * len(labels) + np.maximum(a, b))
    return np.sort(np.concatenate(found)) if found else np.empty(0, dtype=np.int64)


def f1(truth: Ints, found: Ints) -> float:
    """Return the F1 of pairs, each given as one number, none twice."""
    both = len(np.intersect1d(truth, found, assume_unique=True))
    return 2 * both / max(len(truth) + len(found), 1)


def _print_quality(made: Households, found: dict[str, Found]) -> None:
    role = pd.factorize(made.records["role"])[0]
    truth = pd.factorize(made.truth["true_person_id"])[0].astype(np.int64)
    home = pd.factorize(made.truth["true_household_id"])[0]
    true = pairs_of(truth * 3 + role)
    heads = f"{'seconds':>9s}{'F1':>8s}{'recall':>8s}{'cluster F1':>12s}{'home false':>12s}"
    print(f"  {'':22s}{heads}  by case pair")
    for name, way in found.items():
        labels = pd.factorize(way.labels * 3 + role)[0].astype(np.int64)
        pairs = pairs_of(labels)
        wrong = np.setdiff1d(pairs, true, assume_unique=True)
        at_home = int((home[wrong // len(role)] == home[wrong % len(role)]).sum())
        recall = 1 - len(np.setdiff1d(true, pairs, assume_unique=True)) / len(true)
        cases = ", ".join(f"{k} {v:.4f}" for k, v in by_case_pair(made, labels).items())
        print(
            f"  {name:22s}{way.seconds:9.1f}{f1(true, pairs):8.4f}{recall:8.4f}"
            f"{cluster_f1(truth * 3 + role, labels):12.4f}{at_home:12,d}  {cases}"
        )


def _print_ratios(made: Households, found: dict[str, Found]) -> None:
    """Print the errors, 1 - F1, and the time of the others as multiples of ours."""
    role = pd.factorize(made.records["role"])[0]
    scores = {
        name: by_case_pair(made, pd.factorize(way.labels * 3 + role)[0].astype(np.int64))
        for name, way in found.items()
    }
    for name in sorted(set(found) - {"ours", "ours, once trained"}):
        errors = ", ".join(
            f"{category} {(1 - score) / max(1 - scores['ours'][category], 1e-9):.1f}"
            for category, score in scores[name].items()
        )
        took = found["ours"].seconds / found[name].seconds
        print(f"  errors of {name} as multiples of ours: {errors}; our time {took:.2f} of its")


def cluster_f1(truth: Ints, labels: Ints) -> float:
    """Return the F1 of whole clusters: those found exactly as they are."""
    a, b = pd.factorize(truth)[0], pd.factorize(labels)[0]
    of_truth, of_found = np.bincount(a), np.bincount(b)
    both = pd.DataFrame({"a": a, "b": b}).value_counts().reset_index()
    right = (both["count"].to_numpy() == of_truth[both["a"]]) & (
        both["count"].to_numpy() == of_found[both["b"]]
    )
    return float(2 * right.sum() / (len(of_truth) + len(of_found)))


def by_case_pair(made: Households, labels: Ints) -> dict[str, float]:
    """Return the F1 of each category of pairs of cases."""
    true = _categories(made, pd.factorize(made.truth["true_person_id"])[0])
    seen = _categories(made, labels)
    return {name: f1(true[name], seen[name]) for name in true}


def _categories(made: Households, labels: Ints) -> dict[str, Ints]:
    """Return the pairs of cases that share the victim-survivor, the perpetrator, or both."""
    case, names = pd.factorize(made.records["case_id"])
    sharing = {}
    for role in ADULTS:
        rows = np.flatnonzero((made.records["role"] == role).to_numpy())
        frame = pd.DataFrame({"case": case[rows], "label": labels[rows]}).drop_duplicates()
        both = frame.merge(frame, on="label")
        both = both[both["case_x"] < both["case_y"]]
        sharing[role] = np.unique(
            (both["case_x"] * MOST_CASES + both["case_y"]).to_numpy(dtype=np.int64)
        )
    him, her = sharing["perpetrator"], sharing["victim_survivor"]
    couple = np.intersect1d(him, her)
    heard = pd.factorize(made.cases.set_index("case_id")["heard_on"].reindex(names))[0]
    one_day = heard[couple // MOST_CASES] == heard[couple % MOST_CASES]
    return {
        "identical": couple[one_day],
        "victim repeat": couple[~one_day],
        "same perpetrator, other victim": np.setdiff1d(him, her),
        "same victim, other perpetrator": np.setdiff1d(her, him),
    }
