"""Keeping documents and facts, saying what rests on them, and letting some of it cross."""

from drive.web.information.actions.chronology import (
    NewEvent,
    publish_event,
    publish_events,
    release_events,
    withdraw_event,
    withdraw_event_release,
)
from drive.web.information.actions.citing import cite, cite_again, override, require_guard, uncite
from drive.web.information.actions.documents import About, add_document, describe, said_in
from drive.web.information.actions.facts import (
    Saying,
    correct_fact,
    record_fact,
    said_of,
    withdraw_fact,
)
from drive.web.information.actions.folders import hold, let_go
from drive.web.information.actions.provenance import Asked, corroborate, derive, record_wish
from drive.web.information.actions.quiet import settle_quiet
from drive.web.information.actions.releasing import Summary, release, withdraw_release

__all__ = [
    "About",
    "Asked",
    "NewEvent",
    "Saying",
    "Summary",
    "add_document",
    "cite",
    "cite_again",
    "correct_fact",
    "corroborate",
    "derive",
    "describe",
    "hold",
    "let_go",
    "override",
    "publish_event",
    "publish_events",
    "record_fact",
    "record_wish",
    "release",
    "release_events",
    "require_guard",
    "said_in",
    "said_of",
    "settle_quiet",
    "uncite",
    "withdraw_event",
    "withdraw_event_release",
    "withdraw_fact",
    "withdraw_release",
]
