"""Contact is planned on an agreed strategy; what happened is always recorded."""

from datetime import date, time, timedelta

import pytest

from drive.vocabulary.casework import ContactType
from drive.vocabulary.strategy import ContactPlace, ContactPlanning, ExpiryTrigger
from drive.vocabulary.tasks import TaskKind
from drive.web.casework import actions
from drive.web.casework.exceptions import CannotWrite, ImpossibleDay, NoAgreedStrategy, NotWaiting
from drive.web.casework.models import DriveCase, PlannedContact, SuContact
from drive.web.casework.queries.strategies import overrides_of, planned_for
from drive.web.offices import actions as offices
from drive.web.offices.exceptions import ImpossibleTime, NotFree, OfficeKnown
from drive.web.offices.forms import at
from drive.web.offices.models import Office, OfficeTime
from drive.web.tasks.models import Task
from tests.cast import NOW, Cast
from tests.factories.casework import case_at
from tests.factories.closing import closed
from tests.factories.strategies import TODAY, agree, agreed, consulted, held, replied

pytestmark = pytest.mark.django_db

TOMORROW = TODAY + timedelta(days=1)


def plan(cast: Cast, case: DriveCase, **about: object) -> PlannedContact:
    given: dict[str, object] = {
        "planned_on": TOMORROW,
        "contact_type": ContactType.FACE_TO_FACE,
        "place": ContactPlace.PROBATION_OFFICE,
    }
    wanted = actions.NewPlan(**{**given, **about})  # type: ignore[arg-type]
    return actions.plan_contact(case=case, plan=wanted, by=cast.case_manager, now=NOW)


def record(cast: Cast, case: DriveCase, planning: ContactPlanning, **about: object) -> SuContact:
    contact = actions.NewContact(
        happened_on=TODAY,
        contact_type=ContactType.TELEPHONE,
        successful=True,
        planning=planning,
        **about,  # type: ignore[arg-type]
    )
    return actions.record_contact(case=case, contact=contact, by=cast.case_manager, now=NOW)


def told_of_override() -> set[str]:
    found = Task.objects.filter(kind=TaskKind.UNPLANNED_OVERRIDE, settled_at=None)
    return set(found.values_list("role", flat=True))


def test_contact_is_planned_on_the_agreed_strategy_and_the_idva_lead_sees_it(cast: Cast) -> None:
    case = case_at(cast)
    version = agreed(cast, case)
    made = plan(cast, case)
    assert made.strategy == version
    assert list(planned_for(case, cast.idva)) == [made]
    assert told_of_override() == set()


def test_without_an_agreed_strategy_nothing_is_planned_but_in_an_emergency(cast: Cast) -> None:
    case = case_at(cast)
    consulted(cast, case)
    with pytest.raises(NoAgreedStrategy, match="not agreed yet") as refusal:
        plan(cast, case)
    assert refusal.value.field == "override_reason"
    made = plan(cast, case, override_reason="He stands before the office.")
    assert made.strategy is None
    assert told_of_override() == {"service_manager", "idva"}


def test_while_her_voice_is_blank_nothing_is_planned(cast: Cast) -> None:
    case = case_at(cast)
    version = consulted(cast, case)
    replied(cast, version)
    agree(cast, version)
    with pytest.raises(NoAgreedStrategy, match="knows of Drive"):
        plan(cast, case)


def test_past_the_review_date_nothing_is_planned(cast: Cast) -> None:
    case = case_at(cast)
    version = agreed(cast, case)
    with pytest.raises(NoAgreedStrategy, match="expired"):
        plan(cast, case, planned_on=version.review_on + timedelta(days=1))


def test_on_hold_nothing_is_planned(cast: Cast) -> None:
    case = case_at(cast)
    agreed(cast, case)
    held(cast, case)
    with pytest.raises(NoAgreedStrategy, match="on hold"):
        plan(cast, case)


def test_a_plan_lies_ahead_and_names_its_office(cast: Cast) -> None:
    case = case_at(cast)
    agreed(cast, case)
    with pytest.raises(ImpossibleDay):
        plan(cast, case, planned_on=TODAY - timedelta(days=1))
    with pytest.raises(CannotWrite):
        plan(cast, case, place=ContactPlace.OFFICE)


@pytest.mark.parametrize("planning", [ContactPlanning.UNPLANNED, None])
def test_what_was_not_planned_is_always_recorded(cast: Cast, planning: ContactPlanning) -> None:
    made = record(cast, case_at(cast), planning, place=ContactPlace.HOME, next_step="Ring again")
    assert (made.strategy, made.next_step) == (None, "Ring again")


def test_what_was_planned_names_the_strategy_of_its_day(cast: Cast) -> None:
    case = case_at(cast)
    with pytest.raises(NoAgreedStrategy, match="always recorded") as refusal:
        record(cast, case, ContactPlanning.PLANNED)
    assert refusal.value.field == "planning"
    version = agreed(cast, case)
    actions.expire_strategy(case=case, trigger=ExpiryTrigger.RELEASE, by=cast.case_manager, now=NOW)
    assert record(cast, case, ContactPlanning.PLANNED).strategy == version


def test_an_emergency_says_why_and_is_told_of(cast: Cast) -> None:
    case = case_at(cast)
    with pytest.raises(NoAgreedStrategy) as refusal:
        record(cast, case, ContactPlanning.EMERGENCY)
    assert refusal.value.field == "override_reason"
    made = record(cast, case, ContactPlanning.EMERGENCY, override_reason="He rang and threatened.")
    assert told_of_override() == {"service_manager", "idva"}
    assert made.plan is not None
    assert list(overrides_of(case, cast.idva)) == [made.plan]
    actions.note_override_read(plan=made.plan, by=cast.idva, now=NOW)
    assert told_of_override() == {"service_manager"}


@pytest.fixture
def office(cast: Cast) -> Office:
    return offices.add_office(
        site=cast.essex, name="Harbour House", by=cast.service_manager, now=NOW
    )


def her_time(cast: Cast, office: Office, hour: int, day: date = TOMORROW) -> OfficeTime:
    begins = at(day, time(hour))
    wanted = offices.WantedTime(
        office=office, starts_at=begins, ends_at=begins + timedelta(hours=1)
    )
    return offices.keep_clear(wanted=wanted, by=cast.idva, now=NOW)


def at_ten(office: Office) -> actions.AtOffice:
    return actions.AtOffice(office=office, begins=time(10), minutes=60)


@pytest.mark.parametrize(
    ("hour", "free"), [(8, True), (9, False), (10, False), (11, False), (12, True)]
)
def test_he_is_not_asked_where_she_is_expected(
    cast: Cast, office: Office, hour: int, free: bool
) -> None:
    case = case_at(cast)
    agreed(cast, case)
    her_time(cast, office, hour)
    about = {"place": ContactPlace.OFFICE, "at_office": at_ten(office)}
    if free:
        assert plan(cast, case, **about).office_time is not None
        return
    with pytest.raises(NotFree) as refusal:
        plan(cast, case, **about)
    assert refusal.value.message == (
        "This time is not free at this office. Choose another time or place."
    )


def test_her_time_stands_and_his_has_to_move(cast: Cast, office: Office) -> None:
    case = case_at(cast)
    agreed(cast, case)
    his = plan(cast, case, place=ContactPlace.OFFICE, at_office=at_ten(office))
    her_time(cast, office, 10)
    task = Task.objects.get(kind=TaskKind.MOVE_APPOINTMENT)
    assert (task.user, task.reference, task.recorded_by) == (
        cast.case_manager,
        case.reference,
        cast.case_manager,
    )
    actions.cancel_plan(plan=his, by=cast.case_manager, now=NOW)
    task.refresh_from_db()
    assert task.settled_at == NOW
    with pytest.raises(NotWaiting):
        actions.cancel_plan(plan=his, by=cast.case_manager, now=NOW)


def test_nobody_sees_when_somebody_else_takes_an_office(cast: Cast, office: Office) -> None:
    her_time(cast, office, 10)
    seers = {
        name for name, user in cast.users.items() if OfficeTime.objects.visible_to(user).exists()
    }
    assert seers == {"idva"}


def test_a_time_given_free_can_be_taken(cast: Cast, office: Office) -> None:
    case = case_at(cast)
    agreed(cast, case)
    offices.give_free(taken=her_time(cast, office, 10), by=cast.idva, now=NOW)
    assert plan(cast, case, place=ContactPlace.OFFICE, at_office=at_ten(office))


def test_an_office_is_added_once_and_taken_ahead(cast: Cast, office: Office) -> None:
    with pytest.raises(OfficeKnown):
        offices.add_office(site=cast.essex, name="harbour house", by=cast.service_manager, now=NOW)
    with pytest.raises(ImpossibleTime):
        her_time(cast, office, 10, TODAY - timedelta(days=1))


def test_closing_gives_what_was_planned_free(cast: Cast, office: Office) -> None:
    case = case_at(cast)
    agreed(cast, case)
    made = plan(cast, case, place=ContactPlace.OFFICE, at_office=at_ten(office))
    closed(cast, case)
    made.refresh_from_db()
    assert made.cancelled_at == NOW
    assert OfficeTime.objects.get().cancelled_at == NOW
    assert not Task.objects.filter(kind=TaskKind.RENEW_STRATEGY, settled_at=None).exists()
