"""What every room stands on: keys, dates, the clock, sealing and refusals. It knows no domain word."""
