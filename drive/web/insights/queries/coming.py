"""What the cases of an Idva wait for, and how much she carries, in few queries for many cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet, Sum

from drive.vocabulary.answers import YesNo
from drive.vocabulary.insights import InsightsStage
from drive.vocabulary.support import HerEngagement, SupportWith
from drive.web.accounts.models import User
from drive.web.insights import rules
from drive.web.insights.models import Engagement, IdvaCase, InsightsForm, SafetyPlan, SupportNote
from drive.web.insights.queries.cases import cases_of
from drive.web.insights.queries.forms import follow_up_began, standing_forms
from drive.web.insights.queries.support import counted


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A case and one thing that it waits for."""

    case: IdvaCase
    step: rules.Step


Steps = dict[UUID, list[rules.Step]]


def coming_for(cases: Sequence[IdvaCase], today: date) -> Steps:
    """Return what each of some cases waits for, the first in front."""
    since = follow_up_began()
    return {
        key: rules.coming_up(standing, today, since=since)
        for key, standing in _standings(cases).items()
    }


def due_now(actor: User, today: date) -> list[Waiting]:
    """Return all that is open or overdue on the cases in reach, what is due first in front."""
    cases = list(cases_of(actor))
    steps = coming_for(cases, today)
    found = [
        Waiting(case=case, step=step)
        for case in cases
        for step in steps[case.pk]
        if step.is_open(today)
    ]
    return sorted(found, key=lambda each: (each.step.on, each.case.reference))


def _standings(cases: Sequence[IdvaCase]) -> dict[UUID, rules.Standing]:
    keys = [case.pk for case in cases]
    engaged = engagements(keys)
    tries = _tries(keys)
    reviews = dict(
        SafetyPlan.objects.filter(idva_case__in=keys, superseded_by=None).values_list(
            "idva_case", "review_on"
        )
    )
    followed, last = _followed(cases), _last_cases(cases)
    return {
        case.pk: rules.Standing(
            opened_on=case.opened_on,
            closed_on=case.closed_on,
            done=_done(case, followed[case.dyad_id]),
            followed_from=case.dyad.follow_up_from if case.pk in last else None,
            state=_state(engaged.get(case.pk)),
            tries=tries[case.pk],
            plan_review_on=reviews.get(case.pk),
        )
        for case in cases
    }


def _state(row: Engagement | None) -> HerEngagement | None:
    return HerEngagement(row.state) if row else None


def _done(case: IdvaCase, followed: Mapping[InsightsStage, date]) -> dict[InsightsStage, date]:
    done = {
        InsightsStage(form.stage): form.happened_on for form in standing_forms(case.forms.all())
    }
    return dict(followed) | done


def _followed(cases: Iterable[IdvaCase]) -> dict[UUID, dict[InsightsStage, date]]:
    """Return the forms of the follow-up by pair: those of an earlier case of hers count."""
    found: dict[UUID, dict[InsightsStage, date]] = defaultdict(dict)
    rows = InsightsForm.objects.filter(
        idva_case__dyad__in={case.dyad_id for case in cases}, superseded_by=None
    )
    for dyad, stage, day in rows.values_list("idva_case__dyad", "stage", "happened_on"):
        if rules.is_follow_up(InsightsStage(stage)):
            found[dyad][InsightsStage(stage)] = day
    return found


def _last_cases(cases: Iterable[IdvaCase]) -> set[UUID]:
    """Return the last case of each pair: the follow-up goes on with it."""
    rows = IdvaCase.objects.filter(dyad__in={case.dyad_id for case in cases})
    last: dict[UUID, UUID] = {}
    for dyad, key in rows.order_by("opened_on", "recorded_at").values_list("dyad", "pk"):
        last[dyad] = key
    return set(last.values())


def engagements(keys: Iterable[UUID]) -> dict[UUID, Engagement]:
    """Return how support stands on each of some cases, by case."""
    rows = Engagement.objects.filter(idva_case__in=list(keys), superseded_by=None)
    return {row.idva_case_id: row for row in rows}


def _tries(keys: Sequence[UUID]) -> dict[UUID, list[rules.Attempt]]:
    found: dict[UUID, list[rules.Attempt]] = defaultdict(list)
    stands = Engagement.objects.filter(idva_case__in=keys)
    for case, at, day in stands.values_list("idva_case", "recorded_at", "next_try_on"):
        found[case].append(rules.Attempt(at=at, next_try_on=day))
    for case, at, reached, day in _about_trying(keys).values_list(
        "idva_case", "recorded_at", "reached", "next_try_on"
    ):
        was_reached = None if not reached else reached == YesNo.YES
        found[case].append(rules.Attempt(at=at, reached=was_reached, next_try_on=day))
    return found


def _about_trying(keys: Sequence[UUID]) -> QuerySet[SupportNote]:
    with_her = Q(spoke_with=SupportWith.HER) & ~Q(reached="")
    return counted().filter(with_her | Q(next_try_on__isnull=False), idva_case__in=keys)


def carried_by(actor: User, today: date) -> dict[IdvaCase, rules.Carried]:
    """Return what each open case in reach asks of the Idva who holds it."""
    cases = list(cases_of(actor).filter(closed_on=None).order_by("opened_on", "reference"))
    keys = [case.pk for case in cases]
    stands, tries = engagements(keys), _tries(keys)
    minutes = _minutes(keys, today)
    attempts = _attempts(keys)
    return {
        case: rules.Carried(
            opened_on=case.opened_on,
            state=_state(stands.get(case.pk)),
            attempts=attempts.get(case.pk, 0),
            next_try_on=rules.next_try(tries[case.pk]),
            minutes=minutes.get(case.pk, 0),
        )
        for case in cases
    }


def _minutes(keys: Sequence[UUID], today: date) -> dict[UUID, int]:
    since = today - timedelta(days=rules.DAYS_LOOKED_BACK)
    rows = counted().filter(idva_case__in=keys, happened_on__gt=since, minutes__isnull=False)
    return dict(
        rows.values("idva_case").annotate(sum=Sum("minutes")).values_list("idva_case", "sum")
    )


def _attempts(keys: Sequence[UUID]) -> dict[UUID, int]:
    """Return how often she was tried and not reached since she was last reached."""
    found: dict[UUID, int] = defaultdict(int)
    rows = counted().filter(idva_case__in=keys, spoke_with=SupportWith.HER).exclude(reached="")
    for case, reached in rows.order_by("recorded_at").values_list("idva_case", "reached"):
        found[case] = 0 if reached == YesNo.YES else found[case] + 1
    return found


def lengths_of_support(actor: User) -> list[timedelta]:
    """Return how long the cases in reach lasted that have ended."""
    ended = cases_of(actor).filter(closed_on__isnull=False).values_list("opened_on", "closed_on")
    return [last - first for first, last in ended if last is not None]
