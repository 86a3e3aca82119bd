"""Finding what is known of agencies, and what they were asked for."""
