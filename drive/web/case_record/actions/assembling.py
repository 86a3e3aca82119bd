"""Opening the service user's request, and putting his pack together, once or again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from drive.vocabulary.disclosure import IdentityCheck, LeftOut
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.case_record.exceptions import PackHasLeft
from drive.web.case_record.models import (
    PackAssembly,
    PackDecision,
    PackItem,
    PackLeft,
    PackRequest,
)
from drive.web.case_record.presenters.gathering import gathered
from drive.web.case_record.queries.packs import (
    Standing,
    scanner_of,
    standing_items,
)
from drive.web.case_record.rules.packs import Material, due_on, reason_at_first
from drive.web.casework.models import DriveCase
from drive.web.core.sealing import seal_field
from drive.web.outbound.rules.scanner import Scanner
from drive.web.recording.actions.days import check_day


@dataclass(frozen=True, kw_only=True)
class Asked:
    """When he asked, and how it was made sure that it is he."""

    asked_on: date
    identity: IdentityCheck


@transaction.atomic
def open_request(*, case: DriveCase, asked: Asked, by: User, now: datetime) -> PackRequest:
    """Open a request, due one month after it was made, and put the pack together."""
    check_day(asked.asked_on, now=now, field="asked_on")
    row = PackRequest.objects.create(
        drive_case=case,
        asked_on=asked.asked_on,
        identity=asked.identity,
        due_on=due_on(asked.asked_on),
        recorded_at=now,
        recorded_by=by,
    )
    _assemble(row, by=by, now=now)
    record_change("case_record.open_pack", case, row, by=by, now=now)
    return row


@transaction.atomic
def put_together(*, request: PackRequest, by: User, now: datetime) -> PackAssembly:
    """Put the pack together again: what is new comes in, what has changed is decided anew.

    Whatever stands as it stood keeps its decision. Signatures given before are void.
    """
    row = locked(request)
    assembly = _assemble(row, by=by, now=now)
    void_signatures(row, by=by, now=now)
    record_change("case_record.put_pack_together", row.drive_case, row, by=by, now=now)
    return assembly


def locked(request: PackRequest) -> PackRequest:
    """Lock a request, so that of two acts at once the second sees the first.

    Raises
    ------
    PackHasLeft
        If the pack was handed out.
    """
    row = PackRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    if PackLeft.objects.filter(request=row).exists():
        raise PackHasLeft("The pack has left: nothing of it changes any more.")
    return row


def void_signatures(request: PackRequest, *, by: User, now: datetime) -> None:
    """Void what was signed: the pack is not any more what they saw."""
    request.signatures.filter(voided_at=None).update(voided_at=now, voided_by=by)


def _assemble(request: PackRequest, *, by: User, now: datetime) -> PackAssembly:
    case = request.drive_case
    scanner = scanner_of(case)
    stands = {each.key: each for each in standing_items(request)}
    found = {(each.kind, each.source): each for each in gathered(case, by)}
    for key, material in found.items():
        before = stands.get(key)
        if before is None or not is_as_it_was(before, material):
            _add(request, material, scanner, before=before, by=by, now=now)
    for gone in stands.keys() - found.keys():
        _leave_out(stands[gone], by=by, now=now)
    return PackAssembly.objects.create(
        request=request, sequence=request.assemblies.count(), recorded_at=now, recorded_by=by
    )


def is_as_it_was(before: Standing, material: Material) -> bool:
    """Return whether something stands on the case as the pack has it."""
    return (
        before.reason is not LeftOut.GONE
        and before.item.heading == material.heading
        and before.text() == material.text
        and (material.kept_back is None or before.reason is material.kept_back)
        and (material.kept_back is not None or before.reason not in _KEPT_BACK)
    )


_KEPT_BACK = frozenset({LeftOut.HER_SIDE, LeftOut.HANDLING, LeftOut.SOURCES})


def _add(
    request: PackRequest,
    material: Material,
    scanner: Scanner,
    *,
    before: Standing | None,
    by: User,
    now: datetime,
) -> None:
    item = PackItem(
        request=request,
        kind=material.kind,
        source=material.source,
        happened_on=material.on,
        heading=material.heading,
        supersedes=before.item if before else None,
        recorded_at=now,
        recorded_by=by,
    )
    if material.text:
        seal_field(item, "sealed_text", material.text)
    item.save(force_insert=True)
    hits = scanner.scan(f"{material.heading}\n{material.text}")
    reason = reason_at_first(material, holds_protected=bool(hits))
    PackDecision.objects.create(
        item=item,
        included=reason is None,
        reason=reason or "",
        recorded_at=now,
        recorded_by=by,
    )


def _leave_out(gone: Standing, *, by: User, now: datetime) -> None:
    if gone.reason is not LeftOut.GONE:
        PackDecision.objects.create(
            item=gone.item,
            included=False,
            reason=LeftOut.GONE,
            supersedes=gone.decision,
            recorded_at=now,
            recorded_by=by,
        )
