"""Queries about records: asked of the case manager, answered once, resolved once."""

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.casework import AssessmentPoint
from drive.vocabulary.monitoring import QueryResolution
from drive.vocabulary.tasks import TaskKind
from drive.web.assessments.models import Assessment
from drive.web.monitoring.actions import answer_query, raise_query, resolve_query
from drive.web.monitoring.exceptions import AnsweredAlready, ResolvedAlready
from drive.web.monitoring.models import DataQuery
from drive.web.monitoring.queries.data_queries import QueryState, data_queries, state_of
from drive.web.tasks.queries import tasks_of
from tests.cast import NOW, Cast
from tests.factories.assessments import assessment_at
from tests.factories.casework import case_at

KEY = "5d0dd6a5-7f3e-4f4a-9a8b-3c2b8d6f8a02"


@pytest.fixture
def assessment(cast: Cast) -> Assessment:
    made = assessment_at(cast, case_at(cast), need_alcohol="yes")
    assert made.point == AssessmentPoint.INTAKE
    return made


def _raised(cast: Cast, assessment: Assessment) -> DataQuery:
    return raise_query(
        assessment=assessment,
        field="need_alcohol",
        words="Police say otherwise: who said so?",
        by=cast.service_manager,
        now=NOW,
    )


def test_a_query_is_a_task_until_it_is_answered(cast: Cast, assessment: Assessment) -> None:
    query = _raised(cast, assessment)
    mine = tasks_of(cast.case_manager).filter(kind=TaskKind.ANSWER_QUERY)
    assert mine.count() == 1
    answer_query(query=query, answer="The offender manager.", by=cast.case_manager, now=NOW)
    assert not mine.exists()
    query.refresh_from_db()
    assert state_of(query) is QueryState.ANSWERED


def test_an_answer_and_an_ending_are_given_once(cast: Cast, assessment: Assessment) -> None:
    query = _raised(cast, assessment)
    answer_query(query=query, answer="Yes.", by=cast.case_manager, now=NOW)
    with pytest.raises(AnsweredAlready):
        answer_query(query=query, answer="No.", by=cast.case_manager, now=NOW)
    ended = {"resolution": QueryResolution.RIGHT_AS_IT_WAS, "by": cast.service_manager, "now": NOW}
    resolve_query(query=query, **ended)
    with pytest.raises(ResolvedAlready):
        resolve_query(query=query, **ended)
    query.refresh_from_db()
    assert (query.answer, state_of(query)) == ("Yes.", QueryState.RESOLVED)


def test_a_query_is_found_by_where_it_stands(cast: Cast, assessment: Assessment) -> None:
    query = _raised(cast, assessment)
    assert list(data_queries(cast.service_manager, QueryState.OPEN)) == [query]
    assert not data_queries(cast.service_manager, QueryState.RESOLVED).exists()
    assert not data_queries(cast.west_sussex_service_manager).exists()
    assert not data_queries(cast.idva).exists()


def test_asked_answered_and_resolved_on_the_pages(
    cast: Cast, client: Client, assessment: Assessment
) -> None:
    client.force_login(cast.service_manager)
    address = f"/monitoring/queries/about/{assessment.pk}/"
    asked = {"field": "need_alcohol", "words": "Who said so?", "key": KEY}
    for _ in range(2):
        assert client.post(address, asked).status_code == 302
    query = DataQuery.objects.get()
    client.force_login(cast.case_manager)
    page = f"/monitoring/queries/{query.pk}/"
    assert "Who said so?" in client.get(page).content.decode()
    answer = {"answer": "The offender manager.", "key": KEY[:-1] + "3"}
    assert client.post(page, answer).status_code == 302
    refused = client.post(page, {"resolution": "corrected", "key": KEY[:-1] + "4"})
    assert refused.status_code == 403
    client.force_login(cast.service_manager)
    ended = client.post(page, {"resolution": "corrected", "key": KEY[:-1] + "4"})
    assert ended.status_code == 302
    assert "The record was corrected" in client.get(page).content.decode()


def test_an_empty_query_is_asked_for_in_words(
    cast: Cast, client: Client, assessment: Assessment
) -> None:
    client.force_login(cast.practice_adviser)
    page = client.post(f"/monitoring/queries/about/{assessment.pk}/", {"key": KEY})
    assert "Write what you ask" in page.content.decode()
    assert not DataQuery.objects.exists()


def test_links_lead_to_asking_and_to_answering(
    client: Client, cast: Cast, assessment: Assessment
) -> None:
    client.force_login(cast.practice_adviser)
    read = reverse("assessments:read", args=[assessment.drive_case_id, assessment.point])
    asking = reverse("monitoring:raise_query", args=[assessment.pk])
    assert asking in client.get(read).content.decode()
    query = _raised(cast, assessment)
    client.force_login(cast.case_manager)
    assert asking not in client.get(read).content.decode()
    answering = reverse("monitoring:data_query", args=[query.pk])
    assert answering in client.get(reverse("home")).content.decode()


def test_whoever_may_ask_is_led_there_from_the_answers(
    cast: Cast, client: Client, assessment: Assessment
) -> None:
    page = f"/cases/{assessment.drive_case_id}/assessments/{assessment.point}/submitted/"
    leads_to = f"/monitoring/queries/about/{assessment.pk}/"
    for user, led in (
        (cast.service_manager, True),
        (cast.practice_adviser, True),
        (cast.case_manager, False),
    ):
        client.force_login(user)
        read = client.get(page)
        assert read.status_code == 200
        assert (leads_to in read.content.decode()) is led
        assert client.get(leads_to).status_code == (200 if led else 403)


def test_about_a_version_that_was_replaced_nobody_is_asked(
    cast: Cast, client: Client, assessment: Assessment
) -> None:
    assessment_at(cast, assessment.drive_case, need_alcohol="no", seen=assessment.pk)
    client.force_login(cast.service_manager)
    first = f"/cases/{assessment.drive_case_id}/assessments/{assessment.point}/submitted/1/"
    read = client.get(first)
    assert read.status_code == 200
    assert f"/monitoring/queries/about/{assessment.pk}/" not in read.content.decode()
