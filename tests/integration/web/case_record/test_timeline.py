"""The timeline: filters, major events, and what is read first."""

import pytest
from django.test import Client

from drive.vocabulary.answers import InformationSource
from drive.vocabulary.casework import CaseState
from drive.vocabulary.timeline import TimelineKind
from drive.web.audit.models import Event
from drive.web.case_record.models import PinnedEntry
from drive.web.case_record.presenters.timeline import Filter, timeline
from drive.web.casework.models import DriveCase
from tests.cast import Cast
from tests.factories.assessments import assessment_at
from tests.factories.casework import case_at, contact_with, note_on


@pytest.fixture
def case(cast: Cast) -> DriveCase:
    made = case_at(cast, CaseState.ACTIVE)
    note_on(cast, made, "Rang housing.")
    note_on(cast, made, "She is afraid.", informant=InformationSource.VICTIM_SURVIVOR)
    contact_with(cast, made)
    assessment_at(cast, made, need_alcohol="yes")
    return made


def test_entries_are_filtered_by_kind_weight_and_day(cast: Cast, case: DriveCase) -> None:
    def kinds(chosen: Filter) -> set[TimelineKind]:
        return {entry.kind for entry in timeline(case, cast.case_manager, chosen)}

    assert kinds(Filter(kinds=[TimelineKind.NOTE])) == {TimelineKind.NOTE}
    assert TimelineKind.NOTE not in kinds(Filter(major_only=True))
    assert {TimelineKind.CONTACT, TimelineKind.ASSESSMENT} <= kinds(Filter(major_only=True))
    (note,) = {e.on for e in timeline(case, cast.case_manager, Filter(kinds=[TimelineKind.NOTE]))}
    assert not kinds(Filter(kinds=[TimelineKind.NOTE], since=note.replace(year=note.year + 1)))
    assert not kinds(Filter(kinds=[TimelineKind.NOTE], until=note.replace(year=note.year - 1)))


def test_the_page_keeps_its_filters_as_links_that_take_them_away(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    client.force_login(cast.case_manager)
    page = client.get(f"/cases/{case.pk}/timeline/?kind=note&kind=contact&major=yes")
    words = page.content.decode()
    assert "Major events only" in words
    assert 'href="?kind=contact&amp;major=yes"' in words
    assert "Rang housing." not in words


def test_a_filter_that_is_no_date_is_said_in_words(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    client.force_login(cast.case_manager)
    page = client.get(
        f"/cases/{case.pk}/timeline/?since-day=31&since-month=2&since-year=2017"
    ).content.decode()
    assert "Rang housing." in page
    assert "Error:" in page


def test_what_is_read_first_stands_on_top_until_it_is_taken_off(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    client.force_login(cast.case_manager)
    first = next(
        entry for entry in timeline(case, cast.case_manager) if entry.kind is TimelineKind.CONTACT
    )
    address = f"/cases/{case.pk}/timeline/{first.key}/pin/"
    for _ in range(2):
        assert client.post(address, {"take": "on"}).status_code == 302
    assert PinnedEntry.objects.filter(ended_at=None).count() == 1
    assert Event.objects.filter(action="case_record.pin", kind="change").count() == 1
    client.force_login(cast.service_manager)
    assert f'id="pinned-{first.key}"' in client.get(f"/cases/{case.pk}/timeline/").content.decode()
    assert client.post(address, {"take": "off"}).status_code == 302
    after = client.get(f"/cases/{case.pk}/timeline/").content.decode()
    assert f'id="pinned-{first.key}"' not in after
    assert f'id="entry-{first.key}"' in after


def test_nobody_pins_what_is_not_on_the_case(cast: Cast, client: Client, case: DriveCase) -> None:
    other = note_on(cast, case_at(cast, number=2))
    client.force_login(cast.case_manager)
    assert client.post(f"/cases/{case.pk}/timeline/{other.pk}/pin/").status_code == 404
    client.force_login(cast.practice_adviser)
    mine = timeline(case, cast.case_manager)[0]
    assert client.post(f"/cases/{case.pk}/timeline/{mine.key}/pin/").status_code == 403
    assert not PinnedEntry.objects.exists()
