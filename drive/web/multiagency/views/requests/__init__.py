"""The pages of requests to agencies."""
