"""Writing audit events, and changing keys, of which every change is an event."""

from drive.web.audit.actions.events import Actor, record, record_change, record_refusal
from drive.web.audit.actions.keys import Rotated, retire, rotate

__all__ = [
    "Actor",
    "Rotated",
    "record",
    "record_change",
    "record_refusal",
    "retire",
    "rotate",
]
