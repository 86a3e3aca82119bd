"""Synthetic records: the first year of the pilot, rebuilt from its published tables."""
