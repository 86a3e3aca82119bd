"""What follows from what is kept: classes of levers, days, addresses, and what holds a case."""
