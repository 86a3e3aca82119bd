"""Words and component parameters of the pages of cleaning."""
