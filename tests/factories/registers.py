"""Entries of every register, as somebody types them."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.registers.actions import record_entry
from drive.web.registers.queries.entries import standing
from drive.web.registers.queries.words import opened
from drive.web.registers.registry.declaration import Register
from drive.web.registers.registry.every import REGISTERS
from tests.cast import NOW

TYPED: dict[str, dict[str, Any]] = {
    "levers": {
        "kind": "sentence_licence",
        "agency": "probation_service",
        "wording": "Not to go near the school.",
        "breach_consequence": "Recall.",
    },
    "pathways": {"kind": "stalking"},
    "reviews": {"verdict": "go_on", "text": "Worked as it should be."},
    "advocacy": {
        "agency": "csc",
        "aim": "child_protection",
        "decision": "The plan was closed.",
        "technique": "formal_challenge",
        "result": "waiting",
        "intent": "safety",
    },
    "adjustments": {"kind": "literacy", "text": "Letters are read out."},
    "orders": {"kind": "restraining_order", "made_by": "Crown court", "terms": "No contact."},
    "breaches": {"evidence": "Seen at the gate.", "decision": "waiting"},
    "risk-events": {"kind": "threat", "action": "Police told."},
    "sessions": {
        "place": "probation_office",
        "minutes": "60",
        "methods": ["empathy", "parenting"],
        "response": "Listened.",
    },
    "known": {"text": "He broke the door.", "informant": "police"},
    "revisits": {"admission": "minimised", "text": "It was only the door."},
    "support": {
        "kind": "housing",
        "mode": "indirect",
        "intent": "support",
        "dependency": "together",
        "outcome": "under_way",
        "referred_to": "Housing office",
    },
    "payments": {"pence": "£12.50", "purpose": "Bus fare"},
    "family": {"kind": "support", "relation": "His mother"},
    "own-words": {"outcomes": ["abstinent", "relationships"], "text": "I am calmer."},
    "children": {"label": "A", "born_in": "8", "school": "Primary"},
    "child-statuses": {"status": "protection_plan"},
    "child-events": {"kind": "report"},
    "whereabouts": {"kind": "hostel", "area": "Harlow, near the station", "informant": "probation"},
    "custody": {"prison": "Chelmsford"},
}
"""What somebody types, by register, besides the day and what the entry refers to."""

DAY = {"happened_on-day": "20", "happened_on-month": "6", "happened_on-year": "2017"}


def typed(register: Register, case: DriveCase, by: User, **changed: Any) -> dict[str, Any]:
    """Return what somebody types into the form of a register, who first makes what it needs."""
    needed = {name: str(_first(other, case, by).origin) for name, other in register.offers.items()}
    return {**TYPED[register.slug], **DAY, **needed, "key": str(uuid4()), **changed}


def _first(register: Register, case: DriveCase, by: User) -> Any:
    found = standing(register, case, by).first()
    return found or entry_in(register.slug, case, by)


def entry_in(slug: str, case: DriveCase, by: User, **changed: Any) -> Any:
    """Record an entry as its form would."""
    register = REGISTERS[slug]
    data = typed(register, case, by, **changed)
    offers = {
        name: [(each.row, "") for each in opened(other, standing(other, case, by), by)]
        for name, other in register.offers.items()
    }
    form = register.form(data, today=NOW.date(), offers=offers)
    assert form.is_valid(), form.errors
    return record_entry(register=register, case=case, values=form.values(), by=by, now=NOW)
