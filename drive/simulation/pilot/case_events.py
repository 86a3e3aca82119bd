"""Contacts, work and reasons for no contact of a completed case.

Who was contacted, with whom behaviour-change work was done and which reasons for no contact
there were is printed; when, how often and how is reconstructed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import numpy as np

from drive.simulation.pilot.completed_case import CompletedCase
from drive.simulation.pilot.dates import working_day
from drive.simulation.pilot.dealing import choose
from drive.simulation.pilot.records import ContactRecord, NonContactRecord, WorkRecord
from drive.vocabulary.casework import (
    FIVE_POINTS,
    ActivityCode,
    AssessmentPoint,
    ContactType,
    Intent,
    WorkMode,
)

_FIRST_DAYS, _LAST_DAY = (25, 120), 280
_TYPES = {
    ContactType.FACE_TO_FACE: 5.0,
    ContactType.TELEPHONE: 4.0,
    ContactType.LETTER: 0.7,
    ContactType.EMAIL: 0.3,
}


def contacts_of(
    case: CompletedCase, key: str, opened_on: date, rng: np.random.Generator
) -> tuple[ContactRecord, ...]:
    """Return the contacts with the service user: none for the 29 (lines 1279-1281)."""
    if not case.contacted:
        return ()
    n = int(rng.integers(6, 15)) if case.behaviour_change else int(rng.integers(1, 8))
    first = int(rng.integers(*_FIRST_DAYS))
    later = sorted(int(day) for day in rng.integers(first + 1, _LAST_DAY, size=n - 1))
    records = []
    for i, days in enumerate([first, *later], start=1):
        # The first contact of those with behaviour-change work is in person.
        in_person = i == 1 and case.behaviour_change
        kind = ContactType.FACE_TO_FACE if in_person else choose(_TYPES, rng)
        day = working_day(opened_on + timedelta(days=days))
        records.append(
            ContactRecord(
                key=f"{key}-contact-{i:02d}", contacted_on=day, contact_type=kind, successful=True
            )
        )
    return tuple(records)


def work_of(
    case: CompletedCase,
    key: str,
    contacts: tuple[ContactRecord, ...],
    rng: np.random.Generator,
) -> tuple[WorkRecord, ...]:
    """Return the direct work that the report counts by case.

    Every contacted case had direct support (line 1265); eleven had behaviour-change work
    (lines 3052-3053). The first record of each is the printed fact, any further is ours.
    """
    found: list[WorkRecord] = []
    for i, contact in enumerate(contacts):
        in_person = contact.contact_type is ContactType.FACE_TO_FACE
        if i == 0 or rng.random() < 0.5:
            found.append(_work(key, found, contact.contacted_on, ActivityCode.SUPPORT_DIRECT))
        if case.behaviour_change and in_person and (i == 0 or rng.random() < 0.6):
            found.append(_work(key, found, contact.contacted_on, ActivityCode.BEHAVIOUR_CHANGE))
    return tuple(found)


def _work(key: str, earlier: list[WorkRecord], day: date, activity: ActivityCode) -> WorkRecord:
    return WorkRecord(
        key=f"{key}-work-{len(earlier) + 1:02d}",
        worked_on=day,
        mode=WorkMode.DIRECT,
        activity=activity,
        intent=Intent.SUPPORT if activity is ActivityCode.SUPPORT_DIRECT else None,
        reconstructed=any(each.activity is activity for each in earlier),
    )


def non_contacts_of(
    case: CompletedCase, key: str, days: Mapping[AssessmentPoint, date]
) -> tuple[NonContactRecord, ...]:
    """Return the reasons at 3, 6, 9 months and closure; of a changed one the end is printed."""
    if not case.non_contact:
        return ()
    unchanged = len(set(case.non_contact)) == 1
    points = [point for point in FIVE_POINTS if point is not AssessmentPoint.INTAKE]
    return tuple(
        NonContactRecord(
            key=f"{key}-{point}-no-contact",
            point=point,
            reason=reason,
            recorded_on=days[point],
            reconstructed=not (unchanged or point is AssessmentPoint.CLOSURE),
        )
        for point, reason in zip(points, case.non_contact, strict=True)
    )
