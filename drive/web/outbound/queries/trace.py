"""Who received something, opened it or was shown it: from the ledger and the audit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

from drive.vocabulary.facts import Side, Tells
from drive.vocabulary.outbound import Exposure
from drive.web.accounts.models import User
from drive.web.audit.models import Event, EventKind
from drive.web.audit.queries import naming
from drive.web.information.models.folders import SIDE_OF
from drive.web.information.queries.tracing import sees_both_sides, tellings_of
from drive.web.outbound.models import Release
from drive.web.outbound.rules.tracing import Contact, Traced, trace

_Tells = Mapping[UUID, Tells]
"""By key, everything from which a thing can be known, and what that is."""
_HER_ROLES = frozenset(role for role, side in SIDE_OF.items() if side is Side.IDVA)
_HOW = {EventKind.READ: Exposure.OPENED, EventKind.CHANGE: Exposure.WROTE}


def trace_of(thing: UUID, reader: User) -> list[Traced]:
    """Return everybody who had a thing, or what it can be known from, in time order.

    Parameters
    ----------
    thing : UUID
        The key of a fact, a document, or something outgoing.
    reader : User
        Who gets the trace: only an Idva is told what happened on her side of the wall.
    """
    tells = {each.key: each.kind for each in tellings_of(thing, reader)} | {thing: Tells.ITSELF}
    return trace([*_in_ledger(tells), *_in_audit(tells, reader)], tells)


def _in_ledger(tells: _Tells) -> Iterator[Contact]:
    for named in naming(tells):
        for row in Release.objects.filter(named):
            for key in _named(row, tells):
                yield Contact(row.recorded_at, row.recipient, Exposure.RECEIVED, key)


def _in_audit(tells: _Tells, reader: User) -> Iterator[Contact]:
    events = [
        event for named in naming(tells) for event in Event.objects.filter(named, kind__in=_HOW)
    ]
    names = dict(
        User.objects.filter(pk__in={each.actor_id for each in events}).values_list("pk", "name")
    )
    is_whole = sees_both_sides(reader)
    for event in events:
        who = names.get(event.actor_id, "") if event.actor_id else ""
        for key in _named(event, tells):
            if is_whole or not _is_of_her_record(event, tells[key]):
                yield Contact(event.happened_at, who, _HOW[EventKind(event.kind)], key)


def _named(row: Event | Release, tells: _Tells) -> list[UUID]:
    named = set(row.object_ids)
    return [key for key in tells if str(key) in named]


def _is_of_her_record(event: Event, what: Tells) -> bool:
    """Whether somebody of her side had a summary in hand: she has it among what is hers."""
    return what is Tells.SUMMARY and not _HER_ROLES.isdisjoint(event.roles.split(", "))
