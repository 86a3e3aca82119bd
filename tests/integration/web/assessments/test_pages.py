"""Filling in an assessment: part by part, kept while it is typed, submitted with reasons."""

from uuid import uuid4

import pytest
from django.test import Client

from drive.vocabulary.answers import ValueStatus
from drive.web.assessments.models import Assessment
from drive.web.assessments.queries import content_of, unfinished
from drive.web.casework.models import DriveCase
from drive.web.recording.queries import drafts_of
from tests.cast import NOW, Cast
from tests.factories.assessments import assessment_at
from tests.factories.casework import case_at

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock(settings) -> None:
    """Set the day."""
    settings.DRIVE_TODAY = NOW.date()


@pytest.fixture
def case(cast: Cast, client: Client) -> DriveCase:
    client.force_login(cast.case_manager)
    return case_at(cast)


def part(case: DriveCase, name: str, point: str = "month_3") -> str:
    return f"/cases/{case.pk}/assessments/{point}/part/{name}/"


def test_what_is_typed_is_kept_and_taken_up_again(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    sent = {"need_alcohol-value": "yes", "need_alcohol-source": "police", "later": "yes"}
    response = client.post(part(case, "needs"), sent)
    assert response["Location"] == f"/cases/{case.pk}/assessments/month_3/"
    page = client.get(response["Location"]).content.decode()
    assert "9 unanswered" in page
    assert "1 of 23 answers known" in page
    assert [each.case for each in unfinished(cast.case_manager)] == [case]
    again = client.get(part(case, "needs")).content.decode()
    assert 'value="yes" checked' in again
    assert "Saved 30 June 2017" in again
    assert not Assessment.objects.exists()


def test_an_answer_with_a_reason_is_refused_and_kept(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    sent = {"need_alcohol-value": "yes", "need_alcohol-status": "declined"}
    page = client.post(part(case, "needs"), sent).content.decode()
    assert "Alcohol misuse: is there a need?’: give the answer or the reason" in page
    assert drafts_of(cast.case_manager).count() == 1


def test_one_reason_for_many_is_written_beside_each(client: Client, case: DriveCase) -> None:
    sent = {"need_drugs-value": "no", "gap_reason": "not_contactable", "all_source": "probation"}
    response = client.post(part(case, "needs"), sent)
    assert response["Location"] == part(case, "abuse")
    page = client.get(f"/cases/{case.pk}/assessments/month_3/check/").content.decode()
    assert "No (Probation)" in page
    assert page.count("Could not be contacted") >= 9
    assert "13 questions have neither" in page


def test_an_assessment_is_submitted_once_with_a_reason_for_each_gap(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    client.post(part(case, "needs"), {"need_alcohol-value": "yes"})
    client.post(
        part(case, "abuse"),
        {"used_physical-value": "no", "used_sexual-status": "declined"},
    )
    address = f"/cases/{case.pk}/assessments/month_3/check/"
    sent = {
        "assessed_on-day": "20",
        "assessed_on-month": "4",
        "assessed_on-year": "17",
        "key": str(uuid4()),
    }
    assert "Give an answer, or a reason" in client.post(address, sent).content.decode()
    for _ in range(2):
        done = client.post(address, {**sent, "gap_reason": "asked_not_known"})
        assert done["Location"] == f"/cases/{case.pk}/assessments/month_3/submitted/"
    content = content_of(Assessment.objects.get())
    assert content.answers["need_alcohol"].value == "yes"
    assert content.answers["need_drugs"].status is ValueStatus.ASKED_NOT_KNOWN
    physical, sexual, *_ = content.ratings
    assert (physical.used.value, physical.severity.value) == ("no", "none")
    assert (sexual.used.status, sexual.severity.status) == (
        ValueStatus.DECLINED,
        ValueStatus.DECLINED,
    )
    assert not drafts_of(cast.case_manager).exists()
    assert client.get(address)["Location"].endswith("/submitted/")


def test_the_answer_given_last_time_stands_beside_the_question(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    assessment_at(cast, case, need_alcohol="yes")
    assert "Intake: Yes (Police)." in client.get(part(case, "needs")).content.decode()
    abuse = client.get(part(case, "abuse")).content.decode()
    assert "Intake: High." in abuse
    assert "Violence that caused lasting pain" in abuse


def test_points_and_parts_that_do_not_exist_are_not_found(client: Client, case: DriveCase) -> None:
    for address in ("month_4/", "intake/part/nothing/", "intake/submitted/"):
        assert client.get(f"/cases/{case.pk}/assessments/{address}").status_code == 404
