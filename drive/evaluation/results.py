"""What an analysis hands over: one result per number, and what to say of the analysis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from drive.vocabulary.word import Word

Unit = Literal["count", "percent", "share", "points", "p", "number"]


class Comparison(Word):
    """How a recomputed number stands to the printed one."""

    AGREES = "agrees", "Agrees"
    DIFFERS = "differs", "Differs"
    NOT_REBUILT = "not_rebuilt", "Not yet rebuilt"
    NOT_PRINTED = "not_printed", "Not printed"


class Kind(Word):
    """What an analysis can show."""

    CONTRAST = "contrast", "Contrast between arms"
    DESCRIPTIVE = "descriptive", "Change within one arm: descriptive"
    PROFILE = "profile", "Profile and delivery"


@dataclass(frozen=True)
class Suppressed:
    """A number that is not printed because it, or what it rests on, is small. Never a zero."""

    reason: str = "small number"


@dataclass(frozen=True, kw_only=True)
class Analysis:
    """One analysis of the list A1-A35.

    Parameters
    ----------
    id : str
        ``A11``.
    title : str
        Plain words.
    question : int
        The research question of the first year that it serves (Year-1 report, lines 96-108).
    kind : Kind
        Contrast, description of a change, or profile.
    denominator : str
        Who is counted below the line, and how unknown answers are treated.
    about : str
        What was done, in two or three sentences.
    """

    id: str
    title: str
    question: int
    kind: Kind
    denominator: str
    about: str


@dataclass(frozen=True, kw_only=True)
class Result:
    """One number, recomputed, beside the printed one if there is one.

    Parameters
    ----------
    id : str
        Stable: analysis, group, item, and the place if it is printed more than once.
    analysis, group, title : str
        What it belongs to, and what it is in words.
    unit : str
        What the estimate is.
    n : int or Suppressed or None
        The denominator.
    estimate : int, float or Suppressed or None
        The recomputed value; None if it is undefined, and then ``note`` says why.
    interval : (float, float) or Suppressed or None
        95% confidence interval, in the unit of the estimate.
    p : float or Suppressed or None
        Two-sided.
    method : str
        The test or estimator really used.
    printed : str or None
        The printed text, with its sign.
    comparison : Comparison
        How the two stand to each other.
    note : str
        What the reader must know; for a disagreement its likely cause.
    source : str
        Where the printed value stands.
    missing : Mapping[str, int]
        Of those who could have been counted, how many are not, by reason.
    cells : tuple of int
        The counts on which it rests, for the suppression of small numbers.
    exact : Fraction or None
        The estimate as a ratio of counts, for rounding without binary error.
    place : str
        Empty, or where else in the report the number is printed again; also ends the id.
    in_matrix : bool
        Whether a table of movement shows it beside print.
    """

    id: str
    analysis: str
    group: str
    title: str
    unit: Unit
    n: int | Suppressed | None = None
    estimate: float | Suppressed | None = None
    interval: tuple[float, float] | Suppressed | None = None
    p: float | Suppressed | None = None
    method: str = ""
    printed: str | None = None
    comparison: Comparison = Comparison.NOT_PRINTED
    note: str = ""
    source: str = ""
    missing: Mapping[str, int] = field(default_factory=dict)
    cells: tuple[int, ...] = ()
    exact: Fraction | None = None
    place: str = ""
    in_matrix: bool = False

    @property
    def agrees(self) -> bool | None:
        """Whether it agrees with print; None if it was not compared."""
        if self.comparison is Comparison.AGREES:
            return True
        return False if self.comparison is Comparison.DIFFERS else None
