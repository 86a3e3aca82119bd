"""Refusals about assessments."""

from drive.web.core.exceptions import Refusal


class AssessedAlready(Refusal):
    """There is one assessment a point."""


class GapsWithoutReason(Refusal):
    """A question has neither an answer nor a reason."""


class NoPair(Refusal):
    """Abuse is rated towards somebody, and nobody is known."""
