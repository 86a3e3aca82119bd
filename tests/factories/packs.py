"""Subject-access packs, made by walking the real actions."""

from __future__ import annotations

from datetime import date
from typing import Any

from drive.vocabulary.disclosure import IdentityCheck, LeftOut
from drive.vocabulary.outbound import OutgoingChannel
from drive.web.accounts.models import User
from drive.web.case_record import actions
from drive.web.case_record.models import PackDecision, PackLeft, PackRequest, PackSignature
from drive.web.case_record.queries.packs import Standing, decision_on, standing_items
from drive.web.casework.models import DriveCase
from tests.cast import NOW

ASKED_ON = date(2017, 6, 15)


def asked(case: DriveCase, by: User, asked_on: date = ASKED_ON) -> PackRequest:
    """Open a request, and put the pack together."""
    said = actions.Asked(asked_on=asked_on, identity=IdentityCheck.DOCUMENT)
    return actions.open_request(case=case, asked=said, by=by, now=NOW)


def items_of(request: PackRequest) -> dict[tuple[str, str], Standing]:
    """Return the items by kind and text."""
    return {(each.item.kind, each.text()): each for each in standing_items(request)}


def decided(each: Standing, by: User, *, included: bool, **said: Any) -> PackDecision:
    """Decide of an item; with a reason, whichever way."""
    usual = {"why": "He knows it.", "reason": LeftOut.OTHERS}
    deciding = actions.Deciding(included=included, **{**usual, **said})
    seen = decision_on(each.item).pk
    return actions.decide(item=each.item, deciding=deciding, seen=seen, by=by, now=NOW)


def all_decided(request: PackRequest, by: User) -> None:
    """Leave out whatever waits for a decision."""
    for each in standing_items(request):
        if each.waits:
            decided(each, by, included=False)


def signed_by(request: PackRequest, *people: User) -> list[PackSignature]:
    """Let people sign, one after the other."""
    return [actions.sign(request=request, by=each, now=NOW) for each in people]


def handed_out(request: PackRequest, by: User) -> PackLeft:
    """Hand it out."""
    return actions.hand_out_pack(request=request, channel=OutgoingChannel.BY_HAND, by=by, now=NOW)
