"""A database of each version that was, and the test that today's program opens it."""
