"""What holds the house together: contracts, budgets, policies, constraints."""
