"""How a case has gone: severity of each type, risk and Drive-DASH over its assessments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from drive.vocabulary.abuse import AbuseType, Severity
from drive.vocabulary.assessments import RiskLevel
from drive.vocabulary.casework import AssessmentPoint
from drive.web.accounts.models import User
from drive.web.assessments import rules
from drive.web.assessments.models import Assessment
from drive.web.assessments.queries.content import Content, content_of
from drive.web.assessments.queries.points import assessments_of
from drive.web.casework.models import DriveCase
from drive.web.casework.queries import dyads_of
from drive.web.people.models import Dyad


@dataclass(frozen=True, kw_only=True)
class Moment:
    """What one assessment says of the levels."""

    point: AssessmentPoint
    assessed_on: date
    severities: dict[tuple[str, AbuseType], Severity]
    risks: dict[str, RiskLevel]
    dash: rules.Dash | None


@dataclass(frozen=True, kw_only=True)
class Story:
    """The levels of a case over its assessments, and its pairs by key."""

    moments: list[Moment]
    pairs: dict[str, Dyad]
    assessments: list[Assessment]


def story_of(case: DriveCase, actor: User) -> Story:
    """Return how a case has gone, as far as somebody may read its assessments."""
    made = assessments_of(case, actor)
    return Story(
        moments=[moment_of(each, content_of(each)) for each in made.values()],
        pairs={str(each.pk): each for each in dyads_of(case)} if made else {},
        assessments=list(made.values()),
    )


def moment_of(assessment: Assessment, content: Content) -> Moment:
    """Return what one assessment says of the levels."""
    return Moment(
        point=AssessmentPoint(assessment.point),
        assessed_on=assessment.assessed_on,
        severities={
            (rating.towards or "", rating.abuse_type): level
            for rating in content.ratings
            if (level := rules.level_of(rating)) is not None
        },
        risks={
            name: RiskLevel(answer.value)
            for name in ("risk_level_victim_survivor", "risk_level_children")
            if (answer := content.answers.get(name)) and answer.value
        },
        dash=rules.dash_of(content.answers),
    )
