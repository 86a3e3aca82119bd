"""Pages about facts, what crosses the wall, and the joint chronology. The same for both sides."""
