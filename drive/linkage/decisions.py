"""What people decided about pairs. It stands over every score, in every run."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

COLUMNS = ("record_id_l", "record_id_r", "verdict")
SAME, DIFFERENT, CANNOT_TELL = "same", "different", "cannot_tell"
VERDICTS = (SAME, DIFFERENT, CANNOT_TELL)


class DecisionError(ValueError):
    """Decisions that cannot be read; the text says why."""


@dataclass(frozen=True, slots=True)
class Decided:
    """Decisions as pairs of record numbers, the last one of each pair."""

    same: tuple[tuple[int, int], ...] = ()
    different: tuple[tuple[int, int], ...] = ()
    cannot_tell: tuple[tuple[int, int], ...] = ()

    def changed_since(self, before: "Decided") -> set[int]:
        """Return the records of pairs of which something else was decided before."""
        ends: set[int] = set()
        for now, then in (
            (self.same, before.same),
            (self.different, before.different),
            (self.cannot_tell, before.cannot_tell),
        ):
            ends.update(end for pair in set(now) ^ set(then) for end in pair)
        return ends

    def moved(self, place: npt.NDArray[np.int64]) -> "Decided":
        """Return the decisions on the records that have a place, by their places."""

        def those(pairs: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
            if not pairs:
                return ()
            both = place[np.array(pairs, dtype=np.int64)]
            return tuple((a, b) for a, b in both[both.min(axis=1) >= 0].tolist())

        return Decided(those(self.same), those(self.different), those(self.cannot_tell))


def appended(before: pd.DataFrame | None, later: pd.DataFrame | None) -> pd.DataFrame | None:
    """Return all decisions in the order in which they were made; nothing is ever taken out.

    Raises
    ------
    DecisionError
        If the later ones lack a column or hold an unknown verdict.
    """
    if later is None or later.empty:
        return before
    _check(later)
    given = [before[list(COLUMNS)]] if before is not None and len(before) else []
    return pd.concat([*given, later[list(COLUMNS)]], ignore_index=True)


def read(decisions: pd.DataFrame | None, numbers: pd.Series) -> Decided:
    """Return the decisions that concern these records; of a pair decided twice, the later.

    Parameters
    ----------
    decisions
        `record_id_l`, `record_id_r` and `verdict` (`same`, `different`, `cannot_tell`), in the
        order in which they were made. Nothing is ever taken out: a later row overrules.
    numbers
        Number of each record, indexed by record_id.

    Raises
    ------
    DecisionError
        If a column is missing or a verdict is unknown.
    """
    if decisions is None or decisions.empty:
        return Decided()
    _check(decisions)
    latest: dict[tuple[int, int], str] = {}
    left = decisions["record_id_l"].astype(str).map(numbers)
    right = decisions["record_id_r"].astype(str).map(numbers)
    for a, b, verdict in zip(left, right, decisions["verdict"], strict=True):
        if pd.notna(a) and pd.notna(b) and a != b:
            latest[min(int(a), int(b)), max(int(a), int(b))] = str(verdict)

    def those(verdict: str) -> tuple[tuple[int, int], ...]:
        return tuple(sorted(pair for pair, said in latest.items() if said == verdict))

    return Decided(those(SAME), those(DIFFERENT), those(CANNOT_TELL))


def _check(decisions: pd.DataFrame) -> None:
    missing = [column for column in COLUMNS if column not in decisions.columns]
    if missing:
        raise DecisionError(f"The decisions have no column {', '.join(missing)}.")
    unknown = sorted(set(decisions["verdict"]) - set(VERDICTS))
    if unknown:
        raise DecisionError(f"The decisions hold unknown verdicts: {', '.join(map(str, unknown))}.")
