"""The Drive-DASH counted: signs present, and the level, which judgement raises and never lowers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drive.vocabulary.answers import Answer, YesNo
from drive.vocabulary.assessments import RiskLevel
from drive.vocabulary.drive_dash import DASH_ITEMS, HIGH_FROM, MEDIUM_FROM


@dataclass(frozen=True, kw_only=True)
class Dash:
    """What the Drive-DASH says.

    Parameters
    ----------
    score : int
        How many signs are present; a lower bound while some are not known.
    known : int
        How many of the 24 are known.
    judged : RiskLevel or None
        The level to which judgement raises it.
    """

    score: int
    known: int
    judged: RiskLevel | None

    @property
    def scored(self) -> RiskLevel:
        """The level that the score alone gives."""
        if self.score >= HIGH_FROM:
            return RiskLevel.HIGH
        return RiskLevel.MEDIUM if self.score >= MEDIUM_FROM else RiskLevel.STANDARD

    @property
    def level(self) -> RiskLevel:
        """The higher of score and judgement."""
        return max(self.scored, self.judged or self.scored, key=lambda each: each.level)

    @property
    def judged_lower(self) -> bool:
        """Whether the judgement lies below the score, which it may not."""
        return self.judged is not None and self.judged.level < self.scored.level


def dash_of(answers: Mapping[str, Answer]) -> Dash | None:
    """Return what the Drive-DASH says; None where no sign is known."""
    given = [answers[each.key] for each in DASH_ITEMS if each.key in answers]
    known = [answer for answer in given if answer.is_known]
    if not known:
        return None
    judged = answers.get("dash_judgement")
    return Dash(
        score=sum(answer.value == YesNo.YES for answer in known),
        known=len(known),
        judged=RiskLevel(judged.value) if judged and judged.value else None,
    )
