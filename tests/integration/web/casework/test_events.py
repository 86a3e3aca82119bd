"""What of a Drive case goes into the joint chronology, and how it leaves it again."""

from __future__ import annotations

from datetime import date

import pytest

from drive.vocabulary.casework import AssessmentPoint, NonContactCause, NonContactReason
from drive.vocabulary.facts import ChronologyKind
from drive.web.casework.actions import NewContact, record_contacts, record_non_contact
from drive.web.casework.models import DriveCase
from drive.web.information.models import ChronologyEvent
from tests.cast import NOW, Cast
from tests.factories.casework import case_at, contact_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast: Cast) -> DriveCase:
    return case_at(cast)


def published(case: DriveCase) -> list[tuple[str, date, str]]:
    found = ChronologyEvent.objects.filter(folder__about=case.pk, withdrawn_at=None)
    return list(found.order_by("happened_on").values_list("kind", "happened_on", "detail"))


def test_a_contact_is_published_by_its_kind_alone(cast: Cast, case: DriveCase) -> None:
    contact_with(cast, case)
    assert published(case) == [("contact", date(2017, 5, 3), "Face to face")]


def test_three_attempts_in_a_row_are_a_silence(cast: Cast, case: DriveCase) -> None:
    for day in (1, 2):
        contact_with(cast, case, happened_on=date(2017, 6, day), successful=False)
    assert published(case) == []
    contact_with(cast, case, happened_on=date(2017, 6, 3), successful=False)
    assert published(case) == [("disengaged", date(2017, 6, 3), "")]


def test_past_contacts_are_published_at_once(cast: Cast, case: DriveCase) -> None:
    contacts = [
        NewContact(happened_on=date(2017, 6, day), contact_type="telephone", successful=day > 2)
        for day in range(1, 6)
    ]
    record_contacts(case=case, contacts=contacts, by=cast.case_manager, now=NOW)
    assert [kind for kind, _day, _detail in published(case)] == ["contact"] * 3


@pytest.mark.parametrize("cause", NonContactCause)
def test_a_reason_is_a_silence_where_he_keeps_away(
    cast: Cast, case: DriveCase, cause: NonContactCause
) -> None:
    record_non_contact(
        case=case,
        point=AssessmentPoint.MONTH_3,
        reason=NonContactReason.PLANNED_OR_PENDING,
        cause=cause,
        by=cast.case_manager,
        now=NOW,
    )
    keeps_away = cause in {"cannot_locate", "declined_contact", "no_response", "moved"}
    assert [kind for kind, _day, _detail in published(case)] == (
        [ChronologyKind.DISENGAGED] if keeps_away else []
    )
