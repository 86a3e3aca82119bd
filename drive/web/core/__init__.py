"""What every room stands on: keys, dates, clock, sealing, refusals. It knows no domain word."""
