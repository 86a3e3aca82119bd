"""What is to leave and what left, in words."""
