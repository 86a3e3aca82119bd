"""An assessment may be incomplete if each gap has a reason; it is made once a point."""

from datetime import date
from uuid import uuid4, uuid5

import pytest

from drive.vocabulary.abuse import AbuseType, Severity
from drive.vocabulary.answers import ValueStatus, known
from drive.vocabulary.casework import AssessmentPoint
from drive.web.assessments.actions import submit
from drive.web.assessments.exceptions import GapsWithoutReason, SourceMissing
from drive.web.assessments.models import AbuseRating, Assessment, AssessmentAnswer
from drive.web.assessments.queries import content_of, due_soon, next_due
from drive.web.audit.models import Event
from drive.web.casework.exceptions import ImpossibleDay
from drive.web.casework.models import DriveCase
from drive.web.casework.queries import dyads_of
from drive.web.recording.exceptions import ChangedMeanwhile
from drive.web.recording.rules import LEGACY, definition
from tests.cast import NOW, Cast
from tests.factories.assessments import LIVE, answers_at, assessment_at, ratings_of, towards
from tests.factories.casework import case_at

pytestmark = pytest.mark.django_db

INTAKE = AssessmentPoint.INTAKE


def submit_intake(cast: Cast, case: DriveCase, **other: object) -> Assessment:
    given = {
        "point": INTAKE,
        "assessed_on": date(2017, 2, 1),
        "definition": LIVE,
        "answers": answers_at(INTAKE),
        "ratings": towards(dyads_of(case), ratings_of()),
    }
    return submit(case=case, by=cast.case_manager, now=NOW, **{**given, **other})


def test_an_assessment_keeps_answers_reasons_and_ratings(cast: Cast) -> None:
    case = case_at(cast)
    made = assessment_at(cast, case, need_alcohol="yes")
    content = content_of(made)
    assert content.answers["need_alcohol"].value == "yes"
    assert content.answers["need_drugs"].status is ValueStatus.NOT_ASKED
    assert [(each.abuse_type, each.severity.value) for each in content.ratings] == [
        (kind, Severity.HIGH) for kind in AbuseType
    ]
    asked = {question.key for question in LIVE.questions(INTAKE) if question.only_if is None}
    under_a_yes = {"level_of_need_alcohol", "plan_for_need_alcohol"}
    assert set(content.answers) == asked | under_a_yes
    assert content.answers["need_alcohol"].as_of == made.assessed_on
    event = Event.objects.get(action="assessments.submit")
    assert event.object_ids == [str(case.pk), str(made.pk)]


def test_ratings_are_of_the_primary_pair(cast: Cast) -> None:
    case = case_at(cast)
    assessment_at(cast, case)
    pair = case.perpetrator.dyads.get(is_primary=True)
    assert set(AbuseRating.objects.values_list("dyad", flat=True)) == {pair.pk}


def test_a_gap_without_a_reason_is_refused_and_named(cast: Cast) -> None:
    case = case_at(cast)
    answers = answers_at(INTAKE)
    del answers["need_housing"]
    with pytest.raises(GapsWithoutReason, match="Housing"):
        submit_intake(cast, case, answers=answers)
    with pytest.raises(GapsWithoutReason, match="Physical abuse"):
        submit_intake(cast, case, ratings=towards(dyads_of(case), ratings_of()[1:]))
    assert not Assessment.objects.exists()


def test_the_old_form_left_gaps_and_still_may(cast: Cast) -> None:
    made = submit_intake(
        cast, case_at(cast), definition=definition("assessment", LEGACY), answers={}, ratings=()
    )
    assert made.form == "assessment/legacy"
    assert not AssessmentAnswer.objects.exists()


def test_there_is_one_assessment_a_point(cast: Cast) -> None:
    case = case_at(cast)
    submit_intake(cast, case)
    with pytest.raises(ChangedMeanwhile, match="Case manager saved this"):
        submit_intake(cast, case)
    assert Assessment.objects.count() == 1


@pytest.mark.parametrize("day", [date(2017, 1, 15), date(2017, 7, 1)])
def test_an_assessment_lies_between_allocation_and_today(cast: Cast, day: date) -> None:
    with pytest.raises(ImpossibleDay):
        submit_intake(cast, case_at(cast), assessed_on=day)


def test_keys_are_the_same_in_every_load(cast: Cast) -> None:
    key = uuid4()
    made = submit_intake(cast, case_at(cast), key=key)
    assert made.pk == key
    assert AssessmentAnswer.objects.get(question="ethnicity").pk == uuid5(key, "ethnicity")
    pair = AbuseRating.objects.get(abuse_type="physical").dyad_id
    assert AbuseRating.objects.get(abuse_type="physical").pk == uuid5(key, f"{pair}physical")


def test_ratings_of_an_old_form_keep_the_keys_they_had(cast: Cast) -> None:
    key, old = uuid4(), definition("assessment", LEGACY)
    submit_intake(cast, case_at(cast), definition=old, ratings=ratings_of(), key=key)
    assert AbuseRating.objects.get(abuse_type="physical").pk == uuid5(key, "physical")


def test_an_answer_says_who_said_so(cast: Cast) -> None:
    case = case_at(cast)
    answers = answers_at(INTAKE) | {"need_drugs": known("no")}
    with pytest.raises(SourceMissing, match="Substance misuse") as refusal:
        submit_intake(cast, case, answers=answers)
    assert refusal.value.field == "all_source"


def test_the_words_of_an_old_list_are_kept_beside_the_code(cast: Cast) -> None:
    submit_intake(cast, case_at(cast), source_labels={"ethnicity": "White Other Mixed"})
    row = AssessmentAnswer.objects.get(question="ethnicity")
    assert row.source_label == "White Other Mixed"


def test_the_idva_lead_reads_no_assessment(cast: Cast) -> None:
    assessment_at(cast, case_at(cast))
    seeing = {name for name, user in cast.users.items() if Assessment.objects.visible_to(user)}
    assert seeing == {"case_manager", "service_manager", "excluded", "practice_adviser"}
    for model in (AssessmentAnswer, AbuseRating):
        assert not model.objects.visible_to(cast.idva).exists()


def test_what_is_due_is_found_the_longest_overdue_first(cast: Cast) -> None:
    late = case_at(cast, number=1)
    done = case_at(cast, number=2, allocated_on=date(2017, 6, 1))
    assessment_at(cast, done, assessed_on=date(2017, 6, 20))
    soon = case_at(cast, number=3, allocated_on=date(2017, 6, 10))
    found = due_soon(cast.case_manager, date(2017, 6, 30))
    assert [(each.case, each.is_overdue) for each in found] == [(late, True), (soon, False)]
    following = next_due([done], cast.case_manager)[done.pk]
    assert following is not None
    assert (following.point, following.due_on) == (AssessmentPoint.MONTH_3, date(2017, 9, 1))
    assert due_soon(cast.idva, date(2017, 6, 30)) == []
