"""Freezing snapshots, running the evaluation on them, and handing their files out."""
