"""Where people live and how they may be reached: sealed, by subject, shown one row at a time."""
