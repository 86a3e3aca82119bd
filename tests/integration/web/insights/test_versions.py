"""A form is put right by a new version; her own words are sealed and kept only if she agrees."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from drive.vocabulary.answers import ValueStatus, known, unknown
from drive.vocabulary.insights import InsightsStage
from drive.web.insights import actions
from drive.web.insights.exceptions import NotAgreed
from drive.web.insights.models import InsightsAnswer, InsightsForm, OwnWords
from drive.web.insights.queries import (
    answers_of,
    definition_to_fill,
    forms_of,
    ratings_of,
    versions_of,
)
from drive.web.recording.actions import save_draft
from drive.web.recording.exceptions import ChangedMeanwhile
from drive.web.recording.models import Draft
from drive.web.recording.rules import definition
from tests.cast import NOW, Cast
from tests.factories.insights import OPENED_ON, answers_for, filled, idva_case, ratings, typed_form

pytestmark = pytest.mark.django_db

INTAKE = InsightsStage.INTAKE


def corrected(form: InsightsForm, cast: Cast, *, seen: Any, **given: str) -> InsightsForm:
    return actions.submit_form(
        case=form.idva_case,
        stage=InsightsStage(form.stage),
        happened_on=OPENED_ON,
        definition=definition("insights"),
        answers=answers_for(INTAKE, **given),
        ratings=ratings("moderate"),
        corrects=form,
        seen=seen,
        by=cast.idva,
        now=NOW,
    )


def test_a_correction_is_the_next_version_and_the_first_stays(cast: Cast) -> None:
    first = filled(idva_case(cast), INTAKE, cast)
    second = corrected(first, cast, seen=first.pk, afraid_now="very")
    assert (second.version, second.supersedes) == (2, first)
    assert answers_of(first)["afraid_now"] == known("not_afraid")
    assert answers_of(second)["afraid_now"] == known("very")
    assert {each.severity.value for each in ratings_of(first)} == {"high", None}
    assert forms_of(first.idva_case) == [second]
    assert versions_of(first) == [second, first]


def test_nobody_corrects_what_they_have_not_seen(cast: Cast) -> None:
    first = filled(idva_case(cast), INTAKE, cast)
    second = corrected(first, cast, seen=first.pk)
    with pytest.raises(ChangedMeanwhile) as refusal:
        corrected(first, cast, seen=first.pk)
    assert refusal.value.stands == second.pk
    assert InsightsForm.objects.count() == 2


def test_a_review_is_corrected_and_another_may_follow(cast: Cast) -> None:
    case = idva_case(cast)
    filled(case, INTAKE, cast)
    review = filled(case, InsightsStage.REVIEW, cast)
    corrected(review, cast, seen=review.pk)
    filled(case, InsightsStage.REVIEW, cast)
    case.refresh_from_db()
    stages = [(form.stage, form.version) for form in forms_of(case)]
    assert sorted(stages) == [("intake", 1), ("review", 1), ("review", 2)]


def test_the_page_of_a_correction_begins_with_what_stands(cast: Cast, client: Client) -> None:
    form = filled(idva_case(cast), INTAKE, cast, own_words_consent="yes", own_words="I sleep now.")
    client.force_login(cast.idva)
    page = client.get(f"/idva-cases/form/{form.pk}/correct/").content.decode()
    assert "I sleep now." in page
    assert f'value="{form.pk}"' in page
    sent = typed_form(INTAKE) | {"seen": str(form.pk), "afraid_now-value": "quite"}
    answer = client.post(f"/idva-cases/form/{form.pk}/correct/", sent)
    assert answer.status_code == 302
    latest = InsightsForm.objects.get(supersedes=form)
    assert answers_of(latest)["afraid_now"] == known("quite")
    read = client.get(f"/idva-cases/form/{latest.pk}/").content.decode()
    assert "Version 1" in read
    assert "Version 2" in read


# -- Her own words ---------------------------------------------------------------------------------


def test_her_own_words_lie_sealed_and_in_no_column_of_answers(cast: Cast) -> None:
    form = filled(
        idva_case(cast), INTAKE, cast, own_words_consent="yes", own_words="I sleep again."
    )
    row = OwnWords.objects.get()
    assert "sleep" not in row.sealed_text
    assert not InsightsAnswer.objects.filter(question="own_words").exists()
    assert not InsightsAnswer.objects.filter(value__contains="sleep").exists()
    assert answers_of(form)["own_words"] == known("I sleep again.")


@pytest.mark.parametrize(
    "consent", [known("no"), unknown(ValueStatus.NOT_ASKED), unknown(ValueStatus.DECLINED)]
)
def test_without_her_agreement_they_are_not_kept(consent: Any, cast: Cast) -> None:
    answers = answers_for(INTAKE) | {"own_words_consent": consent, "own_words": known("I sleep.")}
    with pytest.raises(NotAgreed) as refusal:
        actions.submit_form(
            case=idva_case(cast),
            stage=INTAKE,
            happened_on=OPENED_ON,
            definition=definition("insights"),
            answers=answers,
            ratings=ratings(),
            by=cast.idva,
            now=NOW,
        )
    assert refusal.value.field == "own_words"
    assert not OwnWords.objects.exists()
    assert not InsightsForm.objects.exists()


def test_a_reason_instead_of_her_words_is_an_answer(cast: Cast) -> None:
    answers = answers_for(INTAKE, own_words_consent="yes") | {
        "own_words": unknown(ValueStatus.WITHHELD_FOR_SAFETY)
    }
    form = actions.submit_form(
        case=idva_case(cast),
        stage=INTAKE,
        happened_on=OPENED_ON,
        definition=definition("insights"),
        answers=answers,
        ratings=ratings(),
        by=cast.idva,
        now=NOW,
    )
    assert answers_of(form)["own_words"].status is ValueStatus.WITHHELD_FOR_SAFETY


def test_the_words_are_refused_on_the_page_too(cast: Cast, client: Client) -> None:
    case = idva_case(cast)
    client.force_login(cast.idva)
    sent = typed_form(INTAKE) | {"own_words-value": "I sleep now."}
    page = client.post(f"/idva-cases/{case.pk}/forms/intake/", sent).content.decode()
    assert "is not asked after your answer above" in page
    assert "I sleep now." in page
    assert not InsightsForm.objects.exists()


# -- Versions of the definition --------------------------------------------------------------------


def test_what_was_begun_under_the_first_version_is_finished_under_it(
    cast: Cast, client: Client
) -> None:
    case = idva_case(cast)
    path = f"/idva-cases/{case.pk}/forms/intake/"
    save_draft(
        form="insights/intake",
        subject=str(case.pk),
        path=path,
        typed={"used_physical-value": ["yes"]},
        by=cast.idva,
        now=NOW,
    )
    client.force_login(cast.idva)
    page = client.get(path).content.decode()
    assert "afraid_now" not in page
    assert "Go on where you left off" in page
    used = definition("insights", "1")
    assert used.name == "insights/1"
    sent = {
        name: text
        for name, text in typed_form(INTAKE, key=str(uuid4())).items()
        if name.startswith(("happened_on", "used", "severity", "knew", "key"))
    }
    assert client.post(path, sent).status_code == 302
    assert InsightsForm.objects.get().form == "insights/1"
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    ("today", "has_fear"), [(date(2017, 3, 31), False), (date(2017, 4, 1), True)]
)
def test_the_second_version_is_in_force_from_its_day(
    today: date, has_fear: bool, cast: Cast
) -> None:
    used = definition_to_fill(idva_case(cast), INTAKE, cast.idva, today)
    assert ("afraid_now" in {each.key for each in used.questions(INTAKE)}) is has_fear
