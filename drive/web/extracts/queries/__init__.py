"""Reading every row for a snapshot: one function a table, each one query."""
