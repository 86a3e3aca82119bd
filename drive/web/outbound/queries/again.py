"""What was written before, as the beginning of what is written anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from drive.vocabulary.facts import Use
from drive.web.accounts.models import User
from drive.web.information.queries.citing import citations_about
from drive.web.outbound.models import Outgoing
from drive.web.outbound.queries.case import Case
from drive.web.outbound.queries.offered import Offered
from drive.web.outbound.queries.outgoing import texts_of


@dataclass(frozen=True)
class Before:
    """Something written before, what of it a form begins with, and whether that is all of it.

    Parameters
    ----------
    sheds : bool
        Whether it rests on facts, or encloses documents, that cannot be chosen any more.
    """

    row: Outgoing
    values: dict[str, Any]
    sheds: bool


def before(asked: str, case: Case, offered: Offered, actor: User) -> Before | None:
    """Return what was written before under a key, if it is of this case and this side.

    Whatever cannot be seen, or is no key at all, is as if nothing was asked for. The address is
    not typed a second time by this: that is for whoever writes.
    """
    row = _found(asked, case, actor)
    if row is None:
        return None
    texts = texts_of(row)
    facts, more_facts = _still(_cited(row), [each.fact_id for each in offered.facts])
    encloses, more = _still(
        set(row.encloses.values_list("pk", flat=True)),
        [each.document_id for each in offered.documents],
    )
    values = {
        "to": row.to,
        "agency": str(row.agency_id or ""),
        "name": texts.name,
        "channel": row.channel,
        "address": texts.address,
        "use": row.use,
        "handling": row.handling,
        "body": texts.body,
        "facts": facts,
        "encloses": encloses,
    }
    return Before(row, values, sheds=more_facts or more)


def _found(asked: str, case: Case, actor: User) -> Outgoing | None:
    try:
        key = UUID(asked)
    except ValueError:
        return None
    written = Outgoing.objects.visible_to(actor).filter(about=case.key, side=case.side)
    return written.filter(pk=key).first()


def _cited(row: Outgoing) -> set[UUID]:
    return set(citations_about(row.pk, Use(row.use)).values_list("fact", flat=True))


def _still(before: set[UUID], offered: Sequence[UUID]) -> tuple[list[str], bool]:
    """Return which of some keys are still offered, and whether any is not."""
    return [str(key) for key in offered if key in before], not before <= set(offered)
