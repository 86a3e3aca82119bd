"""What is kept about a case as a whole: entries on top, and what he asked to see of it."""

from drive.web.case_record.models.packs import (
    PackAssembly,
    PackDecision,
    PackItem,
    PackLeft,
    PackRequest,
    PackSignature,
)
from drive.web.case_record.models.pinned import PinnedEntry

__all__ = [
    "PackAssembly",
    "PackDecision",
    "PackItem",
    "PackLeft",
    "PackRequest",
    "PackSignature",
    "PinnedEntry",
]
