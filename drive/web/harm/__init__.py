"""Harm: the register of serious events in both arms, and the page of the independent monitor."""
