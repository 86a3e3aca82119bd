"""Each role's first page says what needs that person today, and nothing of anybody else's."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.casework import AssessmentPoint
from drive.vocabulary.insights import InsightsStage
from drive.web.audit.models import Event, EventKind
from drive.web.referrals.models import ImportBatch, MaracHearing
from drive.web.referrals.rules.states import BatchState
from tests.cast import NOW, Cast
from tests.factories.allocation import allocation
from tests.factories.casework import case_at
from tests.factories.identity import question
from tests.factories.insights import idva_case
from tests.factories.merges import made_one, perpetrator
from tests.factories.referrals import hearing, hearings


@pytest.fixture(autouse=True)
def the_day(settings: Any) -> None:
    settings.DRIVE_TODAY = date(2017, 6, 30)


def home_of(user: Any) -> str:
    client = Client()
    client.force_login(user)
    return client.get("/").content.decode()


def test_a_case_manager_sees_the_assessments_that_are_due(cast: Cast) -> None:
    case = case_at(cast)
    page = home_of(cast.case_manager)
    intake = reverse("assessments:tasks", args=[case.pk, AssessmentPoint.INTAKE])
    assert f'href="{intake}"' in page
    assert "Overdue since 13 February 2017" in page
    assert reverse("casework:record_non_contact", args=[case.pk]) in page


def test_the_page_names_cases_by_reference_and_nobody(cast: Cast) -> None:
    case = case_at(cast)
    page = home_of(cast.case_manager)
    assert case.reference in page
    assert case.perpetrator.person.name not in page


def test_nobody_sees_the_cases_of_another_site_or_colleague(cast: Cast) -> None:
    case = case_at(cast)
    for user in (cast.other_case_manager, cast.west_sussex_service_manager, cast.evaluator):
        assert case.reference not in home_of(user)


def test_a_service_manager_sees_who_was_allocated_and_has_no_case(cast: Cast) -> None:
    drawn = allocation(cast, 1)
    page = home_of(cast.service_manager)
    assert reverse("casework:open_case", args=[drawn.pk]) in page


def test_an_idva_sees_the_forms_that_are_still_to_be_filled_in(cast: Cast) -> None:
    case = idva_case(cast)
    page = home_of(cast.idva)
    assert reverse("insights:fill", args=[case.pk, InsightsStage.INTAKE]) in page
    assert reverse("insights:fill", args=[case.pk, InsightsStage.INTAKE]) not in home_of(
        cast.other_idva
    )


def test_an_administrator_sees_who_holds_no_role(cast: Cast) -> None:
    page = home_of(cast.administrator)
    assert reverse("accounts:user", args=[cast.nobody.pk]) in page
    assert reverse("accounts:user", args=[cast.idva.pk]) not in page


def test_an_evaluator_is_told_that_nothing_is_frozen_yet(cast: Cast) -> None:
    assert "Nothing is frozen yet." in home_of(cast.evaluator)


def test_every_page_opens_for_everybody(cast: Cast) -> None:
    for user in cast.users.values():
        assert "What needs you today" in home_of(user)


def test_the_records_shown_are_in_the_one_event_of_the_page(cast: Cast) -> None:
    case = case_at(cast)
    home_of(cast.case_manager)
    event = Event.objects.get(kind=EventKind.READ, actor_id=cast.case_manager.pk)
    assert str(case.pk) in event.object_ids


def test_an_allocator_sees_the_hearings_that_nobody_has_decided_on(cast: Cast) -> None:
    assert "Every hearing has been decided on." in home_of(cast.allocator)
    hearing(cast)
    page = home_of(cast.allocator)
    assert "Essex: 1 hearing" in page
    assert reverse("allocation:lock", args=["essex"]) in page
    assert "1 victim-survivor with no IDVA yet" in page


def test_a_coordinator_sees_the_lists_of_the_own_marac_that_wait(cast: Cast) -> None:
    batch = ImportBatch.objects.create(
        agency=cast.essex_marac,
        file_name="list.csv",
        state=BatchState.WAITING,
        expires_on=date(2017, 7, 7),
        recorded_at=NOW,
        recorded_by=cast.coordinator,
    )
    address = reverse("referrals:list", args=[batch.pk])
    assert address in home_of(cast.coordinator)
    assert address not in home_of(cast.west_sussex_coordinator)


def test_held_draws_reach_the_allocator_at_once_and_the_service_manager_when_late(
    cast: Cast,
) -> None:
    one, other = hearings(cast, range(1, 3))
    asked = question(perpetrator(one), perpetrator(other))
    assert "Essex: 2 draws, since today" in home_of(cast.allocator)
    assert reverse("identity:queue") in home_of(cast.allocator)
    assert "question of identity" not in home_of(cast.service_manager)

    early = NOW - timedelta(days=2)
    MaracHearing.objects.update(recorded_at=early)
    type(asked).objects.update(recorded_at=early)
    page = home_of(cast.service_manager)
    assert "Essex: 2 draws wait for a question of identity, the longest 2 working days" in page
    assert "Perpetrator1" not in page
    assert "question of identity" not in home_of(cast.west_sussex_service_manager)


def test_a_service_manager_is_told_of_open_cases_whose_draw_is_void(cast: Cast) -> None:
    case = case_at(cast)
    words = f"{case.reference}: decide with the research team"
    assert words not in home_of(cast.service_manager)
    earlier = allocation(cast, 2, allocated_on=date(2017, 1, 9))
    made_one(cast, earlier.perpetrator.person, case.perpetrator.person)
    assert words in home_of(cast.service_manager)
    assert words not in home_of(cast.case_manager)
    assert words not in home_of(cast.west_sussex_service_manager)
