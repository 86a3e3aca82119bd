"""The pages of the independent monitor: arms and numbers, and nothing that tells of a person."""

import re
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.allocation import Arm
from drive.vocabulary.harm import SeriousEventKind
from drive.web.audit.models import Event
from drive.web.casework.models import DriveCase
from drive.web.harm.actions import correct, take_back
from drive.web.harm.models import MonitorNotice, SeriousEvent
from drive.web.insights.models import IdvaCase
from drive.web.people.models import Dyad, Person
from tests.cast import NOW, Cast
from tests.factories.allocation import allocation
from tests.factories.casework import case_at
from tests.factories.harm import reported, said
from tests.factories.insights import idva_case
from tests.factories.referrals import hearing
from tests.factories.sign_in import signed_in
from tests.integration.web.harm.desk import words

pytestmark = pytest.mark.django_db

MONITOR = "/harm/"
ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
CELL = re.compile(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", re.DOTALL)


def page_of(client: Client, cast: Cast, address: str = MONITOR) -> str:
    answer = signed_in(client, cast.monitor).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def rows_of(page: str, caption: str) -> dict[str, list[str]]:
    """Return the rows of a table by their first cell."""
    table = page[page.index(f">{caption}</caption>") :]
    table = table[: table.index("</table>")]
    found = [[cell.strip() for cell in CELL.findall(row)] for row in ROW.findall(table)]
    return {first: rest for first, *rest in found}


@pytest.fixture
def harmed(cast: Cast) -> list[SeriousEvent]:
    """Two events in the Drive arm, one in control, one before the draw, one of nobody drawn."""
    drive_case = case_at(cast, number=1)
    in_drive = Dyad.objects.get(perpetrator=drive_case.perpetrator_id)
    in_control = _pair(allocation(cast, 2, arm=Arm.CONTROL))
    allocation(cast, 3, arm=Arm.CONTROL)
    idva_case(cast, dyad=in_control)
    return [
        reported(in_drive, cast.case_manager, account="firstcanary"),
        reported(in_drive, cast.idva, kind=SeriousEventKind.LEAK, account="secondcanary"),
        reported(in_control, cast.idva, account="thirdcanary"),
        reported(
            in_control, cast.idva, happened_on=date(2017, 6, 1), kind=SeriousEventKind.NEAR_FATAL
        ),
        reported(hearing(cast, 4).dyad, cast.coordinator, kind=SeriousEventKind.SUICIDE),
    ]


def _pair(drawn: Any) -> Dyad:
    return Dyad.objects.get(perpetrator=drawn.perpetrator_id)


def test_events_by_kind_and_arm_with_what_that_is_of_100(
    cast: Cast, client: Client, harmed: list[SeriousEvent]
) -> None:
    page = page_of(client, cast)
    assert "1 person allocated to the Drive arm, 2 people to the control arm." in page
    found = rows_of(page, "Serious events by kind and arm")
    assert found["Kind"] == [
        "Drive",
        "Drive per 100",
        "Control",
        "Control per 100",
        "Before the draw",
        "Not drawn",
    ]
    assert found["Serious injury"] == ["1", "100.0", "1", "50.0", "0", "0"]
    assert found["Suicide"] == ["0", "0.0", "0", "0.0", "0", "1"]
    assert found["All serious events"] == ["2", "200.0", "1", "50.0", "1", "1"]
    both = rows_of(page, "Of these, reported by somebody who works in both arms")
    assert both["All of these"] == ["1", "100.0", "1", "50.0", "1", "1"]
    months = rows_of(page, "Serious events by month")
    assert months["June 2017"] == ["2", "1", "1", "1"]


def test_nothing_on_the_monitors_pages_tells_of_a_person(
    cast: Cast, client: Client, harmed: list[SeriousEvent]
) -> None:
    pages = [page_of(client, cast, "/"), page_of(client, cast)]
    pages += [
        page_of(client, cast, reverse("harm:notice", args=[each.pk]))
        for each in MonitorNotice.objects.all()
    ]
    told = [
        *("firstcanary", "secondcanary", "thirdcanary", "Essex", "West Sussex"),
        *(each.name for each in Person.objects.all()),
        *(each.forename for each in Person.objects.all()),
        *(each.reference for each in DriveCase.objects.all()),
        *(each.reference for each in IdvaCase.objects.all()),
        *(user.name for name, user in cast.users.items() if name not in {"monitor", "nobody"}),
        *(str(each.pk) for each in harmed),
        *(str(each.dyad_id) for each in harmed),
    ]
    assert len(pages) == 7
    for page in pages:
        assert [word for word in told if re.search(rf"\b{re.escape(word)}\b", page)] == []


def test_no_other_page_opens_for_the_monitor(
    cast: Cast, client: Client, harmed: list[SeriousEvent]
) -> None:
    signed_in(client, cast.monitor)
    for address in (
        reverse("harm:reports"),
        reverse("harm:report", args=[harmed[0].pk]),
        reverse("harm:record", args=[harmed[0].dyad_id]),
        reverse("harm:judge", args=[harmed[0].pk]),
        reverse("allocation:log"),
        reverse("referrals:hearings"),
    ):
        assert client.get(address).status_code == 403, address


def test_the_monitor_acknowledges_once(
    cast: Cast, client: Client, harmed: list[SeriousEvent]
) -> None:
    notice = harmed[0].notice
    address = reverse("harm:notice", args=[notice.pk])
    assert address in page_of(client, cast)
    assert address in page_of(client, cast, "/")
    page = words(page_of(client, cast, address).encode())
    assert "Serious injury: the victim-survivor" in page
    assert "Arm Drive" in page
    sent = {"key": str(uuid4())}
    for _ in range(2):
        assert client.post(address, sent)["Location"] == MONITOR
    notice.refresh_from_db()
    assert notice.acknowledged_by == cast.monitor
    assert address not in page_of(client, cast)
    assert Event.objects.filter(action="harm.acknowledge", kind="change").count() == 1


def test_what_came_late_is_shown_as_late(cast: Cast, client: Client) -> None:
    dyad = hearing(cast).dyad
    known_at = NOW - timedelta(hours=30)
    reported(dyad, cast.coordinator, known_at=known_at, happened_on=date(2017, 6, 28))
    assert "Late by 6 hours, not acknowledged" in page_of(client, cast)
    assert re.search(r"Told late\s*</dt>\s*<dd[^>]*>\s*1\b", page_of(client, cast))


def test_in_time_and_not_acknowledged_becomes_late(
    cast: Cast, client: Client, settings: Any
) -> None:
    reported(hearing(cast).dyad, cast.coordinator)
    settings.DRIVE_TODAY = date(2017, 7, 3)
    assert "Late: not acknowledged" in page_of(client, cast)
    assert "Was due by" in page_of(client, cast, "/")


def test_the_monitor_is_told_of_corrections(cast: Cast, client: Client) -> None:
    first = reported(hearing(cast).dyad, cast.coordinator)
    second = correct(
        event=first,
        corrected=said(kind=SeriousEventKind.DEATH, account="correctedcanary"),
        by=cast.coordinator,
        now=NOW,
    )
    take_back(event=second, reason="takenbackcanary", by=cast.coordinator, now=NOW)
    page = page_of(client, cast)
    assert "Corrected: Death, other than by suicide: the victim-survivor" in page
    assert "Taken back: Death, other than by suicide: the victim-survivor" in page
    assert "canary" not in page
    assert MonitorNotice.objects.count() == 3


def test_before_anything_was_reported(cast: Cast, client: Client) -> None:
    page = page_of(client, cast)
    assert "No notice waits for you." in page
    found = rows_of(page, "Serious events by kind and arm")
    assert found["All serious events"] == ["0", "–", "0", "–", "0", "0"]
    assert rows_of(page, "Serious events by month")["June 2017"] == ["0", "0", "0", "0"]


def test_each_page_leaves_one_event_of_its_reading(
    cast: Cast, client: Client, harmed: list[SeriousEvent]
) -> None:
    page_of(client, cast)
    event = Event.objects.get(kind="read", action="harm.monitor")
    assert (event.actor_id, event.purpose) == (cast.monitor.pk, "monitoring")
    assert set(event.object_ids) == {str(each.pk) for each in MonitorNotice.objects.all()}
