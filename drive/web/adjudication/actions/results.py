"""Releasing what came of a round: computed once, when there is nothing more to look over or rate.

Before that nobody sees a number of it, so that nobody stops where a number pleases.
"""

from __future__ import annotations

import hashlib
import json
from datetime import datetime

from django.db import transaction

from drive.web.accounts.models import User
from drive.web.adjudication.exceptions import NotFinished, ReleasedAlready
from drive.web.adjudication.models import Round, RoundResult
from drive.web.adjudication.queries.rounds import progress_of
from drive.web.audit.actions import record_change


@transaction.atomic
def release_result(*, about: Round, by: User, now: datetime) -> RoundResult:
    """Compute the result of a round and keep it; the adjudicators read its narratives no more."""
    from drive.web.adjudication.queries.results import numbers_of

    locked = Round.objects.select_for_update().get(pk=about.pk)
    if RoundResult.objects.filter(round=locked).exists():
        raise ReleasedAlready("The result of this round is released already.")
    if not progress_of(locked).is_finished:
        raise NotFinished("Not every narrative is looked over and rated by both.")
    numbers = numbers_of(locked)
    content = json.dumps(numbers, sort_keys=True).encode()
    made = RoundResult.objects.create(
        round=locked,
        numbers=numbers,
        digest=hashlib.sha256(content).hexdigest(),
        recorded_at=now,
        recorded_by=by,
    )
    locked.seats.filter(ended_at=None).update(ended_at=now)
    record_change("adjudication.release", locked, made, by=by, now=now)
    return made
