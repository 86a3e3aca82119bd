"""Drive cases: their assessments, contacts, reasons for none, and coded work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from uuid import UUID

import pandas as pd

from drive.web.assessments.models import Assessment
from drive.web.casework.models import (
    ActivityTag,
    CaseStateChange,
    DriveCase,
    NonContactRecord,
    SuContact,
)
from drive.web.extracts.queries.study import Row, Study, frame


def drive_cases(study: Study) -> pd.DataFrame:
    """Return the cases, each in the state of its latest step."""
    steps = CaseStateChange.objects.order_by("sequence").values_list("drive_case_id", "state")
    stands: dict[UUID, str] = dict(steps)
    found = DriveCase.objects.values_list(
        "id", "perpetrator_id", "opened_on", "closure__closed_on", "closure__reason"
    )
    return frame(
        "drive_cases",
        (
            (
                study.pseudonym(key),
                study.pseudonym(perpetrator),
                stands.get(key),
                study.day(perpetrator, opened_on),
                study.day(perpetrator, closed_on),
                reason,
            )
            for key, perpetrator, opened_on, closed_on, reason in found
        ),
    )


def assessments(study: Study) -> pd.DataFrame:
    """Return the assessments as they stand; drafts and replaced versions are no rows."""
    found = Assessment.objects.filter(superseded_by=None).values_list(
        "id", "drive_case_id", "drive_case__perpetrator_id", "point", "assessed_on", "form"
    )
    name = study.pseudonym
    return frame(
        "assessments",
        (
            (name(key), name(case), point, study.day(perpetrator, assessed_on), form)
            for key, case, perpetrator, point, assessed_on, form in found
        ),
    )


def contacts(study: Study) -> pd.DataFrame:
    """Return the contacts and attempts."""
    found = SuContact.objects.values_list(
        "id",
        "drive_case_id",
        "drive_case__perpetrator_id",
        "happened_on",
        "contact_type",
        "successful",
        "reconstructed",
    )
    name = study.pseudonym
    return frame(
        "contacts",
        (
            (name(key), name(case), study.day(perpetrator, happened_on), *rest)
            for key, case, perpetrator, happened_on, *rest in found
        ),
    )


def non_contacts(study: Study) -> pd.DataFrame:
    """Return the reasons for no contact as they stand, not those that were replaced."""
    found = NonContactRecord.objects.filter(superseded_by=None).values_list(
        "id", "drive_case_id", "point", "reason", "cause", "reconstructed"
    )
    name = study.pseudonym
    return frame("non_contacts", ((name(key), name(case), *rest) for key, case, *rest in found))


def work(study: Study) -> pd.DataFrame:
    """Return the coded activities that count, those of dated additions too."""
    return frame("work", _activities(study))


def _activities(study: Study) -> Iterator[Row]:
    found = ActivityTag.objects.counted().order_by("note", "mode", "activity", "intent")
    alike: Counter[UUID] = Counter()
    for (
        note,
        case,
        perpetrator,
        happened_on,
        mode,
        activity,
        intent,
        reconstructed,
    ) in found.values_list(
        "note_id",
        "note__drive_case_id",
        "note__drive_case__perpetrator_id",
        "note__happened_on",
        "mode",
        "activity",
        "intent",
        "note__reconstructed",
    ):
        alike[note] += 1
        yield (
            study.part(note, str(alike[note])),
            study.pseudonym(case),
            study.day(perpetrator, happened_on),
            mode,
            activity,
            intent,
            reconstructed,
        )
