"""Agreements to share, and the one on which a request can rest."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from drive.vocabulary.directory import ArmsCovered, SharedField
from drive.web.organisations import rules
from drive.web.organisations.models import Agency, SharingAgreement, Site, Succession
from drive.web.organisations.rules import Terms


@dataclass(frozen=True, kw_only=True)
class AgreementFound:
    """The agreement in force that covers most of what is wanted, what it lacks, and what to know.

    Without one `agreement` is None, and the sentences say why.
    """

    agreement: SharingAgreement | None
    missing: frozenset[SharedField]
    sentences: tuple[str, ...]


def agreement_for(
    agency: Agency, day: date, fields: Collection[SharedField] = ()
) -> AgreementFound:
    """Return on which agreement an agency can share some fields on a day."""
    rows = {each.pk: each for each in current_agreements(agency.site)}
    found = rules.best_agreement(
        (terms_of(each) for each in rows.values()),
        agency.pk,
        day=day,
        fields=fields,
        was=_was(agency, day),
    )
    return AgreementFound(
        agreement=rows[found.key] if found.key else None,
        missing=found.missing,
        sentences=found.sentences,
    )


def current_agreements(site: Site) -> QuerySet[SharingAgreement]:
    """Return the agreements of a site as they stand, without those that were changed since."""
    return SharingAgreement.objects.filter(site=site, superseded_by=None).prefetch_related(
        "parties"
    )


def latest_agreement(agreement: SharingAgreement) -> SharingAgreement:
    """Return an agreement as it stands, whichever of its rows one has."""
    while after := SharingAgreement.objects.filter(supersedes=agreement).first():
        agreement = after
    return agreement


def terms_of(agreement: SharingAgreement) -> Terms:
    """Return an agreement as the rules see it; its parties should have been fetched."""
    return Terms(
        key=agreement.pk,
        name=agreement.name,
        parties=frozenset(party.pk for party in agreement.parties.all()),
        fields=frozenset(SharedField(each) for each in agreement.fields),
        arms=ArmsCovered(agreement.arms),
        began_on=agreement.began_on,
        signed_on=agreement.signed_on,
        live_on=agreement.live_on,
        review_on=agreement.review_on,
        ended_on=agreement.ended_on,
    )


def _was(agency: Agency, day: date) -> dict[UUID, str]:
    """Return the names of the agencies that became this one, however long ago."""
    found: dict[UUID, str] = {}
    waiting = [agency.pk]
    while waiting:
        rows = Succession.objects.filter(
            after=waiting.pop(), taken_back_at=None, on__lte=day
        ).select_related("before")
        for each in rows:
            if each.before_id not in found:
                found[each.before_id] = each.before.name
                waiting.append(each.before_id)
    return found
