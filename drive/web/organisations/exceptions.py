"""Refusals about sites and agencies."""

from drive.web.core.exceptions import Refusal


class NameTaken(Refusal):
    """There is one of that name already."""
