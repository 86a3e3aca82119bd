"""Refusals about offices."""

from drive.web.core.exceptions import Refusal


class NotFree(Refusal):
    """The office is not free at that time. Nobody is told why."""


class OfficeKnown(Refusal):
    """The site has an office of that name."""


class ImpossibleTime(Refusal):
    """A time that ends before it begins, or lies in the past."""
