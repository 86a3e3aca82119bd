"""Where people live and how they may safely be reached: sealed, by subject id, without foreign keys."""
