"""How the scanner reads a text, and how it knows again what is protected."""
