"""The victim-survivor's voice on a contact strategy: what she knows of Drive, and her view."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.answers import ValueStatus
from drive.vocabulary.strategy import ApprovalState, InformedOfDrive
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.casework.actions.days import check_day
from drive.web.casework.actions.steps import lock_open, require_state
from drive.web.casework.exceptions import CannotWrite
from drive.web.casework.models import ContactStrategy, VictimSurvivorVoice
from drive.web.casework.queries.strategies import state_of_strategy, view_in
from drive.web.core.sealing import seal_field
from drive.web.recording.exceptions import ChangedMeanwhile


@dataclass(frozen=True, kw_only=True)
class Voice:
    """What the victim-survivor knows of Drive, and her view or why it is not known."""

    informed: InformedOfDrive
    informed_on: date | None = None
    informed_by: str = ""
    view: str = ""
    view_status: ValueStatus = ValueStatus.KNOWN


@transaction.atomic
def record_voice(
    *, strategy: ContactStrategy, voice: Voice, seen: UUID | None, by: User, now: datetime
) -> VictimSurvivorVoice:
    """Keep the victim-survivor's voice on a version; it replaces what stood, which is kept."""
    lock_open(strategy.drive_case)
    _check_voice(strategy, voice, now)
    earlier = strategy.voices.filter(superseded_by=None).select_related("recorded_by").first()
    if earlier is not None and earlier.pk != seen:
        raise ChangedMeanwhile(
            theirs={"informed": InformedOfDrive(earlier.informed), "view": view_in(earlier)},
            by_name=earlier.recorded_by.name,
            at=earlier.recorded_at,
            stands=earlier.pk,
        )
    told = voice.informed is InformedOfDrive.TOLD
    row = VictimSurvivorVoice(
        strategy=strategy,
        informed=voice.informed,
        informed_on=voice.informed_on if told else None,
        informed_by=voice.informed_by if told else "",
        view_status=voice.view_status,
        supersedes=earlier,
        recorded_at=now,
        recorded_by=by,
    )
    if voice.view_status is ValueStatus.KNOWN:
        seal_field(row, "sealed_view", voice.view)
    row.save(force_insert=True)
    record_change("casework.record_voice", strategy.drive_case, strategy, row, by=by, now=now)
    return row


def _check_voice(strategy: ContactStrategy, voice: Voice, now: datetime) -> None:
    require_state(
        state_of_strategy(strategy),
        {ApprovalState.DRAFT, ApprovalState.CONSULTED, ApprovalState.APPROVED},
        words="This version is no longer in use: record it on the one that replaced it.",
    )
    if voice.informed is InformedOfDrive.TOLD:
        if voice.informed_on is None:
            raise CannotWrite("Enter when she or he was told.", field="informed_on")
        check_day(voice.informed_on, now=now, field="informed_on")
        if not voice.informed_by.strip():
            raise CannotWrite("Write by whom she or he was told.", field="informed_by")
    if voice.view_status is ValueStatus.KNOWN and not voice.view.strip():
        raise CannotWrite(
            "Write what she or he thinks of it, or choose why that is not known.", field="view"
        )
