"""One case seen whole, and the actions that need everything, such as closing it."""
