"""What somebody has begun of an assessment and not submitted, and who else has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from drive.vocabulary.casework import AssessmentPoint
from drive.web.accounts.models import User
from drive.web.assessments.queries.definitions import FORM, definition_named, in_force_on
from drive.web.casework.models import DriveCase
from drive.web.casework.queries import cases_seen_by
from drive.web.recording.actions import Typed
from drive.web.recording.models import Draft
from drive.web.recording.queries import drafts_of, typed_in
from drive.web.recording.rules import Definition
from drive.web.recording.views import Place

START = "start"
"""The part under which is kept from which version a correction began."""


@dataclass(frozen=True, kw_only=True)
class Begun:
    """An assessment that somebody is filling in.

    Parameters
    ----------
    definition : Definition
        The version under which it was begun; if nothing is kept yet, the one in force.
    drafts : mapping of str to Draft
        What is kept, by section.
    began_from : UUID or None
        The version that is corrected.
    """

    definition: Definition
    drafts: Mapping[str, Draft]
    began_from: UUID | None

    @property
    def kept(self) -> dict[str, Typed]:
        """What was typed, by section."""
        return {name: typed_in(draft) for name, draft in self.drafts.items()}


@dataclass(frozen=True, kw_only=True)
class UnfinishedAssessment:
    """An assessment that somebody has begun and not submitted."""

    case: DriveCase
    point: AssessmentPoint
    saved_at: datetime


@dataclass(frozen=True, kw_only=True)
class Colleague:
    """That somebody else has begun the same assessment. What was typed stays private."""

    name: str
    saved_at: datetime


def place_of(definition: Definition, case: DriveCase, point: str, section: str) -> Place:
    """Return where one section of an assessment is kept until it is submitted."""
    return Place(f"{definition.name}:{point}:{section}", case.pk)


def begun(case: DriveCase, point: AssessmentPoint, actor: User, today: date) -> Begun:
    """Return what the actor is filling in at a point, under the version it was begun with."""
    found = [
        (name, section, draft)
        for draft in drafts_of(actor).filter(form__startswith=f"{FORM}/", subject=str(case.pk))
        for name, at, section in [_parts(draft)]
        if at == point
    ]
    if not found:
        return Begun(definition=in_force_on(today), drafts={}, began_from=None)
    name = found[0][0]
    drafts = {section: draft for form, section, draft in found if form == name}
    start = drafts.pop(START, None)
    seen = typed_in(start).get("seen", [""])[0] if start else ""
    return Begun(
        definition=definition_named(name),
        drafts=drafts,
        began_from=UUID(seen) if seen else None,
    )


def _parts(draft: Draft) -> tuple[str, str, str]:
    name, at, section = (*draft.form.split(":"), "", "")[:3]
    return name, at, section


def colleagues_at(case: DriveCase, point: AssessmentPoint, actor: User) -> list[Colleague]:
    """Return who else has begun the same assessment, the last saved first."""
    rows = (
        Draft.objects.filter(form__startswith=f"{FORM}/", subject=str(case.pk), aside=False)
        .filter(form__contains=f":{point}:")
        .exclude(user=actor)
        .select_related("user")
    )
    latest: dict[UUID, Colleague] = {}
    for row in rows.order_by("-saved_at"):
        latest.setdefault(row.user_id, Colleague(name=row.user.name, saved_at=row.saved_at))
    return list(latest.values())


def unfinished(actor: User) -> list[UnfinishedAssessment]:
    """Return the assessments that the actor has begun, the last saved first."""
    drafts = list(drafts_of(actor).filter(form__startswith=f"{FORM}/"))
    subjects = {draft.subject for draft in drafts}
    cases = {str(case.pk): case for case in cases_seen_by(actor).filter(pk__in=subjects)}
    found: dict[tuple[str, str], UnfinishedAssessment] = {}
    for draft in drafts:
        point = _parts(draft)[1]
        if draft.subject in cases and point in list(AssessmentPoint):
            begun_then = UnfinishedAssessment(
                case=cases[draft.subject], point=AssessmentPoint(point), saved_at=draft.saved_at
            )
            found.setdefault((draft.subject, point), begun_then)
    return list(found.values())


def is_of_an_assessment(draft: Draft) -> bool:
    """Return whether a draft is a part of an assessment, which is listed as a whole."""
    return draft.form.startswith(f"{FORM}/")
