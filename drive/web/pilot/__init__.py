"""Loads the published first year of the pilot through the actions of the other rooms."""
