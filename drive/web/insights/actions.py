"""Opening, handing over and closing Idva cases, and submitting their forms."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import transaction

from drive.vocabulary.answers import Answer
from drive.vocabulary.insights import InsightsStage
from drive.vocabulary.ratings import Rating
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.audit.actions import record_change
from drive.web.insights import rules
from drive.web.insights.exceptions import (
    CaseOpenAlready,
    FormOutOfOrder,
    GapsWithoutReason,
    NotAnIdva,
)
from drive.web.insights.models import (
    ExperienceRating,
    IdvaAssignment,
    IdvaCase,
    InsightsAnswer,
    InsightsForm,
)
from drive.web.organisations.models import Site
from drive.web.people.actions import hold, let_go
from drive.web.people.models import Dyad
from drive.web.recording.actions import answer_fields, rating_fields
from drive.web.recording.rules import Definition, unanswered


@transaction.atomic
def open_case(
    *,
    dyad: Dyad,
    idva: User,
    opened_on: date,
    by: User,
    now: datetime,
    key: UUID | None = None,
    reconstructed: bool = False,
) -> IdvaCase:
    """Open the support of a victim-survivor and name her Idva. It is the same in both arms."""
    if IdvaCase.objects.filter(dyad=dyad, closed_on=None).exists():
        raise CaseOpenAlready("This victim-survivor has an open IDVA case already.")
    site = dyad.perpetrator.site
    case = IdvaCase(
        dyad=dyad,
        site=site,
        reference=_next_reference(site),
        opened_on=opened_on,
        reconstructed=reconstructed,
        recorded_at=now,
        recorded_by=by,
    )
    if key is not None:
        case.id = key
    case.save(force_insert=True)
    _give_to(case, idva, by=by, now=now)
    record_change("insights.open_case", case, by=by, now=now)
    return case


def _next_reference(site: Site) -> str:
    # The site's row is locked, so that two cases opened at once get two numbers.
    Site.objects.select_for_update().get(pk=site.pk)
    prefix = "I" + "".join(word[0] for word in site.code.split("_")).upper().ljust(2, "X")
    opened = IdvaCase.objects.filter(site=site).order_by("-reference")
    last = opened.values_list("reference", flat=True).first()
    number = int(last.rpartition("-")[2]) + 1 if last else 1
    return f"{prefix}-{number:04d}"


def _give_to(case: IdvaCase, idva: User, *, by: User, now: datetime) -> None:
    if Role.IDVA not in idva.roles:
        raise NotAnIdva(f"{idva.name} is not an IDVA here.", field="idva")
    IdvaAssignment.objects.create(idva_case=case, user=idva, recorded_at=now, recorded_by=by)
    hold(dyad=case.dyad, user=idva, on_behalf_of=case.id, by=by, now=now)


@transaction.atomic
def hand_over(*, case: IdvaCase, to: User, by: User, now: datetime) -> IdvaCase:
    """Give a case to another Idva; from then on the first no longer sees it."""
    current = IdvaAssignment.objects.select_for_update().get(idva_case=case, ended_at=None)
    if current.user_id == to.pk:
        return case
    current.ended_at, current.ended_by = now, by
    current.save(update_fields=["ended_at", "ended_by"])
    let_go(on_behalf_of=case.id, user=current.user, by=by, now=now)
    _give_to(case, to, by=by, now=now)
    record_change("insights.hand_over", case, by=by, now=now)
    return case


@transaction.atomic
def submit_form(
    *,
    case: IdvaCase,
    stage: InsightsStage,
    happened_on: date,
    definition: Definition,
    answers: Mapping[str, Answer],
    ratings: Iterable[Rating],
    by: User,
    now: datetime,
    key: UUID | None = None,
) -> InsightsForm:
    """Submit a form. Every question has an answer or a reason; the exit form ends the series."""
    rated = list(ratings)
    _check_order(case, stage, happened_on)
    _check_complete(definition, stage, answers, rated)
    form = InsightsForm(
        idva_case=case,
        stage=stage,
        happened_on=happened_on,
        form=definition.name,
        recorded_at=now,
        recorded_by=by,
    )
    if key is not None:
        form.id = key
    form.save(force_insert=True)
    _write_answers(form, answers, keyed=key is not None)
    _write_ratings(form, rated, keyed=key is not None)
    record_change("insights.submit", form, by=by, now=now, fields=f"{stage} form")
    return form


def _check_order(case: IdvaCase, stage: InsightsStage, happened_on: date) -> None:
    earlier = [(form.happened_on, InsightsStage(form.stage)) for form in case.forms.all()]
    problem = rules.order_problem(stage, happened_on, opened_on=case.opened_on, earlier=earlier)
    if problem:
        raise FormOutOfOrder(problem, field="happened_on")


def _check_complete(
    definition: Definition,
    stage: InsightsStage,
    answers: Mapping[str, Answer],
    ratings: list[Rating],
) -> None:
    if not definition.requires_reasons:
        return
    gaps = unanswered(definition.questions(stage), set(answers))
    if gaps:
        raise GapsWithoutReason(
            f"“{gaps[0].label}” needs an answer, or a reason why it is not known.",
            field=gaps[0].key,
        )
    missing = rules.types_missing(rating.abuse_type for rating in ratings)
    if missing:
        raise GapsWithoutReason(
            f"{missing[0].label} abuse needs an answer, or a reason why it is not known.",
            field=f"used_{missing[0]}",
        )


def _write_answers(form: InsightsForm, answers: Mapping[str, Answer], *, keyed: bool) -> None:
    InsightsAnswer.objects.bulk_create(
        InsightsAnswer(
            insights_form=form,
            question=question,
            recorded_at=form.recorded_at,
            recorded_by=form.recorded_by,
            **({"id": uuid5(form.id, question)} if keyed else {}),
            **answer_fields(answer),
        )
        for question, answer in answers.items()
    )


def _write_ratings(form: InsightsForm, ratings: list[Rating], *, keyed: bool) -> None:
    ExperienceRating.objects.bulk_create(
        ExperienceRating(
            insights_form=form,
            recorded_at=form.recorded_at,
            recorded_by=form.recorded_by,
            **({"id": uuid5(form.id, rating.abuse_type)} if keyed else {}),
            **rating_fields(rating),
        )
        for rating in ratings
    )


@transaction.atomic
def close_case(*, case: IdvaCase, closed_on: date, by: User, now: datetime) -> IdvaCase:
    """End the support. It is never overwritten."""
    if case.closed_on is not None:
        raise FormOutOfOrder("This case is closed already.")
    if closed_on < case.opened_on:
        raise FormOutOfOrder("The day is before support began.", field="closed_on")
    case.closed_on, case.closed_at, case.closed_by = closed_on, now, by
    case.save(update_fields=["closed_on", "closed_at", "closed_by"])
    record_change("insights.close", case, by=by, now=now)
    return case
