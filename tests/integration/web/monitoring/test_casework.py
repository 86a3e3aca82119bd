"""What a service manager sees of the casework of the site."""

from datetime import timedelta

from django.test import Client

from drive.vocabulary.casework import CaseState
from drive.web.audit.models import Event
from drive.web.monitoring.queries.casework import watch
from tests.cast import NOW, Cast
from tests.factories.assessments import assessment_at
from tests.factories.casework import case_at, contact_with, note_on

TODAY = NOW.date()


def test_what_waits_is_counted_over_the_site(cast: Cast) -> None:
    met, other = case_at(cast, CaseState.ACTIVE), case_at(cast, number=2)
    contact_with(cast, met)
    found = watch(cast.service_manager, TODAY)
    assert [case.pk for case in found.cases] == [met.pk, other.pk]
    assert [each.since for each in found.without_contact] == [other.opened_on]
    assert {each.case.pk for each in found.supervision_overdue} == {met.pk, other.pk}
    assert not watch(cast.west_sussex_service_manager, TODAY).cases


def test_the_page_says_what_waits_and_names_its_cases_in_the_audit(
    cast: Cast, client: Client
) -> None:
    case = case_at(cast)
    note_on(cast, case)
    client.force_login(cast.practice_adviser)
    page = client.get("/monitoring/casework/").content.decode()
    assert "1 open case, 1 of them never contacted." in page
    assert "No reason recorded" in page
    event = Event.objects.filter(action="monitoring.view_casework").get()
    assert str(case.pk) in event.object_ids


def test_missing_answers_are_counted_by_question_and_reason(cast: Cast, client: Client) -> None:
    assessment_at(cast, case_at(cast), need_alcohol="yes")
    client.force_login(cast.service_manager)
    page = client.get("/monitoring/missing/").content.decode()
    assert "By question, most missing first" in page
    assert "Not asked" in page
    assert "What would complete this fastest" in page


def test_without_an_assessment_nothing_is_missing(cast: Cast, client: Client) -> None:
    case_at(cast)
    client.force_login(cast.service_manager)
    assert "No assessment is submitted yet." in client.get("/monitoring/missing/").content.decode()


def test_those_who_work_a_case_alone_do_not_watch_the_site(cast: Cast, client: Client) -> None:
    for user in (cast.case_manager, cast.idva, cast.evaluator, cast.allocator):
        client.force_login(user)
        for page in ("casework", "missing"):
            assert client.get(f"/monitoring/{page}/").status_code == 403


def test_a_case_on_which_nothing_was_recorded_is_on_the_home_page(
    cast: Cast, client: Client
) -> None:
    case = case_at(cast)
    client.force_login(cast.case_manager)
    assert f"Silent since {(case.opened_on):%-d %B %Y}" in client.get("/").content.decode()
    note_on(cast, case, happened_on=TODAY - timedelta(days=3))
    assert "Silent since" not in client.get("/").content.decode()
