"""One Drive case from its allocation to its closure, step by step, in whatever way one works."""
