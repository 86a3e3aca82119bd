"""What needs no database; mirrors drive/ path for path."""
