"""A small world in which every kind of object exists, within and out of everybody's reach.

It is made through the real actions. Words such as `street11` and `said11` are canaries: each
stands in one field of one record and nowhere else, so that it shows where that field went.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from drive.vocabulary.allocation import Arm
from drive.vocabulary.answers import InformationSource, known
from drive.vocabulary.casework import (
    AssessmentPoint,
    Channel,
    ClosureReason,
    ContactType,
    NonContactReason,
)
from drive.vocabulary.insights import InsightsStage
from drive.web.accounts.actions import add_user, grant_role, system_user
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.allocation.actions import HistoricAllocation, draw, import_historic
from drive.web.allocation.models import Allocation
from drive.web.assessments.models import Assessment
from drive.web.case_record.actions import close_case, keep_out
from drive.web.casework import actions as casework
from drive.web.casework.models import CaseNote, DriveCase, WhoseRisk
from drive.web.core.models import BaseModel
from drive.web.extracts.actions.freezing import freeze
from drive.web.extracts.actions.requests import begin_run, begin_snapshot
from drive.web.extracts.models import EvaluationRun, FrozenSnapshot
from drive.web.insights import actions as insights
from drive.web.insights.models import IdvaCase, InsightsForm
from drive.web.people.actions import TypedPerson
from drive.web.people.models import Dyad
from drive.web.recording.actions import save_draft
from drive.web.recording.models import Draft
from drive.web.recording.rules import definition
from drive.web.referrals.actions import (
    NewHearing,
    ReferredPerson,
    import_list,
    read_batch,
    record_hearings,
)
from drive.web.referrals.models import ImportBatch, ImportRow, MaracHearing
from tests.cast import NOW, PASSWORD, Cast
from tests.factories import lists
from tests.factories.allocation import ratio
from tests.factories.assessments import assessment_at
from tests.factories.insights import answers_for, ratings
from tests.factories.referrals import core_data

TODAY = NOW.date()
HEARD_ON = date(2017, 6, 12)
ALLOCATED_ON = date(2017, 6, 13)
OPENED_ON = date(2017, 6, 14)

ESSEX, OTHER_ESSEX, CONTROL, SUSSEX = 11, 12, 13, 14
NEW_ESSEX, NEW_SUSSEX, WAITING, CLOSED = 15, 16, 17, 18
"""The perpetrators. ESSEX and OTHER_ESSEX are two Drive cases of Essex, SUSSEX is one of West
Sussex; NEW_ESSEX and NEW_SUSSEX are allocated and have no case yet; CONTROL is in the other arm;
WAITING was heard and not drawn; CLOSED is a case of Essex that has ended."""

ALLOCATED = [ESSEX, OTHER_ESSEX, CONTROL, SUSSEX, NEW_ESSEX, NEW_SUSSEX, CLOSED]
IN_SUSSEX = {SUSSEX, NEW_SUSSEX}
CONTACTS_OF_HER = {ESSEX: 7311, CONTROL: 7313, SUSSEX: 7314}
"""How often an Idva spoke with her: numbers that occur nowhere else."""


@dataclass(frozen=True, kw_only=True)
class World:
    """The people and, by perpetrator, the objects."""

    cast: Cast
    users: dict[str, User]
    hearings: dict[int, MaracHearing]
    allocations: dict[int, Allocation]
    cases: dict[int, DriveCase]
    notes: dict[int, CaseNote]
    assessments: dict[int, Assessment]
    idva_cases: dict[int, IdvaCase]
    forms: dict[int, InsightsForm]
    batches: dict[str, ImportBatch]
    snapshot: FrozenSnapshot
    run: EvaluationRun
    draft: Draft

    def dyad(self, number: int) -> Dyad:
        """Return the pair of a hearing."""
        return self.hearings[number].dyad

    def row_with_a_problem(self, of: str) -> ImportRow:
        """Return the row of a list that waits to be corrected."""
        return self.batches[of].rows.order_by("number").last()

    @property
    def objects(self) -> list[BaseModel]:
        """Everything that a page may be about."""
        by_number = (self.hearings, self.allocations, self.cases, self.notes, self.idva_cases)
        return [
            *(each for group in by_number for each in group.values()),
            *self.forms.values(),
            *self.batches.values(),
            self.snapshot,
            self.run,
            self.draft,
        ]


def build(cast: Cast) -> World:
    """Make the world."""
    users = {**cast.users, "west_sussex_idva": _idva_of_west_sussex(cast)}
    for site in (cast.essex, cast.west_sussex):
        ratio(cast, site)
    hearings = _record(cast, ALLOCATED)
    allocations = _allocated(cast, hearings)
    _drawn(cast)
    hearings |= _record(cast, [WAITING])
    cases = _opened(users, allocations)
    keep_out(
        case=cases[ESSEX],
        user=users["excluded"],
        reason="A cousin of his.",
        by=users["service_manager"],
        now=NOW,
    )
    notes, assessments = _noted(users, cases), _assessed(cast, cases)
    _closed(cast, cases[CLOSED])
    idva_cases = _supported(users, hearings)
    snapshot, run = _frozen(users["evaluator"])
    return World(
        cast=cast,
        users=users,
        hearings=hearings,
        allocations=allocations,
        cases=cases,
        notes=notes,
        assessments=assessments,
        idva_cases=idva_cases,
        forms={n: _filled(users, idva_cases[n], n) for n in (ESSEX, CONTROL, SUSSEX)},
        batches=_imported(cast),
        snapshot=snapshot,
        run=run,
        draft=_typed(users["case_manager"], cases[ESSEX]),
    )


def _idva_of_west_sussex(cast: Cast) -> User:
    by = system_user()
    user = add_user(username="ws-idva", name="Ws idva", password=PASSWORD, by=by, now=NOW)
    grant_role(user=user, role=Role.IDVA, site=cast.west_sussex, by=by, now=NOW)
    return User.objects.get(pk=user.pk)


# -- Heard and drawn -------------------------------------------------------------------------------


def _person(role: str, number: int) -> ReferredPerson:
    born_on = date(1970 if role == "His" else 1990, 1 + number % 12, number)
    return ReferredPerson(
        typed=TypedPerson(
            forename=f"{role}forename{number}",
            surname=f"{role}surname{number}",
            date_of_birth=born_on,
            synthetic=True,
        ),
        address=f"1 {role}street{number}",
        postcode=f"ZZ{number} 1AA",
        telephone=f"07700900{number}",
    )


def _drawn(cast: Cast) -> None:
    _record(cast, [21, 22])
    draw(site=cast.essex, recorded_until=NOW, by=cast.allocator, now=NOW, today=TODAY)


def _record(cast: Cast, numbers: list[int]) -> dict[int, MaracHearing]:
    rows = [
        NewHearing(
            marac=cast.west_sussex_marac if number in IN_SUSSEX else cast.essex_marac,
            heard_on=HEARD_ON,
            perpetrator=_person("His", number),
            victim_survivor=_person("Her", number),
            answers=core_data(relationship="ex_partner"),
        )
        for number in numbers
    ]
    made = record_hearings(hearings=rows, source="a list", by=cast.allocator, now=NOW)
    return dict(zip(numbers, made, strict=True))


def _allocated(cast: Cast, hearings: dict[int, MaracHearing]) -> dict[int, Allocation]:
    rows = [
        HistoricAllocation(
            hearing=hearings[number],
            arm=Arm.CONTROL if number == CONTROL else Arm.DRIVE,
            allocated_on=ALLOCATED_ON,
        )
        for number in ALLOCATED
    ]
    made = import_historic(rows=rows, by=cast.allocator, now=NOW)
    return dict(zip(ALLOCATED, made, strict=True))


# -- Worked with -----------------------------------------------------------------------------------


def _opened(users: dict[str, User], allocations: dict[int, Allocation]) -> dict[int, DriveCase]:
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


def _noted(users: dict[str, User], cases: dict[int, DriveCase]) -> dict[int, CaseNote]:
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


def _assessed(cast: Cast, cases: dict[int, DriveCase]) -> dict[int, Assessment]:
    return {
        number: assessment_at(cast, case, assessed_on=OPENED_ON) for number, case in cases.items()
    }


def _closed(cast: Cast, case: DriveCase) -> None:
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
        by=cast.service_manager,
        now=NOW,
    )


def _supported(users: dict[str, User], hearings: dict[int, MaracHearing]) -> dict[int, IdvaCase]:
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


def _filled(users: dict[str, User], case: IdvaCase, number: int) -> InsightsForm:
    exit_form = InsightsStage.EXIT
    answers = answers_for(exit_form)
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


# -- Imported, frozen, typed -----------------------------------------------------------------------


def _imported(cast: Cast) -> dict[str, ImportBatch]:
    made = {}
    for name, marac in (("essex", cast.essex_marac), ("west_sussex", cast.west_sussex_marac)):
        rows = [
            lists.row(31, **{"Perp Surname": f"Listed{name}", "Marac Date": "19/06/2017"}),
            lists.row(32, **{"Perp Surname": f"Listed{name}", "Marac Date": "31/02/2017"}),
        ]
        batch = import_list(
            marac=marac,
            file_name="list.csv",
            content=lists.as_csv(rows),
            today=TODAY,
            by=cast.coordinator,
            now=NOW,
        )
        made[name] = read_batch(batch=batch, by=cast.coordinator, now=NOW, today=TODAY)
    return made


def _frozen(evaluator: User) -> tuple[FrozenSnapshot, EvaluationRun]:
    snapshot = begin_snapshot(by=evaluator, now=NOW, today=TODAY)
    freeze(snapshot=snapshot, now=NOW)
    return snapshot, begin_run(snapshot=snapshot, by=evaluator, now=NOW)


def _typed(author: User, case: DriveCase) -> Draft:
    # Kept by the page itself, whose address leads back to it.
    return save_draft(
        form="page",
        subject=f"/cases/{case.pk}/",
        path=f"/cases/{case.pk}/",
        typed={"text": ["unsent11"]},
        by=author,
        now=NOW,
    )
