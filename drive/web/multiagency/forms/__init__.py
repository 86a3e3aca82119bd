"""The forms about agencies and what they are asked for."""
