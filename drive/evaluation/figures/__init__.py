"""Drawings of the report: SVG whose bytes are the same for the same numbers."""
