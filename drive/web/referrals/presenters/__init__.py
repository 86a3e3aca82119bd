"""Words and component parameters of the pages of lists and hearings."""
