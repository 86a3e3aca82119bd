"""The case manager's record: cases, who holds them, notes, contacts and reasons for none."""
