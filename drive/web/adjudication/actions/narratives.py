"""Looking a narrative over, and rating it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.adjudication import NarrativeState, RemovedKind
from drive.vocabulary.ratings import Rating
from drive.web.accounts.models import User
from drive.web.adjudication.exceptions import (
    NotAnAdjudicator,
    NotToBeShown,
    RatedAlready,
    ReleasedAlready,
)
from drive.web.adjudication.models import (
    Narrative,
    Redaction,
    Round,
    RoundResult,
    Verdict,
    VerdictRating,
)
from drive.web.adjudication.queries.rounds import seat_of, standing_redaction
from drive.web.adjudication.queries.telling import is_fit_to_show, redactor_for, text_of
from drive.web.adjudication.rules.redaction import Redacted, says_anything, take_out
from drive.web.audit.actions import record_change
from drive.web.core.sealing import seal_field
from drive.web.recording.actions import rating_fields
from drive.web.recording.rules import check_seen


@dataclass(frozen=True, kw_only=True)
class Looked:
    """What the Idva says of a redacted narrative: what else to take out, and what becomes of it."""

    state: NarrativeState
    passages: Sequence[str] = ()


@transaction.atomic
def look_over(
    *, narrative: Narrative, looked: Looked, seen: UUID | None, by: User, now: datetime
) -> Redaction:
    """Take out more, and let a narrative be rated or keep it out. Nothing is ever put back."""
    _hold(narrative)
    latest = standing_redaction(narrative)
    check_seen(seen, latest, lambda row: {"state": NarrativeState(row.state)})
    text, by_hand = _by_hand(latest, looked)
    found = redactor_for(narrative.insights_form).redact(text)
    if looked.state is NarrativeState.CLEARED:
        _check_clear(narrative, found, was=latest)
    removed = Counter(latest.removed) + Counter(found.removed)
    removed[RemovedKind.BY_HAND] += by_hand
    row = Redaction(
        narrative=narrative,
        state=looked.state,
        removed={str(kind): times for kind, times in sorted(removed.items()) if times},
        supersedes=latest,
        recorded_at=now,
        recorded_by=by,
    )
    seal_field(row, "sealed_text", found.text)
    row.save(force_insert=True)
    record_change("adjudication.look_over", narrative, row, by=by, now=now)
    return row


def _hold(narrative: Narrative) -> None:
    """Hold the round still, so that nothing is looked over, rated and released at once."""
    Round.objects.select_for_update().get(pk=narrative.round_id)
    if RoundResult.objects.filter(round=narrative.round_id).exists():
        raise ReleasedAlready("The result of this round is released: nothing of it changes now.")


def _by_hand(latest: Redaction, looked: Looked) -> tuple[str, int]:
    text, times, missing = take_out(text_of(latest), looked.passages)
    if missing:
        raise NotToBeShown(
            "This does not stand in the text: " + "; ".join(missing) + ".", field="passages"
        )
    return text, times


def _check_clear(narrative: Narrative, found: Redacted, *, was: Redaction) -> None:
    if not found.is_clean:
        raise NotToBeShown(
            "Something that may tell who she is still stands in this text. Take out more of it, "
            "or keep the narrative out.",
            field="passages",
        )
    if not says_anything(found.text):
        raise NotToBeShown("Nothing is left that could be rated: keep the narrative out.")
    if found.text != text_of(was) and narrative.verdicts.exists():
        raise RatedAlready(
            "Somebody has rated this text. It can be kept out, and not be changed any more."
        )


@transaction.atomic
def rate(*, narrative: Narrative, ratings: Iterable[Rating], by: User, now: datetime) -> Verdict:
    """Rate a narrative. It stands as it was sent, so that nobody adapts to anybody."""
    _hold(narrative)
    seat, shown = seat_of(narrative, by), standing_redaction(narrative)
    if seat is None:
        raise NotAnAdjudicator("You do not rate the narratives of this round.")
    if shown.state != NarrativeState.CLEARED or not is_fit_to_show(narrative, text_of(shown)):
        raise NotToBeShown("This narrative was taken back to be looked over. Go on to the next.")
    if seat.verdicts.filter(narrative=narrative).exists():
        raise RatedAlready("You have rated this narrative. A rating stands as it was sent.")
    verdict = Verdict.objects.create(
        narrative=narrative, seat=seat, redaction=shown, recorded_at=now, recorded_by=by
    )
    VerdictRating.objects.bulk_create(
        VerdictRating(verdict=verdict, recorded_at=now, recorded_by=by, **rating_fields(rating))
        for rating in ratings
    )
    record_change("adjudication.rate", verdict, by=by, now=now)
    return verdict
