"""The planned end of a case, and what was proposed to change it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from drive.vocabulary.clock import ChangeKind, ClockStart
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase, OffLoading, PlannedChange, PlannedEnd, SiteClock
from drive.web.casework.rules import clock as rules
from drive.web.organisations.models import Site


def ends_on(case: str = "pk") -> Coalesce:
    """Return the planned end of a case as an expression; `case` is the path to its key."""
    first = "planned_end_on" if case == "pk" else f"{case}__planned_end_on"
    later = PlannedEnd.objects.filter(drive_case=OuterRef(case)).order_by("-sequence")
    return Coalesce(Subquery(later.values("ends_on")[:1]), F(first))


def planned_end(case: DriveCase) -> date:
    """Return the planned end of a case as it stands now."""
    later = case.planned_ends.order_by("-sequence").values_list("ends_on", flat=True).first()
    return later or case.planned_end_on


def clock_start(case: DriveCase) -> date:
    """Return the day from which the months of a case are counted."""
    return rules.clock_start(
        ClockStart(case.clock_start),
        allocated_on=case.allocation.allocated_on,
        opened_on=case.opened_on,
    )


def clock_of_site(site: Site) -> SiteClock | None:
    """Return what was last said of a site's clock; None if it counts as every site does at first.

    Whether somebody may see the site is for the page to say.
    """
    rows = SiteClock.objects.filter(site=site, superseded_by=None)
    return rows.select_related("recorded_by").first()


def extended(cases: Iterable[UUID]) -> set[UUID]:
    """Return which of some cases were extended."""
    found = PlannedEnd.objects.filter(drive_case__in=list(cases), change__kind=ChangeKind.EXTENSION)
    return set(found.values_list("drive_case", flat=True))


def changes_of(case: DriveCase, actor: User) -> QuerySet[PlannedChange]:
    """Return what was proposed for a case and what was decided, the newest first."""
    return (
        PlannedChange.objects.visible_to(actor)
        .filter(drive_case=case)
        .select_related("recorded_by", "decision__recorded_by")
        .order_by("-recorded_at")
    )


def waiting_change(case: DriveCase) -> PlannedChange | None:
    """Return the proposal that waits for a decision."""
    return case.changes.filter(decision=None).select_related("recorded_by").first()


def is_approved(case: DriveCase, kind: ChangeKind) -> bool:
    """Return whether a change of a kind was approved."""
    return case.changes.filter(kind=kind, decision__approved=True).exists()


def off_loadings_of(case: DriveCase, actor: User) -> QuerySet[OffLoading]:
    """Return what agencies left to Drive on a case."""
    found = OffLoading.objects.visible_to(actor).filter(drive_case=case)
    return found.select_related("recorded_by")
