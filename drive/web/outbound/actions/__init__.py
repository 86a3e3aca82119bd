"""Writing, sending, calling back, letting out; and the ledger of everything that left."""

from drive.web.outbound.actions.delivering import deliver_due
from drive.web.outbound.actions.leaks import Leaked, record_leak, review_safety
from drive.web.outbound.actions.ledger import Leaving, release
from drive.web.outbound.actions.letting_out import let_out
from drive.web.outbound.actions.notices import digest_due, notify_due
from drive.web.outbound.actions.overriding import ask_to_override, override_guard
from drive.web.outbound.actions.sending import call_back, review, send, send_now
from drive.web.outbound.actions.writing import Written, write

__all__ = [
    "Leaked",
    "Leaving",
    "Written",
    "ask_to_override",
    "call_back",
    "deliver_due",
    "digest_due",
    "let_out",
    "notify_due",
    "override_guard",
    "record_leak",
    "release",
    "review",
    "review_safety",
    "send",
    "send_now",
    "write",
]
