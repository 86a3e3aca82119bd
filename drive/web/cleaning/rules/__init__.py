"""How an Insights list is read, how two of its rows are compared, and what states there are."""
