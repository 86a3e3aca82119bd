"""Who received something, opened it or was shown it: from the ledger and the audit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

from drive.vocabulary.facts import Tells
from drive.vocabulary.outbound import Exposure
from drive.web.accounts.models import User
from drive.web.audit.models import Event, EventKind
from drive.web.audit.queries import events_about
from drive.web.information.queries.tracing import tellings_of
from drive.web.outbound.models import Release
from drive.web.outbound.rules.tracing import Contact, Traced, trace

_HOW = {EventKind.READ: Exposure.OPENED, EventKind.CHANGE: Exposure.WROTE}


def trace_of(thing: UUID) -> list[Traced]:
    """Return everybody who had a thing, or what it can be known from, in time order.

    Parameters
    ----------
    thing : UUID
        The key of a fact, a document, or something outgoing.
    """
    tells = {each.key: each.kind for each in tellings_of(thing)} | {thing: Tells.ITSELF}
    contacts = [contact for key in tells for contact in (*_in_ledger(key), *_in_audit(key))]
    return trace(contacts, tells)


def _in_ledger(key: Any) -> Iterator[Contact]:
    for row in Release.objects.filter(_holds(key)):
        yield Contact(row.recorded_at, row.recipient, Exposure.RECEIVED, key)


def _holds(key: Any) -> Q:
    if connection.vendor == "postgresql":
        return Q(object_ids__contains=[str(key)])
    return Q(object_ids__icontains=f'"{key}"')


def _in_audit(key: Any) -> Iterator[Contact]:
    events: list[Event] = list(events_about(key).filter(kind__in=_HOW))
    names = dict(
        User.objects.filter(pk__in={each.actor_id for each in events}).values_list("pk", "name")
    )
    for event in events:
        who = names.get(event.actor_id, "") if event.actor_id else ""
        yield Contact(event.happened_at, who, _HOW[EventKind(event.kind)], key)
