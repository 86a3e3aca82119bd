"""What is to leave, what left, and what the gate finds in it."""
