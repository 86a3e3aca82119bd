"""The Drive cases of the pilot, each from its opening to where it stands."""

from __future__ import annotations

from drive.simulation.pilot.records import (
    AssessmentRecord,
    DriveCaseRecord,
    NoteRecord,
    WorkRecord,
)
from drive.vocabulary.casework import ActivityCode, CaseState, Channel, WorkMode
from drive.vocabulary.ratings import Rating
from drive.web.accounts.models import User
from drive.web.allocation.models import Allocation
from drive.web.assessments import actions as assessments
from drive.web.case_record.actions import close_case
from drive.web.casework import actions as casework
from drive.web.casework.actions import Activity, NewContact, NewNote
from drive.web.casework.models import DriveCase
from drive.web.pilot.actions.loading import Loading
from drive.web.pilot.rules.keys import key_of
from drive.web.recording.rules import LEGACY, definition

FORM = definition("assessment", LEGACY)

_STEPS = (CaseState.RESEARCH, CaseState.STRATEGY, CaseState.ACTIVE, CaseState.STEP_DOWN)


def load_case(
    record: DriveCaseRecord,
    *,
    allocation: Allocation,
    case_manager: User,
    idva_lead: User,
    loading: Loading,
) -> None:
    """Open a case, record what was done, and close it if it was closed."""
    case = casework.open_case(
        allocation=allocation,
        case_manager=case_manager,
        idva_lead=idva_lead,
        opened_on=record.opened_on,
        by=loading.by,
        now=loading.now,
        key=key_of(record.key),
    )
    _move(case, record, loading)
    _load_work(case, record, loading)
    _load_contacts(case, record, loading)
    for assessment in record.assessments:
        _load_assessment(case, assessment, loading)
    _close(case, record, loading)


def _move(case: DriveCase, record: DriveCaseRecord, loading: Loading) -> None:
    """Take the case to where it stands. On which days it got there was not published."""
    last = CaseState.ACTIVE if record.state is CaseState.CLOSED else record.state
    if last not in _STEPS:
        return
    for state in _STEPS[: _STEPS.index(last) + 1]:
        casework.move_to(
            case=case,
            state=state,
            happened_on=record.opened_on,
            definition=FORM,
            by=loading.by,
            now=loading.now,
        )


def _load_work(case: DriveCase, record: DriveCaseRecord, loading: Loading) -> None:
    notes = [*map(_work, record.work), *map(_note, record.notes)]
    if notes:
        casework.add_notes(case=case, notes=notes, by=loading.by, now=loading.now)


def _note(note: NoteRecord) -> NewNote:
    return NewNote(
        happened_on=note.noted_on,
        channel=note.channel,
        agency_kind=note.agency,
        text=note.text,
        activities=[
            Activity(
                code=code,
                mode=note.mode,
                intent=note.intent,
                attribution=note.attribution if code is ActivityCode.DISRUPTION else None,
                key=key_of(f"{note.key}-{code}"),
            )
            for code in note.activities
        ],
        reconstructed=note.reconstructed,
        key=key_of(note.key),
    )


def _work(work: WorkRecord) -> NewNote:
    activity = Activity(
        code=work.activity, mode=work.mode, intent=work.intent, key=key_of(f"{work.key}-activity")
    )
    return NewNote(
        happened_on=work.worked_on,
        channel=Channel.MEETING if work.mode is WorkMode.DIRECT else Channel.SYSTEM,
        activities=[activity],
        reconstructed=work.reconstructed,
        key=key_of(work.key),
    )


def _load_contacts(case: DriveCase, record: DriveCaseRecord, loading: Loading) -> None:
    if record.contacts:
        contacts = [
            NewContact(
                happened_on=each.contacted_on,
                contact_type=each.contact_type,
                successful=each.successful,
                reconstructed=each.reconstructed,
                key=key_of(each.key),
            )
            for each in record.contacts
        ]
        casework.record_contacts(case=case, contacts=contacts, by=loading.by, now=loading.now)
    for each in record.non_contacts:
        casework.record_non_contact(
            case=case,
            point=each.point,
            reason=each.reason,
            definition=FORM,
            reconstructed=each.reconstructed,
            by=loading.by,
            now=loading.now,
            key=key_of(each.key),
        )


def _load_assessment(case: DriveCase, record: AssessmentRecord, loading: Loading) -> None:
    assessments.submit(
        case=case,
        point=record.point,
        assessed_on=record.assessed_on,
        definition=FORM,
        answers=record.answers,
        ratings=[
            Rating(abuse_type=each.abuse_type, used=each.used, severity=each.severity)
            for each in record.ratings
        ],
        source_labels=record.source_labels,
        by=loading.by,
        now=loading.now,
        key=key_of(record.key),
    )


def _close(case: DriveCase, record: DriveCaseRecord, loading: Loading) -> None:
    if record.closed_on is None or record.closure_reason is None:
        return
    close_case(
        case=case,
        closed_on=record.closed_on,
        reason=record.closure_reason,
        definition=FORM,
        by=loading.by,
        now=loading.now,
    )
