"""Narratives of both arms rated again by two people who know neither arm nor time point."""
