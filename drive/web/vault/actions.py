"""Putting things into the vault. Nothing here takes anything out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from drive.web.accounts.models import User
from drive.web.core.sealing import seal_field
from drive.web.vault.models import Address, Telephone

COMPARTMENT = "location"


def keep_address(
    *, subject_id: UUID, lines: str, postcode: str, by: User, now: datetime
) -> Address:
    """Seal an address. Part of the caller's transaction and of its audit event."""
    address = Address(subject_id=subject_id, recorded_at=now, recorded_by=by)
    seal_field(address, "sealed_lines", lines, compartment=COMPARTMENT)
    seal_field(address, "sealed_postcode", postcode, compartment=COMPARTMENT)
    address.save(force_insert=True)
    return address


def keep_telephone(*, subject_id: UUID, number: str, by: User, now: datetime) -> Telephone:
    """Seal a telephone number. Part of the caller's transaction and of its audit event."""
    telephone = Telephone(subject_id=subject_id, recorded_at=now, recorded_by=by)
    seal_field(telephone, "sealed_number", number, compartment=COMPARTMENT)
    telephone.save(force_insert=True)
    return telephone


@dataclass(frozen=True, kw_only=True)
class Whereabouts:
    """Where one person lives and is reached, as a list gives it; what is empty is not kept."""

    subject_id: UUID
    lines: str = ""
    postcode: str = ""
    telephone: str = ""


def keep_all(found: Iterable[Whereabouts], *, by: User, now: datetime) -> None:
    """Seal many addresses and numbers. Part of the caller's transaction and its audit event."""
    addresses, telephones = [], []
    for each in found:
        if each.lines or each.postcode:
            address = Address(subject_id=each.subject_id, recorded_at=now, recorded_by=by)
            seal_field(address, "sealed_lines", each.lines, compartment=COMPARTMENT)
            seal_field(address, "sealed_postcode", each.postcode, compartment=COMPARTMENT)
            addresses.append(address)
        if each.telephone:
            telephone = Telephone(subject_id=each.subject_id, recorded_at=now, recorded_by=by)
            seal_field(telephone, "sealed_number", each.telephone, compartment=COMPARTMENT)
            telephones.append(telephone)
    Address.objects.bulk_create(addresses, batch_size=500)
    Telephone.objects.bulk_create(telephones, batch_size=500)
