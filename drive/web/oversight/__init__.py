"""Supervision and practice boards: what was looked at on a case, and what was agreed."""
