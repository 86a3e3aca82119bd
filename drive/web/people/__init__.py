"""Perpetrator, victim-survivor, dyad, and how people were mentioned.

No address and no telephone number: those are in the vault.
"""
