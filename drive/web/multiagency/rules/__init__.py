"""What follows from the steps of a request: where it stands, what is due, and whom to ask next."""
