"""Refusals about sites, agencies and their directory."""

from drive.web.core.exceptions import Refusal


class NameTaken(Refusal):
    """There is one of that name already."""


class ImpossibleDays(Refusal):
    """Days that cannot be: an end before its start, or a day that is none of our time."""


class Overlapping(Refusal):
    """Something holds on those days already."""


class InACircle(Refusal):
    """Cover or succession that would lead back to where it began."""


class NotThere(Refusal):
    """Somebody or something is not there on that day, or not any more."""


class Unreachable(Refusal):
    """A contact with neither telephone nor e-mail."""
