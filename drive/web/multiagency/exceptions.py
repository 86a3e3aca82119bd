"""Refusals about requests to agencies."""

from drive.web.core.exceptions import Refusal


class CannotAsk(Refusal):
    """Something is missing that an agency has to be told, or that has to be kept."""


class NotNow(Refusal):
    """A step that cannot be taken where the request stands."""


class ImpossibleDay(Refusal):
    """A day in the future, or before the request was sent."""


class CannotTakeIn(Refusal):
    """A police extract that cannot be read, or of which something cannot be done any more."""


class SameFileAgain(Refusal):
    """The very same extract is there already."""
