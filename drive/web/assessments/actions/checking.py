"""Whether what is submitted can stand: days, gaps, sources, judgement, and what was seen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from drive.vocabulary.answers import Answer
from drive.vocabulary.assessments import RiseOf
from drive.vocabulary.casework import AssessmentPoint, CaseState, NonContactReason
from drive.vocabulary.ratings import Rating
from drive.web.assessments import rules
from drive.web.assessments.exceptions import (
    DaysContradict,
    GapsWithoutReason,
    IntakeMissing,
    JudgedTooLow,
    NoPair,
    RiseUnexplained,
    SourceMissing,
)
from drive.web.assessments.models import Assessment
from drive.web.assessments.queries.rises import said_before
from drive.web.casework.actions.days import check_day
from drive.web.casework.exceptions import CaseClosed, ReasonCannotStand
from drive.web.casework.models import DriveCase
from drive.web.casework.queries import dyads_of, state_of
from drive.web.casework.rules import may_stand
from drive.web.core.dates import in_words
from drive.web.people.models import Dyad
from drive.web.recording.rules import Definition, check_seen


@dataclass(kw_only=True)
class Submitted:
    """What somebody submits, with the pairs that it speaks of."""

    case: DriveCase
    point: AssessmentPoint
    assessed_on: date
    definition: Definition
    answers: Mapping[str, Answer]
    ratings: list[Rating]
    dyad: Dyad | None
    without_intake: str

    @cached_property
    def pairs(self) -> dict[str, Dyad]:
        """The pairs of the case by key, the primary one first."""
        return {str(each.pk): each for each in dyads_of(self.case)}

    def pair_of(self, rating: Rating) -> Dyad:
        """Return the pair of a rating; one that names none is of the pair given."""
        pair = self.pairs.get(rating.towards) if rating.towards else self.dyad
        pair = pair or next(iter(self.pairs.values()), None)
        if pair is None:
            raise NoPair("No victim-survivor is known for this case, so no abuse can be rated.")
        return pair

    @cached_property
    def asked(self) -> list[rules.Asked]:
        """All that the definition asks, and what was answered."""
        sections = self.definition.sections(self.point, list(self.pairs))
        return rules.asked_in(sections, self.answers, self.ratings)

    @cached_property
    def risen(self) -> list[rules.Risen]:
        """What has risen since the assessments before this point."""
        ratings = [_towards(each, self.pair_of(each)) for each in self.ratings]
        now = rules.Said(answers=self.answers, ratings=ratings)
        return rules.rises(said_before(self.case, self.point), now)


def _towards(rating: Rating, pair: Dyad) -> Rating:
    return replace(rating, towards=str(pair.pk))


def check(given: Submitted, *, seen: UUID | None, now: datetime) -> Assessment | None:
    """Refuse what cannot stand, in words; return the version whose place this one takes."""
    standing = _standing(given)
    check_seen(seen, standing, lambda row: {"assessed_on": row.assessed_on})
    if standing is None and state_of(given.case) is CaseState.CLOSED:
        raise CaseClosed("The case is closed, so no assessment can be added.")
    _check_days(given, now=now)
    if given.definition.requires_reasons:
        _check_intake(given)
        _check_gaps(given)
        _check_levels(given)
    if given.definition.requires_sources:
        _check_sources(given)
    _check_reason(given)
    return standing


def _standing(given: Submitted) -> Assessment | None:
    # One after the other: two who submit at the same moment see each other.
    DriveCase.objects.select_for_update(of=("self",), no_key=True).get(pk=given.case.pk)
    rows = Assessment.objects.filter(drive_case=given.case, point=given.point, superseded_by=None)
    return rows.select_related("recorded_by").first()


def _check_days(given: Submitted, *, now: datetime) -> None:
    since = given.case.allocation.allocated_on
    check_day(given.assessed_on, now=now, since=since, field="assessed_on")
    if given.definition.since is None:
        return
    others = Assessment.objects.filter(drive_case=given.case, superseded_by=None)
    days = {
        AssessmentPoint(point): day
        for point, day in others.exclude(point=given.point).values_list("point", "assessed_on")
    }
    other = rules.contradicted(given.point, given.assessed_on, days.items())
    if other is not None:
        order = list(AssessmentPoint)
        which = "later" if order.index(other) < order.index(given.point) else "earlier"
        raise DaysContradict(
            f"“{other.label}” speaks of {in_words(days[other])}: “{given.point.label}” must speak "
            f"of the same day or a {which} one.",
            field="assessed_on",
        )


def _check_intake(given: Submitted) -> None:
    if given.point is not AssessmentPoint.CLOSURE or given.without_intake:
        return
    intake = Assessment.objects.filter(drive_case=given.case, point=AssessmentPoint.INTAKE)
    if not intake.exists():
        raise IntakeMissing(
            "There is no intake assessment. Say why, or fill it in before the closure.",
            field="without_intake",
        )


def _check_gaps(given: Submitted) -> None:
    left = rules.gaps(given.asked)
    if left:
        raise GapsWithoutReason(
            "Give an answer, or a reason why it is not known, for: " + "; ".join(left) + ".",
            field="gap_reason",
        )


def _check_levels(given: Submitted) -> None:
    dash = rules.dash_of(given.answers)
    if dash and dash.judged_lower:
        raise JudgedTooLow(
            f"{dash.score} signs of the Drive-DASH already make the level "
            f"“{dash.scored.label}”: judgement may raise it, never lower it."
        )
    if not any(section.in_depth for section in given.definition.stages[given.point]):
        return
    silent = [
        each.abuse_type.label
        for each in given.risen
        if each.of is RiseOf.ABUSE and each.abuse_type and each.after and _says_nothing(given, each)
    ]
    if silent:
        raise RiseUnexplained(
            f"{', '.join(silent)} abuse is rated more severe than last time: say whether it has "
            "got worse or is known only now."
        )


def _says_nothing(given: Submitted, risen: rules.Risen) -> bool:
    return all(
        rating.rise_basis is None
        for rating in given.ratings
        if rating.abuse_type is risen.abuse_type and str(given.pair_of(rating).pk) == risen.towards
    )


def _check_sources(given: Submitted) -> None:
    left = rules.without_source(given.asked)
    if left:
        raise SourceMissing("Say who said so for: " + "; ".join(left) + ".", field="all_source")


def _check_reason(given: Submitted) -> None:
    answer = given.answers.get("non_contact_reason")
    if answer is None or not answer.value:
        return
    if not may_stand(NonContactReason(answer.value), given.point, given.definition):
        raise ReasonCannotStand(
            "At closure nothing is planned any more: say why the service user was never contacted."
        )
