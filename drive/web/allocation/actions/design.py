"""Setting the design of the draw."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from drive.randomisation.designs import (
    DEFAULT_BLOCK_MULTIPLES,
    DesignError,
    Ratio,
    check_multiples,
    check_ratio,
)
from drive.vocabulary.allocation import AllocationMethod
from drive.web.accounts.models import User
from drive.web.allocation.actions.lists import open_list
from drive.web.allocation.actions.trial import running_trial
from drive.web.allocation.exceptions import NotADesign, RatioTooLate
from drive.web.allocation.models import DesignPeriod
from drive.web.audit.actions import record_change
from drive.web.core.dates import in_words
from drive.web.organisations.models import Site
from drive.web.referrals.models import MaracHearing


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """How perpetrators come to Drive: permuted blocks have a ratio and the multiples of a block."""

    method: AllocationMethod = AllocationMethod.PERMUTED_BLOCKS
    ratio: Ratio | None = None
    block_multiples: tuple[int, ...] = DEFAULT_BLOCK_MULTIPLES


@transaction.atomic
def set_design(
    *,
    site: Site,
    starts_on: date,
    chosen: Chosen,
    by: User,
    now: datetime,
    key: UUID | None = None,
) -> DesignPeriod:
    """Set the design of a site from a day on, before any hearing of that time is known.

    The list of a ratio is made at once, and its seal published.

    Raises
    ------
    NoTrial
        If no seed was committed to yet.
    RatioTooLate
        If a hearing held on that day or later is recorded, or a period begins on that day.
    NotADesign
        If the shares or the multiples are not whole numbers above 0.
    """
    trial = running_trial()
    _check_design(chosen)
    Site.objects.select_for_update().get(pk=site.pk)
    _refuse_if_late(site, starts_on)
    period = DesignPeriod(
        site=site,
        starts_on=starts_on,
        method=chosen.method,
        recorded_at=now,
        recorded_by=by,
    )
    if chosen.ratio:
        period.drive_share, period.control_share = chosen.ratio
        period.block_multiples = sorted(chosen.block_multiples)
    if key:
        period.id = key
    period.save(force_insert=True)
    if chosen.ratio:
        open_list(period, trial, by=by, now=now)
    record_change("allocation.set_design", period, by=by, now=now)
    return period


def _check_design(chosen: Chosen) -> None:
    has_ratio = chosen.method is AllocationMethod.PERMUTED_BLOCKS
    if has_ratio != (chosen.ratio is not None):
        words = "needs a ratio" if has_ratio else "has no ratio"
        raise NotADesign(f"“{chosen.method.label}” {words}.", field="drive_share")
    if chosen.ratio is None:
        return
    try:
        check_ratio(chosen.ratio)
        check_multiples(chosen.block_multiples)
    except DesignError as error:
        raise NotADesign(str(error), field="drive_share") from error


def _refuse_if_late(site: Site, starts_on: date) -> None:
    if DesignPeriod.objects.filter(site=site, starts_on=starts_on).exists():
        raise RatioTooLate(
            f"{site.name} has a design from {in_words(starts_on)} already. A design that is set "
            "is not changed; choose a later day.",
            field="starts_on",
        )
    known = MaracHearing.objects.filter(site=site, meeting__held_on__gte=starts_on)
    latest = known.order_by("-meeting__held_on").values_list("meeting__held_on", flat=True).first()
    if latest:
        raise RatioTooLate(
            f"Hearings of {site.name} up to {in_words(latest)} are recorded. A design must be set "
            "before its hearings are known; choose a later day.",
            field="starts_on",
        )
