"""Requests in words: lists, one request with its story, and what is due on it."""
