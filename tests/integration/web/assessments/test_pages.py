"""Filling in an assessment: part by part, kept while it is typed."""

from datetime import date

import pytest
from django.test import Client

from drive.vocabulary.abuse import Severity
from drive.vocabulary.answers import ValueStatus
from drive.web.assessments.models import Assessment
from drive.web.assessments.queries import content_of, unfinished
from drive.web.casework.models import DriveCase
from drive.web.recording.queries import drafts_of
from tests.cast import NOW, Cast
from tests.factories.assessments import another_pair, assessment_at
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


def test_what_is_typed_is_kept_and_taken_up_again(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    sent = {"need_alcohol-value": "no", "need_alcohol-source": "police", "later": "yes"}
    response = client.post(part(case, "needs"), sent)
    assert response["Location"] == f"/cases/{case.pk}/assessments/month_3/"
    page = client.get(response["Location"]).content.decode()
    assert "10 unanswered" in page
    assert "1 of 50 answers known" in page
    assert [each.case for each in unfinished(cast.case_manager)] == [case]
    again = client.get(part(case, "needs")).content.decode()
    assert 'value="no" checked' in again
    assert "Saved 30 June 2017" in again
    assert not Assessment.objects.exists()


def test_a_need_that_is_there_asks_how_great_it_is(client: Client, case: DriveCase) -> None:
    client.post(part(case, "needs"), {"need_alcohol-value": "yes"})
    page = client.get(f"/cases/{case.pk}/assessments/month_3/").content.decode()
    assert "12 unanswered" in page


def test_what_is_not_asked_after_a_no_is_refused_and_kept(client: Client, case: DriveCase) -> None:
    sent = {"need_alcohol-value": "no", "level_of_need_alcohol-value": "high"}
    page = client.post(part(case, "needs"), sent).content.decode()
    assert "how great is the need?’ is not asked after your answer above" in page
    assert 'value="high" checked' in client.get(part(case, "needs")).content.decode()


def test_an_answer_with_a_reason_is_refused_and_kept(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    sent = {"need_alcohol-value": "yes", "need_alcohol-status": "declined"}
    page = client.post(part(case, "needs"), sent).content.decode()
    assert "Alcohol misuse: is there a need?’: give the answer or the reason" in page
    assert drafts_of(cast.case_manager).count() == 1


def test_one_reason_source_and_day_for_many_are_written_beside_each(
    client: Client, case: DriveCase
) -> None:
    sent = {
        "need_drugs-value": "no",
        "gap_reason": "not_contactable",
        "all_source": "probation",
        **day("all_day", "1 4 2017"),
    }
    response = client.post(part(case, "needs"), sent)
    assert response["Location"] == part(case, abuse_of(case))
    page = client.get(f"/cases/{case.pk}/assessments/month_3/check/").content.decode()
    assert "No (Probation, 1 April 2017)" in page
    assert page.count("Could not be contacted") >= 10
    assert "39 questions have neither" in page


def test_the_answer_given_last_time_stands_beside_the_question(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    assessment_at(cast, case, need_alcohol="yes", severity=Severity.MODERATE)
    assert "Intake: Yes (Police" in client.get(part(case, "needs")).content.decode()
    abuse = client.get(part(case, abuse_of(case))).content.decode()
    assert "Intake: Moderate." in abuse
    assert "Intake: Every month." in abuse
    assert "Violence that caused lasting pain" in abuse
    assert "For example: punched on the arm" in abuse
    assert "Last time it was: Moderate." in abuse


def test_a_higher_level_asks_what_is_new(cast: Cast, client: Client, case: DriveCase) -> None:
    assessment_at(cast, case, severity=Severity.MODERATE)
    sent = {"used_physical-value": "yes", "severity_physical-value": "high"}
    client.post(part(case, abuse_of(case)), sent)
    page = client.get(f"/cases/{case.pk}/assessments/month_3/check/").content.decode()
    assert "Physical abuse: if it is more severe than last time, what is new?" in page
    client.post(part(case, abuse_of(case)), sent | {"severity_physical-value": "moderate"})
    page = client.get(f"/cases/{case.pk}/assessments/month_3/check/").content.decode()
    assert "if it is more severe" not in page


def test_each_victim_survivor_has_a_section_of_her_own(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    second = another_pair(cast, case)
    page = client.get(f"/cases/{case.pk}/assessments/month_3/").content.decode()
    assert "Abuse (victim-survivor 1 of 2)" in page
    assert "Abuse (victim-survivor 2 of 2)" in page
    shown = client.get(part(case, f"abuse-{str(second.pk)[:8]}")).content.decode()
    assert "<title>" in shown
    assert second.victim_survivor.person.surname not in shown.partition("</title>")[0]
    client.post(part(case, f"abuse-{str(second.pk)[:8]}"), {"used_physical-status": "declined"})
    address = f"/cases/{case.pk}/assessments/month_3/check/"
    client.post(address, sent_off(gap_reason="not_asked"))
    made = Assessment.objects.get().ratings
    assert made.count() == 8
    assert made.get(dyad=second, abuse_type="physical").used_status == ValueStatus.DECLINED


def test_an_assessment_begun_under_the_first_version_is_finished_with_it(
    cast: Cast, client: Client, case: DriveCase, settings
) -> None:
    settings.DRIVE_TODAY = date(2017, 3, 31)
    client.logout()
    client.force_login(cast.case_manager)
    client.post(part(case, "needs"), {"need_alcohol-value": "yes"})
    settings.DRIVE_TODAY = NOW.date()
    client.logout()
    client.force_login(cast.case_manager)
    page = client.get(f"/cases/{case.pk}/assessments/month_3/").content.decode()
    assert "1 of 23 answers known" in page
    assert "Drive-DASH" not in page
    address = f"/cases/{case.pk}/assessments/month_3/check/"
    client.post(address, sent_off(gap_reason="asked_not_known"))
    made = Assessment.objects.get()
    assert made.form == "assessment/1"
    assert content_of(made).answers["need_alcohol"].value == "yes"
    other = client.get(f"/cases/{case.pk}/assessments/month_6/").content.decode()
    assert "Drive-DASH" in other


def test_a_colleague_is_named_and_what_was_typed_is_not_shown(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    client.post(part(case, "dash"), {"dash_judgement_reason-value": "Something private."})
    client.force_login(cast.service_manager)
    for address in (part(case, "dash"), f"/cases/{case.pk}/assessments/month_3/"):
        page = client.get(address).content.decode()
        assert "Case manager has begun this assessment too" in page
        assert "Something private." not in page


@pytest.mark.parametrize(
    "text", ["x" * 1_000_000, "a\x00b\x1b", "\u202eabc", "\U0001f469", "<b>{{ 7 * 7 }}</b>"]
)
def test_words_that_nobody_types_are_no_fault(client: Client, case: DriveCase, text: str) -> None:
    sent = {"dash_raised-value": "yes", "dash_judgement_reason-value": text}
    assert client.post(part(case, "dash"), sent).status_code in (200, 302)
    assert client.get(part(case, "dash")).status_code == 200
    assert client.get(f"/cases/{case.pk}/assessments/month_3/check/").status_code == 200


def test_points_and_parts_that_do_not_exist_are_not_found(client: Client, case: DriveCase) -> None:
    for address in ("month_4/", "intake/part/nothing/", "intake/submitted/", "intake/correct/"):
        assert client.get(f"/cases/{case.pk}/assessments/{address}").status_code == 404
