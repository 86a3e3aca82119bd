"""Where people live and how they may be reached: sealed, by subject id, without foreign keys."""
