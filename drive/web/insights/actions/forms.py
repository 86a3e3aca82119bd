"""Submitting the forms of an Idva case, as a first version or as a correction."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import transaction

from drive.vocabulary.answers import Answer
from drive.vocabulary.insights import InsightsStage
from drive.vocabulary.question import QuestionKind
from drive.vocabulary.ratings import Rating
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.core.sealing import seal_field
from drive.web.insights.actions.checking import Submitted, check
from drive.web.insights.models import (
    ExperienceRating,
    IdvaCase,
    InsightsAnswer,
    InsightsForm,
    OwnWords,
)
from drive.web.recording.actions import answer_fields, detail_fields, rating_fields
from drive.web.recording.rules import Definition


@transaction.atomic
def submit_form(
    *,
    case: IdvaCase,
    stage: InsightsStage,
    happened_on: date,
    definition: Definition,
    answers: Mapping[str, Answer],
    ratings: Iterable[Rating],
    corrects: InsightsForm | None = None,
    seen: UUID | None = None,
    by: User,
    now: datetime,
    key: UUID | None = None,
) -> InsightsForm:
    """Submit a form. Every question has an answer or a reason; the exit form ends the series.

    With `corrects` it becomes the next version of that form; `seen` is the version that the
    person had before her.
    """
    given = Submitted(
        case=case,
        stage=stage,
        happened_on=happened_on,
        definition=definition,
        answers=dict(answers),
        ratings=list(ratings),
    )
    standing = check(given, corrects=corrects, seen=seen, now=now)
    form = _form(given, standing, by=by, now=now)
    if key is not None:
        form.id = key
    form.save(force_insert=True)
    _write_answers(form, given, keyed=key is not None)
    _write_ratings(form, given.ratings, keyed=key is not None)
    record_change("insights.submit", form, by=by, now=now, fields=f"{stage} form")
    return form


def _form(
    given: Submitted, standing: InsightsForm | None, *, by: User, now: datetime
) -> InsightsForm:
    return InsightsForm(
        idva_case=given.case,
        stage=given.stage,
        happened_on=given.happened_on,
        form=given.definition.name,
        version=standing.version + 1 if standing else 1,
        supersedes=standing,
        recorded_at=now,
        recorded_by=by,
    )


def _write_answers(form: InsightsForm, given: Submitted, *, keyed: bool) -> None:
    asked = given.definition.questions(given.stage)
    typed = {each.key for each in asked if each.kind is QuestionKind.TEXT}
    said = {key for key in typed if key in given.answers and given.answers[key].is_known}
    InsightsAnswer.objects.bulk_create(
        InsightsAnswer(
            insights_form=form,
            question=question,
            recorded_at=form.recorded_at,
            recorded_by=form.recorded_by,
            **({"id": uuid5(form.id, question)} if keyed else {}),
            **answer_fields(answer),
        )
        for question, answer in given.answers.items()
        if question not in said
    )
    for question in said:
        _write_words(form, question, given.answers[question].value or "")


def _write_words(form: InsightsForm, question: str, text: str) -> None:
    """Seal what she said in her own words: no column of answers holds them."""
    row = OwnWords(
        insights_form=form,
        question=question,
        recorded_at=form.recorded_at,
        recorded_by=form.recorded_by,
    )
    seal_field(row, "sealed_text", text)
    row.save(force_insert=True)


def _write_ratings(form: InsightsForm, ratings: list[Rating], *, keyed: bool) -> None:
    ExperienceRating.objects.bulk_create(
        ExperienceRating(
            insights_form=form,
            recorded_at=form.recorded_at,
            recorded_by=form.recorded_by,
            **({"id": uuid5(form.id, rating.abuse_type)} if keyed else {}),
            **rating_fields(rating),
            **detail_fields(rating),
        )
        for rating in ratings
    )
