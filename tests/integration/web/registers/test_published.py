"""What of the registers goes into the joint chronology, and how it leaves it again."""

from __future__ import annotations

from datetime import date

import pytest

from drive.web.casework.models import DriveCase
from drive.web.information.models import ChronologyEvent
from drive.web.registers.actions import end_entry, take_back_entry
from drive.web.registers.registry.every import REGISTERS
from tests.cast import NOW, Cast
from tests.factories.casework import case_at
from tests.factories.registers import entry_in

pytestmark = pytest.mark.django_db

ENDED_ON = date(2017, 6, 30)


@pytest.fixture
def case(cast: Cast) -> DriveCase:
    return case_at(cast)


def published(case: DriveCase) -> list[tuple[str, str]]:
    found = ChronologyEvent.objects.filter(folder__about=case.pk, withdrawn_at=None)
    return list(found.order_by("kind").values_list("kind", "detail"))


def test_an_order_and_an_incident_by_their_codes_alone(cast: Cast, case: DriveCase) -> None:
    entry_in("orders", case, cast.case_manager)
    entry_in("risk-events", case, cast.case_manager)
    assert published(case) == [("incident", "Threat"), ("order", "Restraining order")]
    kept = str(list(ChronologyEvent.objects.values()))
    for words in ("Crown court", "No contact.", "Police told."):
        assert words not in kept


def test_a_separation_is_no_event_and_a_release_is_one(cast: Cast, case: DriveCase) -> None:
    entry_in("risk-events", case, cast.case_manager, kind="separation")
    assert published(case) == []
    entry_in("risk-events", case, cast.case_manager, kind="release")
    assert published(case) == [("release", "Release")]


def test_custody_is_published_when_it_ends(cast: Cast, case: DriveCase) -> None:
    row = entry_in("custody", case, cast.case_manager)
    assert published(case) == []
    end_entry(
        register=REGISTERS["custody"],
        entry=row,
        ends_on=ENDED_ON,
        seen=row.pk,
        by=cast.case_manager,
        now=NOW,
    )
    assert published(case) == [("release", "")]
    assert ChronologyEvent.objects.get().happened_on == ENDED_ON


def test_what_is_taken_back_leaves_the_chronology(cast: Cast, case: DriveCase) -> None:
    row = entry_in("orders", case, cast.case_manager)
    take_back_entry(
        register=REGISTERS["orders"],
        entry=row,
        reason="Twice",
        seen=row.pk,
        by=cast.case_manager,
        now=NOW,
    )
    assert published(case) == []
    assert ChronologyEvent.objects.count() == 1
