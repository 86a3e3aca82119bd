"""A rise in abuse or risk: found, told to the Idva lead, and reviewed by the service manager."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from drive.vocabulary.abuse import Severity
from drive.vocabulary.answers import InformationSource, known
from drive.vocabulary.assessments import RiseOf
from drive.vocabulary.casework import AssessmentPoint
from drive.vocabulary.tasks import TaskKind
from drive.web.assessments.actions import review_rise, submit
from drive.web.assessments.exceptions import JudgedTooLow, RiseUnexplained
from drive.web.assessments.models import Assessment, Rise, RiseReview
from drive.web.assessments.queries import reviews_of, rises_on, rises_waiting
from drive.web.casework.models import DriveCase, WhoseRisk
from drive.web.recording.exceptions import ChangedMeanwhile
from drive.web.recording.rules import LEGACY, definition
from drive.web.tasks.queries import tasks_about
from tests.cast import NOW, Cast
from tests.factories.assessments import LIVE, answers_at, assessment_at, ratings_of, towards
from tests.factories.casework import case_at

pytestmark = pytest.mark.django_db

INTAKE, MONTH_3 = AssessmentPoint.INTAKE, AssessmentPoint.MONTH_3
LATER = date(2017, 5, 1)


@pytest.fixture(autouse=True)
def clock(settings) -> None:
    """Set the day."""
    settings.DRIVE_TODAY = NOW.date()


@pytest.fixture
def risen(cast: Cast) -> DriveCase:
    """Return a case in which four types of abuse rose from moderate to high."""
    case = case_at(cast)
    assessment_at(cast, case, severity=Severity.MODERATE)
    assessment_at(cast, case, MONTH_3, assessed_on=LATER)
    return case


def test_each_rise_is_noted_and_two_people_are_told_once(cast: Cast, risen: DriveCase) -> None:
    rises = list(rises_on(risen, cast.service_manager))
    assert len(rises) == 4
    assert {(each.of, each.before, each.after, each.basis) for each in rises} == {
        ("abuse", "moderate", "high", "newly_happened")
    }
    kinds = {
        role: [task.kind for task in tasks_about(risen.pk, user) if "rise" in task.kind]
        for role, user in (("manager", cast.service_manager), ("idva", cast.idva))
    }
    assert kinds == {"manager": ["review_rise", "read_rise"], "idva": ["read_rise"]} or kinds == {
        "manager": ["read_rise", "review_rise"],
        "idva": ["read_rise"],
    }


def test_risk_and_drive_dash_rise_too(cast: Cast) -> None:
    case = case_at(cast)
    assessment_at(cast, case, risk_level_victim_survivor="standard", dash_01="no")
    signs = {f"dash_{number:02}": "yes" for number in range(1, 9)}
    assessment_at(
        cast, case, MONTH_3, assessed_on=LATER, risk_level_victim_survivor="high", **signs
    )
    found = {(each.of, each.before, each.after) for each in Rise.objects.all()}
    assert found == {
        (RiseOf.RISK_VICTIM_SURVIVOR, "standard", "high"),
        (RiseOf.DRIVE_DASH, "standard", "medium"),
    }


def test_nothing_rises_on_the_old_form(cast: Cast) -> None:
    case, old = case_at(cast), definition("assessment", LEGACY)
    for point, day, level in ((INTAKE, date(2017, 2, 1), "none"), (MONTH_3, LATER, "high")):
        submit(
            case=case,
            point=point,
            assessed_on=day,
            definition=old,
            answers={},
            ratings=ratings_of(Severity(level)),
            by=cast.case_manager,
            now=NOW,
        )
    assert not Rise.objects.exists()
    assert not tasks_about(case.pk, cast.service_manager).exists()


def test_a_higher_level_must_say_what_is_new(cast: Cast) -> None:
    case = case_at(cast)
    assessment_at(cast, case, severity=Severity.MODERATE)
    silent = [replace(each, rise_basis=None) for each in ratings_of()]
    with pytest.raises(RiseUnexplained, match="Physical"):
        submit(
            case=case,
            point=MONTH_3,
            assessed_on=LATER,
            definition=LIVE,
            answers=answers_at(MONTH_3),
            ratings=towards(case.perpetrator.dyads.all(), silent),
            by=cast.case_manager,
            now=NOW,
        )


def test_judgement_never_lowers_the_drive_dash(cast: Cast) -> None:
    case = case_at(cast)
    signs = {f"dash_{number:02}": "yes" for number in range(1, 15)}
    answers = answers_at(INTAKE, **signs, dash_raised="yes", dash_judgement="medium")
    with pytest.raises(JudgedTooLow, match="14 signs"):
        submit(
            case=case,
            point=INTAKE,
            assessed_on=date(2017, 2, 1),
            definition=LIVE,
            answers=answers,
            ratings=towards(case.perpetrator.dyads.all(), ratings_of()),
            by=cast.case_manager,
            now=NOW,
        )
    assert known("yes", source=InformationSource.POLICE) == answers["dash_raised"]


def test_a_correction_notes_no_rise_twice(cast: Cast, risen: DriveCase) -> None:
    standing = Assessment.objects.get(point=MONTH_3)
    assessment_at(cast, risen, MONTH_3, assessed_on=LATER, seen=standing.pk)
    assert Rise.objects.count() == 4


def test_the_idva_lead_sees_type_and_levels_and_no_more(
    cast: Cast, client: Client, risen: DriveCase
) -> None:
    client.force_login(cast.idva)
    page = client.get(f"/cases/{risen.pk}/assessments/rises/").content.decode()
    assert "Physical abuse: from moderate to high" in page
    assert "/assessments/month_3/" not in page
    assert (
        f"/cases/{risen.pk}/assessments/rises/"
        in client.get(f"/cases/{risen.pk}/").content.decode()
    )
    rise = rises_on(risen, cast.idva)[0]
    address = f"/cases/{risen.pk}/assessments/rises/{rise.pk}/"
    assert client.get(address).status_code == 403
    sent = {"key": str(uuid4())}
    for _ in range(2):
        assert client.post(f"{address}read/", sent)["Location"].endswith("/rises/")
    kinds = {task.kind for task in tasks_about(risen.pk, cast.service_manager)}
    assert TaskKind.READ_RISE not in kinds
    assert TaskKind.REVIEW_RISE in kinds
    assert (
        "Note that you have read"
        not in client.get(f"/cases/{risen.pk}/assessments/rises/").content.decode()
    )


def review(cast: Cast, rise: Rise, **more: object) -> RiseReview:
    given = {
        "found": "It has got worse.",
        "done": "The police were told.",
        "whose_risk": [WhoseRisk.VICTIM_SURVIVOR],
    }
    return review_rise(rise=rise, by=cast.service_manager, now=NOW, **{**given, **more})


def test_the_service_manager_reviews_each_and_then_the_task_is_done(
    cast: Cast, client: Client, risen: DriveCase
) -> None:
    first, *others = rises_waiting(cast.service_manager)
    client.force_login(cast.service_manager)
    address = f"/cases/{risen.pk}/assessments/rises/{first.pk}/"
    sent = {"found": "", "done": "The police were told.", "key": str(uuid4())}
    page = client.post(address, sent).content.decode()
    assert "Say what you found" in page
    assert "The police were told." in page
    sent |= {"found": "She told the IDVA.", "whose_risk": ["victim_survivor", "children"]}
    for _ in range(2):
        assert client.post(address, sent)["Location"].endswith("/rises/")
    made = RiseReview.objects.get()
    assert "IDVA" not in made.sealed_found + made.sealed_done
    assert [each.found for each in reviews_of(first, cast.service_manager)] == [
        "She told the IDVA."
    ]
    assert reviews_of(first, cast.idva) == []
    assert rises_waiting(cast.service_manager).count() == 3
    kinds = {task.kind for task in tasks_about(risen.pk, cast.service_manager)}
    assert TaskKind.REVIEW_RISE in kinds
    for rise in others:
        review(cast, rise)
    kinds = {task.kind for task in tasks_about(risen.pk, cast.service_manager)}
    assert TaskKind.REVIEW_RISE not in kinds


def test_a_second_review_is_written_in_sight_of_the_first(cast: Cast, risen: DriveCase) -> None:
    rise = rises_waiting(cast.service_manager)[0]
    first = review(cast, rise)
    with pytest.raises(ChangedMeanwhile) as refusal:
        review(cast, rise)
    assert refusal.value.theirs["found"] == "It has got worse."
    assert review(cast, rise, seen=first.pk).supersedes == first


def test_how_it_has_gone_is_drawn_and_said(cast: Cast, client: Client, risen: DriveCase) -> None:
    client.force_login(cast.case_manager)
    page = client.get(f"/cases/{risen.pk}/assessments/how-it-has-gone/").content.decode()
    assert 'aria-label="Physical abuse. Intake: Moderate; 3 months: High."' in page
    assert "in words</caption>" in page
    client.force_login(cast.practice_adviser)
    page = client.get(f"/cases/{risen.pk}/assessments/how-it-has-gone/").content.decode()
    assert "Physical abuse" in page
    assert "Survivor1" not in page
