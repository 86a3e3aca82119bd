"""Offices that several services share: he and she are never there at the same time."""
