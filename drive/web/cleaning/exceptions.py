"""Why an Insights list, or a decision on one of its rows, is refused."""

from drive.web.core.exceptions import Refusal


class UnreadableFile(Refusal):
    """The file cannot be taken as an Insights list at all."""


class SameFileAgain(Refusal):
    """The very same file was imported before."""


class ListIsPast(Refusal):
    """The list is not at the point at which this can be done."""


class NeedsAReason(Refusal):
    """A decision that goes another way than the proposal needs a reason in words."""


class StandsSoAlready(Refusal):
    """The row stands already as the decision would have it."""
