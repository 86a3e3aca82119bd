"""Asking the two who may override the guard about something outgoing, and their answers."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from drive.vocabulary.facts import OverrideRole, Use
from drive.vocabulary.outbound import OutgoingState
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.core.dates import LONDON
from drive.web.core.working_days import add_working_days
from drive.web.information.actions import override
from drive.web.information.models import Folder, Override
from drive.web.information.queries.citing import verdict_on
from drive.web.outbound.actions.asking import (
    Question,
    ask_idvas,
    ask_service_manager,
    settle_about,
)
from drive.web.outbound.actions.steps import locked, require, require_own_side
from drive.web.outbound.exceptions import NotReady
from drive.web.outbound.models import Outgoing, OverrideAsked
from drive.web.outbound.queries.case import pairs_of
from drive.web.people.queries import idvas_of

WORKING_DAYS_TO_DECIDE = 2
_OPEN = (OutgoingState.WRITTEN, OutgoingState.STOPPED)
_OVER = "It was sent or called back meanwhile."


@transaction.atomic
def ask_to_override(*, outgoing: Outgoing, by: User, now: datetime) -> OverrideAsked:
    """Ask the service manager and each Idva of the pair; from then on both read it.

    Raises
    ------
    NotReady
        If the guard stops nothing here.
    """
    row = locked(outgoing)
    require(row, *_OPEN, words=_OVER)
    require_own_side(row, by)
    if not verdict_on(row.pk, Use(row.use)).stops:
        raise NotReady("The guard stops nothing here.")
    asked, _is_new = OverrideAsked.objects.get_or_create(
        outgoing=row, defaults={"recorded_at": now, "recorded_by": by}
    )
    question = Question(
        kind=TaskKind.DECIDE_SENDING,
        thing=row.pk,
        about=row.about,
        reference=row.reference,
        site=row.site,
        pairs=pairs_of(row.perpetrator),
        due_on=add_working_days(now.astimezone(LONDON).date(), WORKING_DAYS_TO_DECIDE),
    )
    ask_idvas(question, by=by, now=now)
    ask_service_manager(question, by=by, now=now)
    record_change("outbound.ask_to_override", row, asked, by=by, now=now)
    return asked


@transaction.atomic
def override_guard(*, outgoing: Outgoing, reason: str, by: User, now: datetime) -> Override:
    """Override the guard as service manager or as her Idva. It leaves only once both did so."""
    row = locked(outgoing)
    require(row, *_OPEN, words=_OVER)
    made = override(
        folder=Folder.objects.get(about=row.about),
        about=row.pk,
        use=Use(row.use),
        role=_role_of(row, by),
        reason=reason,
        by=by,
        now=now,
    )
    settle_about(row.pk, [TaskKind.DECIDE_SENDING], by=by, now=now)
    return made


def _role_of(row: Outgoing, by: User) -> OverrideRole:
    hers = {user.pk for user in idvas_of(pairs_of(row.perpetrator))}
    return OverrideRole.IDVA_LEAD if by.pk in hers else OverrideRole.SERVICE_MANAGER
