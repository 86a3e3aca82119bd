"""Perpetrator, victim-survivor, dyad and how people were mentioned. No address, no telephone: those are in the vault."""
