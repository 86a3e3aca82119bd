"""Finding what is kept on a case, and opening it."""
