"""Worked with and supported."""

from __future__ import annotations

from drive.vocabulary.answers import InformationSource, YesNo, known
from drive.vocabulary.casework import (
    AssessmentPoint,
    Channel,
    ClosureReason,
    ContactType,
    NonContactReason,
)
from drive.vocabulary.insights import InsightsStage
from drive.web.accounts.models import User
from drive.web.allocation.models import Allocation
from drive.web.assessments.models import Assessment, Rise
from drive.web.case_record.actions import close_case
from drive.web.casework import actions as casework
from drive.web.casework.models import CaseNote, DriveCase, WhoseRisk
from drive.web.insights import actions as insights
from drive.web.insights.models import IdvaCase, InsightsForm
from drive.web.recording.rules import definition
from drive.web.referrals.models import MaracHearing
from tests.cast import NOW, Cast
from tests.factories.assessments import assessment_at
from tests.factories.closing import LEAVING
from tests.factories.insights import answers_for, ratings
from tests.integration.access.world.numbers import (
    CLOSED,
    CONTACTS_OF_HER,
    CONTROL,
    ESSEX,
    OPENED_ON,
    OTHER_ESSEX,
    SUSSEX,
    TODAY,
)


def opened(users: dict[str, User], allocations: dict[int, Allocation]) -> dict[int, DriveCase]:
    held_by = {
        ESSEX: ("case_manager", "idva", "service_manager"),
        OTHER_ESSEX: ("other_case_manager", "other_idva", "service_manager"),
        SUSSEX: ("west_sussex_case_manager", "west_sussex_idva", "west_sussex_service_manager"),
        CLOSED: ("case_manager", "idva", "service_manager"),
    }
    return {
        number: casework.open_case(
            allocation=allocations[number],
            case_manager=users[case_manager],
            idva_lead=users[idva],
            opened_on=OPENED_ON,
            by=users[manager],
            now=NOW,
        )
        for number, (case_manager, idva, manager) in held_by.items()
    }


def noted(users: dict[str, User], cases: dict[int, DriveCase]) -> dict[int, CaseNote]:
    by = users["case_manager"]
    notes = {}
    for number, case in cases.items():
        notes[number] = _note(case, f"did{number}", None, by)
        _note(case, f"said{number}", InformationSource.VICTIM_SURVIVOR, by)
        contact = casework.NewContact(
            happened_on=OPENED_ON, contact_type=ContactType.FACE_TO_FACE, successful=False
        )
        casework.record_contact(case=case, contact=contact, by=by, now=NOW)
        casework.record_non_contact(
            case=case,
            point=AssessmentPoint.INTAKE,
            reason=NonContactReason.NOT_SAFE,
            by=by,
            now=NOW,
        )
    return notes


def _note(case: DriveCase, text: str, informant: InformationSource | None, by: User) -> CaseNote:
    note = casework.NewNote(
        happened_on=OPENED_ON, channel=Channel.TELEPHONE, text=text, informant=informant
    )
    return casework.add_note(case=case, note=note, by=by, now=NOW)


def assessed(cast: Cast, cases: dict[int, DriveCase]) -> dict[int, Assessment]:
    return {
        number: assessment_at(cast, case, assessed_on=OPENED_ON, risk_level_children="standard")
        for number, case in cases.items()
    }


def risen(cast: Cast, cases: dict[int, DriveCase]) -> dict[int, Rise]:
    for case in cases.values():
        about = {"assessed_on": OPENED_ON, "risk_level_children": "high"}
        assessment_at(cast, case, AssessmentPoint.MONTH_9, **about)
    return {number: Rise.objects.get(drive_case=case) for number, case in cases.items()}


def closed(cast: Cast, case: DriveCase) -> None:
    contact = casework.NewContact(
        happened_on=OPENED_ON, contact_type=ContactType.FACE_TO_FACE, successful=True
    )
    casework.record_contact(case=case, contact=contact, by=cast.case_manager, now=NOW)
    assessment_at(cast, case, AssessmentPoint.CLOSURE, assessed_on=TODAY)
    close_case(
        case=case,
        closed_on=TODAY,
        reason=ClosureReason.COMPLETED,
        whose_risk=[WhoseRisk.VICTIM_SURVIVOR],
        leaving=LEAVING,
        by=cast.service_manager,
        now=NOW,
    )


def supported(users: dict[str, User], hearings: dict[int, MaracHearing]) -> dict[int, IdvaCase]:
    idvas = {
        ESSEX: "idva",
        CONTROL: "idva",
        OTHER_ESSEX: "other_idva",
        SUSSEX: "west_sussex_idva",
    }
    return {
        number: insights.open_case(
            dyad=hearings[number].dyad,
            idva=users[idva],
            opened_on=OPENED_ON,
            by=users["coordinator"],
            now=NOW,
        )
        for number, idva in idvas.items()
    }


def filled(users: dict[str, User], case: IdvaCase, number: int) -> InsightsForm:
    exit_form = InsightsStage.EXIT
    answers = answers_for(exit_form, own_words_consent=YesNo.YES, own_words=f"herwords{number}")
    answers["number_of_contacts"] = known(str(CONTACTS_OF_HER[number]))
    for stage, given in (
        (InsightsStage.INTAKE, answers_for(InsightsStage.INTAKE)),
        (exit_form, answers),
    ):
        form = insights.submit_form(
            case=case,
            stage=stage,
            happened_on=TODAY,
            definition=definition("insights"),
            answers=given,
            ratings=ratings(),
            by=users["idva"],
            now=NOW,
        )
    return form
