"""Writing something that is to leave. Nothing leaves by it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from drive.vocabulary.documents import HandlingCode
from drive.vocabulary.facts import CitationKind, Use
from drive.vocabulary.outbound import HIS_SIDE, OutgoingChannel, OutgoingState, RecipientKind
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.core.sealing import seal_field
from drive.web.information.actions.citing import cite
from drive.web.information.models import Document, Fact
from drive.web.organisations.models import Agency
from drive.web.outbound.actions.steps import take
from drive.web.outbound.exceptions import NotReady
from drive.web.outbound.models import Outgoing, OutgoingPair
from drive.web.outbound.queries.case import Case
from drive.web.outbound.rules.addresses import problem_in_address, same_address


@dataclass(frozen=True, kw_only=True)
class Written:
    """What somebody writes: to whom, where, by which way, what and for what.

    `address_again` is the address typed a second time, which a first contact needs; `facts` are
    those on which it rests.
    """

    to: RecipientKind
    name: str
    channel: OutgoingChannel
    address: str
    address_again: str = ""
    agency: Agency | None = None
    body: str
    use: Use
    handling: HandlingCode
    encloses: Sequence[Document] = field(default_factory=tuple)
    facts: Sequence[Fact] = field(default_factory=tuple)


@transaction.atomic
def write(*, case: Case, written: Written, by: User, now: datetime) -> Outgoing:
    """Keep what somebody wrote, sealed; the gate looks at it whenever it is shown or sent."""
    _check(written)
    row = Outgoing(
        about=case.key,
        reference=case.reference,
        side=case.side,
        site=case.site,
        perpetrator=case.perpetrator,
        channel=written.channel,
        to=written.to,
        agency=written.agency,
        typed_twice=same_address(written.address, written.address_again),
        use=Use.TEXT_TO_HIM if written.to in HIS_SIDE else written.use,
        handling=written.handling,
        recorded_at=now,
        recorded_by=by,
    )
    texts = (("name", written.name), ("address", written.address), ("body", written.body))
    for name, text in texts:
        seal_field(row, f"sealed_{name}", text.strip())
    row.save(force_insert=True)
    OutgoingPair.objects.bulk_create(OutgoingPair(outgoing=row, dyad=pair) for pair in case.pairs)
    row.encloses.set(written.encloses)
    if written.facts:
        _cite(row, written.facts, by=by, now=now)
    take(row, OutgoingState.WRITTEN, by=by, now=now)
    record_change("outbound.write", row, case.key, by=by, now=now)
    return row


def _cite(row: Outgoing, facts: Sequence[Fact], *, by: User, now: datetime) -> None:
    use = Use(row.use)
    cite(facts=facts, use=use, kind=CitationKind.OUTGOING, about=row.pk, by=by, now=now)


def _check(written: Written) -> None:
    for name, words in (
        ("name", "Write who it is for"),
        ("address", "Write where it goes"),
        ("body", "Write the text"),
    ):
        if not getattr(written, name).strip():
            raise NotReady(words, field=name)
    if problem := problem_in_address(written.address, written.channel):
        raise NotReady(problem, field="address")
    if written.address_again.strip() and not same_address(written.address, written.address_again):
        raise NotReady("The two addresses are not the same", field="address_again")
