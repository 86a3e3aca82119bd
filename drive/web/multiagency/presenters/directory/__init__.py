"""The directory in words."""
