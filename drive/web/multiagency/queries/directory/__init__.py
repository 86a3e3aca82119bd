"""Finding what a directory holds, within somebody's reach."""
