"""Pages of casework: new cases and who holds them, notes, contact."""
