"""The records of the pilot as the tables of a snapshot, without a database between them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import pandas as pd

from drive.simulation.pilot.records import (
    DriveCaseRecord,
    IdvaCaseRecord,
    PerpetratorRecord,
    PilotRecords,
    RatingRecord,
)
from drive.vocabulary.answers import Answer
from drive.vocabulary.snapshot import TABLES

Row = tuple[str, dict[str, Any]]
INTERVENTION = "intervention_"


def frames(records: PilotRecords) -> dict[str, pd.DataFrame]:
    """Return every table of the snapshot."""
    rows: dict[str, list[dict[str, Any]]] = {table.name: [] for table in TABLES}
    for perpetrator in records.perpetrators:
        for table, row in _rows(perpetrator):
            rows[table].append(row)
    return {
        table.name: pd.DataFrame(rows[table.name], columns=table.column_names) for table in TABLES
    }


def _rows(one: PerpetratorRecord) -> Iterator[Row]:
    victim, origin = one.victim_survivor.person.key, one.allocated_on
    person = {"site": one.site, "reconstructed": one.reconstructed}
    ids = {"perpetrator_id": one.key}
    yield "perpetrators", {**ids, **person, "study_site": one.study_site}
    yield "victim_survivors", {"victim_survivor_id": victim, **person}
    dyad = {"dyad_id": one.dyad_key, **ids, "victim_survivor_id": victim, "is_primary": True}
    yield "dyads", dyad
    hearing = one.hearing
    yield (
        "hearings",
        {
            "hearing_id": hearing.key,
            "dyad_id": one.dyad_key,
            "site": one.site,
            "heard_day": _day(hearing.heard_on, origin),
            "is_repeat": False,
        },
    )
    yield from _answers("hearings", hearing.key, hearing.core_data, hearing.source_labels)
    yield (
        "allocations",
        {
            "allocation_id": one.allocation_key,
            **ids,
            "site": one.site,
            "month": f"{origin:%Y-%m}",
            "outcome": "allocated",
            "arm": one.arm.value,
            "origin": "historic",
        },
    )
    if one.drive_case:
        yield from _drive_case(one.drive_case, one, origin)
    if one.victim_survivor.idva_case:
        yield from _idva_case(one.victim_survivor.idva_case, one, origin)


def _drive_case(case: DriveCaseRecord, one: PerpetratorRecord, origin: date) -> Iterator[Row]:
    key = {"drive_case_id": case.key}
    yield (
        "drive_cases",
        {
            **key,
            "perpetrator_id": one.key,
            "state": case.state.value,
            "opened_day": _day(case.opened_on, origin),
            "closed_day": _day(case.closed_on, origin),
            "closure_reason": case.closure_reason and case.closure_reason.value,
        },
    )
    for made in case.assessments:
        yield (
            "assessments",
            {
                "assessment_id": made.key,
                **key,
                "point": made.point.value,
                "assessed_day": _day(made.assessed_on, origin),
                "form": "legacy",
            },
        )
        yield from _answers("assessments", made.key, made.answers, made.source_labels)
        yield from _ratings("assessments", made.key, one.dyad_key, made.ratings)
    yield from _casework(case, key, origin)


def _casework(case: DriveCaseRecord, key: dict[str, str], origin: date) -> Iterator[Row]:
    for why in case.non_contacts:
        yield (
            "non_contacts",
            {
                "non_contact_id": why.key,
                **key,
                "point": why.point.value,
                "reason": why.reason.value,
                "reconstructed": why.reconstructed,
            },
        )
    for contact in case.contacts:
        yield (
            "contacts",
            {
                "contact_id": contact.key,
                **key,
                "contact_day": _day(contact.contacted_on, origin),
                "contact_type": contact.contact_type.value,
                "successful": contact.successful,
                "reconstructed": contact.reconstructed,
            },
        )
    yield from _work(case, key, origin)


def _work(case: DriveCaseRecord, key: dict[str, str], origin: date) -> Iterator[Row]:
    for work in case.work:
        yield (
            "work",
            {
                "work_id": work.key,
                **key,
                "worked_day": _day(work.worked_on, origin),
                "mode": work.mode.value,
                "activity": work.activity.value,
                "intent": work.intent and work.intent.value,
                "reconstructed": work.reconstructed,
            },
        )
    for note in case.notes:
        for activity in note.activities:
            yield (
                "work",
                {
                    "work_id": f"{note.key}-{activity.value}",
                    **key,
                    "worked_day": _day(note.noted_on, origin),
                    "mode": note.mode.value,
                    "activity": activity.value,
                    "intent": note.intent and note.intent.value,
                    "reconstructed": note.reconstructed,
                },
            )


def _idva_case(case: IdvaCaseRecord, one: PerpetratorRecord, origin: date) -> Iterator[Row]:
    yield (
        "idva_cases",
        {
            "idva_case_id": case.key,
            "dyad_id": one.dyad_key,
            "site": one.site,
            "opened_day": _day(case.opened_on, origin),
            "closed_day": _day(case.closed_on, origin),
        },
    )
    for form in (case.intake, case.exit):
        if form is None:
            continue
        yield (
            "insights_forms",
            {
                "insights_form_id": form.key,
                "idva_case_id": case.key,
                "stage": form.stage.value,
                "recorded_day": _day(form.recorded_on, origin),
                "form": "legacy",
            },
        )
        plain = {k: v for k, v in form.answers.items() if not k.startswith(INTERVENTION)}
        yield from _answers("insights_forms", form.key, plain, {})
        yield from _ratings("insights_forms", form.key, one.dyad_key, form.ratings)
        for question, answer in form.answers.items():
            if question.startswith(INTERVENTION):
                yield (
                    "interventions",
                    {
                        "intervention_id": f"{form.key}-{question}",
                        "insights_form_id": form.key,
                        "intervention": question.removeprefix(INTERVENTION),
                        "provided": answer.value,
                        "provided_status": answer.status.value,
                        "reconstructed": answer.reconstructed,
                    },
                )


def _answers(
    table: str, owner: str, answers: Mapping[str, Answer], labels: Mapping[str, str]
) -> Iterator[Row]:
    for question, answer in answers.items():
        yield (
            "answers",
            {
                "answer_id": f"{owner}-{question}",
                "owner_table": table,
                "owner_id": owner,
                "question": question,
                "value": answer.value,
                "status": answer.status.value,
                "source": answer.source and answer.source.value,
                "source_label": labels.get(question),
                "reconstructed": answer.reconstructed,
            },
        )


def _ratings(table: str, owner: str, dyad: str, ratings: Iterable[RatingRecord]) -> Iterator[Row]:
    for rating in ratings:
        yield (
            "ratings",
            {
                "rating_id": f"{owner}-{rating.abuse_type}",
                "owner_table": table,
                "owner_id": owner,
                "dyad_id": dyad,
                "abuse_type": rating.abuse_type.value,
                "used": rating.used.value,
                "used_status": rating.used.status.value,
                "severity": rating.severity.value,
                "severity_status": rating.severity.status.value,
                "reconstructed": rating.used.reconstructed or rating.severity.reconstructed,
            },
        )


def _day(day: date | None, origin: date) -> int | None:
    return None if day is None else (day - origin).days
