"""Accepted, returned, corrected by a new version; and two people at one assessment."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from drive.vocabulary.answers import known
from drive.vocabulary.assessments import AssessmentState
from drive.vocabulary.casework import AssessmentPoint
from drive.vocabulary.tasks import TaskKind
from drive.web.assessments.actions import decide, submit
from drive.web.assessments.exceptions import NotToDecide, WordsMissing
from drive.web.assessments.models import Assessment, AssessmentDecision
from drive.web.assessments.queries import (
    assessment_state,
    assessments_of,
    content_of,
    versions_of,
    waiting_for_acceptance,
)
from drive.web.audit.models import Event
from drive.web.casework.models import DriveCase
from drive.web.recording.exceptions import ChangedMeanwhile
from drive.web.recording.rules import LEGACY, definition
from drive.web.tasks.queries import tasks_about
from tests.cast import NOW, Cast
from tests.factories.assessments import assessment_at
from tests.factories.casework import case_at

pytestmark = pytest.mark.django_db

INTAKE = AssessmentPoint.INTAKE


@pytest.fixture(autouse=True)
def clock(settings) -> None:
    """Set the day."""
    settings.DRIVE_TODAY = NOW.date()


@pytest.fixture
def case(cast: Cast, client: Client) -> DriveCase:
    client.force_login(cast.case_manager)
    return case_at(cast)


def of_intake(case: DriveCase, page: str) -> str:
    return f"/cases/{case.pk}/assessments/intake/{page}"


def sent_off(**more: str) -> dict[str, str]:
    day = {"assessed_on-day": "1", "assessed_on-month": "2", "assessed_on-year": "2017"}
    return {**day, "key": str(uuid4()), **more}


def open_kinds(case: DriveCase, cast: Cast) -> set[str]:
    users = (cast.service_manager, cast.case_manager, cast.idva)
    return {task.kind for user in users for task in tasks_about(case.pk, user)}


def test_a_submitted_assessment_waits_for_the_service_manager(cast: Cast, case: DriveCase) -> None:
    made = assessment_at(cast, case)
    assert assessment_state(made) is AssessmentState.SUBMITTED
    assert list(waiting_for_acceptance(cast.service_manager)) == [made]
    assert list(waiting_for_acceptance(cast.case_manager)) == []
    assert TaskKind.ACCEPT_ASSESSMENT in open_kinds(case, cast)


def test_the_service_manager_accepts_on_the_page(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    made = assessment_at(cast, case)
    client.force_login(cast.service_manager)
    assert "Accept or return" in client.get(of_intake(case, "submitted/")).content.decode()
    sent = {"decision": "accept", "words": "", "key": str(uuid4())}
    for _ in range(2):
        assert client.post(of_intake(case, "decide/"), sent)["Location"].endswith("/submitted/")
    assert AssessmentDecision.objects.get().accepted
    shown = client.get(of_intake(case, "submitted/")).content.decode()
    assert "Accepted. Accepted on 30 June 2017 by Service manager." in shown
    assert "Accept or return" not in shown
    assert TaskKind.ACCEPT_ASSESSMENT not in open_kinds(case, cast)
    event = Event.objects.get(action="assessments.accept")
    assert event.object_ids == [str(case.pk), str(made.pk)]


def test_returned_with_words_it_goes_back_to_the_case_manager(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    assessment_at(cast, case)
    client.force_login(cast.service_manager)
    sent = {"decision": "return", "words": "", "key": str(uuid4())}
    page = client.post(of_intake(case, "decide/"), sent).content.decode()
    assert "Say what has to be put right." in page
    client.post(of_intake(case, "decide/"), {**sent, "words": "Housing is <unclear>."})
    decision = AssessmentDecision.objects.get()
    assert "Housing" not in decision.sealed_words
    assert TaskKind.CORRECT_ASSESSMENT in open_kinds(case, cast)
    client.force_login(cast.case_manager)
    shown = client.get(of_intake(case, "submitted/")).content.decode()
    assert "Housing is &lt;unclear&gt;." in shown


def test_nobody_decides_about_an_own_assessment_or_twice(cast: Cast, case: DriveCase) -> None:
    made = assessment_at(cast, case, by=cast.service_manager)
    with pytest.raises(NotToDecide, match="somebody else"):
        decide(assessment=made, accepted=True, by=cast.service_manager, now=NOW)
    other = assessment_at(cast, case, AssessmentPoint.MONTH_3, assessed_on=date(2017, 4, 1))
    with pytest.raises(WordsMissing):
        decide(assessment=other, accepted=False, by=cast.service_manager, now=NOW)
    decide(assessment=other, accepted=True, by=cast.service_manager, now=NOW)
    with pytest.raises(NotToDecide, match="already"):
        decide(assessment=other, accepted=True, by=cast.service_manager, now=NOW)


def test_a_correction_begins_with_the_answers_and_becomes_a_new_version(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    first = assessment_at(cast, case, need_alcohol="yes")
    decide(assessment=first, accepted=True, by=cast.service_manager, now=NOW)
    to_fill = client.post(of_intake(case, "correct/"), {"key": str(uuid4())})
    assert to_fill["Location"] == of_intake(case, "")
    assert (
        "Version 1 was submitted by Case manager"
        in client.get(of_intake(case, "")).content.decode()
    )
    needs = of_intake(case, "part/needs/")
    assert 'value="yes" checked' in client.get(needs).content.decode()
    kept = client.get(of_intake(case, "check/")).content.decode()
    assert "have neither" not in kept
    assert "Somebody else has submitted" not in kept
    client.post(
        needs,
        {"need_alcohol-value": "no", "need_alcohol-source": "police", "gap_reason": "not_asked"},
    )
    client.post(of_intake(case, "check/"), sent_off(seen=str(first.pk)))
    second = Assessment.objects.get(version=2)
    assert second.supersedes == first
    assert content_of(first).answers["need_alcohol"].value == "yes"
    assert content_of(second).answers["need_alcohol"].value == "no"
    for one, other in zip(content_of(second).ratings, content_of(first).ratings, strict=True):
        assert one == replace(other, rise_basis=None)
    assert assessments_of(case, cast.case_manager)[INTAKE] == second
    assert [each.version for each in versions_of(case, INTAKE, cast.case_manager)] == [2, 1]
    shown = client.get(of_intake(case, "submitted/1/")).content.decode()
    assert "Replaced by a later version" in shown
    with pytest.raises(NotToDecide, match="later version"):
        decide(assessment=first, accepted=True, by=cast.service_manager, now=NOW)


def test_the_second_who_submits_sees_both_and_saves_knowingly(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    client.post(
        of_intake(case, "part/needs/"),
        {"need_alcohol-value": "no", "gap_reason": "not_asked", "all_source": "police"},
    )
    theirs = assessment_at(cast, case, by=cast.service_manager, need_alcohol="yes")
    page = client.get(of_intake(case, "check/")).content.decode()
    assert "Service manager submitted version 1" in page
    assert "Where the two differ" in page
    sent = sent_off(gap_reason="not_asked", all_source="police")
    refused = client.post(of_intake(case, "check/"), sent).content.decode()
    assert "Service manager saved this while you were typing" in refused
    assert "Alcohol misuse: is there a need?" in refused
    assert f'name="seen" id="id_seen" value="{theirs.pk}"' in refused
    assert Assessment.objects.count() == 1
    client.post(of_intake(case, "check/"), {**sent, "seen": str(theirs.pk)})
    mine = Assessment.objects.get(version=2)
    assert mine.supersedes == theirs
    assert content_of(mine).answers["need_alcohol"].value == "no"


def test_a_form_that_was_open_too_long_writes_over_nothing(cast: Cast, case: DriveCase) -> None:
    first = assessment_at(cast, case)
    second = assessment_at(cast, case, seen=first.pk)
    with pytest.raises(ChangedMeanwhile) as refusal:
        assessment_at(cast, case, seen=first.pk)
    assert refusal.value.stands == second.pk


def test_one_version_of_a_point_stands(cast: Cast, case: DriveCase) -> None:
    first = assessment_at(cast, case)
    about = {
        "drive_case": case,
        "point": INTAKE,
        "assessed_on": first.assessed_on,
        "form": first.form,
        "recorded_at": NOW,
        "recorded_by": cast.case_manager,
    }
    for wrong in ({}, {"version": 2}, {"version": 1, "supersedes": first}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Assessment.objects.create(**about, **wrong)


def test_an_old_assessment_is_corrected_under_the_form_of_its_time(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    first = submit(
        case=case,
        point=INTAKE,
        assessed_on=date(2017, 2, 1),
        definition=definition("assessment", LEGACY),
        answers={"need_alcohol": known("yes")},
        by=cast.case_manager,
        now=NOW,
    )
    client.post(of_intake(case, "correct/"), {"key": str(uuid4())})
    client.post(of_intake(case, "part/needs/"), {"need_alcohol-value": "no"})
    client.post(of_intake(case, "check/"), sent_off(seen=str(first.pk)))
    second = Assessment.objects.get(version=2)
    assert second.form == "assessment/legacy"
    assert list(content_of(second).answers) == ["need_alcohol"]
