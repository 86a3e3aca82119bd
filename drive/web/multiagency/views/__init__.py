"""The pages about agencies and what they are asked for."""
