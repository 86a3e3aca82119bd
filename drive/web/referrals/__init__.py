"""Marac lists as they arrive, the hearings that they become, and the core data of each."""
