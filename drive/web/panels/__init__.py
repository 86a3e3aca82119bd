"""Service mode: a panel selects, and a lottery among the selected gives out scarce places."""
