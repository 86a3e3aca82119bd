"""Adding, putting right and taking back an address, a number or another detail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, ClassVar, Protocol
from uuid import UUID

from django.db import transaction

from drive.vocabulary.identity import PartyRole
from drive.vocabulary.vault import (
    AddressKind,
    BelongsTo,
    Certainty,
    ContactDetail,
    DetailKind,
    TelephoneKind,
)
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.core.sealing import seal_field, unseal_field
from drive.web.recording.rules import check_seen
from drive.web.vault.actions.indexes import index_address, index_detail, index_telephone
from drive.web.vault.actions.keepers import name_subjects
from drive.web.vault.exceptions import NotKept, TakenBack
from drive.web.vault.models import Address, Detail, Kept, Subject, Telephone


class NewRow(Protocol):
    """What is said of one row. `sealed` names its texts: where one is empty when a row is put
    right, what stood there stays."""

    row: ClassVar[type[Any]]
    sealed: ClassVar[tuple[str, ...]]
    needed: ClassVar[tuple[str, ...]]
    since: date | None
    until: date | None


@dataclass(frozen=True, kw_only=True)
class NewAddress:
    """What is said of an address."""

    row: ClassVar = Address
    sealed: ClassVar = ("place", "lines", "postcode")
    needed: ClassVar = ("place", "lines", "postcode")

    kind: AddressKind
    place: str = ""
    lines: str = ""
    postcode: str = ""
    belongs_to: BelongsTo = BelongsTo.OWN
    known_to_him: Certainty | None = None
    shared_with_him: Certainty | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class NewTelephone:
    """What is said of a number."""

    row: ClassVar = Telephone
    sealed: ClassVar = ("number",)
    needed: ClassVar = ("number",)

    kind: TelephoneKind | None = None
    number: str = ""
    safe: Certainty | None = None
    belongs_to: BelongsTo = BelongsTo.OWN
    known_to_him: Certainty | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class NewDetail:
    """What is said of another detail."""

    row: ClassVar = Detail
    sealed: ClassVar = ("text",)
    needed: ClassVar = ("text",)

    kind: DetailKind
    text: str = ""
    belongs_to: BelongsTo = BelongsTo.OWN
    known_to_him: Certainty | None = None
    since: date | None = None
    until: date | None = None


KIND_OF: Mapping[type[Any], ContactDetail] = {
    Address: ContactDetail.ADDRESS,
    Telephone: ContactDetail.TELEPHONE,
    Detail: ContactDetail.DETAIL,
}


@transaction.atomic
def add(*, subject_id: UUID, of_role: PartyRole, said: NewRow, by: User, now: datetime) -> Kept:
    """Seal a new row about somebody."""
    _check(said)
    if not any(getattr(said, name).strip() for name in said.needed):
        raise NotKept("Enter what is to be kept.", field=said.needed[-1])
    name_subjects([subject_id])
    made = said.row(
        subject_id=subject_id, of_role=of_role, recorded_at=now, recorded_by=by, **_plain(said)
    )
    _save(made, {name: getattr(said, name) for name in said.sealed})
    record_change("vault.add", made, by=by, now=now, fields=KIND_OF[said.row].label)
    return made


@transaction.atomic
def correct(*, row: Kept, said: NewRow, seen: UUID | None, by: User, now: datetime) -> Kept:
    """Put a row right: a new one takes its place. A text that is left empty stays as it was."""
    _check(said)
    earlier = _standing(row, seen)
    made = said.row(
        subject_id=earlier.subject_id,
        of_role=earlier.of_role,
        supersedes=earlier,
        recorded_at=now,
        recorded_by=by,
        **_plain(said),
    )
    _save(made, _texts(said, earlier))
    record_change("vault.correct", earlier, made, by=by, now=now, fields=KIND_OF[said.row].label)
    return made


@transaction.atomic
def take_back(*, row: Kept, seen: UUID | None, by: User, now: datetime) -> Kept:
    """Take back what was recorded by mistake; the row stays on record and counts no more."""
    earlier = _standing(row, seen)
    earlier.taken_back = True
    earlier.save(update_fields=["taken_back"])
    record_change("vault.take_back", earlier, by=by, now=now, fields=KIND_OF[type(earlier)].label)
    return earlier


def _check(said: NewRow) -> None:
    if said.since and said.until and said.until < said.since:
        raise NotKept("It cannot end before it began.", field="until")


def _standing(row: Kept, seen: UUID | None) -> Kept:
    """Return the row that stands in the place of one, if it is the one that was seen."""
    # Whoever puts right anything of the same person waits here for the other.
    Subject.objects.select_for_update().get(pk=row.subject_id)
    latest = _row(row, pk=row.pk)
    while newer := _row(row, supersedes=latest):
        latest = newer
    check_seen(seen, latest, _as_said)
    if latest.taken_back:
        raise TakenBack("This was taken back meanwhile. Open it again from the list.")
    return latest


def _row(like: Kept, **where: Any) -> Any:
    rows = type(like).objects.select_related("recorded_by")  # type: ignore[attr-defined]
    return rows.filter(**where).first()


def _as_said(row: Any) -> dict[str, object]:
    """Return what stands of a row for somebody else's form: nothing that is sealed."""
    names = ("kind", "belongs_to", "known_to_him", "shared_with_him", "safe", "since", "until")
    return {name: getattr(row, name) for name in names if hasattr(row, name)}


def _plain(said: NewRow) -> dict[str, Any]:
    given = {each.name: getattr(said, each.name) for each in fields(said)}  # type: ignore[arg-type]
    texts = {name: value for name, value in given.items() if name not in said.sealed}
    days = {"since", "until"}
    return {name: value if name in days else value or "" for name, value in texts.items()}


def _texts(said: NewRow, earlier: Kept) -> dict[str, str]:
    """Return the texts of a row put right.

    An address is one thing: a new postcode never stands beside the lines of the old one.
    """
    typed = {name: getattr(said, name) for name in said.sealed}
    if any(text.strip() for text in typed.values()):
        return typed
    return {name: unseal_field(earlier, f"sealed_{name}") for name in typed}


def _save(row: Any, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        seal_field(row, f"sealed_{name}", text.strip())
    if isinstance(row, Address):
        index_address(row, texts["lines"], texts["postcode"])
    elif isinstance(row, Telephone):
        index_telephone(row, texts["number"])
    else:
        index_detail(row, texts["text"])
    row.save(force_insert=True)
