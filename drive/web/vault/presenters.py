"""Contact details in words: what stands, masked; one row, shown; and who looked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.html import format_html
from django.utils.translation import gettext, gettext_noop

from drive.vocabulary.identity import PartyRole
from drive.vocabulary.vault import (
    AddressKind,
    BelongsTo,
    Certainty,
    ContactDetail,
    DetailKind,
    RevealReason,
    TelephoneKind,
)
from drive.web.design_system.presenters import (
    date_in_words,
    label,
    summary_row,
    table_rows,
    time_in_words,
)
from drive.web.vault.models import Reveal
from drive.web.vault.queries import Standing
from drive.web.vault.rules import MASK

_KINDS: Mapping[ContactDetail, Any] = {
    ContactDetail.ADDRESS: AddressKind,
    ContactDetail.TELEPHONE: TelephoneKind,
    ContactDetail.DETAIL: DetailKind,
}
_CAPTIONS = {
    ContactDetail.ADDRESS: gettext_noop("Addresses"),
    ContactDetail.TELEPHONE: gettext_noop("Telephone numbers"),
    ContactDetail.DETAIL: gettext_noop("Other details"),
}
ADD = {
    ContactDetail.ADDRESS: gettext_noop("Add an address"),
    ContactDetail.TELEPHONE: gettext_noop("Add a telephone number"),
    ContactDetail.DETAIL: gettext_noop("Add another detail"),
}
CORRECT = {
    ContactDetail.ADDRESS: gettext_noop("Put an address right"),
    ContactDetail.TELEPHONE: gettext_noop("Put a telephone number right"),
    ContactDetail.DETAIL: gettext_noop("Put a detail right"),
}
_TEXTS = {
    "place": gettext_noop("Place"),
    "lines": gettext_noop("Address"),
    "postcode": gettext_noop("Postcode"),
    "number": gettext_noop("Number"),
    "text": gettext_noop("Detail"),
    "when": gettext_noop("When it is safe"),
    "how": gettext_noop("How, and at which number"),
    "say": gettext_noop("What to say if somebody else answers"),
    "password": gettext_noop("Word by which she knows who rings"),
}

Addresses = Callable[[str, ContactDetail, UUID], str]
"""Gives the address of what can be done with a row: "look" or "correct", its kind, its key."""


def masked_tables(
    found: Iterable[Standing], of_role: PartyRole, address: Addresses, *, writes: bool
) -> list[dict[str, Any]]:
    """Return a table for each kind of detail of which something stands."""
    hers = of_role is PartyRole.VICTIM_SURVIVOR
    return [_table(each, hers, address, writes=writes) for each in found if each.rows]


def _table(each: Standing, hers: bool, address: Addresses, *, writes: bool) -> dict[str, Any]:
    head = [gettext("What it is"), gettext("Kept"), gettext("Recorded")]
    rows = [_row(row, each.kind, hers, address, writes=writes) for row in each.rows]
    if hers:
        head[2:2] = [gettext("Does he know it?")]
    return {
        "caption": gettext(_CAPTIONS[each.kind]),
        "head": [*head, gettext("What you can do")],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def _row(
    row: Any, kind: ContactDetail, hers: bool, address: Addresses, *, writes: bool
) -> list[Any]:
    cells = [what_it_is(row, kind), MASK, _recorded(row), _links(row, kind, address, writes=writes)]
    if hers:
        cells[2:2] = [_what_he_knows(row)]
    return cells


def what_it_is(row: Any, kind: ContactDetail) -> str:
    """Return what a row is, without a word of what it says."""
    words = [label(row.kind, _KINDS[kind]) if row.kind else label(kind)]
    if row.belongs_to == BelongsTo.CHILD:
        words.append(label(BelongsTo.CHILD).lower())
    if getattr(row, "safe", ""):
        words.append(gettext("safe to ring: %(word)s") % {"word": _lower(row.safe)})
    if row.until:
        words.append(gettext("until %(day)s") % {"day": date_in_words(row.until)})
    return ", ".join(words)


def _lower(stored: str) -> str:
    return label(stored, Certainty).lower()


def _what_he_knows(row: Any) -> str:
    known = label(row.known_to_him, Certainty) if row.known_to_him else gettext("Nobody has said")
    shared = getattr(row, "shared_with_him", "")
    if shared in (Certainty.YES, Certainty.UNSURE):
        return gettext("%(known)s; he lives or comes there: %(shared)s") % {
            "known": known,
            "shared": _lower(shared),
        }
    return known


def _recorded(row: Any) -> str:
    return gettext("%(day)s by %(who)s") % {
        "day": date_in_words(row.recorded_at),
        "who": row.recorded_by.name,
    }


def _links(row: Any, kind: ContactDetail, address: Addresses, *, writes: bool) -> Any:
    hidden = what_it_is(row, kind)
    look = _link(gettext("Show"), address("look", kind, row.pk), hidden)
    if not writes:
        return look
    right = _link(gettext("Put right"), address("correct", kind, row.pk), hidden)
    return format_html("{} &ensp; {}", look, right)


def _link(text: str, address: str, hidden: str) -> Any:
    return format_html(
        '<a class="govuk-link" href="{}">{}<span class="govuk-visually-hidden">: {}</span></a>',
        address,
        text,
        hidden,
    )


def looks_table(reveals: Iterable[Reveal]) -> dict[str, Any]:
    """Return who looked at what, when and why."""
    rows = [
        [
            time_in_words(each.recorded_at),
            each.recorded_by.name,
            label(each.kind, ContactDetail),
            label(each.reason, RevealReason),
        ]
        for each in reveals
    ]
    return {
        "caption": gettext("Who looked"),
        "head": [gettext("When"), gettext("Who"), gettext("At what"), gettext("Why")],
        "rows": table_rows(rows),
    }


def shown_rows(texts: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the texts of one row as they are shown."""
    return [
        summary_row(gettext(_TEXTS[name]), format_html('<span class="drive-text">{}</span>', text))
        for name, text in texts.items()
        if text
    ]


def plan_in_words(recorded_at: datetime, name: str) -> str:
    """Return when the plan was written, and by whom."""
    return gettext("Written %(when)s by %(who)s.") % {
        "when": time_in_words(recorded_at),
        "who": name,
    }
