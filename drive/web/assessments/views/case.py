"""What the pages of assessments share: the case, the point, and who may be named."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest

from drive.vocabulary.abuse import AbuseType, Severity
from drive.vocabulary.casework import AssessmentPoint
from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, find, seen
from drive.web.assessments import queries, rules
from drive.web.assessments.models import Assessment
from drive.web.casework.models import DriveCase
from drive.web.casework.presenters import case_frame
from drive.web.core.clock import today
from drive.web.people.models import Dyad
from drive.web.recording.rules import Section


@dataclass
class Desk:
    """One assessment of one case on somebody's desk: read or being filled in."""

    request: HttpRequest
    case: DriveCase
    point: AssessmentPoint

    @property
    def actor(self) -> User:
        """Who is at the desk."""
        return actor_of(self.request)

    @cached_property
    def made(self) -> dict[AssessmentPoint, Assessment]:
        """The assessments of the case that stand, by point."""
        return queries.assessments_of(self.case, self.actor)

    @cached_property
    def standing(self) -> Assessment | None:
        """The version of this point that stands."""
        return self.made.get(self.point)

    @cached_property
    def begun(self) -> queries.Begun:
        """What the actor has begun of this point."""
        return queries.begun(self.case, self.point, self.actor, today())

    @cached_property
    def _to_fill(self) -> tuple[tuple[Section, ...], dict[str, Dyad]]:
        return queries.sections_to_fill(self.begun.definition, self.point, self.case)

    @property
    def sections(self) -> tuple[Section, ...]:
        """What is to be filled in."""
        return self._to_fill[0]

    @cached_property
    def named(self) -> dict[str, Dyad]:
        """The pairs of the case whose names the actor may know, by key."""
        return named_pairs(self.request, self.case)

    @cached_property
    def earlier(self) -> list[tuple[AssessmentPoint, queries.Content]]:
        """What the assessments of earlier points say, oldest first."""
        order = list(AssessmentPoint)
        found = [
            (point, assessment)
            for point, assessment in self.made.items()
            if order.index(point) < order.index(self.point)
        ]
        seen(self.request, [assessment for _, assessment in found])
        return [(point, queries.content_of(assessment)) for point, assessment in found]

    @cached_property
    def last_levels(self) -> dict[str | None, dict[AbuseType, Severity]]:
        """How severe each type of abuse was last time it was known, by pair."""
        levels: dict[str | None, dict[AbuseType, Severity]] = {}
        for _, content in self.earlier:
            for rating in content.ratings:
                level = rules.level_of(rating)
                if level is not None:
                    levels.setdefault(rating.towards, {})[rating.abuse_type] = level
        return levels


def named_pairs(request: HttpRequest, case: DriveCase) -> dict[str, Dyad]:
    """Return the pairs of a case whose names the actor may know, by key."""
    pairs = (
        Dyad.objects.visible_to(actor_of(request))
        .filter(perpetrator=case.perpetrator_id)
        .select_related("victim_survivor__person")
    )
    found = {str(pair.pk): pair for pair in pairs}
    seen(request, found.values())
    return found


def desk_at(request: HttpRequest, case_id: UUID, point: str) -> Desk:
    """Return the desk of one assessment; not found for a point that does not exist."""
    case = find(request, DriveCase, pk=case_id)
    if point not in list(AssessmentPoint):
        raise Http404("not found")
    return Desk(request=request, case=case, point=AssessmentPoint(point))


def frame(request: HttpRequest, case: DriveCase) -> dict[str, Any]:
    """Return the frame of a page about a case."""
    return case_frame(case, actor_of(request), active="assessments:index", today=today())
