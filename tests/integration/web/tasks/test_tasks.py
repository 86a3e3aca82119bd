"""What is due to whom: opened once, seen by whoever has to act, settled once, handed over."""

from datetime import date

from drive.vocabulary.tasks import TaskKind
from drive.web.accounts import actions as accounts
from drive.web.accounts.roles import Role
from drive.web.casework.actions import assign
from drive.web.casework.actions.tasks import open_case_task
from drive.web.casework.models import Capacity
from drive.web.home.presenters.tasks import to_do
from drive.web.tasks.actions import hand_over, settle, settle_all
from drive.web.tasks.queries import open_tasks, tasks_about, tasks_of, waiting_for_others
from tests.cast import NOW, Cast
from tests.factories.casework import case_at

DUE = date(2017, 7, 7)


def _task(cast: Cast, case, role=Role.SERVICE_MANAGER, *, kind=TaskKind.REVIEW_RISE, key=""):
    return open_case_task(
        case=case, kind=kind, role=role, due_on=DUE, key=key, by=cast.case_manager, now=NOW
    )


def test_a_task_is_open_once_and_several_rises_are_several_tasks(cast: Cast) -> None:
    case = case_at(cast)
    first = _task(cast, case, key="one")
    assert _task(cast, case, key="one") == first
    assert _task(cast, case, key="two") != first
    assert tasks_about(case.pk, cast.service_manager).count() == 2


def test_a_task_belongs_to_whoever_holds_the_case_or_the_role_at_the_site(cast: Cast) -> None:
    case = case_at(cast)
    for_manager, for_idva = _task(cast, case, Role.CASE_MANAGER), _task(cast, case, Role.IDVA)
    for_adviser = _task(cast, case, Role.PRACTICE_ADVISER)
    assert list(tasks_of(cast.case_manager)) == [for_manager]
    assert list(tasks_of(cast.idva)) == [for_idva]
    assert list(tasks_of(cast.practice_adviser)) == [for_adviser]
    for other in (cast.other_case_manager, cast.other_idva, cast.west_sussex_service_manager):
        assert not open_tasks(other).exists()


def test_whoever_asked_for_a_task_sees_that_it_waits(cast: Cast) -> None:
    task = _task(cast, case_at(cast))
    assert list(waiting_for_others(cast.case_manager)) == [task]
    assert not waiting_for_others(cast.service_manager).exists()


def test_whoever_handed_a_case_on_is_told_no_more_of_what_was_asked(cast: Cast) -> None:
    case = case_at(cast)
    _task(cast, case)
    asked = "You asked, others have not done it yet"
    assert asked in {panel.heading for panel in to_do(cast.case_manager, DUE)}
    assign(
        case=case,
        capacity=Capacity.CASE_MANAGER,
        user=cast.other_case_manager,
        by=cast.service_manager,
        now=NOW,
    )
    assert asked not in {panel.heading for panel in to_do(cast.case_manager, DUE)}


def test_a_task_is_settled_once(cast: Cast) -> None:
    task = _task(cast, case_at(cast))
    settle(task=task, outcome="Talked over", by=cast.service_manager, now=NOW)
    settle(task=task, outcome="Again", by=cast.practice_adviser, now=NOW)
    task.refresh_from_db()
    assert (task.outcome, task.settled_by) == ("Talked over", cast.service_manager)
    assert not task.is_overdue(date(2018, 1, 1))
    assert not open_tasks(cast.service_manager).exists()


def test_all_tasks_of_a_kind_are_settled_together(cast: Cast) -> None:
    case = case_at(cast)
    for key in ("one", "two"):
        _task(cast, case, key=key)
    settled = settle_all(
        kind=TaskKind.REVIEW_RISE, about=case.pk, key="one", by=cast.service_manager, now=NOW
    )
    assert (settled, open_tasks(cast.service_manager).count()) == (1, 1)


def test_the_tasks_of_a_case_go_with_it(cast: Cast) -> None:
    case = case_at(cast)
    task = _task(cast, case, Role.CASE_MANAGER)
    assert hand_over(about=case.pk, role=Role.CASE_MANAGER, to=cast.other_case_manager) == 1
    assert list(tasks_of(cast.other_case_manager)) == [task]


def test_whoever_is_kept_out_of_a_person_sees_no_task_about_the_case(cast: Cast) -> None:
    case = case_at(cast)
    _task(cast, case)
    accounts.keep_out(
        user=cast.service_manager,
        person_id=case.perpetrator.person_id,
        also=[],
        reason="A relative",
        by=cast.practice_adviser,
        now=NOW,
    )
    assert not open_tasks(cast.service_manager).exists()
