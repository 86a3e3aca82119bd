"""Opening and closing the sealed words of facts and of what crosses."""

from __future__ import annotations

from django.db import models

from drive.web.core.sealing import seal_field, unseal_field


def opened(row: models.Model, field: str) -> str:
    """Return the words that lie sealed in a field."""
    return unseal_field(row, field)


def close(row: models.Model, field: str, text: str) -> None:
    """Seal words into a field of a row that is not saved yet; no words stay no words."""
    if text.strip():
        seal_field(row, field, text.strip())
