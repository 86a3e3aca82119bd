"""What can go wrong in an evaluation, each said in one line."""

from __future__ import annotations


class EvaluationError(Exception):
    """An evaluation that cannot be made; the text is one line for the person who asked."""


class SnapshotError(EvaluationError):
    """A snapshot that is missing, damaged, of another version, or not fit to be written."""
