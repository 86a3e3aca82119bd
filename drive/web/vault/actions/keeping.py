"""Putting what lists bring into the vault. Nothing here takes anything out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from drive.vocabulary.identity import PartyRole
from drive.web.accounts.models import User
from drive.web.core.sealing import seal_field
from drive.web.vault.actions.indexes import index_address, index_telephone
from drive.web.vault.actions.keepers import name_subjects
from drive.web.vault.models import Address, Telephone


@dataclass(frozen=True, kw_only=True)
class Whereabouts:
    """Where one person lives and is reached, as a list gives it; what is empty is not kept.

    `of_role` is what he or she is in the row of the list; without it, no page shows it.
    """

    subject_id: UUID
    of_role: PartyRole | None = None
    lines: str = ""
    postcode: str = ""
    telephone: str = ""


def keep_address(
    *,
    subject_id: UUID,
    lines: str,
    postcode: str,
    of_role: PartyRole | None = None,
    by: User,
    now: datetime,
) -> Address:
    """Seal an address. Part of the caller's transaction and of its audit event."""
    found = Whereabouts(subject_id=subject_id, of_role=of_role, lines=lines, postcode=postcode)
    name_subjects([subject_id])
    address = _address(found, by=by, now=now)
    address.save(force_insert=True)
    return address


def keep_telephone(
    *,
    subject_id: UUID,
    number: str,
    of_role: PartyRole | None = None,
    by: User,
    now: datetime,
) -> Telephone:
    """Seal a telephone number. Part of the caller's transaction and of its audit event."""
    found = Whereabouts(subject_id=subject_id, of_role=of_role, telephone=number)
    name_subjects([subject_id])
    telephone = _telephone(found, by=by, now=now)
    telephone.save(force_insert=True)
    return telephone


def keep_all(found: Iterable[Whereabouts], *, by: User, now: datetime) -> None:
    """Seal many addresses and numbers. Part of the caller's transaction and its audit event."""
    addresses, telephones = [], []
    for each in found:
        if each.lines or each.postcode:
            addresses.append(_address(each, by=by, now=now))
        if each.telephone:
            telephones.append(_telephone(each, by=by, now=now))
    name_subjects(row.subject_id for row in (*addresses, *telephones))
    Address.objects.bulk_create(addresses, batch_size=500)
    Telephone.objects.bulk_create(telephones, batch_size=500)


def _address(found: Whereabouts, *, by: User, now: datetime) -> Address:
    row = Address(
        subject_id=found.subject_id,
        of_role=found.of_role or "",
        recorded_at=now,
        recorded_by=by,
    )
    seal_field(row, "sealed_lines", found.lines)
    seal_field(row, "sealed_postcode", found.postcode)
    index_address(row, found.lines, found.postcode)
    return row


def _telephone(found: Whereabouts, *, by: User, now: datetime) -> Telephone:
    row = Telephone(
        subject_id=found.subject_id,
        of_role=found.of_role or "",
        recorded_at=now,
        recorded_by=by,
    )
    seal_field(row, "sealed_number", found.telephone)
    index_telephone(row, found.telephone)
    return row
