"""The command `drive`: it reads arguments, calls an action, and says what came of it."""
