"""Finding documents and facts, what the guard says of them, and what crossed."""

from drive.web.information.queries.documents import (
    content_of,
    descriptions_of,
    documents_about,
    folder_about,
    standing_description,
)

__all__ = [
    "content_of",
    "descriptions_of",
    "documents_about",
    "folder_about",
    "standing_description",
]
