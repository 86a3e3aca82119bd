"""Words and component parameters of the pages of adjudication."""
