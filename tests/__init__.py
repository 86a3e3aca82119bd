"""The tests; TESTING.md says what each folder proves."""
