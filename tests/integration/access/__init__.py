"""Who may see and do what: every address, every person of the cast, every kind of object."""
