"""Why a list, a row or a hearing is refused."""

from drive.web.core.exceptions import Refusal


class UnreadableFile(Refusal):
    """The file cannot be taken as a Marac list at all."""


class BatchIsPast(Refusal):
    """The list is not at the point at which this can be done."""


class RowNotReady(Refusal):
    """The row still has a problem, or its turn is over."""


class AlreadyHeard(Refusal):
    """The hearing is recorded already."""
