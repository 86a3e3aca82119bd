"""Judging whether Drive's work or the study may have had a part in a serious event."""

from datetime import datetime

from django.db import transaction

from drive.vocabulary.harm import Relatedness
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.harm.exceptions import NotRecordable
from drive.web.harm.models import RelatednessJudgement, SeriousEvent


@transaction.atomic
def judge(
    *, event: SeriousEvent, relatedness: Relatedness, by: User, now: datetime
) -> RelatednessJudgement:
    """Judge a report as it stands; a later judgement counts before an earlier one."""
    if relatedness is Relatedness.NOT_JUDGED:
        raise NotRecordable("Choose how far it is related", field="relatedness")
    if event.taken_back or SeriousEvent.objects.filter(supersedes=event).exists():
        raise NotRecordable("This report was corrected or taken back: judge the one that stands.")
    made = RelatednessJudgement.objects.create(
        event=event, relatedness=relatedness, recorded_at=now, recorded_by=by
    )
    record_change("harm.judge", event, made, by=by, now=now)
    return made
