"""What agencies are asked for, and what becomes of it: nothing stalls silently."""
