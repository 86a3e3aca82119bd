"""What one can choose from who asks an agency, and the requests that come before."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Max

from drive.vocabulary.directory import SharedField
from drive.vocabulary.requests import RequestTopic
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.multiagency.models import Request
from drive.web.multiagency.rules.sources import SHARED_AS
from drive.web.organisations.models import Agency, SharingAgreement
from drive.web.organisations.queries import AgreementFound, agreement_for, current_agreements
from drive.web.organisations.queries.agreements import terms_of
from drive.web.organisations.rules.agreements import IN_FORCE, agreement_state


@dataclass(frozen=True, kw_only=True)
class Before:
    """The request that nobody answered, or the one that never left and is said anew."""

    instead_of: Request | None = None
    again: Request | None = None

    @property
    def either(self) -> Request | None:
        """The one from which a new request takes what it asks."""
        return self.instead_of or self.again


def before(case: DriveCase, actor: User, named: dict[str, Any]) -> Before:
    """Return the requests of the case that an address names, as far as somebody sees them."""
    return Before(
        instead_of=_request(case, actor, named.get("instead_of")),
        again=_request(case, actor, named.get("again")),
    )


def agreements_with(agency: Agency, day: date) -> list[SharingAgreement]:
    """Return the agreements in force with an agency, by name."""
    found = current_agreements(agency.site).filter(parties=agency)
    return [row for row in found if agreement_state(terms_of(row), day) in IN_FORCE]


def agreement_on(agency: Agency, day: date, topics: Collection[RequestTopic]) -> AgreementFound:
    """Return on which agreement an agency can share what is asked for."""
    fields: set[SharedField] = {each for topic in topics for each in SHARED_AS[topic]}
    return agreement_for(agency, day, fields)


def next_reference(case: DriveCase) -> str:
    """Return the reference that the next request of a case will have."""
    last = Request.objects.filter(drive_case=case).aggregate(last=Max("number"))["last"] or 0
    return f"{case.reference}/{last + 1}"


def _request(case: DriveCase, actor: User, key: Any) -> Request | None:
    if not key:
        return None
    try:
        return Request.objects.visible_to(actor).filter(drive_case=case, pk=key).first()
    except (ValidationError, ValueError):
        return None
