"""Sharing an agreed strategy with the Marac that heard the case, through the one gate."""

import hashlib
from datetime import date, datetime

from django.db import transaction

from drive.vocabulary.outbound import OutgoingChannel
from drive.vocabulary.strategy import ApprovalState
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.casework.actions.days import check_day
from drive.web.casework.actions.steps import day_of, require_state
from drive.web.casework.actions.strategies import said_in
from drive.web.casework.exceptions import CannotWrite
from drive.web.casework.models import ContactStrategy, MaracFeedback, StrategyShare
from drive.web.casework.queries.strategies import maracs_of, state_of_strategy
from drive.web.organisations.models import Agency
from drive.web.outbound.actions import Leaving, release
from drive.web.outbound.models import ReleaseKind


@transaction.atomic
def share_with_marac(
    *, strategy: ContactStrategy, marac: Agency, by: User, now: datetime
) -> StrategyShare:
    """Share an agreed version, without the victim-survivor's voice and the Idva's reply."""
    require_state(
        state_of_strategy(strategy),
        {ApprovalState.APPROVED},
        words="A strategy is shared with the Marac once it is agreed.",
    )
    if marac not in maracs_of(strategy.drive_case):
        raise CannotWrite("Choose a Marac that heard this case.", field="marac")
    said = "\n".join(f"{name}: {value}" for name, value in said_in(strategy).items())
    left = release(
        kind=ReleaseKind.STRATEGY,
        recipient=marac.name,
        purpose="Feedback of the Marac on a contact strategy; not to be revealed to him",
        objects=[strategy.drive_case_id, strategy.pk],
        leaving=Leaving(about=strategy.drive_case_id, channel=OutgoingChannel.BY_HAND),
        digest=hashlib.sha256(said.encode()).hexdigest(),
        by=by,
        now=now,
    )
    share = StrategyShare.objects.create(
        strategy=strategy, marac=marac, release=left, recorded_at=now, recorded_by=by
    )
    record_change("casework.share_strategy", strategy.drive_case, strategy, share, by=by, now=now)
    return share


@transaction.atomic
def record_feedback(
    *, share: StrategyShare, received_on: date, text: str, by: User, now: datetime
) -> MaracFeedback:
    """Keep what the Marac said."""
    check_day(received_on, now=now, since=day_of(share.recorded_at), field="received_on")
    if not text.strip():
        raise CannotWrite("Write what the Marac said.", field="text")
    row = MaracFeedback.objects.create(
        share=share, received_on=received_on, text=text, recorded_at=now, recorded_by=by
    )
    case = share.strategy.drive_case
    record_change("casework.record_feedback", case, share.strategy, row, by=by, now=now)
    return row
