"""A second author's test of the scanner, written without knowing how it works."""
