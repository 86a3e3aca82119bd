"""The pages of lists and of hearings."""
