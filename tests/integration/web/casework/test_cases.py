"""Opening a case, who holds it, where it stands, and its end."""

from datetime import date

import pytest

from drive.vocabulary.allocation import Arm
from drive.vocabulary.casework import CaseState, ClosureReason
from drive.web.accounts.models import User
from drive.web.allocation.models import Allocation
from drive.web.audit.models import Event
from drive.web.casework import actions
from drive.web.casework.exceptions import (
    CaseClosed,
    CaseloadFull,
    CaseNotReady,
    CaseOpenAlready,
    ImpossibleDay,
    NoSuchStep,
    NotAtSite,
    NotForDrive,
)
from drive.web.casework.models import Capacity, CaseAssignment, CaseNote, DriveCase, WhoseRisk
from drive.web.casework.queries import held_by, state_of, waiting_allocations
from drive.web.people.models import Dyad, Holder, Person
from tests.cast import NOW, Cast
from tests.factories.allocation import allocation
from tests.factories.casework import OPENED_ON, case_at, note_on
from tests.factories.closing import LEAVING

pytestmark = pytest.mark.django_db


def open_one(cast: Cast, given: Allocation, **other: object) -> DriveCase:
    named = {"case_manager": cast.case_manager, "idva_lead": cast.idva, "opened_on": OPENED_ON}
    return actions.open_case(
        allocation=given, by=cast.service_manager, now=NOW, **{**named, **other}
    )


def test_a_case_opens_with_both_who_hold_it(cast: Cast) -> None:
    case = case_at(cast)
    assert case.reference == "ES-0001"
    assert case.planned_end_on == date(2017, 11, 16)
    assert state_of(case) is CaseState.ALLOCATED
    held = {each.capacity: each.user for each in case.assignments.all()}
    assert held == {"case_manager": cast.case_manager, "idva_lead": cast.idva}
    event = Event.objects.get(action="casework.open_case")
    assert str(case.pk) in event.object_ids
    assert event.actor_id == cast.service_manager.pk


def test_whoever_holds_a_case_reaches_its_people_and_nobody_else_does(cast: Cast) -> None:
    case = case_at(cast)
    for name, actor in cast.users.items():
        reaches = name in {
            "case_manager",
            "idva",
            "allocator",
            "second_allocator",
            "coordinator",
        }
        people = Person.objects.visible_to(actor).filter(pk=case.perpetrator.person_id)
        assert people.exists() is reaches, name


@pytest.mark.parametrize(
    ("model", "seers"),
    [
        (DriveCase, {"case_manager", "idva", "service_manager", "excluded", "practice_adviser"}),
        (CaseNote, {"case_manager", "service_manager", "excluded", "practice_adviser"}),
    ],
)
def test_who_sees_a_case_and_who_sees_what_is_written_on_it(
    cast: Cast, model: type, seers: set[str]
) -> None:
    note_on(cast, case_at(cast))
    seeing = {name for name, user in cast.users.items() if model.objects.visible_to(user).exists()}
    assert seeing == seers


def test_references_count_up_within_a_site(cast: Cast) -> None:
    assert [case_at(cast, number=number).reference for number in (1, 2, 3)] == [
        "ES-0001",
        "ES-0002",
        "ES-0003",
    ]


def test_a_control_allocation_opens_no_case(cast: Cast) -> None:
    with pytest.raises(NotForDrive, match="not allocated to Drive"):
        open_one(cast, allocation(cast, arm=Arm.CONTROL, allocated_on=OPENED_ON))
    assert not DriveCase.objects.exists()


def test_an_allocation_opens_one_case(cast: Cast) -> None:
    case = case_at(cast)
    with pytest.raises(CaseOpenAlready):
        open_one(cast, case.allocation)


@pytest.mark.parametrize(
    ("field", "named"), [("case_manager", "west_sussex_case_manager"), ("idva_lead", "evaluator")]
)
def test_only_people_of_the_site_can_be_named(cast: Cast, field: str, named: str) -> None:
    given = allocation(cast, allocated_on=OPENED_ON)
    with pytest.raises(NotAtSite, match="at Essex") as refusal:
        open_one(cast, given, **{field: cast.users[named]})
    assert refusal.value.field == field
    assert not Holder.objects.exists()


@pytest.mark.parametrize(
    ("opened_on", "words"),
    [(date(2017, 7, 1), "in the future"), (date(2017, 1, 15), "16 January 2017 or later")],
)
def test_a_case_opens_neither_before_allocation_nor_in_the_future(
    cast: Cast, opened_on: date, words: str
) -> None:
    given = allocation(cast, allocated_on=date(2017, 1, 16))
    with pytest.raises(ImpossibleDay, match=words):
        open_one(cast, given, opened_on=opened_on)


def test_a_full_case_manager_needs_a_reason(cast: Cast) -> None:
    cast.essex.caseload_limit = 1
    cast.essex.save()
    case_at(cast)
    second = allocation(cast, 2, allocated_on=OPENED_ON)
    with pytest.raises(CaseloadFull, match="limit is 1") as refusal:
        open_one(cast, second)
    assert refusal.value.field == "over_limit_reason"
    case = open_one(cast, second, over_limit_reason="Two colleagues are away")
    assert held_by(cast.case_manager) == 2
    kept = CaseAssignment.objects.get(drive_case=case, capacity=Capacity.CASE_MANAGER)
    assert kept.over_limit_reason == "Two colleagues are away"


def test_a_change_of_case_manager_takes_the_case_from_the_one_before(cast: Cast) -> None:
    case = case_at(cast)
    actions.assign(
        case=case,
        capacity=Capacity.CASE_MANAGER,
        user=cast.other_case_manager,
        by=cast.service_manager,
        now=NOW,
    )
    assert not DriveCase.objects.visible_to(cast.case_manager).exists()
    assert DriveCase.objects.visible_to(cast.other_case_manager).get() == case
    assert Dyad.objects.visible_to(cast.other_case_manager).exists()
    assert not Dyad.objects.visible_to(cast.case_manager).exists()
    ended = CaseAssignment.objects.get(drive_case=case, user=cast.case_manager)
    assert (ended.ended_at, ended.ended_by) == (NOW, cast.service_manager)
    assert Event.objects.filter(action="casework.assign").count() == 1


def test_naming_the_same_person_again_changes_nothing(cast: Cast) -> None:
    case = case_at(cast)
    actions.assign(
        case=case, capacity=Capacity.IDVA_LEAD, user=cast.idva, by=cast.service_manager, now=NOW
    )
    assert case.assignments.count() == 2
    assert not Event.objects.filter(action="casework.assign").exists()


def test_a_case_moves_step_by_step(cast: Cast) -> None:
    case = case_at(cast, CaseState.ACTIVE)
    assert state_of(case) is CaseState.ACTIVE
    with pytest.raises(NoSuchStep):
        actions.move_to(
            case=case,
            state=CaseState.RESEARCH,
            happened_on=NOW.date(),
            by=cast.case_manager,
            now=NOW,
        )
    assert state_of(case) is CaseState.ACTIVE


def test_a_step_is_not_dated_before_the_one_before_it(cast: Cast) -> None:
    case = case_at(cast)
    with pytest.raises(ImpossibleDay):
        actions.move_to(
            case=case,
            state=CaseState.RESEARCH,
            happened_on=date(2017, 1, 19),
            by=cast.case_manager,
            now=NOW,
        )


def close(cast: Cast, case: DriveCase, *open_items: str) -> None:
    actions.close(
        case=case,
        closed_on=NOW.date(),
        reason=ClosureReason.COMPLETED,
        whose_risk=[WhoseRisk.NOBODY],
        open_items=open_items,
        leaving=LEAVING,
        by=cast.service_manager,
        now=NOW,
    )


def test_a_case_with_something_open_is_not_closed(cast: Cast) -> None:
    case = case_at(cast)
    with pytest.raises(CaseNotReady, match=r"The first thing\. The second thing\."):
        close(cast, case, "The first thing.", "The second thing.")
    assert state_of(case) is CaseState.ALLOCATED


def test_a_closed_case_counts_no_longer_and_is_not_closed_again(cast: Cast) -> None:
    case = case_at(cast)
    close(cast, case)
    assert state_of(case) is CaseState.CLOSED
    assert held_by(cast.case_manager) == 0
    with pytest.raises(CaseClosed):
        close(cast, case)


def test_new_allocations_wait_for_the_service_manager_of_the_site(cast: Cast) -> None:
    case_at(cast, number=1)
    waiting = allocation(cast, 2)
    allocation(cast, 3, arm=Arm.CONTROL)
    assert list(waiting_allocations(cast.service_manager)) == [waiting]
    assert not waiting_allocations(cast.west_sussex_service_manager).exists()
    assert not waiting_allocations(cast.case_manager).exists()


def test_ended_people_are_not_named(cast: Cast) -> None:
    given = allocation(cast, allocated_on=OPENED_ON)
    User.objects.get_queryset().filter(pk=cast.case_manager.pk).update(is_active=False)
    with pytest.raises(NotAtSite):
        open_one(cast, given)
