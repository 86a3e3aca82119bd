"""Actions, queries, views and migrations, on SQLite and on PostgreSQL."""
