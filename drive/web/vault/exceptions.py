"""What the vault refuses, in words for the person who tried it."""

from drive.web.core.exceptions import Refusal


class NotKept(Refusal):
    """A row that cannot be recorded so."""


class TakenBack(Refusal):
    """A row in whose place another stands, or which was taken back."""
