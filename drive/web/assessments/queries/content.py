"""What an assessment says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from drive.vocabulary.abuse import AbuseType
from drive.vocabulary.answers import Answer
from drive.vocabulary.ratings import Rating
from drive.web.assessments import rules
from drive.web.assessments.models import Assessment
from drive.web.assessments.queries.definitions import definition_named
from drive.web.casework.models import DriveCase
from drive.web.casework.queries import dyads_of
from drive.web.people.models import Dyad
from drive.web.recording.rules import Definition, Section


@dataclass(frozen=True, kw_only=True)
class Content:
    """What an assessment says."""

    answers: dict[str, Answer] = field(default_factory=dict)
    ratings: list[Rating] = field(default_factory=list)


def content_of(assessment: Assessment) -> Content:
    """Return what one version of an assessment says; the ratings of the primary pair first."""
    rated = assessment.ratings.order_by("-dyad__is_primary", "dyad__recorded_at", "dyad")
    order = list(AbuseType)
    rows = list(rated)
    pairs = list(dict.fromkeys(row.dyad_id for row in rows))
    rows.sort(key=lambda row: (pairs.index(row.dyad_id), order.index(AbuseType(row.abuse_type))))
    return Content(
        answers={row.question: row.answer for row in assessment.answers.all()},
        ratings=[row.rating for row in rows],
    )


def definition_of(assessment: Assessment) -> Definition:
    """Return the definition by which an assessment was filled in."""
    return definition_named(assessment.form)


def sections_of(
    definition: Definition, point: str, pairs: Sequence[Dyad] | Sequence[str] = ()
) -> tuple[Section, ...]:
    """Return the sections of a point, with one of abuse for each pair where it is rated so."""
    return definition.sections(point, [str(getattr(each, "pk", each)) for each in pairs])


def pairs_rated(content: Content) -> list[str]:
    """Return the keys of the pairs that an assessment rates, in order."""
    return list(dict.fromkeys(each.towards for each in content.ratings if each.towards))


def sections_in(assessment: Assessment, content: Content) -> tuple[Section, ...]:
    """Return the sections of a submitted assessment, with the pairs that it rates."""
    return sections_of(definition_of(assessment), assessment.point, pairs_rated(content))


def completeness(assessment: Assessment, content: Content) -> rules.Completeness:
    """Return how much is known of all that a submitted assessment was asked."""
    sections = sections_in(assessment, content)
    return rules.completeness_of(rules.asked_in(sections, content.answers, content.ratings))


def sections_to_fill(
    definition: Definition, point: str, case: DriveCase
) -> tuple[tuple[Section, ...], dict[str, Dyad]]:
    """Return the sections of an assessment to be filled in, and the pairs of the case by key."""
    pairs = dyads_of(case)
    return sections_of(definition, point, pairs), {str(each.pk): each for each in pairs}
