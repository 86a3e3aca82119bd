"""The pages of cleaning."""
