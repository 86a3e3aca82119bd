"""Why a pair of answers is incomplete, by reason and type of abuse."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from drive.evaluation.blocks import Cell, Count, Table
from drive.evaluation.wording import sentence
from drive.vocabulary.abuse import AbuseType


def missing_table(
    pairs: pd.DataFrame,
    reasons_of: Callable[[pd.DataFrame], Mapping[str, int]],
    *,
    label: str,
    answer: str,
) -> Table:
    """Return how many pairs are complete, and why the others are not.

    Parameters
    ----------
    reasons_of : callable
        Gives the number of incomplete pairs by reason.
    label : str
        The group, in words.
    answer : str
        Which answer is meant.
    """
    found = {kind: reasons_of(pairs[pairs["abuse_type"] == kind]) for kind in AbuseType}
    sizes = {kind: int((pairs["abuse_type"] == kind).sum()) for kind in AbuseType}
    complete: list[Cell] = [Count(sizes[kind] - sum(found[kind].values())) for kind in AbuseType]
    rows: list[list[Cell]] = [["Known at both times", *complete]]
    for reason in sorted({reason for reasons in found.values() for reason in reasons}):
        counts: list[Cell] = [Count(found[kind].get(reason, 0)) for kind in AbuseType]
        rows.append([f"Missing at {reason}", *counts])
    rows.append(["All", *(Count(sizes[kind]) for kind in AbuseType)])
    return Table(
        caption=f"{sentence(label)}: {answer} known, and why not",
        columns=["Answer", *(kind.label for kind in AbuseType)],
        rows=rows,
    )
