"""Refusals about a case seen whole."""

from drive.web.core.exceptions import Refusal


class WhoseRiskMissing(Refusal):
    """A decision to close says whose risk it reduces."""


class CannotKeepOut(Refusal):
    """The person named cannot be kept out: he or she is the one who asks."""


class ClosedBeforeAssessed(Refusal):
    """A case does not end before what was assessed in it."""
