"""The entry of a register that a request is about: found, looked at, and put right by its answer.

The record stays the register's: a request adds rows to it by the register's own acts.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from drive.vocabulary.facts import SEEN_BY_HIM
from drive.vocabulary.requests import RequestKind
from drive.vocabulary.work import LinkedTo
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.multiagency.actions.kinds.details import Happening
from drive.web.multiagency.exceptions import CannotAsk
from drive.web.multiagency.models import Request
from drive.web.multiagency.rules.kinds import KINDS
from drive.web.registers.actions import correct_entry, record_entry
from drive.web.registers.queries.entries import standing
from drive.web.registers.queries.words import opened
from drive.web.registers.registry.declaration import Register
from drive.web.registers.registry.every import REGISTERS


def register_of(kind: RequestKind | str) -> Register:
    """Return the register in which stands what a kind of request is about."""
    return REGISTERS[KINDS[RequestKind(kind)].register]


def check_entry(case: DriveCase, new: Any, *, by: User, today: date) -> None:  # noqa: ARG001
    """Refuse a request about nothing on record, or about her word without the facts.

    What she or her Idva told stands in the register as her word. The guard looks at facts: without
    one he could learn from the answer that she spoke.
    """
    register = register_of(new.kind)
    row = standing(register, case, by).filter(origin=new.entry).first()
    if row is None:
        raise CannotAsk(f"Choose the {register.one} that it is about", field="entry")
    (found,) = opened(register, [row], by)
    if found.victim_side and new.use in SEEN_BY_HIM and not new.facts:
        raise CannotAsk(
            "What stands there came from her side. Choose the facts that the request rests on, so "
            "that it can be seen whether he could learn who spoke.",
            field="facts",
        )


def entry_about(request: Request) -> Any:
    """Return the row that stands now of what a request is about; None if it was taken back."""
    rows = register_of(request.kind).rows.filter(
        drive_case=request.drive_case_id,
        origin=request.entry,
        superseded_by=None,
        taken_back=False,
    )
    return rows.select_related("note", "drive_case").first()


def put_right(happening: Happening, row: Any, values: Mapping[str, Any], **more: Any) -> None:
    """Put an entry right by a new row; where a request counts it, this step does from now on."""
    register = next(each for each in REGISTERS.values() if each.model is type(row))
    by_request = row.note is not None and row.note.linked_kind == LinkedTo.REQUEST
    counted_by = happening.note if by_request else None
    given = {"happened_on": row.happened_on, **values}
    correct_entry(
        register=register,
        entry=row,
        values=given,
        seen=row.pk,
        **{"counted_by": counted_by, **more},
        by=happening.by,
        now=happening.now,
    )


def add(happening: Happening, slug: str, values: Mapping[str, Any]) -> Any:
    """Record an entry that the step counts already, where it is work at all."""
    register = REGISTERS[slug]
    return record_entry(
        register=register,
        case=happening.request.drive_case,
        values=values,
        counted_by=happening.note if register.counts else None,
        by=happening.by,
        now=happening.now,
    )
