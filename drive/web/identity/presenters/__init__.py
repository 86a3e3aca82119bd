"""Words and component parameters of the pages about who is who."""
