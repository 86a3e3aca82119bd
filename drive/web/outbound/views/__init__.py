"""Pages of what is to leave, and what the pages of a case need to write it."""
