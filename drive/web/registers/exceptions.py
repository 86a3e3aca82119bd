"""Why an entry cannot be recorded, put right or ended as somebody wished."""

from drive.web.core.exceptions import Refusal


class NotRecordable(Refusal):
    """What was entered cannot be so: the words say what to put right."""


class NotEndable(Refusal):
    """The entry has ended, or is of a kind that does not end."""


class TakenBack(Refusal):
    """The entry was taken back: it is put right no more."""
