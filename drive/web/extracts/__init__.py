"""Frozen, pseudonymised snapshots for the evaluation, and the runs of the evaluation on them."""
