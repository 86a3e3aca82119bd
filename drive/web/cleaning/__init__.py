"""The uncleaned Insights list: which rows to set aside, decided by a person, none removed."""
