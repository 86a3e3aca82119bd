"""Set the bands by pairs whose truth is known: from which weight on to link, and to ask.

A weight is a log2 odds only as far as the model's assumptions hold, so the lines are drawn where
pairs of known truth say. Within a stratum the share of true pairs is made to rise with the weight
(isotonic regression); a pair is linked where all pairs from its weight on are as precise as wanted
and those at its very weight are too likely to be asked about.
"""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.optimize import isotonic_regression

from drive.linkage.decisions import COLUMNS, DIFFERENT, SAME, DecisionError
from drive.linkage.linkage import Linkage
from drive.linkage.model import Bands, Model
from drive.statistics.proportions import wilson

Floats = npt.NDArray[np.float64]

# Of the pairs that a stratum links, at least so many are to be one person.
PRECISION = 0.995
# No weight is linked at which fewer than this share are, however good those above it.
LEAST = 0.8
# Below the weight at which this share is true, nobody is asked.
DOUBTFUL = 0.1
# Fewer labelled pairs than this set no line.
ENOUGH = 200


@dataclass(frozen=True)
class Calibration:
    """The lines that labelled pairs set, and how reliable each weight proved.

    Attributes
    ----------
    model
        The model with its new bands.
    table
        Reliability: `stratum`, `weight` (of the bin, rounded down), `pairs`, `true`, `share` and
        its 95% Wilson interval `low`, `high`.
    """

    model: Model
    table: pd.DataFrame


def wide(model: Model, *, review: float = -12.0) -> Model:
    """Return the model with bands so wide that pairs of all chances are weighed."""
    return replace(model, bands={k: Bands(b.link, review) for k, b in model.bands.items()})


def verdicts(linkage: Linkage, person: pd.Series) -> pd.DataFrame:
    """Return every weighed pair with its true verdict: `record_id_l`, `record_id_r`, `verdict`.

    Parameters
    ----------
    linkage
        A linkage of records whose persons are known.
    person
        The true person of each record, indexed by record_id.
    """
    record = linkage.mentions["record_id"].to_numpy()
    both = pd.concat([linkage.scored[["l", "r"]], linkage.coupled[["l", "r"]]]).drop_duplicates()
    left, right = record[both["l"].to_numpy()], record[both["r"].to_numpy()]
    same = person[left].to_numpy() == person[right].to_numpy()
    said = np.where(same, SAME, DIFFERENT)
    return pd.DataFrame(dict(zip(COLUMNS, (left, right, said), strict=True)))


def calibrate(
    linkage: Linkage,
    labelled: pd.DataFrame,
    *,
    precision: float = PRECISION,
    least: float = LEAST,
    doubtful: float = DOUBTFUL,
) -> Calibration:
    """Return the bands that labelled pairs set for the linkage's model.

    Parameters
    ----------
    linkage
        A linkage in which the labelled pairs are weighed; with `wide` bands for the lower line.
    labelled
        Pairs with a verdict, as clerical decisions are; `cannot_tell` is left out.
    precision, least
        What share of the pairs that a stratum links must be true, as its 95% lower bound, and what
        share at the line itself.
    doubtful
        The share of true pairs below which nobody is asked.

    Raises
    ------
    DecisionError
        If a column is missing.
    """
    known = _labelled(linkage, labelled)
    bands, tables = dict(linkage.model.bands), []
    for stratum, pairs in known.groupby("stratum", sort=True):
        name = str(stratum)
        tables.append(_reliability(name, pairs))
        if len(pairs) >= ENOUGH:
            link = _link_line(pairs, precision=precision, least=least)
            bands[name] = Bands(link, min(link, _review_line(pairs, doubtful)))
    table = pd.concat(tables, ignore_index=True) if tables else _reliability("", known)
    return Calibration(replace(linkage.model, bands=bands), table)


def _labelled(linkage: Linkage, labelled: pd.DataFrame) -> pd.DataFrame:
    missing = [column for column in COLUMNS if column not in labelled.columns]
    if missing:
        raise DecisionError(f"The labelled pairs have no column {', '.join(missing)}.")
    record = linkage.mentions["record_id"]
    number = pd.Series(record.index, index=record)
    told = labelled[labelled["verdict"].isin([SAME, DIFFERENT])]
    both = np.stack([number.reindex(told[side]).to_numpy() for side in COLUMNS[:2]])
    ends = np.sort(both, axis=0)
    said = pd.DataFrame({"l": ends[0], "r": ends[1], "true": told["verdict"].to_numpy() == SAME})
    said = said.dropna().drop_duplicates(["l", "r"], keep="last").astype({"l": int, "r": int})
    columns = ["l", "r", "stratum", "weight", "same_role"]
    weighed = pd.concat([linkage.scored[columns], linkage.coupled[columns]])
    # Across roles no line is needed: such a pair always goes to a person.
    return weighed[weighed["same_role"].astype(bool)].merge(said, on=["l", "r"])


def _rising(pairs: pd.DataFrame) -> tuple[Floats, Floats, Floats]:
    """Return the distinct weights, how many pairs have each, and the rising share of true ones."""
    by_weight = pairs.groupby("weight")["true"].agg(["size", "mean"]).sort_index()
    count = by_weight["size"].to_numpy(dtype=np.float64)
    share = isotonic_regression(by_weight["mean"].to_numpy(), weights=count).x
    return by_weight.index.to_numpy(dtype=np.float64), count, share


def _link_line(pairs: pd.DataFrame, *, precision: float, least: float) -> float:
    weight, count, share = _rising(pairs)
    above = np.cumsum(count[::-1])[::-1]
    true = np.cumsum((count * share)[::-1])[::-1]
    sure = [
        place
        for place in np.flatnonzero(share >= least)
        if wilson(round(true[place]), round(above[place]))[0] >= precision
    ]
    # Where no weight is sure enough, nothing is linked unasked.
    return _rounded(float(weight[sure[0]])) if sure else _rounded(float(weight[-1])) + 1.0


def _review_line(pairs: pd.DataFrame, doubtful: float) -> float:
    weight, _, share = _rising(pairs)
    asked = weight[share >= doubtful]
    return _rounded(float(asked[0] if len(asked) else weight[-1]))


def _rounded(weight: float) -> float:
    """Return the weight to the half, upwards: a line is no more exact than that."""
    return float(np.ceil(weight * 2) / 2)


def _reliability(stratum: str, pairs: pd.DataFrame) -> pd.DataFrame:
    bins = pairs.assign(weight=np.floor(pairs["weight"])).groupby("weight")["true"]
    table = bins.agg(pairs="size", true="sum").reset_index()
    bounds = [wilson(int(t), int(n)) for t, n in zip(table["true"], table["pairs"], strict=True)]
    return table.assign(
        stratum=stratum,
        share=table["true"] / table["pairs"],
        low=[low for low, _ in bounds],
        high=[high for _, high in bounds],
    )
