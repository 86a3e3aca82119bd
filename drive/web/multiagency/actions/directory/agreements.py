"""Agreements to share information."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from drive.vocabulary.directory import ArmsCovered, LawfulBasis, SharedField
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.multiagency.actions.directory.locking import lock_site
from drive.web.organisations.exceptions import ImpossibleDays, NameTaken
from drive.web.organisations.models import Agency, SharingAgreement, Site
from drive.web.organisations.queries import current_agreements, latest_agreement
from drive.web.organisations.rules import check_days
from drive.web.recording.rules import check_seen


@dataclass(frozen=True, kw_only=True)
class NewAgreement:
    """Who may share what, for whom and on what basis; and how it came to be."""

    name: str
    parties: Sequence[Agency]
    fields: Sequence[SharedField]
    arms: ArmsCovered
    basis: LawfulBasis
    began_on: date
    signed_on: date | None = None
    live_on: date | None = None
    review_on: date | None = None
    ended_on: date | None = None


@transaction.atomic
def add_agreement(*, site: Site, new: NewAgreement, by: User, now: datetime) -> SharingAgreement:
    """Add an agreement, from its first talk on."""
    site = lock_site(site)
    _check(site, new, besides=None)
    agreement = _written(site, new, by=by, now=now)
    record_change("multiagency.add_agreement", agreement, by=by, now=now)
    return agreement


@transaction.atomic
def change_agreement(
    *, agreement: SharingAgreement, new: NewAgreement, seen: UUID | None, by: User, now: datetime
) -> SharingAgreement:
    """Put an agreement as it is now in the place of how it was."""
    site = lock_site(agreement.site)
    latest = latest_agreement(agreement)
    check_seen(seen, latest, values_of_agreement)
    _check(site, new, besides=latest)
    changed = _written(site, new, by=by, now=now, supersedes=latest)
    record_change("multiagency.change_agreement", latest, changed, by=by, now=now)
    return changed


def values_of_agreement(row: SharingAgreement) -> Mapping[str, object]:
    """Return what a row holds, by the fields of the form."""
    return {
        "name": row.name,
        "parties": [str(party.pk) for party in row.parties.all()],
        "fields_shared": [SharedField(each) for each in row.fields],
        "arms": ArmsCovered(row.arms),
        "basis": LawfulBasis(row.basis),
        "began_on": row.began_on,
        "signed_on": row.signed_on,
        "live_on": row.live_on,
        "review_on": row.review_on,
        "ended_on": row.ended_on,
    }


def _written(
    site: Site, new: NewAgreement, *, by: User, now: datetime, **more: Any
) -> SharingAgreement:
    agreement = SharingAgreement.objects.create(
        site=site,
        name=new.name,
        fields=[str(each) for each in new.fields],
        arms=new.arms,
        basis=new.basis,
        began_on=new.began_on,
        signed_on=new.signed_on,
        live_on=new.live_on,
        review_on=new.review_on,
        ended_on=new.ended_on,
        recorded_at=now,
        recorded_by=by,
        **more,
    )
    agreement.parties.set(new.parties)
    return agreement


def _check(site: Site, new: NewAgreement, *, besides: SharingAgreement | None) -> None:
    check_days({"began_on": new.began_on, "signed_on": new.signed_on, "live_on": new.live_on})
    check_days({"began_on": new.began_on, "review_on": new.review_on})
    check_days({"began_on": new.began_on, "ended_on": new.ended_on})
    if new.live_on and not new.signed_on:
        raise ImpossibleDays(
            "An agreement that is live was signed. Enter the day.", field="signed_on"
        )
    same = current_agreements(site).filter(name__iexact=new.name)
    if any(row != besides for row in same):
        raise NameTaken(f"{site.name} has an agreement called {new.name} already.", field="name")
