"""What there is locally, as it was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from drive.vocabulary.directory import ProvisionKind, ProvisionState
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.organisations.exceptions import ImpossibleDays
from drive.web.organisations.models import Agency, Provision, Site
from drive.web.organisations.rules import check_days


@dataclass(frozen=True, kw_only=True)
class NewProvision:
    """A service as it was found on a day, or that there is none."""

    kind: ProvisionKind
    name: str
    state: ProvisionState
    found_on: date
    agency: Agency | None = None
    waiting_weeks: int | None = None
    threshold: str = ""


@transaction.atomic
def record_provision(*, site: Site, new: NewProvision, by: User, now: datetime) -> Provision:
    """Record how a local service stands; how it stood before stays to be read."""
    check_days({"found_on": new.found_on})
    if new.waiting_weeks is not None and new.state is not ProvisionState.WAITING:
        raise ImpossibleDays(
            "Weeks of waiting belong to a service that has a waiting list.", field="waiting_weeks"
        )
    row = Provision.objects.create(site=site, **vars(new), recorded_at=now, recorded_by=by)
    record_change("multiagency.record_provision", row, by=by, now=now)
    return row
