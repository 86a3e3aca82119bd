"""Finding holds, and the cases that are on hold."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from drive.vocabulary.strategy import HoldState
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase, Hold, HoldStep
from drive.web.casework.rules.holds import OnHold
from drive.web.core.dates import LONDON

_LATEST = HoldStep.objects.filter(hold=OuterRef("pk")).order_by("-sequence")
_OPEN = (HoldState.PROPOSED, HoldState.IN_FORCE)


def _with_state(found: QuerySet[Hold]) -> QuerySet[Hold]:
    return found.select_related("recorded_by", "drive_case").annotate(
        state=Subquery(_LATEST.values("state")[:1]),
        review_on=Subquery(_LATEST.values("review_on")[:1]),
    )


def holds_on(case: DriveCase, actor: User) -> QuerySet[Hold]:
    """Return the holds of a case that somebody may read, each with its `state`."""
    found = Hold.objects.visible_to(actor).filter(drive_case=case)
    return _with_state(found).prefetch_related("steps__recorded_by").order_by("-recorded_at")


def open_hold(case: DriveCase) -> Hold | None:
    """Return the hold that is proposed or in force."""
    return _with_state(case.holds.all()).filter(state__in=_OPEN).first()  # type: ignore[misc]


def latest_step(hold: Hold) -> HoldStep:
    """Return where a hold stands now."""
    return hold.steps.select_related("recorded_by").order_by("-sequence")[0]


def on_hold(cases: Iterable[UUID]) -> dict[UUID, OnHold]:
    """Return which of some cases are on hold, since when and until which review, in two queries.

    A hold in force stays one after its review date: it comes to review, it does not end.
    """
    found_all = _with_state(Hold.objects.filter(drive_case__in=list(cases)))
    in_force = found_all.filter(state=HoldState.IN_FORCE)  # type: ignore[misc]
    found = {hold.pk: hold for hold in in_force}
    began = HoldStep.objects.filter(hold__in=found, state=HoldState.IN_FORCE).order_by("-sequence")
    since = {step.hold_id: step.recorded_at.astimezone(LONDON).date() for step in began}
    return {
        hold.drive_case_id: OnHold(since=since[key], review_on=hold.review_on)  # type: ignore[attr-defined]
        for key, hold in found.items()
    }
