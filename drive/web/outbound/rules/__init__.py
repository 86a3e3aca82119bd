"""What must not leave, and whether something may: pure rules of the gate."""
