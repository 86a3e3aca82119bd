"""Letters that left: one of a Drive case, one of an Idva case of the control arm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from drive.vocabulary.disclosure import PackKind
from drive.vocabulary.outbound import LeakRoute, ReachedHim
from drive.web.accounts.models import User
from drive.web.case_record.models import PackItem
from drive.web.case_record.queries.packs import standing_items
from drive.web.casework.models import DriveCase
from drive.web.insights.models import IdvaCase
from drive.web.multiagency.models import PoliceExtract, Request
from drive.web.outbound.actions import Leaked, let_out, record_leak, review, review_safety, send
from drive.web.outbound.models import LeakageIncident, Outgoing
from drive.web.outbound.queries.case import Case
from tests.cast import NOW
from tests.factories.outbound import of_drive, of_idva, wrote
from tests.factories.packs import all_decided, asked, decided, handed_out, signed_by
from tests.integration.access.world.extracted import extracted
from tests.integration.access.world.numbers import CONTROL, ESSEX, OTHER_ESSEX
from tests.integration.access.world.requested import requested


@dataclass(frozen=True)
class Posted:
    """What left, what leaked, an item of each pack, requests and an extract, most by number."""

    sent: dict[int, Outgoing]
    leaked: dict[int, LeakageIncident]
    packs: dict[int, PackItem]
    requests: dict[int, Request]
    extract: PoliceExtract


def posted(users: dict[str, User], cases: dict[int, DriveCase], idva: IdvaCase) -> Posted:
    """Send and leak on both cases; let him ask what is held about him."""
    drive = cases[ESSEX]
    return Posted(
        _letters(users, drive, idva),
        _leaks(users, drive, idva),
        packs={
            ESSEX: _pack(users, drive),
            OTHER_ESSEX: _pack_that_left(users, cases[OTHER_ESSEX]),
        },
        requests=requested(users, cases),
        extract=extracted(users, cases[ESSEX]),
    )


def _pack(users: dict[str, User], case: DriveCase) -> PackItem:
    """Put a pack together, and decide of one contact; return it."""
    by = users["service_manager"]
    request = asked(case, by)
    contact = next(each for each in standing_items(request) if each.item.kind == PackKind.CONTACT)
    decided(contact, by, included=True)
    return contact.item


def _pack_that_left(users: dict[str, User], case: DriveCase) -> PackItem:
    """Decide, sign and hand out; return what he got first."""
    by = users["service_manager"]
    request = asked(case, by)
    all_decided(request, by)
    signed_by(request, by, users["other_idva"])
    handed_out(request, by)
    return standing_items(request)[0].item


def _letters(users: dict[str, User], drive: DriveCase, idva: IdvaCase) -> dict[int, Outgoing]:
    """Write, send and hand out both; the service manager looks at one of them."""
    letters = {
        ESSEX: _sent(of_drive(drive), users["case_manager"], "posted1 letter"),
        CONTROL: _sent(of_idva(idva), users["idva"], "posted2 letter"),
    }
    review(outgoing=letters[ESSEX], text="posted5 read", by=users["service_manager"], now=NOW)
    return letters


def _sent(case: Case, by: User, body: str) -> Outgoing:
    row = wrote(case, by, body=body)
    send(outgoing=row, by=by, now=NOW - timedelta(minutes=10))
    let_out(outgoing=row, by=by, now=NOW)
    return row


def _leaks(users: dict[str, User], drive: DriveCase, idva: IdvaCase) -> dict[int, LeakageIncident]:
    """Record a leak on each, and what the Idva did."""
    found = {
        ESSEX: _leaked(of_drive(drive), users["case_manager"]),
        CONTROL: _leaked(of_idva(idva), users["idva"]),
    }
    for incident in found.values():
        review_safety(incident=incident, text="posted3 review", by=users["idva"], now=NOW)
    return found


def _leaked(case: Case, by: User) -> LeakageIncident:
    said = Leaked(
        dyad=case.pairs[0],
        what="posted4 leak",
        route=LeakRoute.COURT,
        reached_him=ReachedHim.UNSURE,
        happened_on=NOW.date(),
    )
    return record_leak(case=case, leaked=said, by=by, now=NOW)
