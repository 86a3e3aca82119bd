"""Refusals about queries on records."""

from drive.web.core.exceptions import Refusal


class AnsweredAlready(Refusal):
    """The query has its answer."""


class ResolvedAlready(Refusal):
    """The query is resolved."""
