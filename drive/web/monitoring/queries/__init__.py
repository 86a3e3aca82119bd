"""Counting the trial within the sites that somebody watches over. No name is read."""
