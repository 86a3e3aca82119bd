"""Drive cases made by walking the real actions."""

from datetime import date
from typing import Any

from drive.vocabulary.casework import CaseState, Channel, ContactType
from drive.web.casework.actions import (
    NewContact,
    NewNote,
    add_note,
    move_to,
    open_case,
    record_contact,
)
from drive.web.casework.models import CaseNote, DriveCase, SuContact
from tests.cast import NOW, Cast
from tests.factories.allocation import allocation

ALLOCATED_ON = date(2017, 1, 16)
OPENED_ON = date(2017, 1, 20)

_WAY = (CaseState.RESEARCH, CaseState.STRATEGY, CaseState.ACTIVE)


def case_at(
    cast: Cast,
    stage: CaseState = CaseState.ALLOCATED,
    *,
    number: int = 1,
    allocated_on: date = ALLOCATED_ON,
) -> DriveCase:
    """Open a case in Essex, of the cast's case manager and Idva, and take it to a stage."""
    case = open_case(
        allocation=allocation(cast, number, allocated_on=allocated_on),
        case_manager=cast.case_manager,
        idva_lead=cast.idva,
        opened_on=max(OPENED_ON, allocated_on),
        by=cast.service_manager,
        now=NOW,
    )
    for state in _WAY[: _WAY.index(stage) + 1] if stage in _WAY else ():
        move_to(case=case, state=state, happened_on=case.opened_on, by=cast.case_manager, now=NOW)
    return case


def note_on(
    cast: Cast, case: DriveCase, text: str = "Rang the offender manager.", **about: Any
) -> CaseNote:
    """Add a note."""
    usual: dict[str, Any] = {"happened_on": date(2017, 6, 1), "channel": Channel.TELEPHONE}
    note = NewNote(text=text, **usual | about)
    return add_note(case=case, note=note, by=cast.case_manager, now=NOW)


def contact_with(
    cast: Cast, case: DriveCase, *, happened_on: date = date(2017, 5, 3), successful: bool = True
) -> SuContact:
    """Record a contact or an attempt."""
    contact = NewContact(
        happened_on=happened_on, contact_type=ContactType.FACE_TO_FACE, successful=successful
    )
    return record_contact(case=case, contact=contact, by=cast.case_manager, now=NOW)
