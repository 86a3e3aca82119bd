"""Keeping what people type, and the mark that makes a double submit one."""

from drive.web.recording.actions.answers import answer_fields, detail_fields, rating_fields
from drive.web.recording.actions.drafts import (
    Typed,
    discard_draft,
    keep_failed_post,
    prefer,
    save_draft,
    throw_away,
)
from drive.web.recording.actions.submissions import Sent, claim, complete, mark_of, once
from drive.web.recording.actions.words import count_words_kept

__all__ = [
    "Sent",
    "Typed",
    "answer_fields",
    "claim",
    "complete",
    "count_words_kept",
    "detail_fields",
    "discard_draft",
    "keep_failed_post",
    "mark_of",
    "once",
    "prefer",
    "rating_fields",
    "save_draft",
    "throw_away",
]
