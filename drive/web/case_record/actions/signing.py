"""Signing the pack, twice and by two people, and handing it out through the gate."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from drive.vocabulary.disclosure import SignsAs
from drive.vocabulary.documents import HandlingCode
from drive.vocabulary.facts import Use
from drive.vocabulary.outbound import OutgoingChannel, RecipientKind
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.case_record.actions.assembling import is_as_it_was, locked
from drive.web.case_record.exceptions import NotToBeSigned, PackNotReady
from drive.web.case_record.models import PackLeft, PackRequest, PackSignature
from drive.web.case_record.presenters.gathering import gathered
from drive.web.case_record.queries.packs import (
    Standing,
    digest_of,
    latest_assembly,
    may_sign_as,
    scanner_of,
    signed,
    standing_items,
    standing_signatures,
)
from drive.web.case_record.rules.packs import is_signed_by_two, why_not_sign
from drive.web.outbound.actions import Leaving, release
from drive.web.outbound.models import ReleaseKind


@transaction.atomic
def sign(*, request: PackRequest, by: User, now: datetime) -> PackSignature:
    """Sign the pack as it stands.

    Raises
    ------
    NotToBeSigned
        If it is not this person's to sign, or not yet, or he or she has signed it.
    PackNotReady
        If something is not decided, or the case knows better than the pack.
    """
    row = locked(request)
    signs_as = may_sign_as(row.drive_case, by)
    if signs_as is None:
        raise NotToBeSigned("A service manager of the site and the case's IDVA lead sign it.")
    words = why_not_sign(
        signed(standing_signatures(row)),
        by=by.pk,
        signs_as=signs_as,
        put_together_by=latest_assembly(row).recorded_by_id,
    )
    if words:
        raise NotToBeSigned(words)
    made = PackSignature.objects.create(
        request=row,
        signed_as=SignsAs(signs_as),
        digest=digest_of(ready(row)),
        recorded_at=now,
        recorded_by=by,
    )
    record_change("case_record.sign_pack", row.drive_case, row, made, by=by, now=now)
    return made


@transaction.atomic
def hand_out_pack(
    *, request: PackRequest, channel: OutgoingChannel, by: User, now: datetime
) -> PackLeft:
    """Let the pack leave, with its own mark, and write it into the ledger.

    Raises
    ------
    PackNotReady
        If two people have not signed what would leave now.
    """
    row = locked(request)
    case, signatures = row.drive_case, standing_signatures(row)
    if not is_signed_by_two(signed(signatures)):
        raise PackNotReady("Two people have to sign it first.")
    items = ready(row)
    digest = digest_of(items)
    if any(each.digest != digest for each in signatures):
        raise PackNotReady("It is not any more what was signed: put it together again.")
    left = release(
        kind=ReleaseKind.SUBJECT_ACCESS,
        recipient=RecipientKind.SERVICE_USER.label,
        purpose=Use.SUBJECT_ACCESS.label,
        objects=[case.pk, row.pk, *(each.item.source for each in items)],
        digest=digest,
        leaving=Leaving(about=case.pk, channel=channel, wording=HandlingCode.ORDINARY),
        by=by,
        now=now,
    )
    made = PackLeft.objects.create(
        request=row, release=left, digest=digest, recorded_at=now, recorded_by=by
    )
    record_change("case_record.hand_out_pack", case, row, left, by=by, now=now)
    return made


def ready(request: PackRequest) -> list[Standing]:
    """Return what he gets, after looking once more with all that is known now.

    Whoever put the pack together answers for it: the case is read as that person sees it.

    Raises
    ------
    PackNotReady
        If an item waits for a decision, the case has changed, or something protected stands in
        what he would get.
    """
    items = standing_items(request)
    if waiting := sum(each.waits for each in items):
        raise PackNotReady(f"Decide first of what waits: {waiting} of {len(items)}.")
    _check_against_case(request, items)
    scanner = scanner_of(request.drive_case)
    taken = [each for each in items if each.decision.included]
    for each in taken:
        if scanner.scan(f"{each.item.heading}\n{each.text_for_him()}"):
            raise PackNotReady(
                f"Something protected stands in “{each.item.heading}”: decide of it again."
            )
    return taken


def _check_against_case(request: PackRequest, items: list[Standing]) -> None:
    stands = {each.key: each for each in items}
    on_case = {
        (each.kind, each.source): each
        for each in gathered(request.drive_case, latest_assembly(request).recorded_by)
    }
    is_new = any(key not in stands for key in on_case)
    changed = any(
        not is_as_it_was(stands[key], each) for key, each in on_case.items() if key in stands
    )
    gone = any(each.decision.included and each.key not in on_case for each in items)
    if is_new or changed or gone:
        raise PackNotReady("The case has changed since: put the pack together again.")
