"""Pages about harm."""
