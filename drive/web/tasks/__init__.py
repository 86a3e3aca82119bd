"""What is due to whom: one row a task, opened and settled by the actions of the rooms above."""
