"""Setting the ratio of the draw."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from drive.randomisation.designs import (
    DEFAULT_BLOCK_MULTIPLES,
    DesignError,
    check_multiples,
    check_ratio,
)
from drive.web.accounts.models import User
from drive.web.allocation.exceptions import NotARatio, RatioTooLate
from drive.web.allocation.models import DesignPeriod
from drive.web.audit.actions import record_change
from drive.web.core.dates import in_words
from drive.web.organisations.models import Site
from drive.web.referrals.models import MaracHearing


@transaction.atomic
def set_ratio(
    *,
    site: Site,
    starts_on: date,
    drive_share: int,
    control_share: int,
    block_multiples: Sequence[int] = DEFAULT_BLOCK_MULTIPLES,
    by: User,
    now: datetime,
    key: UUID | None = None,
) -> DesignPeriod:
    """Set the ratio of a site from a day on, before any hearing of that time is known.

    Raises
    ------
    RatioTooLate
        If a hearing held on that day or later is recorded, or a period begins on that day.
    NotARatio
        If the shares or the multiples are not whole numbers above 0.
    """
    _check_design((drive_share, control_share), tuple(block_multiples))
    Site.objects.select_for_update().get(pk=site.pk)
    _refuse_if_late(site, starts_on)
    period = DesignPeriod(
        site=site,
        starts_on=starts_on,
        drive_share=drive_share,
        control_share=control_share,
        block_multiples=sorted(block_multiples),
        recorded_at=now,
        recorded_by=by,
    )
    if key:
        period.id = key
    period.save(force_insert=True)
    record_change("allocation.set_ratio", period, by=by, now=now)
    return period


def _check_design(ratio: tuple[int, int], multiples: tuple[int, ...]) -> None:
    try:
        check_ratio(ratio)
        check_multiples(multiples)
    except DesignError as error:
        raise NotARatio(str(error), field="drive_share") from error


def _refuse_if_late(site: Site, starts_on: date) -> None:
    if DesignPeriod.objects.filter(site=site, starts_on=starts_on).exists():
        raise RatioTooLate(
            f"{site.name} has a ratio from {in_words(starts_on)} already. A ratio that is set "
            "is not changed; choose a later day.",
            field="starts_on",
        )
    known = MaracHearing.objects.filter(site=site, meeting__held_on__gte=starts_on)
    latest = known.order_by("-meeting__held_on").values_list("meeting__held_on", flat=True).first()
    if latest:
        raise RatioTooLate(
            f"Hearings of {site.name} up to {in_words(latest)} are recorded. A ratio must be set "
            "before its hearings are known; choose a later day.",
            field="starts_on",
        )
