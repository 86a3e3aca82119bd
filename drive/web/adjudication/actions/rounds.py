"""Making a round and drawing its sample."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.adjudication import NarrativeState
from drive.vocabulary.jobs import RunState
from drive.web.accounts.models import User
from drive.web.adjudication.exceptions import NotAnAdjudicator, NothingToDraw
from drive.web.adjudication.models import Narrative, Redaction, Round, Seat
from drive.web.adjudication.queries.arms import ARMS, candidates
from drive.web.adjudication.queries.rounds import why_no_adjudicator
from drive.web.adjudication.queries.telling import redactor_for
from drive.web.adjudication.rules.sampling import draw
from drive.web.audit.actions import record_change
from drive.web.core.sealing import seal_field
from drive.web.insights.models import InsightsForm
from drive.web.insights.queries import narrative_of

_SEATS = 2
_SEED_BYTES = 7


@transaction.atomic
def make_round(*, size: int, adjudicators: Sequence[User], by: User, now: datetime) -> Round:
    """Note that a sample is to be drawn, and who rates it. Its seed is made here, by chance."""
    _check(adjudicators)
    made = Round(
        state=RunState.WAITING,
        size=size,
        seed=int.from_bytes(os.urandom(_SEED_BYTES)),
        recorded_at=now,
        recorded_by=by,
    )
    seal_field(made, "sealed_arm_of_a", ARMS[os.urandom(1)[0] % len(ARMS)])
    made.save(force_insert=True)
    for place, user in enumerate(adjudicators, start=1):
        Seat.objects.create(round=made, place=place, user=user, recorded_at=now, recorded_by=by)
    record_change("adjudication.make", made, by=by, now=now)
    return made


def _check(adjudicators: Sequence[User]) -> None:
    if len({user.pk for user in adjudicators}) != _SEATS:
        raise NotAnAdjudicator("Choose two different people.", field="second")
    for user, field in zip(adjudicators, ("first", "second"), strict=True):
        problem = why_no_adjudicator(user)
        if problem:
            raise NotAnAdjudicator(problem, field=field)


@transaction.atomic
def draw_sample(*, about: Round, now: datetime) -> Round:
    """Draw the sample of a round and redact it; a round that is drawn already stays as it is."""
    locked = Round.objects.select_for_update().get(pk=about.pk)
    if locked.state == RunState.DONE:
        return locked
    keys = draw(candidates(), arms=ARMS, size=locked.size, seed=locked.seed)
    if not keys:
        raise NothingToDraw("One of the arms has no narrative yet, so nothing can be compared.")
    by_key = InsightsForm.objects.select_related(
        "idva_case__dyad__perpetrator", "recorded_by"
    ).in_bulk(keys)
    made = [_narrative(locked, by_key[key], place, now) for place, key in enumerate(keys, start=1)]
    locked.state, locked.message = RunState.DONE, ""
    locked.save(update_fields=["state", "message"])
    record_change("adjudication.draw", locked, *made, by=locked.recorded_by, now=now)
    return locked


def _narrative(about: Round, form: InsightsForm, place: int, now: datetime) -> Narrative:
    made = Narrative.objects.create(
        round=about,
        place=place,
        insights_form=form,
        recorded_at=now,
        recorded_by=about.recorded_by,
    )
    found = redactor_for(form).redact(narrative_of(form))
    row = Redaction(
        narrative=made,
        # What could not be cleaned is kept without a word of it.
        state=NarrativeState.REDACTED if found.is_clean else NarrativeState.KEPT_OUT,
        removed={kind.value: times for kind, times in sorted(found.removed.items())},
        recorded_at=now,
        recorded_by=about.recorded_by,
    )
    seal_field(row, "sealed_text", found.text if found.is_clean else "")
    row.save(force_insert=True)
    return made


@transaction.atomic
def give_up(*, round_id: UUID | str, words: str) -> None:
    """Note that a round will not be drawn, and why."""
    Round.objects.filter(pk=round_id).update(state=RunState.FAILED, message=words)
