"""Making a round, looking a narrative over, rating it, and releasing what came of it."""
