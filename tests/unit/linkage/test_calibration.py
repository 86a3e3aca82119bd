"""Lines drawn by pairs of known truth."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from drive.linkage import Bands, DecisionError, Linkage, calibrate
from drive.linkage.calibration import verdicts, wide
from drive.simulation.households.generate import Households
from tests.unit.linkage.conftest import said


def weighed(linkage: Linkage, *, true_from: float, n: int = 400) -> tuple[Linkage, pd.DataFrame]:
    """Return a linkage of n main pairs at weights -10 to 10, true from a weight on."""
    pairs = linkage.scored.head(1).loc[np.zeros(n, dtype=int)]
    pairs = pairs.assign(
        l=np.arange(n),
        r=np.arange(n) + n,
        stratum="main",
        same_role=True,
        weight=np.linspace(-10, 10, n),
    )
    record = linkage.mentions["record_id"].to_numpy()
    verdict = np.where(pairs["weight"] >= true_from, "same", "different")
    told = zip(record[:n], record[n : 2 * n], verdict, strict=True)
    known = replace(linkage, scored=pairs, coupled=linkage.coupled.head(0))
    return known, said(*((a, b, str(v)) for a, b, v in told))


def test_the_line_stands_where_pairs_begin_to_be_true(linked: Linkage) -> None:
    known, labelled = weighed(linked, true_from=2.0)
    found = calibrate(known, labelled, precision=0.95)
    assert found.model.bands["main"] == Bands(link=2.5, review=2.5)
    assert found.model.bands["household"] == linked.model.bands["household"]


def test_a_wanted_precision_that_few_pairs_cannot_prove_links_nothing(linked: Linkage) -> None:
    known, labelled = weighed(linked, true_from=2.0)
    assert calibrate(known, labelled, precision=0.999).model.bands["main"].link > 10


def test_between_the_lines_a_person_is_asked(linked: Linkage) -> None:
    known, labelled = weighed(linked, true_from=2.0)
    doubtful = np.flatnonzero((known.scored["weight"] >= -3) & (known.scored["weight"] < 2))
    labelled.loc[doubtful[::2], "verdict"] = "same"
    band = calibrate(known, labelled, precision=0.95).model.bands["main"]
    assert band.link == 2.5
    assert -3.5 <= band.review <= -2.5


def test_reliability_is_told_with_its_interval(linked: Linkage) -> None:
    known, labelled = weighed(linked, true_from=2.0)
    table = calibrate(known, labelled).table
    assert table["pairs"].sum() == 400
    assert (table["low"] <= table["share"]).all()
    assert (table["share"] <= table["high"]).all()
    assert table.loc[table["weight"] == 5, "share"].tolist() == [1.0]


def test_few_labelled_pairs_move_no_line(linked: Linkage) -> None:
    known, labelled = weighed(linked, true_from=2.0)
    found = calibrate(known, labelled.head(150))
    assert found.model.bands == linked.model.bands


def test_cannot_tell_is_left_out_and_the_later_verdict_counts(linked: Linkage) -> None:
    known, labelled = weighed(linked, true_from=2.0)
    wrong = labelled.assign(verdict="different")
    unsure = labelled.assign(verdict="cannot_tell")
    both = pd.concat([wrong, unsure, labelled])
    assert calibrate(known, both, precision=0.95).model.bands["main"].link == 2.5


def test_labelled_pairs_need_their_columns(linked: Linkage) -> None:
    with pytest.raises(DecisionError, match="no column verdict"):
        calibrate(linked, pd.DataFrame({"record_id_l": ["a"], "record_id_r": ["b"]}))


def test_truth_gives_verdicts_on_every_weighed_pair(made: Households, linked: Linkage) -> None:
    truth = made.truth.set_index("record_id")["true_person_id"]
    told = verdicts(linked, truth)
    assert len(told) >= len(linked.pairs)
    assert wide(linked.model).bands["main"] == Bands(linked.model.bands["main"].link, -12.0)
    assert calibrate(linked, told).table["pairs"].sum() > 0
