"""Printing a case: the ledger first, her side left out unless it is asked for."""

import pytest
from django.test import Client

from drive.vocabulary.abuse import AbuseType, Severity
from drive.vocabulary.answers import InformationSource, ValueStatus, known
from drive.vocabulary.casework import CaseState
from drive.vocabulary.ratings import Rating
from drive.web.assessments.queries import Content
from drive.web.audit.models import Event, EventKind
from drive.web.case_record.presenters.printing import without_her_side
from drive.web.casework.models import DriveCase
from drive.web.outbound.models import Release
from drive.web.recording.models import Draft
from tests.cast import Cast
from tests.factories.assessments import assessment_at
from tests.factories.casework import case_at, contact_with, note_on

HERS = "He waits outside the school."
TYPED = {
    "parts": ["case", "contact", "assessments", "timeline"],
    "victim_side": "out",
    "recipient": "Practice board",
    "purpose": "Review of the case",
    "key": "5d0dd6a5-7f3e-4f4a-9a8b-3c2b8d6f8a10",
}


@pytest.fixture
def case(cast: Cast) -> DriveCase:
    made = case_at(cast, CaseState.ACTIVE)
    note_on(cast, made, "Rang housing.")
    note_on(cast, made, HERS, informant=InformationSource.VICTIM_SURVIVOR)
    contact_with(cast, made)
    assessment_at(cast, made, need_alcohol="yes")
    return made


def _printed(client: Client, case: DriveCase, **other) -> str:
    answer = client.post(f"/cases/{case.pk}/print/", TYPED | other)
    assert answer.status_code == 200
    return answer.content.decode()


def test_her_side_is_left_out_unless_it_is_asked_for(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    client.force_login(cast.case_manager)
    sheet = _printed(client, case)
    assert "Rang housing." in sheet
    assert HERS not in sheet
    assert "is left out" in sheet
    whole = _printed(client, case, victim_side="in", key=TYPED["key"][:-1] + "1")
    assert HERS in whole
    assert "Not to be revealed to the service user" in whole


def test_what_was_printed_is_no_longer_a_form_that_was_begun(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    client.force_login(cast.case_manager)
    place = {"draft_form": "case_record/print", "draft_subject": str(case.pk)}
    address = f"/cases/{case.pk}/print/"
    refused = client.post(address, TYPED | place | {"recipient": ""})
    assert "Write for whom it is printed" in refused.content.decode()
    assert Draft.objects.exists(), "what is not accepted is kept"
    _printed(client, case, **place)
    assert not Draft.objects.exists()


def test_who_printed_what_for_whom_stands_in_the_ledger_once(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    client.force_login(cast.case_manager)
    for _ in range(2):
        sheet = _printed(client, case)
        assert f"Printed by {cast.case_manager.name}" in sheet
    released = Release.objects.get()
    assert (released.kind, released.recipient) == ("print", "Practice board")
    assert released.object_ids == [str(case.pk)]
    assert Event.objects.filter(kind=EventKind.RELEASE, action="outbound.print").count() == 1


def test_a_print_without_a_reason_is_none(cast: Cast, client: Client, case: DriveCase) -> None:
    client.force_login(cast.case_manager)
    page = _printed(client, case, purpose="")
    assert "Write what it is for" in page
    assert "Practice board" in page
    assert not Release.objects.exists()


def test_whoever_only_reads_prints_nothing(cast: Cast, client: Client, case: DriveCase) -> None:
    for user in (cast.practice_adviser, cast.idva, cast.other_case_manager):
        client.force_login(user)
        assert client.post(f"/cases/{case.pk}/print/", TYPED).status_code in (403, 404)
    assert not Release.objects.exists()


def test_what_came_from_her_or_from_nobody_named_is_withheld_on_paper() -> None:
    def rated(source: InformationSource | None) -> Rating:
        return Rating(
            abuse_type=AbuseType.PHYSICAL,
            used=known("yes", source=source),
            severity=known(Severity.HIGH),
        )

    said = Content(
        answers={
            "need_housing": known("yes", source=InformationSource.POLICE),
            "need_alcohol": known("yes", source=InformationSource.IDVA),
        },
        ratings=[
            rated(InformationSource.POLICE),
            rated(InformationSource.VICTIM_SURVIVOR),
            rated(None),
        ],
    )
    paper = without_her_side(said)
    assert paper.answers["need_housing"].value == "yes"
    assert paper.answers["need_alcohol"].status is ValueStatus.WITHHELD_FOR_SAFETY
    assert [rating.severity.value for rating in paper.ratings] == ["high", None, None]
