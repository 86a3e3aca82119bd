"""Finding lists, rows, proposals and counts."""
