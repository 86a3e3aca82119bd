"""What pages may see of the vault: what stands, without a single text; and one row, opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from drive.vocabulary.identity import PartyRole
from drive.vocabulary.vault import ContactDetail
from drive.web.accounts.models import User
from drive.web.core.sealing import SealedTextField, unseal_field
from drive.web.vault.models import Address, Detail, Kept, Reveal, SafeContactPlan, Telephone
from drive.web.vault.rules import still_shown

MODELS: Mapping[ContactDetail, type[Any]] = {
    ContactDetail.ADDRESS: Address,
    ContactDetail.TELEPHONE: Telephone,
    ContactDetail.DETAIL: Detail,
    ContactDetail.PLAN: SafeContactPlan,
}


@dataclass(frozen=True)
class Standing:
    """What stands of one kind of detail: the rows, with nothing sealed loaded."""

    kind: ContactDetail
    rows: tuple[Kept, ...]


def standing(subject_id: UUID, of_role: PartyRole, actor: User) -> list[Standing]:
    """Return what stands of somebody, kind by kind; the texts stay in the database."""
    kinds = (ContactDetail.ADDRESS, ContactDetail.TELEPHONE, ContactDetail.DETAIL)
    return [
        Standing(kind, tuple(_rows(kind, subject_id, of_role, actor).filter(taken_back=False)))
        for kind in kinds
    ]


def plan_of(subject_id: UUID, actor: User) -> SafeContactPlan | None:
    """Return the plan that stands for a victim-survivor, unopened."""
    found: SafeContactPlan | None = _rows(
        ContactDetail.PLAN, subject_id, PartyRole.VICTIM_SURVIVOR, actor
    ).first()
    return found


def row_of(
    kind: ContactDetail, key: UUID, subject_id: UUID, of_role: PartyRole, *, actor: User
) -> Any:
    """Return one row that stands, unopened; None if it is out of reach or does not stand."""
    rows = _rows(kind, subject_id, of_role, actor).filter(pk=key)
    return (rows if kind is ContactDetail.PLAN else rows.filter(taken_back=False)).first()


def row_that_stood(
    kind: ContactDetail, key: UUID, subject_id: UUID, of_role: PartyRole, *, actor: User
) -> Any:
    """Return one row, unopened, whether or not another stands in its place by now."""
    return _unopened(kind, subject_id, of_role, actor).filter(pk=key).first()


def _rows(kind: ContactDetail, subject_id: UUID, of_role: PartyRole, actor: User) -> QuerySet[Any]:
    return _unopened(kind, subject_id, of_role, actor).filter(superseded_by=None)


def _unopened(
    kind: ContactDetail, subject_id: UUID, of_role: PartyRole, actor: User
) -> QuerySet[Any]:
    model = MODELS[kind]
    sealed = [f.name for f in model._meta.local_fields if isinstance(f, SealedTextField)]
    found = model.objects.visible_to(actor).filter(subject=subject_id, of_role=of_role)
    return found.defer(*sealed).select_related("recorded_by")


def reveals_of(subject_id: UUID, of_role: PartyRole, actor: User) -> QuerySet[Reveal]:
    """Return who looked at what of somebody, the latest first."""
    found = Reveal.objects.visible_to(actor).filter(subject=subject_id, of_role=of_role)
    return found.select_related("recorded_by")


def opened(reveal: Reveal, *, by: User, now: datetime) -> dict[str, str]:
    """Return the texts of the row that a reveal shows, by name; nothing once it is over.

    Nobody sees what somebody else has asked to see.
    """
    if reveal.recorded_by_id != by.pk or not still_shown(reveal.until, now):
        return {}
    model = MODELS[ContactDetail(reveal.kind)]
    row = model.objects.visible_to(by).filter(pk=reveal.row, subject=reveal.subject_id).first()
    if row is None:
        return {}
    sealed = [f.name for f in model._meta.local_fields if isinstance(f, SealedTextField)]
    return {name.removeprefix("sealed_"): unseal_field(row, name) for name in sealed}
