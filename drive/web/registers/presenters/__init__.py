"""Words of the registers."""
