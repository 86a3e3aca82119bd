"""Deciding of one item of the pack: in, blacked out in places, or left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.disclosure import BY_DECISION, NEVER_IN, LeftOut
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.case_record.actions.assembling import is_as_it_was, locked, void_signatures
from drive.web.case_record.exceptions import CannotBeIn
from drive.web.case_record.models import PackDecision, PackItem
from drive.web.case_record.presenters.gathering import gathered
from drive.web.case_record.queries.packs import Standing, decision_on, scanner_of
from drive.web.case_record.rules.packs import Place, blacked_out, joined, places_of
from drive.web.core.sealing import seal_field
from drive.web.recording.rules import check_seen


@dataclass(frozen=True, kw_only=True)
class Deciding:
    """What somebody decides of an item.

    Parameters
    ----------
    reason : LeftOut or None
        Why it is left out, where it is.
    why : str
        In words; asked of whatever was left out and is put in.
    black_out_found : bool
        Whether everything protected that the gate finds in it is blacked out.
    words : sequence of str
        What else is blacked out, wherever it stands.
    """

    included: bool
    reason: LeftOut | None = None
    why: str = ""
    black_out_found: bool = False
    words: Sequence[str] = ()


@transaction.atomic
def decide(
    *, item: PackItem, deciding: Deciding, seen: UUID | None, by: User, now: datetime
) -> PackDecision:
    """Put an item in or leave it out; whoever signed before has to sign again.

    Raises
    ------
    CannotBeIn
        If it came from her side, the guard stops it, it has changed on the case, something
        protected would stand in it, or no reason is given.
    """
    request = locked(item.request)
    before = decision_on(item)
    check_seen(seen, before, _as_decided)
    stands = Standing(item, before)
    if stands.reason in NEVER_IN:
        raise CannotBeIn(f"{stands.reason.label}. Nobody can put it in.", field="included")
    places = _to_be_put_in(stands, deciding, by) if deciding.included else []
    if not deciding.included and deciding.reason not in BY_DECISION:
        raise CannotBeIn("Say why it is left out.", field="reason")
    row = PackDecision(
        item=item,
        included=deciding.included,
        reason="" if deciding.included else deciding.reason or "",
        places=places,
        supersedes=before,
        recorded_at=now,
        recorded_by=by,
    )
    if deciding.why.strip():
        seal_field(row, "sealed_why", deciding.why.strip())
    row.save(force_insert=True)
    void_signatures(request, by=by, now=now)
    record_change("case_record.decide_on_pack", request.drive_case, item, row, by=by, now=now)
    return row


def _as_decided(row: PackDecision) -> dict[str, object]:
    return {
        "included": "in" if row.included else "out",
        "reason": LeftOut(row.reason) if row.reason in BY_DECISION else None,
    }


def _to_be_put_in(stands: Standing, deciding: Deciding, by: User) -> list[Place]:
    """Return where an item is blacked out that is put in, or refuse."""
    if not stands.decision.included and not deciding.why.strip():
        raise CannotBeIn("Write why it can be told to him.", field="why")
    case = stands.item.request.drive_case
    on_case = {(each.kind, each.source): each for each in gathered(case, by)}
    material = on_case.get(stands.key)
    if material is None or not is_as_it_was(stands, material):
        raise CannotBeIn("It has changed on the case: put the pack together again.")
    text, scanner = stands.text(), scanner_of(case)
    places = _places(text, deciding)
    if deciding.black_out_found:
        places += [(hit.start, hit.end) for hit in scanner.scan(text)]
    if scanner.scan(f"{stands.item.heading}\n{blacked_out(text, places)}"):
        raise CannotBeIn(
            "Something protected stands in it: let it be blacked out, or leave it out.",
            field="black_out_found",
        )
    return joined(places)


def _places(text: str, deciding: Deciding) -> list[Place]:
    found: list[Place] = []
    for words in deciding.words:
        places = places_of(words, text)
        if not places:
            raise CannotBeIn(
                f"“{words}” does not stand in it: write it as it stands there.", field="words"
            )
        found += places
    return found
