"""Pages of the case seen whole."""
