"""Submitting an assessment: days, gaps, sources and the reason for no contact."""

from datetime import date

import pytest
from django.test import Client

from drive.vocabulary.answers import InformationSource, ValueStatus, known, unknown
from drive.web.assessments.models import Assessment
from drive.web.assessments.queries import content_of
from drive.web.casework.models import DriveCase
from drive.web.recording.queries import drafts_of
from tests.cast import NOW, Cast
from tests.factories.assessments import assessment_at
from tests.factories.casework import case_at
from tests.integration.web.assessments.pages import abuse_of, day, part, sent_off

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock(settings) -> None:
    """Set the day."""
    settings.DRIVE_TODAY = NOW.date()


@pytest.fixture
def case(cast: Cast, client: Client) -> DriveCase:
    client.force_login(cast.case_manager)
    return case_at(cast)


def test_an_assessment_is_submitted_once_with_a_reason_for_each_gap(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    client.post(part(case, "needs"), {"need_alcohol-value": "no"})
    client.post(
        part(case, abuse_of(case)),
        {
            "used_physical-value": "yes",
            "used_physical-source": "police",
            "severity_physical-value": "moderate",
            "frequency_physical-value": "weekly",
            **day("last_on_physical-value", "2 3 2017"),
            "used_sexual-status": "declined",
        },
    )
    address = f"/cases/{case.pk}/assessments/month_3/check/"
    sent = sent_off()
    page = client.post(address, sent).content.decode()
    assert "Give an answer, or a reason" in page
    sent |= {"gap_reason": "asked_not_known"}
    assert "Say who said so for: Alcohol misuse" in client.post(address, sent).content.decode()
    for _ in range(2):
        done = client.post(address, {**sent, "all_source": "probation"})
        assert done["Location"] == f"/cases/{case.pk}/assessments/month_3/submitted/"
    made = Assessment.objects.get()
    assert (made.form, made.version) == ("assessment/2", 1)
    _holds_what_was_said(made)
    assert not drafts_of(cast.case_manager).exists()
    assert client.get(address)["Location"].endswith("/submitted/")
    shown = client.get(f"/cases/{case.pk}/assessments/month_3/submitted/").content.decode()
    assert "Physical: last happened" in shown
    assert "2 March 2017" in shown


def _holds_what_was_said(made: Assessment) -> None:
    content = content_of(made)
    alcohol = content.answers["need_alcohol"]
    assert (alcohol.value, alcohol.source, alcohol.as_of) == (
        "no",
        InformationSource.PROBATION,
        made.assessed_on,
    )
    assert content.answers["need_drugs"].status is ValueStatus.ASKED_NOT_KNOWN
    physical, sexual, *_ = content.ratings
    assert (physical.severity.value, physical.frequency, physical.last_on) == (
        "moderate",
        known("weekly"),
        known("2017-03-02"),
    )
    assert physical.trend == unknown(ValueStatus.ASKED_NOT_KNOWN)
    assert (sexual.used.status, sexual.severity.status, sexual.frequency) == (
        ValueStatus.DECLINED,
        ValueStatus.DECLINED,
        None,
    )


def test_the_reason_for_no_contact_is_recorded_with_the_assessment(
    client: Client, case: DriveCase
) -> None:
    sent = {
        "contact_made-value": "no",
        "contact_made-source": "case_manager_observation",
        "non_contact_reason-value": "not_safe",
        "non_contact_cause-value": "sole_informant",
    }
    client.post(part(case, "contact"), sent)
    address = f"/cases/{case.pk}/assessments/month_3/check/"
    client.post(address, sent_off(gap_reason="not_asked"))
    record = case.non_contacts.get()
    assert (record.point, record.reason, record.cause, record.form) == (
        "month_3",
        "not_safe",
        "sole_informant",
        "assessment/2",
    )


def test_planned_or_pending_cannot_stand_at_closure(client: Client, case: DriveCase) -> None:
    sent = {
        "contact_made-value": "no",
        "contact_made-source": "case_manager_observation",
        "non_contact_reason-value": "planned_or_pending",
    }
    client.post(part(case, "contact", "closure"), sent)
    address = f"/cases/{case.pk}/assessments/closure/check/"
    more = {"gap_reason": "not_asked", "without_intake": "The case came late."}
    page = client.post(address, sent_off(**more)).content.decode()
    assert "At closure nothing is planned any more" in page
    assert not Assessment.objects.exists()
    assert not case.non_contacts.exists()


def test_a_closure_without_intake_needs_to_say_why(client: Client, case: DriveCase) -> None:
    address = f"/cases/{case.pk}/assessments/closure/check/"
    sent = sent_off(gap_reason="not_asked")
    assert "There is no intake assessment. Say why" in client.post(address, sent).content.decode()
    client.post(address, {**sent, "without_intake": "The case came late."})
    assert Assessment.objects.get().without_intake == "The case came late."


def test_a_later_point_speaks_of_no_earlier_day(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    assessment_at(cast, case, assessed_on=date(2017, 5, 2))
    address = f"/cases/{case.pk}/assessments/closure/check/"
    page = client.post(address, sent_off(gap_reason="not_asked")).content.decode()
    assert "“Intake” speaks of 2 May 2017" in page
    assert 'value="20"' in page


@pytest.mark.parametrize("text", ["15 1 2017", "1 1 0001", "1 1 9999", "x x x"])
def test_a_day_that_cannot_be_is_refused_beside_its_field(
    client: Client, case: DriveCase, text: str
) -> None:
    address = f"/cases/{case.pk}/assessments/intake/check/"
    sent = {**sent_off(gap_reason="not_asked"), **day("assessed_on", text)}
    response = client.post(address, sent)
    assert response.status_code == 200
    assert "id_assessed_on-error" in response.content.decode()
    assert not Assessment.objects.exists()
