"""Synthetic records: the pilot's first year from its published tables, and households."""
