"""What the loader decides from plain values: keys, and who is in the demonstration."""
