"""Redacting, sampling and comparing: no database, no clock, no chance of its own."""
