"""Putting things into the vault. Nothing here takes anything out."""

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
