"""Refusals about oversight."""

from drive.web.core.exceptions import Refusal


class NotRecordable(Refusal):
    """Something is missing or cannot be: the words say what."""


class DoneAlready(Refusal):
    """What was agreed was done and noted before."""
