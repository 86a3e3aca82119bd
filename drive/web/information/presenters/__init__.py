"""Documents, facts and what crosses, in words."""

from drive.web.information.presenters.documents import (
    facts,
    file_name,
    history,
    size_in_words,
    source_in_words,
)

__all__ = ["facts", "file_name", "history", "size_in_words", "source_in_words"]
