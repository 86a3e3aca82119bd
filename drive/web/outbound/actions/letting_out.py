"""Letting out what is not e-mail: once the hold is over it is printed, read out or handed over."""

import hashlib
from datetime import datetime

from django.db import transaction

from drive.vocabulary.documents import HandlingCode
from drive.vocabulary.facts import Use
from drive.vocabulary.outbound import CheckOutcome, OutgoingChannel, OutgoingState, RecipientKind
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.core.sealing import seal_field
from drive.web.outbound.actions.ledger import Leaving, release
from drive.web.outbound.actions.steps import locked, require, require_own_side, take
from drive.web.outbound.exceptions import NotFromHere
from drive.web.outbound.models import Outgoing, Recipient, Release, ReleaseKind
from drive.web.outbound.queries.checking import checked
from drive.web.outbound.queries.outgoing import Texts, texts_of, was_written_to


@transaction.atomic
def let_out(*, outgoing: Outgoing, by: User, now: datetime) -> Release:
    """Let something out whose hold is over, and write it into the ledger.

    Raises
    ------
    NotFromHere
        If it is still held, was called back, has left, or is an e-mail.
    """
    row = locked(outgoing)
    require_own_side(row, by)
    step = require(row, OutgoingState.HELD, words="It does not wait to be handed out.")
    if row.channel == OutgoingChannel.EMAIL:
        raise NotFromHere("An e-mail leaves by itself.")
    if step.held_until is None or step.held_until > now:
        raise NotFromHere("It is still held: until then it can be called back.")
    left = pass_gate(row, by=by, now=now)
    if left is None:
        raise NotFromHere("Something became known meanwhile: look at it again.")
    take(row, OutgoingState.SENT, release=left, by=by, now=now)
    return left


def pass_gate(row: Outgoing, *, by: User, now: datetime) -> Release | None:
    """Look once more, with what is known now, and enter it in the ledger; None if it is stopped.

    Part of the transaction in which it leaves, and of its event.
    """
    found = checked(row)
    if found.outcome is CheckOutcome.STOPPED:
        return None
    left = release(
        kind=ReleaseKind(row.channel),
        recipient=row.agency.name if row.agency else RecipientKind(row.to).label,
        purpose=Use(row.use).label,
        objects=[row.about, row.pk, *row.encloses.values_list("pk", flat=True)],
        digest=hashlib.sha256(found.texts.body.encode()).hexdigest(),
        leaving=Leaving(
            about=row.about,
            channel=OutgoingChannel(row.channel),
            wording=HandlingCode(row.handling),
        ),
        by=by,
        now=now,
    )
    remember(row, texts_of(row), by=by, now=now)
    record_change("outbound.let_out", row, left, by=by, now=now)
    return left


def remember(row: Outgoing, texts: Texts, *, by: User, now: datetime) -> None:
    """Keep to whom something went, so that the next time is not the first."""
    if was_written_to(row, texts.address):
        return
    known = Recipient(
        about=row.about,
        channel=row.channel,
        to=row.to,
        agency=row.agency,
        recorded_at=now,
        recorded_by=by,
    )
    seal_field(known, "sealed_name", texts.name)
    seal_field(known, "sealed_address", texts.address)
    known.save(force_insert=True)
