"""Candidates and arms, what tells of a pair, and where a round stands."""
