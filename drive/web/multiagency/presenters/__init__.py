"""Agencies and what they are asked for, in words."""
